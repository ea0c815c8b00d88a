import { randomBytes } from 'node:crypto'

export type Side = 'seeker' | 'advertiser'
/** What of a thread says who takes part and what they have seen. */
export type ThreadFacts = {
  seeker_id: string | null
  advertiser_id: string | null
  last_message_at: Date
  seeker_read_at: Date | null
  advertiser_read_at: Date | null
  answered_at: Date | null
}

/** As many letters as an advert's, without vowels: no id spells a word. */
const letters = '23456789bcdfghjkmnpqrstvwxz'
export const newThreadId = (): string => Array.from(randomBytes(16), (byte) => letters[byte % letters.length]).join('')
export const threadIdShape = `[${letters}]{16}`

export const longest = 4000
export const perPage = 30

/** Against spam. `threads`: adverts that one account replies to in a day; `messages`: what it writes in an hour; `pending`: replies of people
 *  without an account from one network in an hour; `phones`: telephone numbers that one visitor asks for in an hour. */
export const limits = {
  threads: { points: 20, seconds: 86_400 },
  messages: { points: 60, seconds: 3_600 },
  pending: { points: 10, seconds: 3_600 },
  phones: { points: 30, seconds: 3_600 },
} as const

/** Days that a reported thread is kept, also from an erasure (GDPR article 17(3)(e)). */
export const holdDays = 90

export const sideOf = (thread: Pick<ThreadFacts, 'seeker_id'>, person: string): Side =>
  thread.seeker_id === person ? 'seeker' : 'advertiser'
export const otherSide = (side: Side): Side => (side === 'seeker' ? 'advertiser' : 'seeker')
export const personAt = (thread: Pick<ThreadFacts, 'seeker_id' | 'advertiser_id'>, side: Side): string | null =>
  side === 'seeker' ? thread.seeker_id : thread.advertiser_id
const readAt = (thread: ThreadFacts, side: Side) => (side === 'seeker' ? thread.seeker_read_at : thread.advertiser_read_at)

/** Whoever writes has read what was there: something after one's last reading is therefore by the other. */
export const isUnread = (thread: ThreadFacts, side: Side): boolean => {
  const read = readAt(thread, side)
  return read === null || read < thread.last_message_at
}

/** Whether this side has read what was written at a moment. */
export const hasRead = (thread: ThreadFacts, side: Side, written: Date): boolean => {
  const read = readAt(thread, side)
  return read !== null && read >= written
}

export type ThreadState = 'ended' | 'resting' | 'new' | 'answered' | 'read' | 'sent'
/** How a conversation stands, for the list of one of the two. */
export function stateOf(thread: ThreadFacts & { resting?: boolean }, side: Side): ThreadState {
  if (personAt(thread, otherSide(side)) === null) return thread.resting ? 'resting' : 'ended'
  if (isUnread(thread, side)) return 'new'
  if (thread.answered_at) return 'answered'
  if (side === 'advertiser') return 'read'
  return isUnread(thread, 'advertiser') ? 'sent' : 'read'
}

/** The first name of the other: the seeker gave it with the reply (K14), the advertiser gives it with the first answer. */
export const knowsName = (thread: Pick<ThreadFacts, 'answered_at'>, side: Side): boolean =>
  side === 'advertiser' || thread.answered_at !== null

/** Why nothing can be written: the other left, has their data only stored, one blocked the other, or was blocked. Who was blocked is not told by whom. */
export type Closed = 'ended' | 'resting' | 'blockedByMe' | 'closed'
export function closedFor(
  thread: Pick<ThreadFacts, 'seeker_id' | 'advertiser_id'> & { resting?: boolean },
  side: Side,
  blocks: { byMe: boolean; byOther: boolean },
): Closed | undefined {
  if (personAt(thread, otherSide(side)) === null) return thread.resting ? 'resting' : 'ended'
  if (blocks.byMe) return 'blockedByMe'
  return blocks.byOther ? 'closed' : undefined
}

/** Messages of a thread never share a moment, so that their order and what was read are certain. */
export const momentAfter = (last: Date | null, now: Date): Date =>
  last !== null && now <= last ? new Date(last.getTime() + 1) : now

export type ReplyRefusal = 'gone' | 'own' | 'closed'
/** Why somebody cannot reply to an advert; undefined when they can. An imported advert has nobody behind it who would read it. */
export function refusalOf(
  advert: { person_id: string | null } | undefined,
  seeker: string,
  blocks: { byMe: boolean; byOther: boolean },
): ReplyRefusal | undefined {
  if (!advert?.person_id) return 'gone'
  if (advert.person_id === seeker) return 'own'
  return blocks.byMe || blocks.byOther ? 'closed' : undefined
}
