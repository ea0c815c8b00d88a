import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { days, hours } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { addressOf, type Env, gone, missing, networkOf, readCookie } from '../../platform/http'
import { type Held, normalise } from '../../platform/vault'
import { type AtAddress, peopleAt } from '../../privacy'
import { type HoldingName, partsOf, type RequestKind } from '../../register'
import type { Language } from '../../std/words'
import { accountsOf, browserMark, hashOf, newToken } from '../accounts'
import { askByToken, insertAsk, openedAsk, setAskToken, spendAsk, takeAsk } from './queries'
import { submit } from './requests'

/** How long a link in a mail works, and how long what it opened stays open in that browser. */
export const life = { link: hours(2), open: hours(1), request: days(2) }
const since = (p: Platform, of: keyof typeof life) => new Date(p.clock.now().getTime() - life[of])

export type Asked = { email: string; language: Language; request?: { kind: RequestKind; body: string } }

/** How often one may ask, by network and by address. Throws a refusal (429). */
export async function countAsks(c: Context<Env>, email: string): Promise<void> {
  const { p } = c.var
  await p.limits.count('ask.network', networkOf(addressOf(c)), 20, 3600)
  await p.limits.count('ask.address', normalise(email), 5, 3600)
}

/** Keeps what was asked from an address until the link that goes there is followed. Whether the site knows the address is looked at when the mail is made,
 *  so that the answer and its cost are the same. */
export async function ask(p: Platform, db: Db, { email, language, request }: Asked): Promise<void> {
  const { id: person, keys } = await p.vault.newPerson(db, ['service'])
  const row = { id: randomUUID(), person_id: person }
  await insertAsk(db, {
    ...row,
    ...keys.seal('asks', row, { email, body: request?.body ?? null }),
    email_key: p.vault.index('asks.email_key', email),
    kind: request?.kind ?? null,
    language,
    created_at: p.clock.now(),
  })
  await p.mail.queue(db, person, request ? 'requests.confirm' : 'requests.link', { ask: row.id })
}

/** Makes the secret of a link, while its mail is made. */
export async function mintAsk(db: Db, id: string): Promise<string> {
  const token = newToken()
  await setAskToken(db, id, hashOf(token))
  return token
}

/** What this link is for. Changes nothing. Throws gone() for one that was used, is too old or never was. */
export async function askOfLink(p: Platform, db: Db, token: string) {
  const row = await askByToken(db, hashOf(token), since(p, 'link'), 'question')
  if (!row) throw gone()
  return row
}

/** Follows a link: what is held under its address is open in this browser for an hour, and the link never works again. Throws gone(). */
export async function openAsk(c: Context<Env>, token: string): Promise<void> {
  const { p } = c.var
  const opened = await spendAsk(p.db, hashOf(token), since(p, 'link'), {
    browser: hashOf(browserMark(c)),
    at: p.clock.now(),
  })
  if (!opened) throw gone()
}

/** The request that this link confirms. Changes nothing. Throws gone() for one that was used, is too old or never was. */
export async function requestOfLink(p: Platform, db: Db, token: string) {
  const row = await askByToken(db, hashOf(token), since(p, 'request'), 'request')
  if (!row) throw gone()
  return row
}

/** Follows such a link: the mailbox is proved, and what was asked from it is in the queue. Throws gone(). */
export const takeRequest = (p: Platform, token: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const row = await takeAsk(trx, hashOf(token), since(p, 'request'))
    if (!row?.kind) throw gone()
    const { email, body } = (await p.vault.keys(trx, [row.person_id])).bind('asks', row)
    const { person_id: person, kind, language } = row
    const said = body?.open('requests') ?? ''
    await submit(p, trx, { person, kind, language, body: said, email: email.open('requests') })
  })

export type Mailbox = {
  address: Held<'email.question'>
  /** Everybody who has this address and no account: each question, notice and registration is a person of its own. */
  people: readonly [string, ...string[]]
  /** Whose account has this address, if anybody's. */
  account: string | undefined
  /** Where somebody with an account gave this address, and nobody showed yet that it is theirs. */
  given: readonly AtAddress[]
  /** Where a child gave it as a parent's: it says as much of the child, and is not the parent's to have a copy of. */
  children: readonly (AtAddress & { hasAccount: boolean })[]
}

const isParents = (name: HoldingName): boolean => partsOf(name).item === 'parent'

/** Who is at an address: accounts apart, since one gets in there by signing in; and of other accounts only that they gave it. */
export async function whoIsAt(p: Platform, db: Db, address: string) {
  const found = await peopleAt(p, db, address)
  const accounts = await accountsOf(
    p,
    db,
    found.map(({ person }) => person),
  )
  const [own, children] = [found.filter(({ holding }) => !isParents(holding)), found.filter(({ holding }) => isParents(holding))]
  const account = found.find(({ holding }) => holding === 'email.account')?.person
  return {
    account,
    others: own.filter(({ person }) => !accounts.has(person)),
    given: own.filter(({ person }) => accounts.has(person) && person !== account),
    children: children.map((one) => ({ ...one, hasAccount: accounts.has(one.person) })),
  }
}

/** The mailbox whose link was followed in this browser within the hour. Undefined when there is none. */
export async function openMailbox(c: Context<Env>): Promise<Mailbox | undefined> {
  const { p } = c.var
  const mark = readCookie(c, 'session')
  const row = mark ? await openedAsk(p.db, hashOf(mark), since(p, 'open')) : undefined
  if (!row) return undefined
  const { email: address } = (await p.vault.keys(p.db, [row.person_id])).bind('asks', row)
  const { account, others, given, children } = await whoIsAt(p, p.db, address.open('rights'))
  const rest = others.map(({ person }) => person).filter((person) => person !== row.person_id)
  return { address, people: [row.person_id, ...new Set(rest)], account, given, children }
}

/** The same, for an act. Throws a refusal (404) when there is none. */
export async function mustBeOpen(c: Context<Env>): Promise<Mailbox> {
  const mailbox = await openMailbox(c)
  if (!mailbox) throw missing()
  return mailbox
}
