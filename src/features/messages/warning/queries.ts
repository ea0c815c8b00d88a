import { type SqlBool, sql } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'

const isWarned = sql<SqlBool>`(threads.warned_at is not null and threads.withdrawn_at is null)`

/** How many seekers a warning about this advertiser reaches now. */
export const countUnwarned = async (db: Db, advertiser: string): Promise<number> => {
  const { many } = await db
    .selectFrom('threads')
    .select(({ fn }) => fn.count<string>('seeker_id').distinct().as('many'))
    .where('advertiser_id', '=', advertiser)
    .where(({ not }) => not(isWarned))
    .where(({ not }) => not(isRestricted('threads.seeker_id')))
    .executeTakeFirstOrThrow()
  return Number(many)
}

export const seekersOf = async (db: Db, advertiser: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('threads')
    .select('seeker_id')
    .distinct()
    .where('advertiser_id', '=', advertiser)
    .where('seeker_id', 'is not', null)
    .execute()
  return rows.flatMap(({ seeker_id }) => (seeker_id ? [seeker_id] : []))
}

/** Marks all threads of an advertiser as warned because of this advert. Answers those that were not, with their seekers. */
export const markWarned = (db: Db, advertiser: string, listing: string, at: Date) =>
  db
    .updateTable('threads')
    .set({ warned_about: listing, warned_at: at, withdrawn_at: null })
    .where('advertiser_id', '=', advertiser)
    .where(({ not }) => not(isWarned))
    .returning(['id', 'seeker_id'])
    .execute()

/** What was warned of because of another advert is about this one itself from now on. */
export const pointAtOwn = (db: Db, listing: string) =>
  db.updateTable('threads').set({ warned_about: listing }).where('listing_id', '=', listing).where(isWarned).execute()

/** Threads that were warned because of one advert, and are because of another. */
export const pointAtOther = (db: Db, advertiser: string, listing: string, other: string) =>
  db
    .updateTable('threads')
    .set({ warned_about: other })
    .where('advertiser_id', '=', advertiser)
    .where('warned_about', '=', listing)
    .where(isWarned)
    .execute()

/** Withdraws the warnings that were given because of an advert. Answers the threads, with their seekers. */
export const markWithdrawn = (db: Db, advertiser: string, listing: string, at: Date) =>
  db
    .updateTable('threads')
    .set({ withdrawn_at: at })
    .where('advertiser_id', '=', advertiser)
    .where('warned_about', '=', listing)
    .where(isWarned)
    .returning(['id', 'seeker_id'])
    .execute()

/** Of these threads, a seeker's own, with how the warning in them stands. */
export const warnedThreads = (db: Db, threads: readonly string[], seeker: string) =>
  db
    .selectFrom('threads')
    .select(['id', 'public_id', 'listing_kind', 'listing_place', 'withdrawn_at'])
    .where('id', '=', anyOf(threads))
    .where('seeker_id', '=', seeker)
    .where('warned_at', 'is not', null)
    .orderBy('last_message_at', 'desc')
    .execute()

/** Of these adverts, those that are public or may be made so: their owners need nobody of the desk for it. */
export const freeAmong = async (db: Db, listings: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('listings')
    .select('id')
    .where('id', '=', anyOf(listings))
    .where('status', 'not in', ['removed', 'held'])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whose advert this is. */
export const advertiserOf = async (db: Db, listing: string) =>
  (await db.selectFrom('listings').select('person_id').where('id', '=', listing).executeTakeFirst())?.person_id ?? undefined
