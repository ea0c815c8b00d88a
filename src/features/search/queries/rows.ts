import { anyOf, type Db } from '../../../platform/db'
import { publicColumns, publicListings } from '../../listings'

/** The same with all that a feed says: the columns that other sites get, and no others (K19). */
export async function feedRowsOf(db: Db, now: Date, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await publicListings(db, now)
    .select(publicColumns)
    .where('listings.in_feed', '=', true)
    .where('listings.id', '=', anyOf(ids))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
export type FeedRow = Awaited<ReturnType<typeof feedRowsOf>>[number]

/** Photos of these adverts in their order: path and size. */
export async function photosOf(db: Db, listings: readonly string[]) {
  if (listings.length === 0) return []
  return db
    .selectFrom('photos')
    .select(['listing_id', 'path', 'width', 'height'])
    .where('listing_id', '=', anyOf(listings))
    .orderBy('listing_id')
    .orderBy('position')
    .execute()
}

/** Which of these adverts somebody keeps. */
export async function keptAmong(db: Db, person: string, listings: readonly string[]): Promise<Set<string>> {
  if (listings.length === 0) return new Set()
  const rows = await db
    .selectFrom('favourites')
    .select('listing_id')
    .where('person_id', '=', person)
    .where('listing_id', '=', anyOf(listings))
    .execute()
  return new Set(rows.map(({ listing_id }) => listing_id))
}

/** How many public adverts each of these places has. */
export async function countsByPlace(db: Db, now: Date, places: readonly string[]): Promise<Map<string, number>> {
  const rows = await publicListings(db, now)
    .select(['listings.place_id', (is) => is.fn.countAll<number>().as('n')])
    .where('listings.place_id', 'in', [...places])
    .groupBy('listings.place_id')
    .execute()
  return new Map(rows.map(({ place_id, n }) => [place_id, n]))
}
