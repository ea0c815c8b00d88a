import { sql } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'
import type { DeclineReason, Outcome } from '../../../register/tables/messages'
import { seekerHere, threadColumns } from './threads'

/** Replies to an advert that have not ended: no outcome, no farewell on its way, and both still there. */
const open = (db: Db, listing: string, advertiser: string) =>
  db
    .selectFrom('threads')
    .where('threads.listing_id', '=', listing)
    .where('threads.advertiser_id', '=', advertiser)
    .where(seekerHere, 'is not', null)
    .where('threads.outcome', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('partings').select('partings.id').whereRef('partings.thread_id', '=', 'threads.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('blocks')
            .select('blocks.id')
            .where((is) =>
              is.or([
                is.and([
                  is('blocks.person_id', '=', is.ref('threads.seeker_id')),
                  is('blocks.blocked_id', '=', is.ref('threads.advertiser_id')),
                ]),
                is.and([
                  is('blocks.person_id', '=', is.ref('threads.advertiser_id')),
                  is('blocks.blocked_id', '=', is.ref('threads.seeker_id')),
                ]),
              ]),
            ),
        ),
      ),
    )

/** The open replies to an advert, the oldest first: what can still be written to. */
export const openThreadsOf = (db: Db, listing: string, advertiser: string) =>
  open(db, listing, advertiser).select(threadColumns).orderBy('threads.created_at').orderBy('threads.id').execute()

export const setShortlisted = (db: Db, id: string, shortlisted: boolean) =>
  db.updateTable('threads').set({ shortlisted }).where('id', '=', id).execute()

export const setOutcome = (db: Db, id: string, outcome: Outcome, reason: DeclineReason | null) =>
  db.updateTable('threads').set({ outcome, reason }).where('id', '=', id).execute()

/** Of these threads, what a farewell that is on its way will say. */
export async function leavingAmong(db: Db, threads: readonly string[]): Promise<Map<string, Outcome>> {
  if (threads.length === 0) return new Map()
  const rows = await db.selectFrom('partings').select(['thread_id', 'outcome']).where('thread_id', '=', anyOf(threads)).execute()
  return new Map(rows.map((row) => [row.thread_id, row.outcome]))
}

const booked = sql<boolean>`exists (select 1 from bookings join slots on slots.id = bookings.slot_id
  where bookings.thread_id = threads.id and bookings.place is not null and not slots.cancelled)`
/** The status of a reply for its advertiser, as `statusOf` in rules.ts says it. */
export const statusExpression = sql<string>`case coalesce((select partings.outcome from partings where partings.thread_id = threads.id), threads.outcome)
  when 'rented' then 'rented' when 'declined' then 'declined' when 'elsewhere' then 'declined'
  else case when ${booked} then 'viewing' when threads.shortlisted then 'shortlisted'
    when threads.advertiser_read_at is null then 'new' else 'seen' end end`

/** How many replies to one's advert have each status. */
export const statusCounts = (db: Db, listing: string, advertiser: string) =>
  db
    .selectFrom('threads')
    .select(statusExpression.as('status'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('threads.listing_id', '=', listing)
    .where('threads.advertiser_id', '=', advertiser)
    .where((is) => is.not(isRestricted('threads.seeker_id')))
    .groupBy(sql`1`)
    .execute()

/** The replies to one's advert, of one status or of all: unread first, then the last written. */
export const repliesTo = (
  db: Db,
  listing: string,
  advertiser: string,
  status: string | undefined,
  limit: number,
  offset: number,
) =>
  db
    .selectFrom('threads')
    .select(threadColumns)
    .select(statusExpression.as('status'))
    .where('threads.listing_id', '=', listing)
    .where('threads.advertiser_id', '=', advertiser)
    .$if(status !== undefined, (query) => query.where(statusExpression, '=', status ?? ''))
    .orderBy(sql`threads.last_message_at > coalesce(threads.advertiser_read_at, '-infinity')`, 'desc')
    .orderBy('threads.last_message_at', 'desc')
    .orderBy('threads.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** One's adverts that somebody replied to, with how many did and how many of those replies are new. */
export const advertsWithReplies = (db: Db, advertiser: string) =>
  db
    .selectFrom('threads')
    .innerJoin('listings', 'listings.id', 'threads.listing_id')
    .select(['listings.public_id', 'listings.title', 'listings.language'])
    .select((of) => of.fn.countAll<number>().as('replies'))
    .select(sql<number>`(count(*) filter (where threads.advertiser_read_at is null))::int`.as('fresh'))
    .where('threads.advertiser_id', '=', advertiser)
    .where((is) => is.not(isRestricted('threads.seeker_id')))
    .groupBy(['listings.id', 'listings.public_id', 'listings.title', 'listings.language'])
    .orderBy(sql`max(threads.last_message_at)`, 'desc')
    .limit(50)
    .execute()
