import type { Insertable } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'
import type { Database } from '../../../register'

const columns = ['id', 'person_id', 'thread_id', 'outcome', 'reason', 'body', 'due_at'] as const

/** Keeps a farewell until it leaves; one that was on its way already stays. */
export const insertParting = (db: Db, row: Insertable<Database['partings']>) =>
  db
    .insertInto('partings')
    .values(row)
    .onConflict((conflict) => conflict.column('thread_id').doNothing())
    .execute()

export const dueParting = (db: Db, now: Date, not: readonly string[]) =>
  db
    .selectFrom('partings')
    .select(columns)
    .where('due_at', '<=', now)
    .where((is) => is.not(isRestricted('partings.person_id')))
    .where((is) => is.not(is('id', '=', anyOf(not))))
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()

/** Takes a farewell out, to send it or to take it back. Answers whether it was there. */
export const takeParting = async (db: Db, id: string): Promise<boolean> =>
  (await db.deleteFrom('partings').where('id', '=', id).returning('id').execute()).length > 0

/** The farewells of an advertiser that are on their way, for one advert. */
export const partingsOf = (db: Db, listing: string, person: string) =>
  db
    .selectFrom('partings')
    .innerJoin('threads', 'threads.id', 'partings.thread_id')
    .select(['partings.id', 'partings.due_at'])
    .where('partings.person_id', '=', person)
    .where('threads.listing_id', '=', listing)
    .orderBy('partings.due_at')
    .execute()
