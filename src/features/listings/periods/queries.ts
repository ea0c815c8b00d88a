import type { Insertable, Updateable } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import type { Database } from '../../../register'

/** How an advert stands, as far as its periods go. */
export const standing = (db: Db, listing: string) =>
  db
    .selectFrom('listings')
    .select(['person_id', 'status', 'total', 'available_from', 'available_until'])
    .where('id', '=', listing)
    .executeTakeFirst()

const columns = ['id', 'person_id', 'listing_id', 'content', 'began_at'] as const

/** The last period of an advert of this owner. */
export const lastPeriod = (db: Db, listing: string, person: string) =>
  db
    .selectFrom('periods')
    .select(columns)
    .where('listing_id', '=', listing)
    .where('person_id', '=', person)
    .orderBy('began_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** All periods of these adverts, the last first. */
export const periodRows = (db: Db, person: string, listings: readonly string[]) =>
  db
    .selectFrom('periods')
    .select(columns)
    .where('person_id', '=', person)
    .where('listing_id', '=', anyOf(listings))
    .orderBy('began_at', 'desc')
    .execute()

export const addPeriod = (db: Db, row: Insertable<Database['periods']>) => db.insertInto('periods').values(row).execute()
export const changePeriod = (db: Db, id: string, row: Updateable<Database['periods']>) =>
  db.updateTable('periods').set(row).where('id', '=', id).execute()
