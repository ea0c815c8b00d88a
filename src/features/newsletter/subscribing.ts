import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import { type Keyring, normalise } from '../../platform/vault'
import { holding, overOn } from '../../register'
import type { Language } from '../../std/words'
import { accountsOf } from '../accounts'
import { decideFor } from '../consent'
import {
  addNoMail,
  deleteNoMail,
  deleteSignupsAt,
  deleteSubscriber,
  insertSignup,
  noMailOf,
  putSubscriber,
  renewSubscriber,
  signupById,
  subscriberById,
  subscribersAt,
  subscribersOf,
  takeSignup,
} from './queries'

/** The last day of a subscription, unless it is renewed: its proof goes then too. */
export const endsOn = ({ confirmed_at }: { confirmed_at: Date }): Date => overOn(holding['email.newsletter'].keep, confirmed_at)

/** An address that wants no letters, as a keyed hash under a key of its own. */
const markOf = (p: Pick<Platform, 'vault'>, email: string): string => p.vault.mark('no newsletter', normalise(email))

/** What the ledger says of an address that is left alone, or not any more: by its mark, so that what is restored from a backup knows it too. */
const noted = { alone: 'leftAlone', again: 'writtenToAgain' } as const

async function addMark(p: Platform, db: Db, mark: string): Promise<void> {
  p.ledger.note(db, noted.alone, mark)
  await addNoMail(db, mark, p.clock.now())
}

export const leftAloneAgain: NonNullable<Feature['replay']> = {
  [noted.alone]: async (_, db, { person: mark, at }) => void (await addNoMail(db, mark, new Date(at))),
  [noted.again]: async (_, db, { person: mark }) => void (await deleteNoMail(db, mark)),
}

/** How long these addresses are left alone, if they are. */
export const staysOf: NonNullable<Feature['staysOf']> = async (p, db, addresses) => {
  const found = await Promise.all(addresses.map((address) => leftAloneUntil(p, db, address)))
  const ends = found.filter((until) => until !== undefined).toSorted((a, b) => a.getTime() - b.getTime())
  const until = ends.at(-1)
  return until ? [{ holding: 'noMail.newsletter', rows: ends.length, until }] : []
}

/** Until when an address is left alone; undefined for one that is not. */
export async function leftAloneUntil(p: Platform, db: Db, email: string): Promise<Date | undefined> {
  const row = await noMailOf(db, markOf(p, email), p.clock.now())
  return row && overOn(holding['noMail.newsletter'].keep, row.at)
}

/** Keeps an address until the link that goes there is followed, in the transaction of `db`. Whether the site knows the address is looked at when the mail is
 *  made, so that the answer and its cost are the same. */
export async function ask(p: Platform, db: Db, { email, language }: { email: string; language: Language }): Promise<void> {
  const { id: person_id, keys } = await p.vault.newPerson(db, ['service'])
  const row = { id: randomUUID(), person_id }
  await insertSignup(db, {
    ...row,
    ...keys.seal('signups', row, { email }),
    email_key: p.vault.index('signups.email_key', email),
    language,
    created_at: p.clock.now(),
  })
  await p.mail.queue(db, person_id, 'newsletter.confirm', { signup: row.id })
}

type Subscription = { id: string; person_id: string; language: Language; confirmed_at: Date }
/** Puts an address on the list of a language, sealed for its person. */
const putAt = (p: Platform, db: Db, keys: Keyring, email: string, row: Subscription): Promise<void> =>
  putSubscriber(db, {
    ...row,
    ...keys.seal('subscribers', row, { email }),
    email_key: p.vault.index('subscribers.email_key', email),
  })

type Enrolled = { person: string; email: string; language: Language; how: 'mail' | 'choices' }
/** Puts an address that was proved on the list of a language, for whoever these keys are of, and writes down the yes. */
export async function enrol(p: Platform, db: Db, keys: Keyring, { person, email, language, how }: Enrolled): Promise<void> {
  await putAt(p, db, keys, email, { id: randomUUID(), person_id: person, language, confirmed_at: p.clock.now() })
  await decideFor(p, db, { person, purpose: 'newsletter', yes: true, language, how })
}

