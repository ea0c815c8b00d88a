import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import type { Database } from '../../register'
import type { ListingStatus } from '../../register/tables/listings'
import { publicColumns, publicListings, summariesOf, summaryColumns } from './public'

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
  changeListing(db, id, { status, asked_at: null, lapsed: false, updated_at: now }, now)

/** What stands in public, for the page of the advert. */
export const advertColumns = [
  ...publicColumns,
  'listings.person_id',
  'listings.status',
  'listings.resting',
  'listings.against',
  'listings.cleared',
  'listings.in_feed',
  'listings.created_at',
] as const

const adverts = (db: Db) =>
  db.selectFrom('listings').select(advertColumns).select(sql<boolean>`listings.phone is not null`.as('has_phone'))

/** An advert in whatever state, by the name in its address. */
export const advertNamed = (db: Db, publicId: string) => adverts(db).where('listings.public_id', '=', publicId).executeTakeFirst()
export type Advert = NonNullable<Awaited<ReturnType<typeof advertNamed>>>

export const advertById = (db: Db, id: string) => adverts(db).where('listings.id', '=', id).executeTakeFirst()

/** One's own advert with what is sealed of it, to change or to copy it. */
const whole = (db: Db, person: string) =>
  db
    .selectFrom('listings')
    .select(advertColumns)
    .select(['listings.house_number', 'listings.point', 'listings.phone', 'listings.person_id'])
    .where('person_id', '=', person)

export const ownAdvert = (db: Db, publicId: string, person: string) =>
  whole(db, person).where('public_id', '=', publicId).executeTakeFirst()

export const ownAdvertById = (db: Db, id: string, person: string) =>
  whole(db, person).where('listings.id', '=', id).executeTakeFirst()

export const ownAdverts = (db: Db, person: string) =>
  db
    .selectFrom('listings')
    .select([...summaryColumns, 'listings.status', 'listings.lapsed', 'listings.against'])
    .where('person_id', '=', person)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()

/** Public adverts of the same place and kind whose price is nearest. The index of prices is walked both ways from there, so that a town of a
 *  hundred thousand adverts is not sorted for three. */
export async function alike(db: Db, now: Date, to: Pick<Listing, 'id' | 'place_id' | 'kind' | 'total'>, limit = 3) {
  const walk = (way: 'asc' | 'desc') =>
    publicListings(db, now)
      .select(['listings.id', 'listings.total'])
      .where('listings.place_id', '=', to.place_id)
      .where('listings.kind', '=', to.kind)
      .where('listings.id', '!=', to.id)
      .where('listings.total', way === 'asc' ? '>=' : '<', to.total)
      .orderBy('listings.total', way)
      .orderBy('listings.id', way)
      .limit(limit)
  const [above, below] = await Promise.all([walk('asc').execute(), walk('desc').execute()])
  const near = [...above, ...below].sort((a, b) => Math.abs(a.total - to.total) - Math.abs(b.total - to.total))
  return summariesOf(
    db,
    now,
    near.slice(0, limit).map(({ id }) => id),
  )
}

export const removeListing = (db: Db, id: string) => db.deleteFrom('listings').where('id', '=', id).execute()

// Drafts.

export const draftRow = (db: Db, id: string, person: string, lock: boolean) =>
  db
    .selectFrom('drafts')
    .select(['id', 'person_id', 'listing_id', 'content', 'house', 'updated_at'])
    .where('id', '=', id)
    .where('person_id', '=', person)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

export const draftRows = (db: Db, person: string) =>
  db
    .selectFrom('drafts')
    .select(['id', 'person_id', 'listing_id', 'content', 'house', 'updated_at'])
    .where('person_id', '=', person)
    .orderBy('updated_at', 'desc')
    .execute()

export const draftOfListing = (db: Db, listing: string, person: string) =>
  db.selectFrom('drafts').select('id').where('listing_id', '=', listing).where('person_id', '=', person).executeTakeFirst()

export const addDraft = (db: Db, row: Insertable<Database['drafts']>) => db.insertInto('drafts').values(row).execute()
export const changeDraft = (db: Db, id: string, row: Updateable<Database['drafts']>) =>
  db.updateTable('drafts').set(row).where('id', '=', id).execute()
export const removeDraft = (db: Db, id: string) => db.deleteFrom('drafts').where('id', '=', id).execute()

// Photos.

const photoColumns = ['id', 'person_id', 'draft_id', 'listing_id', 'path', 'width', 'height', 'position'] as const
export type PhotoRow = Pick<Selectable<Database['photos']>, (typeof photoColumns)[number]>

export const addPhoto = (db: Db, row: Insertable<Database['photos']>) => db.insertInto('photos').values(row).execute()

