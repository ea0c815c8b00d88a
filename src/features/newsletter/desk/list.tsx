import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, email, fieldsOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env } from '../../../platform/http'
import type { Language } from '../../../std/words'
import {
  Button,
  ButtonRow,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Notice,
  Select,
  Table,
  Tag,
  type TagTone,
  TextInput,
  Time,
} from '../../../ui'
import { deskPage } from '../../desk'
import { everyHeading, type Heading, mayWrite } from '../../writing'
import { articleNow, type State, saidIn, stateOfLetter, tens } from '../letters'
import { paths } from '../paths'
import { insertLetter, latestLetters, subscribersByLanguage } from '../queries'
import { leaveAlone, writeAgain } from '../subscribing'
import { words } from '../words'

const tones: Record<State, TagTone> = { draft: 'plain', scheduled: 'warning', leaving: 'brand', sent: 'success' }
export const StateTag = ({ lang, state }: { lang: Language; state: State }) => (
  <Tag tone={tones[state]}>{words(lang).desk.states[state]}</Tag>
)

export const speaks = (lang: Language, language: Language): string =>
  new Intl.DisplayNames(lang, { type: 'language' }).of(language) ?? language

/** So many letters are on the page. */
const shown = 50

async function list(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayWrite)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const letters = await Promise.all(
    (await latestLetters(p.db, shown)).map(async (letter) => ({ letter, said: await saidIn(p, p.db, letter) })),
  )
  const readers = await subscribersByLanguage(p.db)
  // What was written last is what is most likely mailed next.
  const since = ({ publishAt }: Heading) => publishAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  const articles = (await everyHeading(p, p.db)).filter(({ kind }) => kind === 'article').sort((a, b) => since(b) - since(a))
  const field = fieldsOf(lang, typed, errors)
  const done = (['alone', 'again', 'notAlone'] as const).find((one) => c.req.query('done') === one)
  return deskPage(
    c,
    viewer,
    { title: words(lang).title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {done && (
        <Notice tone={done === 'notAlone' ? 'info' : 'success'} live>
          {text.done[done]}
        </Notice>
      )}
      <h1>{words(lang).title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.readers}</h2>
      <Facts
        facts={p.site.languages.map((language) => ({
          label: speaks(lang, language),
          value: text.about(tens(readers.get(language) ?? 0)),
        }))}
      />
      <section class="flow">
        <h2>{text.new}</h2>
        {articles.length === 0 ? (
          <p>
            {text.noArticles} <a href={`/${lang}/desk/texts/new?kind=article`}>{text.write}</a>
          </p>
        ) : (
          <Form action={paths(lang).desk}>
            <Select
              {...field('article')}
              label={text.article}
              hint={text.articleHint}
              options={articles.map(({ name, language, title }) => ({
                value: `${language} ${name}`,
                text: p.site.languages.length > 1 ? `${title} (${speaks(lang, language)})` : title,
              }))}
            />
            <ButtonRow>
              <Button icon="plus">{text.make}</Button>
              <LinkButton variant="secondary" href={`/${lang}/desk/texts/new?kind=article`}>
                {text.write}
              </LinkButton>
            </ButtonRow>
          </Form>
        )}
      </section>
      {letters.length === 0 ? (
        <Empty drawing="letterbox" title={text.none} />
      ) : (
        <Table
          id="letters"
          caption={text.letters}
          columns={[text.column.letter, text.column.language, text.column.state, text.column.at].map((title) => ({ title }))}
          rows={letters.map(({ letter, said }) => [
            <a href={paths(lang).letter(letter.id)}>{said?.title ?? text.gone}</a>,
            speaks(lang, letter.language),
            <StateTag lang={lang} state={stateOfLetter(letter)} />,
            letter.send_at ? <Time at={letter.began_at ?? letter.send_at} lang={lang} /> : '–',
          ])}
        />
      )}
      <section class="flow">
        <h2>{text.alone.title}</h2>
        <p class="measure">{text.alone.lead}</p>
        <Form action={`${paths(lang).desk}/left-alone`}>
          <TextInput {...field('email')} type="email" autocomplete="off" spellcheck={false} label={text.alone.email} />
          <ButtonRow>
            <Button variant="secondary" name="act" value="alone">
              {text.alone.add}
            </Button>
            <Button variant="quiet" name="act" value="again">
              {text.alone.lift}
            </Button>
          </ButtonRow>
        </Form>
      </section>
    </>,
  )
}

/** The letters of the site; making one of an article; and addresses that are to be left alone, of who wrote to us or complained where they get their mail. */
export const listPages = new Hono<Env>()
  .get('/desk/letters', (c) => list(c))
  .post('/desk/letters', async (c) => {
    atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const [spoken, article = ''] = typedOf(typed, 'article').split(' ')
    const language = p.site.languages.find((one) => one === spoken)
    if (!language || !(await articleNow(p, p.db, { article, language })))
      return list(c, typed, [{ name: 'article', message: words(lang).desk.errors.article }])
    const id = randomUUID()
    await insertLetter(p.db, { id, article, language, created_at: p.clock.now() })
    return c.redirect(paths(lang).letter(id), 303)
  })
  .post('/desk/letters/left-alone', async (c) => {
    atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const checked = check(z.object({ email: email() }), typed, lang, words(lang).form.errors)
    if (!checked.ok) return list(c, typed, checked.errors)
    const { email: address } = checked.values
    if (typedOf(typed, 'act') !== 'again') await leaveAlone(p, address)
    const done = typedOf(typed, 'act') !== 'again' ? 'alone' : (await writeAgain(p, address)) ? 'again' : 'notAlone'
    return c.redirect(`${paths(lang).desk}?done=${done}`, 303)
  })
