import { randomUUID } from 'node:crypto'
import { minutes } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { whoStays } from '../../platform/people'
import { accountsOf } from '../accounts'
import { keepSnapshot } from './evidence/snapshot'
import { holdAlong } from './holding'
import type { Advert } from './queries/adverts'
import { insertMessage, lastBy } from './queries/messages'
import { noteWritten, openThread, type ThreadRow, threadAbout, threadById, threadToWrite } from './queries/threads'
import { isUnread, momentAfter, newThreadId, otherSide, personAt, sideOf } from './rules'
import { standingAgainst } from './warning/warn'

/** `at`: of a message that was written before now. `quiet`: nobody is mailed about it. */
export type Writing = { at?: Date; quiet?: boolean }

/** A button pressed twice sends the same text twice. */
const pressedTwice = minutes(1)

async function write(p: Platform, db: Db, thread: ThreadRow, author: string, text: string, first: boolean, how: Writing) {
  const side = sideOf(thread, author)
  const other = personAt(thread, otherSide(side))
  const now = how.at ?? p.clock.now()
  const keys = await p.vault.keysToSeal(db, author, ['messages'])
  const last = await lastBy(db, thread.id, author)
  if (
    last &&
    now.getTime() - last.created_at.getTime() < pressedTwice &&
    keys.bind('messages', last).body.open('messaging') === text
  )
    return

  const at = momentAfter(first ? null : thread.last_message_at, now)
  const row = { id: randomUUID(), person_id: author, thread_id: thread.id, created_at: at }
  const sealed = keys.seal('messages', row, { body: text })
  await insertMessage(db, { ...row, ...sealed })
  await holdAlong(p, db, thread.id, row.id)
  await noteWritten(db, thread.id, side, at)
  if (!other) return

  const message = { 'message.thread': keys.bind('messages', { ...row, ...sealed }).body }
  const introduces = first || (side === 'advertiser' && !thread.answered_at)
  const account = introduces ? (await accountsOf(p, db, [author], keys)).get(author) : undefined
  if (introduces && !account) throw new Error('who writes has no account')
  const name = account && { 'firstName.account': account.firstName }
  if (side === 'seeker')
    // K14: with the first message, and said before it is sent.
    await disclose(p, db, author, 'advertiser', 'messaging', {
      ...message,
      ...name,
      ...(account && { 'email.account': account.email }),
    })
  else await disclose(p, db, author, 'seeker', 'messaging', { ...message, ...name })

  // One notice until it is read: what comes on top of something unread was announced already.
  if (!how.quiet && (first || !isUnread(thread, otherSide(side))))
    await p.mail.queue(db, other, 'messages.new', { thread: thread.id })
}

/** Sends a seeker's reply to an advert: a new thread, or one more message in the one that there is. Run it in a transaction. Answers undefined,
 *  and sends nothing, when the advertiser has ended meanwhile; throws a refusal (404) when the seeker has. */
export async function sendReply(
  p: Platform,
  db: Db,
  advert: Pick<Advert, 'id' | 'person_id' | 'kind' | 'place_id' | 'total'>,
  seeker: string,
  text: string,
  how: Writing = {},
): Promise<{ id: string; publicId: string } | undefined> {
  const staying = await whoStays(db, [seeker, advert.person_id])
  if (!staying.has(seeker)) throw missing()
  if (advert.person_id && !staying.has(advert.person_id)) return undefined
  const now = how.at ?? p.clock.now()
  // Who writes after the others were warned reads it too, above the first message.
  const [warned_about] = advert.person_id ? await standingAgainst(db, advert.person_id) : []
  const made = await openThread(db, {
    id: randomUUID(),
    public_id: newThreadId(),
    listing_id: advert.id,
    listing_kind: advert.kind,
    listing_place: advert.place_id,
    listing_total: advert.total,
    seeker_id: seeker,
    advertiser_id: advert.person_id,
    created_at: now,
    last_message_at: now,
    ...(warned_about && { warned_about, warned_at: now }),
  })
  const about = await threadAbout(db, advert.id, seeker)
  const thread = about && (await threadToWrite(db, about.id))
  if (!thread) throw new Error('a thread was lost while it was made')
  if (made && advert.person_id) await keepSnapshot(p, db, thread.id, advert.id, advert.person_id, now)
  await write(p, db, thread, seeker, text, made, how)
  if (made) await p.emit(db, 'listing.replied', { listing: advert.id, at: now })
  return { id: thread.id, publicId: thread.public_id }
}

/** Writes on in a thread, as one of its two. Run it in a transaction. Throws a refusal (404) when the author has ended meanwhile. */
export async function sendMessage(p: Platform, db: Db, thread: string, author: string, text: string, how: Writing = {}) {
  const known = await threadById(db, thread)
  if (known && !(await whoStays(db, [known.seeker_id, known.advertiser_id])).has(author)) throw missing()
  const found = await threadToWrite(db, thread)
  if (found) await write(p, db, found, author, text, false, how)
}