/** Follows the link that went to an address: its yes is written down, and it is on the list of its language. Says whether the link was good still. */
export const confirm = (p: Platform, id: string): Promise<boolean> =>
  p.db.transaction().execute(async (trx) => {
    const found = await signupById(trx, id)
    if (!found) return false
    const keys = await p.vault.keysToSeal(trx, found.person_id, ['service'])
    const asked = await takeSignup(trx, id)
    if (!asked) return false
    const { person_id: person, language } = asked
    const email = keys.bind('signups', asked).email.open('serviceMail')
    if (await leftAloneUntil(p, trx, email)) return false
    await enrol(p, trx, keys, { person, email, language, how: 'mail' })
    return true
  })

/** Says yes again, from the mailbox: it counts from now. */
export const renew = (p: Platform, id: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const row = await subscriberById(trx, id)
    if (!row) return
    await p.vault.keysToSeal(trx, row.person_id, ['service'])
    await decideFor(p, trx, { person: row.person_id, purpose: 'newsletter', yes: true, language: row.language })
    await renewSubscriber(trx, id, p.clock.now())
  })

/** Somebody with an account wants it there, from now on: their address was proved with the account. That it was left alone is over. */
export const subscribe = (p: Platform, person: string, language: Language): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    const email = (await accountsOf(p, trx, [person])).get(person)?.email.open('account')
    if (!email) return
    await lift(p, trx, markOf(p, email))
    await enrol(p, trx, keys, { person, email, language, how: 'choices' })
  })

/** The subscriptions at the address of an account, also of before there was one. */
export async function subscriptionsOf(p: Platform, person: string) {
  const email = (await accountsOf(p, p.db, [person])).get(person)?.email.open('account')
  return email ? subscribersAt(p.db, p.vault.index('subscribers.email_key', email)) : []
}

/** Goes along to the new address of an account. */
export async function moveAlong(p: Platform, db: Db, person: string): Promise<void> {
  const keys = await p.vault.keysToSeal(db, person, ['service'])
  const email = (await accountsOf(p, db, [person])).get(person)?.email.open('account')
  if (!email) return
  for (const { id, person_id, language, confirmed_at } of await subscribersOf(db, person)) {
    await deleteSubscriber(db, id)
    await putAt(p, db, keys, email, { id, person_id, language, confirmed_at })
  }
}

type Stopping = {
  /** Nor is this address put on a list again. */
  never?: boolean
}

/** Takes a subscription back: the address is erased with it. One that is gone already is no fault: mail programs press twice. */
export async function stop(p: Platform, id: string, { never = false }: Stopping = {}): Promise<void> {
  const after = await p.db.transaction().execute(async (trx) => {
    const row = await subscriberById(trx, id)
    if (!row) return
    const { email } = (await p.vault.keysToSeal(trx, row.person_id, ['service'])).bind('subscribers', row)
    if (never) await addMark(p, trx, markOf(p, email.open('rights')))
    return decideFor(p, trx, { person: row.person_id, purpose: 'newsletter', yes: false, language: row.language })
  })
  await after?.()
}

/** Leaves an address alone: who asked it, or whose mailbox refuses mail for good. What it was subscribed to stops. */
export async function leaveAlone(p: Platform, email: string): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    await addMark(p, trx, markOf(p, email))
    await deleteSignupsAt(trx, p.vault.index('signups.email_key', email))
  })
  for (const { id } of await subscribersAt(p.db, p.vault.index('subscribers.email_key', email))) await stop(p, id)
}

/** Says whether this address was left alone until now. */
export const writeAgain = (p: Platform, email: string): Promise<boolean> =>
  p.db.transaction().execute((trx) => lift(p, trx, markOf(p, email)))

async function lift(p: Platform, db: Db, mark: string): Promise<boolean> {
  const wasAlone = await deleteNoMail(db, mark)
  if (wasAlone) p.ledger.note(db, noted.again, mark)
  return wasAlone
}