export const photosOf = (db: Db, of: { listing: string } | { draft: string }): Promise<PhotoRow[]> =>
  db
    .selectFrom('photos')
    .select(photoColumns)
    .where((is) => ('listing' in of ? is('listing_id', '=', of.listing) : is('draft_id', '=', of.draft)))
    .orderBy('position')
    .orderBy('id')
    .execute()

/** The photos of a draft that belong to this person, in the order of the ids. */
export async function photosNamed(db: Db, ids: readonly string[], person: string): Promise<PhotoRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('photos')
    .select(photoColumns)
    .where('id', 'in', [...ids])
    .where('person_id', '=', person)
    .execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

export const photoAt = (db: Db, path: string) =>
  db.selectFrom('photos').select(photoColumns).where('path', '=', path).executeTakeFirst()

export const photoById = (db: Db, id: string) =>
  db.selectFrom('photos').select(photoColumns).where('id', '=', id).executeTakeFirst()

export const givePhoto = (db: Db, id: string, listing: string, position: number) =>
  db.updateTable('photos').set({ listing_id: listing, draft_id: null, position }).where('id', '=', id).execute()

export async function removePhotos(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('photos')
      .where('id', 'in', [...ids])
      .execute()
}

/** Photos whose draft is gone and that came into no advert. */
export const strayPhotos = (db: Db) =>
  db.selectFrom('photos').select(['id', 'path']).where('draft_id', 'is', null).where('listing_id', 'is', null).execute()

/** Whether anybody may see a photo: it is of an advert that may be public. */
export const isPhotoPublic = async (db: Db, now: Date, listing: string): Promise<boolean> =>
  (await publicListings(db, now).select('listings.id').where('listings.id', '=', listing).executeTakeFirst()) !== undefined

// Favourites.

export const isFavourite = async (db: Db, person: string, listing: string): Promise<boolean> =>
  (await db
    .selectFrom('favourites')
    .select('id')
    .where('person_id', '=', person)
    .where('listing_id', '=', listing)
    .executeTakeFirst()) !== undefined

/** Answers whether it was not kept before. */
export const keepFavourite = async (db: Db, row: Insertable<Database['favourites']>): Promise<boolean> =>
  (await db
    .insertInto('favourites')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'listing_id']).doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const dropFavourite = (db: Db, person: string, listing: string) =>
  db.deleteFrom('favourites').where('person_id', '=', person).where('listing_id', '=', listing).execute()

/** What a person keeps, last kept first; `visible` says whether it still may be seen. */
export const favouriteAdverts = (db: Db, now: Date, person: string) =>
  publicListings(db, now)
    .innerJoin('favourites', 'favourites.listing_id', 'listings.id')
    .select(summaryColumns)
    .where('favourites.person_id', '=', person)
    .orderBy('favourites.created_at', 'desc')
    .execute()

export const countFavourites = async (db: Db, person: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('favourites')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow()
    ).count,
  )

// Claims, and the desk.

export const addClaim = (db: Db, row: Insertable<Database['claims']>) => db.insertInto('claims').values(row).execute()

export const openClaim = (db: Db, listing: string, person: string) =>
  db
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listing)
    .where('person_id', '=', person)
    .where('decided_at', 'is', null)
    .executeTakeFirst()

export const claimById = (db: Db, id: string) =>
  db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select([
      'claims.id',
      'claims.person_id',
      'claims.listing_id',
      'claims.explanation',
      'claims.created_at',
      'claims.decided_at',
      'claims.accepted',
      'listings.title',
      'listings.public_id',
      'listings.person_id as owner',
    ])
    .where('claims.id', '=', id)
    .executeTakeFirst()

export const decideClaim = (db: Db, id: string, accepted: boolean, now: Date) =>
  db.updateTable('claims').set({ decided_at: now, accepted }).where('id', '=', id).where('decided_at', 'is', null).execute()

/** An advert without an owner gets one; it waits until its owner has looked it over. */
export async function giveListing(db: Db, listing: string, person: string, now: Date): Promise<void> {
  await db
    .updateTable('listings')
    .set({ person_id: person, status: 'waiting', updated_at: now })
    .where('id', '=', listing)
    .where('person_id', 'is', null)
    .execute()
  await db.updateTable('photos').set({ person_id: person }).where('listing_id', '=', listing).execute()
}

export const claimsWaiting = (db: Db) =>
  db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select(['claims.id', 'claims.created_at', 'listings.title'])
    .where('claims.decided_at', 'is', null)
    .orderBy('claims.created_at')
    .execute()

export const advertsHeld = (db: Db) =>
  db.selectFrom('listings').select(['id', 'title', 'updated_at']).where('status', '=', 'held').orderBy('updated_at').execute()

export const lockAdvert = (db: Db, publicId: string, person: string) =>
  db
    .selectFrom('listings')
    .select(['id', 'status'])
    .where('public_id', '=', publicId)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()
