import { randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/db'
import { disclose } from '../../../platform/egress'
import type { Platform } from '../../../platform/feature'
import { missing } from '../../../platform/http'
import { whoStays } from '../../../platform/people'
import type { Medium } from '../../../register/tables/messages'
import type { Language } from '../../../std/words'
import { accountsOf } from '../../accounts'
import type { ThreadRow } from '../queries/threads'
import { otherSide, personAt, type Side } from '../rules'
import { sendMessage } from '../write'
import {
  bookingIn,
  bookingsIn,
  cancelFreeSlots,
  givePlaceBack,
  insertSlots,
  lockSlot,
  moveBookings,
  setSlot,
  takePlace,
} from './queries'
import { isOpen, stands } from './rules'
import { whenIn } from './when'
import { words } from './words'
import type { Words } from './words.nl'

type Between = Pick<ThreadRow, 'id' | 'seeker_id' | 'advertiser_id'>

/** Writes a prepared sentence in a thread, in the language of who reads it. */
async function say(
  p: Platform,
  db: Db,
  thread: Between,
  side: Side,
  text: (said: Words['written'], language: Language) => string,
) {
  const [author, reader] = [personAt(thread, side), personAt(thread, otherSide(side))]
  const language = reader && (await accountsOf(p, db, [reader])).get(reader)?.language
  if (!author || !language) return
  await sendMessage(p, db, thread.id, author, text(words(language).written, language))
}

/** The same of something that has to be known in time: a mail goes out, also on top of one about other messages. */
async function tell(p: Platform, db: Db, thread: Between, side: Side, text: Parameters<typeof say>[4]) {
  const [author, reader] = [personAt(thread, side), personAt(thread, otherSide(side))]
  const language = reader && (await accountsOf(p, db, [reader])).get(reader)?.language
  if (!author || !language) return
  await sendMessage(p, db, thread.id, author, text(words(language).written, language), { quiet: true })
  await p.mail.queue(db, reader, 'messages.viewing', { thread: thread.id })
}

export type Offer = { moments: readonly Date[]; minutes: number; places: number; medium: Medium; note: string | null }

/** Offers times: in one thread, or (`threads`) to all who are given. Run it in a transaction. */
export async function offer(
  p: Platform,
  db: Db,
  advertiser: string,
  to: { listing: string | null; thread?: string },
  threads: readonly Between[],
  { moments, minutes, places, medium, note }: Offer,
): Promise<void> {
  const staying = await whoStays(db, [advertiser, ...threads.map((thread) => thread.seeker_id)])
  if (!staying.has(advertiser)) throw missing()
  const keys = await p.vault.keysToSeal(db, advertiser, ['messages'])
  const rows = moments.map((starts_at) => {
    const row = { id: randomUUID(), person_id: advertiser }
    const sealed = keys.seal('slots', row, { note })
    return { ...row, ...sealed, listing_id: to.listing, thread_id: to.thread ?? null, starts_at, minutes, places, medium }
  })
  await insertSlots(db, rows)
  for (const thread of threads)
    await say(p, db, thread, 'advertiser', (said, language) =>
      said.offer(moments.map((moment) => `• ${whenIn(moment, language)}`).join('\n')),
    )
}

/** Whether a time was offered in this thread. */
const isOffered = (
  slot: { person_id: string; thread_id: string | null; listing_id: string | null },
  thread: Pick<ThreadRow, 'id' | 'advertiser_id' | 'listing_id'>,
): boolean =>
  slot.person_id === thread.advertiser_id &&
  (slot.thread_id === null ? slot.listing_id !== null && slot.listing_id === thread.listing_id : slot.thread_id === thread.id)

/** A seeker takes a place in a time, in place of the one that they had. Run it in a transaction. Answers why not, if not. */
export async function book(p: Platform, db: Db, thread: ThreadRow, slotId: string): Promise<'gone' | 'takenNow' | undefined> {
  const { seeker_id: seeker, advertiser_id: advertiser } = thread
  const staying = await whoStays(db, [seeker, advertiser])
  if (!seeker || !staying.has(seeker)) throw missing()
  const slot = await lockSlot(db, slotId)
  const now = p.clock.now()
  if (!advertiser || !staying.has(advertiser) || !slot || !isOffered(slot, thread) || !isOpen({ ...slot, taken: 0 }, now))
    return 'gone'
  const former = await bookingIn(db, thread.id)
  if (former?.slot_id === slot.id && stands(former)) return undefined
  const place = { person_id: seeker, thread_id: thread.id, slot_id: slot.id, starts_at: slot.starts_at, places: slot.places }
  if (!(await takePlace(db, { id: randomUUID(), ...place }))) return 'takenNow'
  if (slot.note) {
    const { note } = (await p.vault.keys(db, [advertiser])).bind('slots', { ...slot, note: slot.note })
    await disclose(p, db, advertiser, 'seeker', 'messaging', { 'viewing.thread': note })
  }
  await tell(p, db, thread, 'seeker', (said, language) =>
    former && stands(former) && former.starts_at > now
      ? said.rebooked(whenIn(former.starts_at, language), whenIn(slot.starts_at, language))
      : said.booked(whenIn(slot.starts_at, language)),
  )
  return undefined
}

/** One of the two calls a booked viewing off. Run it in a transaction. */
export async function callOff(p: Platform, db: Db, thread: ThreadRow, side: Side): Promise<void> {
  await whoStays(db, [thread.seeker_id, thread.advertiser_id])
  const booking = await bookingIn(db, thread.id)
  if (!booking || !stands(booking) || booking.starts_at <= p.clock.now()) return
  await givePlaceBack(db, [thread.id])
  await tell(p, db, thread, side, (said, language) =>
    (side === 'seeker' ? said.cancelled : said.calledOff)(whenIn(booking.starts_at, language)),
  )
}

/** An advertiser moves a time, or calls it off; who has a place in it is told. Run it in a transaction. Answers false when it is not theirs any more. */
export async function changeSlot(p: Platform, db: Db, advertiser: string, id: string, to: Date | 'off'): Promise<boolean> {
  const seekers = (await bookingsIn(db, [id])).map((booking) => booking.seeker_id)
  await whoStays(db, [advertiser, ...seekers])
  const slot = await lockSlot(db, id)
  if (!slot || slot.person_id !== advertiser || slot.cancelled || slot.starts_at <= p.clock.now()) return false
  const bookings = await bookingsIn(db, [id])
  if (to === 'off') {
    await givePlaceBack(
      db,
      bookings.map((booking) => booking.thread_id),
    )
    await setSlot(db, id, { cancelled: true })
  } else {
    await setSlot(db, id, { starts_at: to })
    await moveBookings(db, id, to)
  }
  for (const { thread_id, seeker_id, advertiser_id } of bookings)
    await tell(p, db, { id: thread_id, seeker_id, advertiser_id }, 'advertiser', (said, language) =>
      to === 'off'
        ? said.calledOff(whenIn(slot.starts_at, language))
        : said.moved(whenIn(slot.starts_at, language), whenIn(to, language)),
    )
  return true
}

/** What ends with a farewell: the place of these seekers, and the times of the advert that nobody has a place in. */
export async function endViewings(db: Db, threads: readonly string[], listing: string | null): Promise<void> {
  await givePlaceBack(db, threads)
  if (listing) await cancelFreeSlots(db, listing)
}
