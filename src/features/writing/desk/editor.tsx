import { type Context, Hono } from 'hono'
import { type Errors, fieldsOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing, outward } from '../../../platform/http'
import { registerWords, type TextKind } from '../../../register'
import { isLanguage, type Language } from '../../../std/words'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkboxes,
  Confirm,
  DateInput,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Radios,
  TextArea,
  TextInput,
} from '../../../ui'
import { deskPage } from '../../desk'
import { textsIn } from '../folder'
import { longest } from '../markdown'
import { Written } from '../pages'
import { deleteText } from '../queries'
import { type Heading, home, keyOf, kinds, pathTo, slug, stands, stateOf } from '../text'
import { everyHeading, textAtDesk } from '../texts'
import { words } from '../words'
import { mayWrite, save, typedByline, typedFrom, type Which } from './acts'
import { editorOf } from './list'

/** A text of the desk, by the id in the address. */
async function textHere(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const found = /^[0-9a-f-]{36}$/.test(id) ? await textAtDesk(c.var.p.db, id) : undefined
  if (!found) throw missing()
  return found
}

/** What is to be written, by what the address of the page says. */
function whichNew(c: Context<Env>): Which {
  const { kind = 'page', of, language } = c.req.query()
  const { languages } = c.var.p.site
  const known: TextKind | undefined = kinds.find((one) => one === kind)
  const spoken: Language | undefined = isLanguage(language) && languages.includes(language) ? language : languages[0]
  if (!known || !spoken || (of !== undefined && !slug.safeParse(of).success)) throw missing()
  return { kind: known, language: spoken, name: of ?? null, id: null }
}

const fromFolder = (c: Context<Env>, { kind, language, name }: Which) =>
  name === null ? undefined : textsIn(c.var.p.site).find((text) => keyOf(text) === keyOf({ kind, language, name }))

