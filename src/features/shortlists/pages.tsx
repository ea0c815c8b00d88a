import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choices, type Errors, fieldsOf, line, readForm, type Typed } from '../../platform/forms'
import { addressOf, type Env, missing, networkOf, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { registerWords } from '../../register'
import { BackLink, Button, Card, Checkboxes, Empty, ErrorSummary, Form, LinkButton, Notice, TextInput } from '../../ui'
import { favouriteAdverts, monthsOf } from '../listings'
import { Comparison } from './comparison'
import {
  addShortlist,
  advertsOn,
  changeShortlist,
  putOn,
  removeShortlist,
  type ShortlistRow,
  sharedBy,
  shortlistsOf,
} from './queries'
import { words } from './words'

const mostLists = 20
const shape = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const tokenShape = '[\\w-]{32}'
const hashOf = (token: string) => createHash('sha256').update(token).digest()
const listForm = z.object({ title: line(60) })
const checkList = (c: Context<Env>, typed: Typed) =>
  check(listForm, typed, c.var.language, { title: { required: words(c.var.language).nameMissing } })
const pathOf = (c: Context<Env>, id = '') => `/${c.var.language}/shortlists${id && `/${id}`}`

async function own(c: Context<Env>, id: string): Promise<{ row: ShortlistRow; title: string; link: string | null }> {
  const { personId } = signedIn(c)
  const { p } = c.var
  const row = (await shortlistsOf(p.db, personId)).find((one) => one.id === id)
  if (!row) throw missing()
  const held = (await p.vault.keys(p.db, [personId])).bind('shortlists', row)
  return { row, title: held.title.open('account'), link: held.link?.open('account') ?? null }
}

async function ListForm({
  c,
  action,
  typed,
  errors,
  submit,
}: {
  c: Context<Env>
  action: string
  typed: Typed
  errors?: Errors
  submit: string
}) {
  const { language: lang, p } = c.var
  const text = words(lang)
  const kept = await favouriteAdverts(p.db, p.clock.now(), signedIn(c).personId)
  const field = fieldsOf(lang, typed, errors)
  return (
    <Form action={action}>
      <TextInput {...field('title')} label={text.name} why={registerWords(lang).items.shortlist.why} maxlength={60} />
      <Checkboxes
        lang={lang}
        name="adverts"
        label={text.which}
        hint={kept.length === 0 ? text.keepFirst : undefined}
        values={typed.title === undefined ? kept.map(({ public_id }) => public_id) : [typed.adverts ?? []].flat()}
        options={kept.map(({ public_id, title }) => ({ value: public_id, text: title }))}
      />
      <Button>{submit}</Button>
    </Form>
  )
}

async function listsPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const { personId } = signedIn(c)
  const { p, language: lang } = c.var
  const text = words(lang)
  const rows = await shortlistsOf(p.db, personId)
  const keys = await p.vault.keys(p.db, [personId])
  return page(
    c,
    { title: text.title, errors, noindex: true },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {rows.map((row) => (
        <Card level={2} title={keys.bind('shortlists', row).title.open('account')} href={pathOf(c, row.id)} />
      ))}
      <section class="flow">
        <h2>{text.new}</h2>
        {await ListForm({ c, action: pathOf(c), typed, errors, submit: text.make })}
      </section>
    </>,
  )
}

/** The adverts that were ticked, of those that this person keeps. */
async function chosen(c: Context<Env>, typed: Typed): Promise<string[]> {
  const { p } = c.var
  const wanted = check(z.object({ adverts: choices([...new Set([typed.adverts ?? []].flat())]) }), typed, c.var.language)
  const ids: readonly string[] = wanted.ok ? wanted.values.adverts : []
  const kept = await favouriteAdverts(p.db, p.clock.now(), signedIn(c).personId)
  return kept.filter(({ public_id }) => ids.includes(public_id)).map(({ id }) => id)
}

async function keep(c: Context<Env>, id: string | undefined, title: string, adverts: readonly string[]): Promise<string> {
  const { personId } = signedIn(c)
  const { p } = c.var
  const now = p.clock.now()
  const row = { id: id ?? randomUUID(), person_id: personId }
  await p.db.transaction().execute(async (trx) => {
    const keys = await p.vault.keysToSeal(trx, personId, ['service'])
    const sealed = keys.seal('shortlists', row, { title })
    if (id) await changeShortlist(trx, id, sealed)
    else await addShortlist(trx, { ...row, ...sealed, created_at: now })
    await putOn(
      trx,
      now,
      row.id,
      adverts.map((listing_id) => ({ id: randomUUID(), person_id: personId, shortlist_id: row.id, listing_id, created_at: now })),
    )
  })
  return row.id
}

