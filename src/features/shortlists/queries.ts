import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { type Database, Opaque } from '../../register'
import { publicListings, summaryColumns } from '../listings'

const columns = ['id', 'person_id', 'title', 'link', 'created_at'] as const

export const shortlistsOf = (db: Db, person: string) =>
  db
    .selectFrom('shortlists')
    .select(columns)
    .where('person_id', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
export type ShortlistRow = Awaited<ReturnType<typeof shortlistsOf>>[number]

export const addShortlist = (db: Db, row: Insertable<Database['shortlists']>) => db.insertInto('shortlists').values(row).execute()
export const changeShortlist = (db: Db, id: string, row: Updateable<Database['shortlists']>) =>
  db.updateTable('shortlists').set(row).where('id', '=', id).execute()
export const removeShortlist = (db: Db, id: string) => db.deleteFrom('shortlists').where('id', '=', id).execute()

/** The list that a secret link shows: its id alone, since its name is its owner's. */
export const sharedBy = (db: Db, hash: Buffer) =>
  db.selectFrom('shortlists').select('id').where('link_hash', '=', new Opaque(hash)).executeTakeFirst()

/** The adverts of a list that are still public, cheapest first. */
export const advertsOn = (db: Db, now: Date, shortlist: string) =>
  publicListings(db, now)
    .innerJoin('shortlist_adverts', 'shortlist_adverts.listing_id', 'listings.id')
    .select([...summaryColumns, 'listings.deposit', 'listings.lease_min_months', 'listings.month_rents'])
    .where('shortlist_adverts.shortlist_id', '=', shortlist)
    .orderBy('listings.total')
    .orderBy('listings.id')
    .execute()
export type Compared = Awaited<ReturnType<typeof advertsOn>>[number]

/** Puts these adverts on a list, and takes the others off that are still public: those one cannot see one does not choose. */
export async function putOn(db: Db, now: Date, shortlist: string, rows: readonly Insertable<Database['shortlist_adverts']>[]) {
  const chosen = rows.map(({ listing_id }) => listing_id)
  const shown = (await advertsOn(db, now, shortlist)).map(({ id }) => id).filter((id) => !chosen.includes(id))
  if (shown.length > 0)
    await db.deleteFrom('shortlist_adverts').where('shortlist_id', '=', shortlist).where('listing_id', 'in', shown).execute()
  if (rows.length > 0)
    await db
      .insertInto('shortlist_adverts')
      .values([...rows])
      .onConflict((conflict) => conflict.columns(['shortlist_id', 'listing_id']).doNothing())
      .execute()
}
