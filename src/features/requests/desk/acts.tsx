import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, readForm } from '../../../platform/forms'
import { atDesk, type Env, forbidden, missing, type Viewer } from '../../../platform/http'
import { askCopy, restrict } from '../../../privacy'
import { type RequestStep, restrictionGrounds } from '../../../register'
import { dateIn } from '../../../std/written'
import { correctFirstName, registrationFields, registrationWords } from '../../accounts'
import { openedFor, openForStaff } from '../../desk'
import { stopWords } from '../../your-data'
import { ask, whoIsAt } from '../asks'
import { note } from '../requests'
import { mayAnswer } from '../rules'
import { words } from '../words'
import { eraseAtRequest } from './erasing'
import { holdings, openRequest, type Row, requestPage } from './request-page'

/** For whom a request is: who was signed in, or everybody at the mailbox that was proved. */
async function targetsOf(c: Context<Env>, row: Row) {
  const { p } = c.var
  const { email } = (await p.vault.keys(p.db, [row.person_id])).bind('requests', row)
  if (!email) return { address: undefined, account: row.person_id, people: [row.person_id] }
  const address = email.open('requests')
  const { account, others } = await whoIsAt(p, p.db, address)
  const people = new Set([row.person_id, ...(account ? [account] : []), ...others.map(({ person }) => person)])
  return { address, account, people: [...people] }
}

/** The request, its reader and for whom it is, once it was read: who acts has seen what was asked. Throws a refusal (403) before that. */
async function acting(c: Context<Env>): Promise<{ viewer: Viewer; row: Row } & Awaited<ReturnType<typeof targetsOf>>> {
  const viewer = atDesk(c, mayAnswer)
  const row = await openRequest(c)
  const { p } = c.var
  if (!(await openedFor(p, p.db, viewer, row.person_id, holdings, row.id))) throw forbidden()
  return { viewer, row, ...(await targetsOf(c, row)) }
}

/** Writes down what was done: at the request, and in the ledger of each person that it was done for. */
async function noted(c: Context<Env>, viewer: Viewer, row: Row, people: readonly string[], step: RequestStep): Promise<void> {
  const { p, language } = c.var
  await p.db.transaction().execute(async (trx) => {
    const reason = words(language).acts.reason(dateIn(row.created_at, language), words(language).desk.did[step])
    for (const person of people)
      await openForStaff(p, trx, viewer, { person, purpose: 'requests', reason, holdings, about: row.id })
    await note(p, trx, row, viewer, step)
  })
}

const back = (c: Context<Env>, row: Row) => c.redirect(`/${c.var.language}/desk/requests/${row.id}`, 303)

/** What staff do for who asked it, through the same verbs by which people do it themselves. */
export const actPages = new Hono<Env>()
  .post('/desk/requests/:id/copy', async (c) => {
    const { viewer, row, address, account, people } = await acting(c)
    const { p } = c.var
    if (account) {
      await askCopy(p, account, row.language)
      await p.db.transaction().execute((trx) => p.mail.queue(trx, account, 'requests.copy'))
    }
    if (address) await p.db.transaction().execute((trx) => ask(p, trx, { email: address, language: row.language }))
    await noted(c, viewer, row, people, 'copied')
    return back(c, row)
  })
  .post('/desk/requests/:id/correction', async (c) => {
    const { viewer, row, account } = await acting(c)
    if (!account) throw missing()
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const checked = check(z.object({ firstName: registrationFields.firstName }), typed, lang, registrationWords(lang))
    if (!checked.ok) return requestPage(c, row, { typed, errors: checked.errors, of: 'correction' })
    await p.db.transaction().execute((trx) => correctFirstName(p, trx, account, checked.values.firstName))
    await noted(c, viewer, row, [account], 'corrected')
    return back(c, row)
  })
  .post('/desk/requests/:id/restriction', async (c) => {
    const { viewer, row, people } = await acting(c)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const schema = z.object({ ground: choice(restrictionGrounds) })
    const checked = check(schema, typed, lang, { ground: { choose: stopWords(lang).restriction.choose } })
    if (!checked.ok) return requestPage(c, row, { typed, errors: checked.errors, of: 'restriction' })
    const reason = words(row.language).acts.reason(dateIn(row.created_at, row.language), words(row.language).desk.did.restricted)
    for (const person of people) await restrict(p, person, { ...checked.values, reason, byStaff: true })
    await noted(c, viewer, row, people, 'restricted')
    return back(c, row)
  })
  .post('/desk/requests/:id/erasure', async (c) => {
    const { row, people } = await acting(c)
    const { language: lang } = c.var
    const { typed } = await readForm(c)
    const checked = check(z.object({ sure: choice(['yes']) }), typed, lang, { sure: { choose: words(lang).acts.sureMissing } })
    if (!checked.ok) return requestPage(c, row, { typed, errors: checked.errors, of: 'erasure' })
    await eraseAtRequest(c, row, people)
    return c.redirect(`/${lang}/desk?kind=requests`, 303)
  })