async function oneList(c: Context<Env>, id: string, given?: { typed: Typed; errors: Errors }) {
  const { p, language: lang } = c.var
  const { title, link } = await own(c, id)
  const text = words(lang)
  const now = p.clock.now()
  const adverts = await advertsOn(p.db, now, id)
  const to = pathOf(c, id)
  return page(
    c,
    { title, errors: given?.errors, noindex: true },
    <>
      <ErrorSummary lang={lang} errors={given?.errors ?? []} />
      <BackLink lang={lang} href={pathOf(c)} text={text.title} />
      <h1>{title}</h1>
      {adverts.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <Comparison adverts={adverts} months={monthsOf(c.req.query('months'))} action={to} language={lang} now={now} />
      )}
      <section class="flow">
        <h2>{text.share}</h2>
        <p>{text.shareText}</p>
        {link ? (
          <>
            <Notice>
              <p class="share-link">
                <a href={`/${lang}/shortlists/shared/${link}`}>{`${p.config.publicUrl}/${lang}/shortlists/shared/${link}`}</a>
              </p>
            </Notice>
            <Form action={`${to}/revocation`}>
              <Button variant="secondary">{text.revoke}</Button>
            </Form>
          </>
        ) : (
          <Form action={`${to}/link`}>
            <Button variant="secondary">{text.makeLink}</Button>
          </Form>
        )}
      </section>
      <section class="flow">
        <h2>{text.change}</h2>
        {
          await ListForm({
            c,
            action: to,
            typed: given?.typed ?? { title, adverts: adverts.map(({ public_id }) => public_id) },
            errors: given?.errors,
            submit: text.saveList,
          })
        }
        <form method="post" action={`${to}/removal`}>
          <Button variant="quiet" small>
            {text.remove}
          </Button>
        </form>
      </section>
    </>,
  )
}

export const shortlistPages = new Hono<Env>()
  .get('/shortlists', (c) => listsPage(c))
  .post('/shortlists', async (c) => {
    const { personId } = signedIn(c)
    const { p, language } = c.var
    const { typed } = await readForm(c, 50_000)
    const checked = checkList(c, typed)
    if (!checked.ok) return listsPage(c, typed, checked.errors)
    if ((await shortlistsOf(p.db, personId)).length >= mostLists)
      return listsPage(c, typed, [{ name: 'title', message: words(language).tooMany(mostLists) }])
    return c.redirect(pathOf(c, await keep(c, undefined, checked.values.title, await chosen(c, typed))), 303)
  })
  // What a friend or a parent sees: adverts, and nobody's name.
  .get(`/shortlists/shared/:token{${tokenShape}}`, async (c) => {
    const { p, language: lang } = c.var
    await p.limits.count('shortlists.shared', networkOf(addressOf(c)), 200, 900)
    const token = c.req.param('token')
    const list = await sharedBy(p.db, hashOf(token))
    if (!list) throw missing()
    const text = words(lang)
    const now = p.clock.now()
    const adverts = await advertsOn(p.db, now, list.id)
    return page(
      c,
      { title: text.shared, noindex: true },
      <>
        <h1>{text.shared}</h1>
        <p class="lead">{text.sharedLead}</p>
        {adverts.length === 0 ? (
          <Empty drawing="room" title={text.empty}>
            <LinkButton href={`/${lang}/rooms`}>{text.search}</LinkButton>
          </Empty>
        ) : (
          <Comparison
            adverts={adverts}
            months={monthsOf(c.req.query('months'))}
            action={`/${lang}/shortlists/shared/${token}`}
            language={lang}
            now={now}
          />
        )}
      </>,
    )
  })
  .get(`/shortlists/:id{${shape}}`, (c) => oneList(c, c.req.param('id')))
  .post(`/shortlists/:id{${shape}}`, async (c) => {
    const { row } = await own(c, c.req.param('id'))
    const { typed } = await readForm(c, 50_000)
    const checked = checkList(c, typed)
    if (!checked.ok) return oneList(c, row.id, { typed, errors: checked.errors })
    return c.redirect(pathOf(c, await keep(c, row.id, checked.values.title, await chosen(c, typed))), 303)
  })
  .post(`/shortlists/:id{${shape}}/link`, async (c) => {
    const { personId } = signedIn(c)
    const { p } = c.var
    const { row } = await own(c, c.req.param('id'))
    const token = randomBytes(24).toString('base64url')
    await p.db.transaction().execute(async (trx) => {
      const keys = await p.vault.keysToSeal(trx, personId, ['service'])
      await changeShortlist(trx, row.id, { ...keys.seal('shortlists', row, { link: token }), link_hash: hashOf(token) })
    })
    return c.redirect(pathOf(c, row.id), 303)
  })
  .post(`/shortlists/:id{${shape}}/revocation`, async (c) => {
    const { row } = await own(c, c.req.param('id'))
    await changeShortlist(c.var.p.db, row.id, { link: null, link_hash: null })
    return c.redirect(pathOf(c, row.id), 303)
  })
  .post(`/shortlists/:id{${shape}}/removal`, async (c) => {
    const { row } = await own(c, c.req.param('id'))
    await removeShortlist(c.var.p.db, row.id)
    return c.redirect(pathOf(c), 303)
  })
