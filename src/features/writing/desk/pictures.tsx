import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, errorOf, fieldsOf, line, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing, Refusal } from '../../../platform/http'
import { BackLink, Button, Empty, ErrorSummary, FileInput, Form, Picture, TextInput } from '../../../ui'
import { deskPage } from '../../desk'
import { encodePhoto, maxPhotoBytes } from '../../listings'
import { keepPicture, pathOfPicture, removePictureFiles, sentPicture } from '../pictures'
import { allPictures, deletePicture, pictureById, textsWith } from '../queries'
import { words } from '../words'
import { mayWrite } from './acts'

const longestAlt = 300

/** What is written in a text to show a picture there; signs that mean something in Markdown are kept from it. */
const written = (picture: Awaited<ReturnType<typeof allPictures>>[number]): string =>
  `![${picture.alt.replace(/([\\[\]])/g, '\\$1')}](${pathOfPicture(picture)})`

async function pictures(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayWrite)
  const { p, language: lang } = c.var
  const text = words(lang).desk.pictures
  const field = fieldsOf(lang, typed, errors)
  const all = await allPictures(p.db)
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/texts`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Form action={`/${lang}/desk/texts/pictures`} multipart>
        <FileInput
          lang={lang}
          name="picture"
          label={text.file}
          hint={text.fileHint}
          accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif"
          error={errorOf(errors, 'picture')}
        />
        <TextInput {...field('alt')} label={text.alt} hint={text.altHint} maxlength={longestAlt} />
        <Button icon="camera">{text.send}</Button>
      </Form>
      {all.length === 0 ? (
        <Empty drawing="letterbox" title={text.none} />
      ) : (
        <ul class="sent-pictures">
          {all.map((picture) => (
            <li class="flow">
              <Picture photo={{ ...sentPicture(picture), alt: picture.alt }} sizes="18rem" />
              <TextInput
                lang={lang}
                name="markdown"
                id={`markdown-${picture.id}`}
                label={text.markdown}
                value={written(picture)}
                spellcheck={false}
              />
              <Form action={`/${lang}/desk/texts/pictures/${picture.id}/removal`} hidden={{ sure: '1' }}>
                <Button variant="quiet" icon="trash" small>
                  {text.remove}
                  <span class="visually-hidden"> {picture.alt}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>,
  )
}

/** The form with its file, or that there was too much. */
async function sentIn(c: Context<Env>): Promise<Awaited<ReturnType<typeof readForm>> | undefined> {
  try {
    return await readForm(c, maxPhotoBytes + 100_000)
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 413) return undefined
    throw refused
  }
}

/** The pictures of the texts: sent in with what is to be seen on them. */
export const picturePages = new Hono<Env>()
  .get('/desk/texts/pictures', (c) => pictures(c))
  .post('/desk/texts/pictures', async (c) => {
    const { personId } = atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const { refused, errors: say } = words(lang).desk.pictures
    const refuse = (why: keyof typeof refused, typed: Typed, others: Errors = []) =>
      pictures(c, typed, [{ name: 'picture', message: refused[why] }, ...others])
    await p.limits.count('photos', personId, 400, 86_400)
    const form = await sentIn(c)
    if (!form) return refuse('tooBig', {})
    const { typed, files } = form
    const checked = check(z.object({ alt: line(longestAlt, 3) }), typed, lang, { alt: say.alt })
    const errors = checked.ok ? [] : checked.errors
    const [file] = files.picture ?? []
    if (!file) return refuse('none', typed, errors)
    const taken = await encodePhoto(new Uint8Array(await file.arrayBuffer()))
    if (!taken.ok) return refuse(taken.why, typed, errors)
    // A browser does not send the file again by itself: without words for it, it would have to be chosen twice.
    if (!checked.ok) return pictures(c, typed, [...checked.errors, { name: 'picture', message: refused.again }])
    await keepPicture(p, taken, checked.values.alt)
    return c.redirect(`/${lang}/desk/texts/pictures`, 303)
  })
  .post('/desk/texts/pictures/:id/removal', async (c) => {
    atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const id = c.req.param('id')
    const picture = /^[0-9a-f-]{36}$/.test(id) ? await pictureById(p.db, id) : undefined
    if (!picture) throw missing()
    const here = `/${lang}/desk/texts/pictures`
    const { typed } = await readForm(c)
    if (typedOf(typed, 'sure') === '') return c.redirect(here, 303)
    const shown = await textsWith(p.db, picture.path)
    if (shown.length > 0) {
      const message = words(lang).desk.pictures.used(shown.map(({ title }) => title).join(', '))
      return pictures(c, {}, [{ name: 'picture', message }])
    }
    await deletePicture(p.db, id)
    await removePictureFiles(p, picture.path)
    return c.redirect(here, 303)
  })
