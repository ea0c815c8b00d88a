import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Database } from '../../../register'
import { publicColumns } from '../../listings'

/** What is public of an advert: no house number, no point, no telephone number. */
export const advertAsSeen = (db: Db, listing: string) =>
  db.selectFrom('listings').select(publicColumns).where('id', '=', listing).executeTakeFirst()

export const photosOfListing = (db: Db, listing: string) =>
  db.selectFrom('photos').select('path').where('listing_id', '=', listing).orderBy('position').orderBy('id').execute()

export const insertSnapshot = (db: Db, row: Insertable<Database['snapshots']>) =>
  db
    .insertInto('snapshots')
    .values(row)
    .onConflict((conflict) => conflict.column('thread_id').doNothing())
    .execute()

export const snapshotOf = (db: Db, thread: string) =>
  db.selectFrom('snapshots').select(['id', 'person_id', 'content']).where('thread_id', '=', thread).executeTakeFirst()
