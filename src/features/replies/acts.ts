import { randomUUID } from 'node:crypto'
import { days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { whoStays } from '../../platform/people'
import { eraseIn, isHoldingBack } from '../../privacy'
import type { ReplyState } from '../../register'
import type { Language } from '../../std/words'
import { accountsOf } from '../accounts'
import { everyHeading, keyOf } from '../writing'
import { askForAvatar, forgetAvatar, hideAvatar, wishAvatar } from './avatar'
import {
  articlesWithReplies,
  deleteReply,
  insertReply,
  isKnown,
  lockReply,
  type ReplyRow,
  repliesUnder,
  threadOf,
  updateReply,
} from './queries'
import { inTurn, type Which } from './turn'

/** So long a reply waits for its author to prove the address, and as long again for a parent. */
export const waitDays = 7
/** One may complain for six months (Digital Services Act, article 20(1)); the seventh is to answer. Then what was refused goes. */
const refusedDays = 214

export type Sent = {
  id: string
  article: string
  /** The first reply of the thread that it belongs to; null: it begins one. */
  thread: string | null
  language: Language
  name: string
  email: string
  body: string
  ip: string | null
  /** They want the picture that Gravatar has with their address. */
  gravatar: boolean
  /** The address of a parent, of who is under 16. */
  parent: string | null
  /** Who is signed in: it is theirs then. Anybody else is a person of their own for each reply. */
  person: string | null
}

/** Keeps a reply, sealed, in the transaction of `db`, and writes to the address that it came with. Nobody else sees it before that is proved: that keeps robots
 *  out too, without a puzzle. */
export async function take(p: Platform, db: Db, sent: Sent): Promise<void> {
  const { id, article, thread, language, name, email, body, ip, parent, gravatar } = sent
  const whose = sent.person ?? (await p.vault.newPerson(db, ['service'])).id
  const keys = await p.vault.keysToSeal(db, whose, ['service'])
  const row = { id, person_id: whose }
  await insertReply(db, {
    ...row,
    ...keys.seal('replies', row, { name, email, body, ip, parent }),
    email_key: p.vault.index('replies.email_key', email),
    parent_key: parent ? p.vault.index('replies.parent_key', parent) : null,
    article,
    thread_id: thread ?? row.id,
    language,
    created_at: p.clock.now(),
    ...standing(p, 'author'),
  })
  if (gravatar) await wishAvatar(p, db, row)
  await p.mail.queue(db, whose, 'replies.received', { reply: row.id })
}

/** How a reply stands from now on, and until when it does by itself. */
function standing(p: Platform, state: ReplyState): { state: ReplyState; waits_until: Date | null } {
  const wait = { author: waitDays, parent: waitDays, refused: refusedDays, staff: 0, shown: 0 }[state]
  return { state, waits_until: wait === 0 ? null : new Date(p.clock.now().getTime() + days(wait)) }
}

/** What comes after its author, or a parent, did their part. Who proved an address with which something was let through before is not held up. */
async function moveOn(p: Platform, db: Db, row: ReplyRow): Promise<void> {
  const isTrusted = row.confirmed_at !== null && row.email_key !== null && (await isKnown(db, row.email_key))
  const state = row.parent && !row.parent_at ? 'parent' : isTrusted ? 'shown' : 'staff'
  const { confirmed_at, parent_at } = row
  await updateReply(db, row.id, { confirmed_at, parent_at, ...standing(p, state) })
  if (state === 'parent') await p.mail.queue(db, row.person_id, 'replies.parent', { reply: row.id })
  if (state === 'shown') await askForAvatar(p, db, row)
}

/** Its author proved the address. Doing it again changes nothing. */
export const confirm = (p: Platform, reply: Which): Promise<void> =>
  inTurn(p, reply, async (trx, row) => {
    const confirmed_at = row.confirmed_at ?? p.clock.now()
    await updateReply(trx, row.id, { confirmed_at })
    if (row.state === 'author') await moveOn(p, trx, { ...row, confirmed_at })
    if (row.state === 'shown') await askForAvatar(p, trx, { ...row, confirmed_at })
  })

/** A parent consents (Q7). Doing it again changes nothing. */
export const consent = (p: Platform, reply: Which): Promise<void> =>
  inTurn(p, reply, async (trx, row) => {
    if (row.state === 'parent') await moveOn(p, trx, { ...row, parent_at: p.clock.now() })
  })

/** Staff let it through. */
export const show = (p: Platform, reply: Which): Promise<void> =>
  inTurn(p, reply, async (trx, row) => {
    if (row.state !== 'staff' && row.state !== 'refused') return
    await updateReply(trx, row.id, { ...standing(p, 'shown'), refusal: null, refused_by: null, complaint: null })
    await p.mail.queue(trx, row.person_id, 'replies.shown', { reply: row.id })
    await askForAvatar(p, trx, row)
  })

/** Staff refuse it, or take it off the page, and say why (Digital Services Act, article 17): its author can complain. */
export const refuse = (p: Platform, reply: Which, why: Why): Promise<void> =>
  inTurn(p, reply, (trx, row) => refuseIn(p, trx, row, why))

/** The reason, and who of the staff gives it. */
type Why = { facts: string; by: string }

export async function refuseIn(p: Platform, db: Db, row: ReplyRow, { facts, by }: Why): Promise<void> {
  const keys = await p.vault.keysToSeal(db, row.person_id, ['service'])
  await updateReply(db, row.id, { ...keys.seal('replies', row, { refusal: facts }), refused_by: by, ...standing(p, 'refused') })
  await hideAvatar(p, db, row.id)
  await p.mail.queue(db, row.person_id, 'replies.refused', { reply: row.id })
}

/** Its author has something against a refusal: staff look at it again. One complaint for each reply. */
export const complain = (p: Platform, reply: Which, complaint: string): Promise<void> =>
  inTurn(p, reply, async (trx, row) => {
    if (row.state !== 'refused' || row.complaint) return
    const keys = await p.vault.keysToSeal(trx, row.person_id, ['service'])
    await updateReply(trx, row.id, { ...keys.seal('replies', row, { complaint }), ...standing(p, 'staff') })
  })

/** Its author wants no picture of Gravatar any more. */
export async function dropAvatar(p: Platform, reply: Which): Promise<void> {
  const remove = await inTurn(p, reply, (trx, row) => forgetAvatar(p, trx, row.id))
  await remove()
}

/** Takes a reply away for good, and with it who sent it, of whom nothing else is held, unless they have an account. */
export async function takeAway(p: Platform, { id, person_id }: Which): Promise<void> {
  // Nobody reads it from now on, also where an order has it held.
  const hidden = await p.db.transaction().execute(async (trx) => {
    await whoStays(trx, [person_id])
    await lockReply(trx, id)
    await updateReply(trx, id, { state: 'refused', waits_until: p.clock.now() })
    return hideAvatar(p, trx, id)
  })
  await hidden()
  const erasure = await p.db.transaction().execute(async (trx) => {
    if (!(await accountsOf(p, trx, [person_id])).has(person_id)) return eraseIn(p, trx, person_id)
    if (!(await isHoldingBack(trx, person_id, p.clock.now()))) await deleteReply(trx, id)
    return undefined
  })
  await erasure?.after()
}

/** Takes away the replies under articles that are there no more (Q5): also of the site's folder, whose files go without telling. */
export async function tidy(p: Platform): Promise<void> {
  const there = new Set((await everyHeading(p, p.db)).map(keyOf))
  for (const article of await articlesWithReplies(p.db))
    if (!there.has(article)) for (const reply of await repliesUnder(p.db, article)) await takeAway(p, reply)
}

export type Imported = {
  /** keyOf() of the article. */
  article: string
  /** The id that this function answered for the reply that it answers. */
  answers?: string
  language: Language
  name: string
  email?: string
  body: string
  at: Date
  ip?: string
}

/** For importing from another program: enters a reply that was public there, sealed, in the transaction of `db`. Nobody is written to, and nobody under 16 is
 *  known of: the other program asked that, or not. Answers its id. */
export async function importReply(p: Platform, db: Db, given: Imported): Promise<string> {
  const { article, answers, language, name, email, body, at, ip } = given
  const { id: person, keys } = await p.vault.newPerson(db, ['service'])
  const row = { id: randomUUID(), person_id: person }
  await insertReply(db, {
    ...row,
    ...keys.seal('replies', row, { name, body, email: email ?? null, ip: ip ?? null }),
    email_key: email ? p.vault.index('replies.email_key', email) : null,
    article,
    thread_id: (answers && (await threadOf(db, article, answers))) ?? row.id,
    language,
    created_at: at,
    ...standing(p, 'shown'),
  })
  return row.id
}
