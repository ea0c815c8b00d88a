import { type Insertable, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'
import type { Database } from '../../../register'
import type { Side } from '../rules'

/** Whose data are restricted is not in a thread for as long as that lasts, as if they had left: nothing of theirs is read, counted or written to (G7). */
export const seekerHere = sql<string | null>`case when ${isRestricted('threads.seeker_id')} then null else threads.seeker_id end`
export const advertiserHere = sql<
  string | null
>`case when ${isRestricted('threads.advertiser_id')} then null else threads.advertiser_id end`

export const threadColumns = [
  'threads.id',
  'threads.public_id',
  'threads.listing_id',
  'threads.listing_kind',
  'threads.listing_place',
  'threads.listing_total',
  seekerHere.as('seeker_id'),
  advertiserHere.as('advertiser_id'),
  sql<boolean>`(${isRestricted('threads.seeker_id')} or ${isRestricted('threads.advertiser_id')})`.as('resting'),
  'threads.last_message_at',
  'threads.seeker_read_at',
  'threads.advertiser_read_at',
  'threads.answered_at',
  'threads.shortlisted',
  'threads.outcome',
  'threads.reason',
  'threads.warned_about',
  'threads.warned_at',
  'threads.withdrawn_at',
  'threads.seeker_archived',
  'threads.advertiser_archived',
] as const

export const takesPart = (person: string) => sql<SqlBool>`(threads.seeker_id = ${person} or threads.advertiser_id = ${person})`

export const threadOf = (db: Db, publicId: string, person: string) =>
  db.selectFrom('threads').select(threadColumns).where('public_id', '=', publicId).where(takesPart(person)).executeTakeFirst()

export type ThreadRow = NonNullable<Awaited<ReturnType<typeof threadOf>>>

/** A thread for as long as the transaction lasts: who writes in it waits for who is writing. */
export const threadToWrite = (db: Db, id: string) =>
  db.selectFrom('threads').select(threadColumns).where('id', '=', id).forUpdate().executeTakeFirst()

export const threadById = (db: Db, id: string) =>
  db.selectFrom('threads').select(threadColumns).where('id', '=', id).executeTakeFirst()

/** The thread of a seeker about an advert. */
export const threadAbout = (db: Db, listing: string, seeker: string) =>
  db
    .selectFrom('threads')
    .select(['id', 'public_id', 'created_at'])
    .where('listing_id', '=', listing)
    .where('seeker_id', '=', seeker)
    .executeTakeFirst()

/** Makes a thread, unless the seeker has one about this advert. Answers whether it was made. */
export const openThread = async (db: Db, row: Insertable<Database['threads']>): Promise<boolean> =>
  (
    await db
      .insertInto('threads')
      .values(row)
      .onConflict((conflict) => conflict.columns(['listing_id', 'seeker_id']).doNothing())
      .returning('id')
      .execute()
  ).length > 0

/** Notes that a side wrote: it has read what stands there, and the other finds the thread among the current ones. */
export const noteWritten = (db: Db, id: string, side: Side, at: Date) =>
  db
    .updateTable('threads')
    .set(
      side === 'seeker'
        ? { last_message_at: at, seeker_read_at: at, seeker_archived: false, advertiser_archived: false }
        : {
            last_message_at: at,
            advertiser_read_at: at,
            seeker_archived: false,
            advertiser_archived: false,
            answered_at: sql<Date>`coalesce(answered_at, ${at})`,
          },
    )
    .where('id', '=', id)
    .execute()

export const noteRead = (db: Db, id: string, side: Side, upTo: Date) =>
  db
    .updateTable('threads')
    .set(side === 'seeker' ? { seeker_read_at: upTo } : { advertiser_read_at: upTo })
    .where('id', '=', id)
    .execute()

export const setArchived = (db: Db, id: string, side: Side, archived: boolean) =>
  db
    .updateTable('threads')
    .set(side === 'seeker' ? { seeker_archived: archived } : { advertiser_archived: archived })
    .where('id', '=', id)
    .execute()
