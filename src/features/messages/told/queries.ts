import { type SqlBool, sql } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import type { Side } from '../rules'

const column = { seeker: 'seeker_id', advertiser: 'advertiser_id' } as const

/** The threads in which this person, on this side, wrote something to somebody who is still there. */
export const writtenIn = async (db: Db, person: string, side: Side): Promise<string[]> => {
  const rows = await db
    .selectFrom('threads')
    .select('id')
    .where(column[side], '=', person)
    .where(column[side === 'seeker' ? 'advertiser' : 'seeker'], 'is not', null)
    .where(sql<SqlBool>`exists (select 1 from messages where messages.thread_id = threads.id and messages.person_id = ${person})`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Of these threads, who is on this side. */
export const thoseAt = (db: Db, threads: readonly string[], side: Side) =>
  db
    .selectFrom('threads')
    .select(['id', `${column[side]} as person`])
    .where('id', '=', anyOf(threads))
    .where(column[side], 'is not', null)
    .execute()

/** Of these threads, those that a person takes part in, also while the other is left alone. */
export const ownThreads = (db: Db, threads: readonly string[], person: string) =>
  db
    .selectFrom('threads')
    .select(['id', 'public_id', 'listing_kind', 'listing_place'])
    .where('id', '=', anyOf(threads))
    .where((is) => is.or([is('seeker_id', '=', person), is('advertiser_id', '=', person)]))
    .orderBy('last_message_at', 'desc')
    .execute()
