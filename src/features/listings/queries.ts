import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import type { Database } from '../../register'
import type { ListingStatus } from '../../register/tables/listings'
import { publicListings, summaryColumns } from './public'

export type Listing = Selectable<Database['listings']>

// Adverts.

export const addListing = (db: Db, row: Insertable<Database['listings']>) => db.insertInto('listings').values(row).execute()

/** Writes a changed advert over the former one. It has its first day when it is first published. */
export const changeListing = (db: Db, id: string, row: Updateable<Database['listings']>, now: Date) =>
  db
    .updateTable('listings')
    .set(row)
    .$if(row.status !== 'waiting', (set) =>
      set.set({ published_at: sql<Date>`coalesce(published_at, ${now})`, confirmed_at: now }),
    )
    .where('id', '=', id)
    .execute()

export const setStatus = (db: Db, id: string, status: ListingStatus, now: Date) =>
  changeListing(db, id, { status, updated_at: now }, now)

/** What stands in public, for the page of the advert. */
export const advertColumns = [
  ...summaryColumns,
  'listings.person_id',
  'listings.status',
  'listings.text',
  'listings.charges_cover',
  'listings.deposit',
  'listings.lease_min_months',
  'listings.lease_max_months',
  'listings.toilet',
  'listings.internet',
  'listings.energy_label',
  'listings.epc_score',
  'listings.epc_code',
  'listings.in_feed',
  'listings.created_at',
  'listings.source_url',
] as const

const withOwner = (db: Db) =>
  db
    .selectFrom('listings')
    .leftJoin('people', 'people.id', 'listings.person_id')
    .select(advertColumns)
    .select(['people.ended_at as owner_ended_at', sql<boolean>`listings.phone is not null`.as('has_phone')])

/** An advert in whatever state, by the name in its address. */
export const advertNamed = (db: Db, publicId: string) =>
  withOwner(db).where('listings.public_id', '=', publicId).executeTakeFirst()
export type Advert = NonNullable<Awaited<ReturnType<typeof advertNamed>>>

export const advertById = (db: Db, id: string) => withOwner(db).where('listings.id', '=', id).executeTakeFirst()

/** One's own advert with what is sealed of it, to change or to copy it. */
export const ownAdvert = (db: Db, publicId: string, person: string) =>
  db
    .selectFrom('listings')
    .select(advertColumns)
    .select(['listings.house_number', 'listings.point', 'listings.phone', 'listings.person_id'])
    .where('public_id', '=', publicId)
    .where('person_id', '=', person)
    .executeTakeFirst()

export const ownAdverts = (db: Db, person: string) =>
  db
    .selectFrom('listings')
    .select([...summaryColumns, 'listings.status'])
    .where('person_id', '=', person)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()

/** Public adverts of the same place, those of the same kind and about the same price first. */
export const alike = (db: Db, now: Date, to: Pick<Listing, 'id' | 'place_id' | 'kind' | 'total'>, limit = 3) =>
  publicListings(db, now)
    .select(summaryColumns)
    .where('listings.place_id', '=', to.place_id)
    .where('listings.id', '!=', to.id)
    .orderBy(sql`listings.kind <> ${to.kind}`)
    .orderBy(sql`abs(listings.total - ${to.total})`)
    .orderBy('listings.id')
    .limit(limit)
    .execute()

export const removeListing = (db: Db, id: string) => db.deleteFrom('listings').where('id', '=', id).execute()
