import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, lines, readForm, type Typed, typedOf } from '../../platform/forms'
import { type Env, pathOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { tokenShape } from '../../platform/links'
import { dateIn } from '../../std/written'
import { Button, ButtonRow, Confirm, ErrorSummary, Facts, Form, Notice, TextArea } from '../../ui'
import { complain, confirm, consent, dropAvatar, takeAway } from './acts'
import { wantsAvatar } from './avatar'
import { type Bearer, replyOfLink } from './links'
import { titleOf } from './mails'
import { Said } from './shown'
import { words } from './words'

const schema = z.object({ complaint: lines(2000, 10) })

async function found(c: Context<Env>, bearer: Bearer) {
  const { p } = c.var
  const row = await replyOfLink(p, bearer, c.req.param('token') ?? '')
  const held = (await p.vault.keys(p.db, [row.person_id])).bind('replies', row)
  return { row, held, title: await titleOf(p, p.db, row.article) }
}
type Found = Awaited<ReturnType<typeof found>>

/** The reply as its author, or a parent, sees it: as it would stand on the page. Its author's own data are shown to them whatever they stopped.
 *  `isSaid`: the page says how it stands by itself. */
const Reply = ({ c, of: { row, held, title }, isSaid }: { c: Context<Env>; of: Found; isSaid?: boolean }) => {
  const { language: lang } = c.var
  const text = words(lang).mine
  return (
    <>
      <Facts
        facts={[
          { label: text.article, value: title },
          { label: text.name, value: held.name.open('rights') },
          { label: text.at, value: dateIn(row.created_at, lang) },
          ...(isSaid ? [] : [{ label: text.stands, value: text.states[row.state] }]),
        ]}
      />
      <blockquote class="reply-quote">
        <Said text={held.body.open('rights')} />
      </blockquote>
    </>
  )
}

const Removal = ({ c, text }: { c: Context<Env>; text?: string | undefined }) => (
  <Form action={`${pathOf(c)}/removal`}>
    <Button variant="secondary" icon="trash">
      {text ?? words(c.var.language).mine.remove}
    </Button>
  </Form>
)

/** What became of a reply, for who wrote it: the address is proved, it is removed, a refusal is complained about. */
async function authorPage(c: Context<Env>, typed?: Typed, errors: Errors = []) {
  const { p, language: lang } = c.var
  const of = await found(c, 'author')
  const { row, held } = of
  const text = words(lang).mine
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      {row.confirmed_at && <p class="lead">{text.states[row.state]}.</p>}
      <Reply c={c} of={of} isSaid={row.confirmed_at !== null} />
      {!row.confirmed_at && (
        <Form action={pathOf(c)}>
          <p>{row.state === 'author' ? text.confirmLead : text.confirmLater}</p>
          <Button>{text.confirm}</Button>
        </Form>
      )}
      {held.refusal && (
        <Notice tone="info" title={text.refused}>
          <p class="as-typed">{held.refusal.open('rights')}</p>
        </Notice>
      )}
      {row.state === 'refused' && !held.complaint && (
        <Form action={`${pathOf(c)}/complaint`}>
          <TextArea
            {...fieldsOf(lang, typed, errors)('complaint')}
            label={text.complaint}
            hint={text.complaintHint}
            rows={5}
            maxlength={2000}
          />
          <Button>{text.complain}</Button>
        </Form>
      )}
      {held.complaint && <p>{row.state === 'staff' ? text.looksAgain : text.lookedAgain}</p>}
      {(await wantsAvatar(p, row.id)) && (
        <Form action={`${pathOf(c)}/picture`}>
          <p>{text.picture}</p>
          <Button variant="secondary">{text.dropPicture}</Button>
        </Form>
      )}
      <Removal c={c} />
    </>,
  )
}

/** What a child wrote, for the parent who is asked (Q7). */
async function parentPage(c: Context<Env>) {
  const { p, language: lang } = c.var
  const of = await found(c, 'parent')
  const text = words(lang).parent
  const waits = of.row.state === 'parent'
  const title = waits ? text.title : text.given
  return page(
    c,
    { title, noindex: true },
    <>
      <h1>{title}</h1>
      <p class="lead">{waits ? text.lead(p.site.name) : text.done}</p>
      <Reply c={c} of={of} />
      {waits && <p class="measure">{text.public}</p>}
      <ButtonRow>
        {waits && (
          <Form action={pathOf(c)}>
            <Button>{text.consent}</Button>
          </Form>
        )}
        <Removal c={c} text={waits ? text.refuse : undefined} />
      </ButtonRow>
    </>,
  )
}

/** The last question before a reply goes. */
async function removalPage(c: Context<Env>, bearer: Bearer) {
  const { language: lang } = c.var
  const { row } = await found(c, bearer)
  const text = words(lang).mine
  const here = pathOf(c)
  return page(
    c,
    { title: text.remove, noindex: true },
    <>
      <h1>{text.remove}</h1>
      <Confirm
        title={text.removeTitle}
        action={here}
        hidden={{ sure: '1' }}
        confirm={text.remove}
        cancel={{ href: here.replace(/\/removal$/, ''), text: text.keep }}
        danger
      >
        <p>{row.state === 'shown' ? text.removeShown : text.removeSure}</p>
      </Confirm>
    </>,
  )
}

async function remove(c: Context<Env>, bearer: Bearer) {
  const { p, language: lang } = c.var
  const { row } = await found(c, bearer)
  const { typed } = await readForm(c)
  if (typedOf(typed, 'sure') === '') return c.redirect(pathOf(c), 303)
  await takeAway(p, row)
  return c.redirect(`/${lang}/replies/removal?gone`, 303)
}

const author = `/replies/author/:token{${tokenShape}}`
const parent = `/replies/parent/:token{${tokenShape}}`

/** Where the links in mails lead: looking changes nothing, since programs that read mail open them too. */
export const minePages = new Hono<Env>()
  .get(author, (c) => authorPage(c))
  .post(author, async (c) => {
    const { row } = await found(c, 'author')
    await confirm(c.var.p, row)
    return c.redirect(pathOf(c), 303)
  })
  .post(`${author}/complaint`, async (c) => {
    const { p, language: lang } = c.var
    const { row } = await found(c, 'author')
    const { typed } = await readForm(c, 50_000)
    const checked = check(schema, typed, lang, words(lang).mine.errors)
    if (!checked.ok) return authorPage(c, typed, checked.errors)
    await complain(p, row, checked.values.complaint)
    return c.redirect(pathOf(c).replace(/\/complaint$/, ''), 303)
  })
  .post(`${author}/picture`, async (c) => {
    const { row } = await found(c, 'author')
    await dropAvatar(c.var.p, row)
    return c.redirect(pathOf(c).replace(/\/picture$/, ''), 303)
  })
  .get(`${author}/removal`, (c) => removalPage(c, 'author'))
  .post(`${author}/removal`, (c) => remove(c, 'author'))
  .get(parent, (c) => parentPage(c))
  .post(parent, async (c) => {
    const { row } = await found(c, 'parent')
    await consent(c.var.p, row)
    return c.redirect(pathOf(c), 303)
  })
  .get(`${parent}/removal`, (c) => removalPage(c, 'parent'))
  .post(`${parent}/removal`, (c) => remove(c, 'parent'))