/** Where this text is in the other languages, or can be written in them. */
const InOthers = ({ c, which, all }: { c: Context<Env>; which: Which; all: readonly Heading[] }) => {
  const { language: lang, p } = c.var
  const { kind, name } = which
  const others = p.site.languages.filter((one) => one !== which.language)
  if (name === null || others.length === 0) return null
  const text = words(lang).desk
  const speaks = new Intl.DisplayNames(lang, { type: 'language' })
  return (
    <section class="flow">
      <h2>{text.others}</h2>
      <ul>
        {others.map((language) => {
          const there = all.find((one) => keyOf(one) === keyOf({ kind, name, language }))
          return (
            <li>
              <a href={editorOf(lang, there ?? { id: null, kind, name, language })}>{speaks.of(language) ?? language}</a>
              {`, ${there ? there.title : text.notYet}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const BodyHint = ({ lang }: { lang: Language }) => {
  const text = words(lang).desk
  return (
    <>
      {text.bodyHint}{' '}
      <a href={`/${lang}/desk/texts/pictures`} target="_blank" rel="noopener">
        {text.pictures.inText}
      </a>
    </>
  )
}

const When = ({ lang, typed, errors }: { lang: Language; typed: Typed; errors: Errors }) => {
  const text = words(lang).desk
  const field = fieldsOf(lang, typed, errors)
  return (
    <Radios
      {...field('when')}
      label={text.field.when}
      value={typedOf(typed, 'when') || 'draft'}
      options={[
        { value: 'draft', text: text.when.draft, hint: text.when.draftHint },
        { value: 'now', text: text.when.now },
        {
          value: 'later',
          text: text.when.later,
          more: (
            <>
              <DateInput {...field('day')} label={text.field.day} />
              <TextInput {...field('time')} label={text.field.time} hint={text.when.zone} width={5} />
            </>
          ),
        },
      ]}
    />
  )
}

const Byline = ({ lang, typed, errors }: { lang: Language; typed: Typed; errors: Errors }) => {
  const text = words(lang).desk
  const field = fieldsOf(lang, typed, errors)
  const other = typedOf(typed, 'by')
  return (
    <>
      {other && <input type="hidden" name="by" value={other} />}
      <Radios
        {...field('byline')}
        label={text.field.byline}
        value={typedOf(typed, 'byline') || 'none'}
        options={[
          { value: 'none', text: text.byline.none },
          ...(other ? [{ value: 'kept', text: text.byline.kept(other) }] : []),
          {
            value: 'mine',
            text: text.byline.mine,
            more: (
              <TextInput
                {...field('name')}
                label={text.field.name}
                why={registerWords(lang).items.byline.why}
                hint={text.nameHint}
                maxlength={60}
              />
            ),
          },
        ]}
      />
    </>
  )
}

type State = { which: Which; typed: Typed; errors?: Errors; stored?: Heading | undefined; saved?: boolean }

async function editor(c: Context<Env>, { which, typed, errors = [], stored, saved }: State) {
  const viewer = atDesk(c, mayWrite)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const field = fieldsOf(lang, typed, errors)
  const all = await everyHeading(p, p.db)
  const folder = fromFolder(c, which)
  const speaks = new Intl.DisplayNames(lang, { type: 'language' })
  const title = stored ? stored.title : text.new[which.kind]
  const state = stored && stateOf(stored, p.clock.now())
  const { kind, language, name } = which
  const here = which.id
    ? `/${lang}/desk/texts/${which.id}`
    : `/${lang}/desk/texts/new?${new URLSearchParams({ kind, language, ...(name ? { of: name } : {}) })}`
  const shown = { title: typedOf(typed, 'title'), summary: typedOf(typed, 'summary'), body: typedOf(typed, 'body') }
  return deskPage(
    c,
    viewer,
    { title, errors, islands: ['islands/count.ts', 'islands/preview.ts'] },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/texts`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      <p>
        {`${text.kinds[kind]}, ${speaks.of(language) ?? language}`}
        {state && `, ${text.states[state].toLowerCase()}`}
        {stored && state === 'published' && (
          <>
            {' · '}
            <a href={pathTo(stored)}>{text.look}</a>
          </>
        )}
      </p>
      {saved && errors.length === 0 && (
        <Notice tone="success" live>
          {text.saved}
        </Notice>
      )}
      {folder && (
        <Notice tone="info">
          {stored ? text.isOver : text.willBeOver}{' '}
          {which.id && <a href={`/${lang}/desk/texts/${which.id}/removal`}>{text.backToFolder}</a>}
        </Notice>
      )}
      <div class="editor">
        <Form action={here} hidden={{ seen: typedOf(typed, 'seen') }} data-preview={`/${lang}/desk/texts/preview`}>
          <TextInput {...field('title')} label={text.field.title} maxlength={120} />
          {name !== home && (
            <TextInput
              {...field('slug')}
              label={text.field.slug}
              hint={text.slugHint(outward(p.site, pathTo({ kind, name: '', language, slug: '' })))}
              optional
              maxlength={80}
              spellcheck={false}
            />
          )}
          <TextArea {...field('summary')} label={text.field.summary} hint={text.summaryHint} optional rows={2} maxlength={300} />
          <TextArea {...field('body')} label={text.field.body} hint={<BodyHint lang={lang} />} rows={20} maxlength={longest} />
          {kind === 'article' && <Byline lang={lang} typed={typed} errors={errors} />}
          {kind === 'article' && <TextInput {...field('tags')} label={text.field.tags} hint={text.tagsHint} optional />}
          {kind === 'article' && p.site.features.includes('replies') && (
            <Checkboxes
              lang={lang}
              name="closed"
              label={text.field.replies}
              options={[{ value: '1', text: text.closed, hint: text.closedHint }]}
              values={typedOf(typed, 'closed') ? ['1'] : []}
            />
          )}
          {kind === 'page' && name !== home && (
            <Radios
              {...field('stands')}
              label={text.field.stands}
              value={typedOf(typed, 'stands') || 'nowhere'}
              options={(['nowhere', ...stands] as const).map((value) => ({ value, text: text.stands[value] }))}
            />
          )}
          {kind === 'page' && name !== home && (
            <TextInput
              {...field('place')}
              label={text.field.place}
              hint={text.placeHint}
              optional
              inputmode="numeric"
              width={5}
            />
          )}
          <When lang={lang} typed={typed} errors={errors} />
          <ButtonRow>
            <Button name="act" value="save">
              {text.save}
            </Button>
            <Button variant="secondary" name="act" value="preview" data-preview-act>
              {text.preview}
            </Button>
          </ButtonRow>
        </Form>
        <section class="editor-preview" aria-labelledby="preview" tabindex={0}>
          <p class="soft small" id="preview">
            {text.previewTitle}
          </p>
          <div data-preview-here>
            {shown.title || shown.body ? <Written p={p} text={shown} level={2} /> : <p class="soft">{text.previewEmpty}</p>}
          </div>
        </section>
      </div>
      <InOthers c={c} which={stored ? { ...which, name: stored.name } : which} all={all} />
      {which.id && (
        <p>
          <LinkButton variant="quiet" href={`/${lang}/desk/texts/${which.id}/removal`} icon="trash">
            {folder ? text.backToFolder : text.remove}
          </LinkButton>
        </p>
      )}
    </>,
  )
}

const nothing: Typed = {}
const mostBytes = 1_000_000

/** Writes what was typed, or only shows how it would look. */
async function take(c: Context<Env>, which: Which, stored?: Heading) {
  const { p, language: lang } = c.var
  const { typed } = await readForm(c, mostBytes)
  if (typedOf(typed, 'act') === 'preview') return editor(c, { which, typed, stored })
  const done = await save(p, atDesk(c, mayWrite), which, typed, lang)
  if ('id' in done) return c.redirect(`/${lang}/desk/texts/${done.id}?saved`, 303)
  // Who read what somebody else wrote meanwhile, in another window, may then write theirs over it.
  const now = which.id ? await textAtDesk(p.db, which.id) : undefined
  const seen: Typed = now?.changedAt ? { seen: now.changedAt.toISOString() } : {}
  return editor(c, { which, typed: { ...typed, ...seen }, errors: done.errors, stored })
}

/** Writing a text, with how it will look beside it. */
export const editorPages = new Hono<Env>()
  .get('/desk/texts/new', (c) => {
    atDesk(c, mayWrite)
    const which = whichNew(c)
    const folder = fromFolder(c, which)
    return editor(c, { which, typed: folder ? typedFrom(folder) : nothing })
  })
  .post('/desk/texts/new', (c) => {
    atDesk(c, mayWrite)
    return take(c, whichNew(c))
  })
  .post('/desk/texts/preview', async (c) => {
    atDesk(c, mayWrite)
    const { typed } = await readForm(c, mostBytes)
    const text = { title: typedOf(typed, 'title'), summary: typedOf(typed, 'summary'), body: typedOf(typed, 'body') }
    return c.html(<Written p={c.var.p} text={text} level={2} />)
  })
  .get('/desk/texts/:id', async (c) => {
    const viewer = atDesk(c, mayWrite)
    const text = await textHere(c)
    const typed = { ...typedFrom(text), ...(await typedByline(c.var.p.db, text.id, viewer)) }
    return editor(c, { which: text, typed, stored: text, saved: c.req.query('saved') !== undefined })
  })
  .post('/desk/texts/:id', async (c) => {
    atDesk(c, mayWrite)
    const text = await textHere(c)
    return take(c, text, text)
  })
  .get('/desk/texts/:id/removal', async (c) => {
    const viewer = atDesk(c, mayWrite)
    const { language: lang } = c.var
    const stored = await textHere(c)
    const { id } = stored
    const text = words(lang).desk
    const folder = fromFolder(c, stored)
    const title = folder ? text.backToFolder : text.remove
    return deskPage(
      c,
      viewer,
      { title },
      <>
        <BackLink lang={lang} href={`/${lang}/desk/texts/${id}`} />
        <h1>{stored.title}</h1>
        <Confirm
          title={title}
          action={`/${lang}/desk/texts/${id}/removal`}
          hidden={{ sure: '1' }}
          confirm={title}
          cancel={{ href: `/${lang}/desk/texts/${id}`, text: text.cancel }}
          danger
        >
          <p>{folder ? text.backSure : text.removeSure}</p>
        </Confirm>
      </>,
    )
  })
  .post('/desk/texts/:id/removal', async (c) => {
    atDesk(c, mayWrite)
    const { p } = c.var
    const text = await textHere(c)
    const { id } = text
    const { typed } = await readForm(c)
    const here = `/${c.var.language}/desk/texts`
    if (typedOf(typed, 'sure') === '') return c.redirect(`${here}/${id}/removal`, 303)
    await p.db.transaction().execute(async (trx) => {
      await deleteText(trx, id)
      // One of the folder is there again.
      if (text.kind === 'article' && !fromFolder(c, text)) await p.emit(trx, 'article.removed', { article: keyOf(text) })
    })
    return c.redirect(here, 303)
  })
