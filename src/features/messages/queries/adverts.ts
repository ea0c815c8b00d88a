import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { publicListings } from '../../listings'

const advertFacts = [
  'listings.id',
  'listings.public_id',
  'listings.person_id',
  'listings.title',
  'listings.language',
  'listings.kind',
  'listings.place_id',
  'listings.street',
  'listings.total',
  'listings.spotlight_from',
  'listings.spotlight_until',
] as const

const hasPhone = sql<boolean>`listings.phone is not null`.as('has_phone')

/** An advert that is public now, by the name in its address or by its id. */
export const publicAdvert = (db: Db, now: Date, by: { publicId: string } | { id: string }) =>
  publicListings(db, now)
    .select(advertFacts)
    .select(hasPhone)
    .where((is) => ('publicId' in by ? is('listings.public_id', '=', by.publicId) : is('listings.id', '=', by.id)))
    .executeTakeFirst()

export type Advert = NonNullable<Awaited<ReturnType<typeof publicAdvert>>>

export const phoneOf = (db: Db, listing: string) =>
  db.selectFrom('listings').select(['id', 'person_id', 'phone']).where('id', '=', listing).executeTakeFirst()

/** One's own advert, in whatever state. */
export const ownAdvertNamed = (db: Db, publicId: string, person: string) =>
  db
    .selectFrom('listings')
    .select(advertFacts)
    .select(['listings.status'])
    .where('public_id', '=', publicId)
    .where('person_id', '=', person)
    .executeTakeFirst()

export const listingName = (db: Db, id: string) =>
  db.selectFrom('listings').select(['public_id', 'title']).where('id', '=', id).executeTakeFirst()
