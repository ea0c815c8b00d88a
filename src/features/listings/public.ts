import { type Selectable, sql } from 'kysely'
import { dayOf } from '../../platform/clock'
import { anyOf, type Db } from '../../platform/db'
import type { Database } from '../../register'

type Listing = Selectable<Database['listings']>

/** What decides whether an advert is public: its own row alone. Whoever ends their account takes their adverts along, in the same transaction. */
export type PublicFacts = Pick<Listing, 'status' | 'resting' | 'published_at' | 'available_until'>

/** The one rule of what may be public, here and in every feed: published, not before its time nor after the last day of the stay, and not of
 *  somebody whose data are restricted (G7). */
export const mayBePublic = (facts: PublicFacts, now: Date): boolean =>
  facts.status === 'published' &&
  !facts.resting &&
  facts.published_at !== null &&
  facts.published_at <= now &&
  (facts.available_until === null || facts.available_until >= dayOf(now))

/** The same rule as SQL: a query over the table listings, restricted to what may be public. Nothing is selected yet. */
export const publicListings = (db: Db, now: Date) =>
  db
    .selectFrom('listings')
    // A literal, so that the partial indexes serve whatever plan is kept.
    .where('listings.status', '=', sql.lit<'published'>('published'))
    .where('listings.resting', '=', sql.lit(false))
    .where('listings.published_at', '<=', now)
    .where((is) => is.or([is('listings.available_until', 'is', null), is('listings.available_until', '>=', dayOf(now))]))

/** What a card, a list or a feed says of an advert; all of it published. */
export const summaryColumns = [
  'listings.id',
  'listings.public_id',
  'listings.kind',
  'listings.language',
  'listings.title',
  'listings.street',
  'listings.postcode',
  'listings.place_id',
  'listings.region',
  'listings.cell_lat',
  'listings.cell_lon',
  'listings.accuracy',
  'listings.rent',
  'listings.month_rents',
  'listings.charges_mode',
  'listings.charges',
  'listings.total',
  'listings.size',
  'listings.available_from',
  'listings.available_until',
  'listings.furnished',
  'listings.kitchen',
  'listings.bath',
  'listings.domicile',
  'listings.spotlight_from',
  'listings.spotlight_until',
  'listings.published_at',
  'listings.confirmed_at',
  'listings.updated_at',
  'listings.source',
  'listings.answers',
] as const

/** All that is published of an advert: for its page, a feed, and what somebody saw of it. */
export const publicColumns = [
  ...summaryColumns,
  'listings.text',
  'listings.month_rents',
  'listings.charges_cover',
  'listings.deposit',
  'listings.lease_min_months',
  'listings.lease_max_months',
  'listings.toilet',
  'listings.internet',
  'listings.energy_label',
  'listings.epc_score',
  'listings.epc_code',
  'listings.source_url',
] as const

type Bare<C> = C extends `listings.${infer Name}` ? Name : never
export type ListingSummary = Pick<Listing, Bare<(typeof summaryColumns)[number]>>

/** The cards of these adverts, in this order. One that stopped being public meanwhile is not among them. */
export async function summariesOf(db: Db, now: Date, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await publicListings(db, now).select(summaryColumns).where('listings.id', '=', anyOf(ids)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type FirstPhoto = { path: string; width: number; height: number }

/** The first photo of each of these adverts, by the advert's id. */
export async function firstPhotos(db: Db, listings: readonly string[]): Promise<Map<string, FirstPhoto>> {
  if (listings.length === 0) return new Map()
  const rows = await db
    .selectFrom('photos')
    .distinctOn('listing_id')
    .select(['listing_id', 'path', 'width', 'height'])
    .where('listing_id', '=', anyOf(listings))
    .orderBy('listing_id')
    .orderBy('position')
    .execute()
  return new Map(rows.flatMap(({ listing_id, ...photo }) => (listing_id ? [[listing_id, photo] as const] : [])))
}

/** Whether a paid spotlight runs for the advert. */
export const isSpotlit = (advert: Pick<Listing, 'spotlight_from' | 'spotlight_until'>, now: Date): boolean =>
  advert.spotlight_from !== null &&
  advert.spotlight_from <= now &&
  (advert.spotlight_until === null || advert.spotlight_until > now)
