import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { anyOf, type Db } from '../../platform/db'
import { type Box, boxAround } from '../../std/geo'
import { publicListings, summaryColumns } from '../listings'
import { campusReach, metresTo, reachByBike, reachOnFoot, targets } from './distance'
import { packed, wantedCodes } from './facets'
import type { Sort } from './parameters'
import type { Search } from './search'
import { placesAround } from './where'

/** Where an advert stands in the order of a search: a whole number by which it is sorted, then its id. */
export type Key = { key: number; id: string }

/** For whom a search is and when, and what its words are to the database. */
export type Scope = {
  now: Date
  /** Only what its advertiser lets other sites have (K20). */
  inFeed: boolean
  /** A tsquery; empty where no word says anything. */
  lexemes: string
}

/** The words of a search as the database looks for them: each as it would be written in each of the three languages, and those that come out the same
 *  once. Asked for beforehand, so that the plan of the search knows how frequent they are. The same accents are taken off as in the column `search`. */
export async function scopeOf(db: Db, now: Date, { q }: Pick<Search, 'q'>, inFeed: boolean): Promise<Scope> {
  if (!q) return { now, inFeed, lexemes: '' }
  const bare = sql`translate(lower(${q}::text), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')`
  const { rows } = await sql<{ lexemes: string }>`
    select distinct plainto_tsquery(language::regconfig, ${bare})::text as lexemes from unnest(array['dutch', 'french', 'english']) language`.execute(
    db,
  )
  const said = rows.flatMap(({ lexemes }) => (lexemes ? `(${lexemes})` : []))
  return { now, inFeed, lexemes: said.join(' | ') }
}

/** Whether an advert says these words. The index has the place among the words, so that both are found in one look-up. */
const says = (lexemes: string, places: readonly string[]): RawBuilder<SqlBool> => {
  const anyPlace = sql.join(
    places.map((place) => sql`quote_literal('place ' || ${place}::text)::tsquery`),
    sql` || `,
  )
  const both = places.length > 0 ? sql`(${lexemes}::tsquery && (${anyPlace}))` : sql`${lexemes}::tsquery`
  return sql<SqlBool>`(listings.search || array_to_tsvector(array['place ' || listings.place_id])) @@ ${both}`
}

/** The same where adverts of a place are read one after the other. */
const saysNear = (lexemes: string) => sql<SqlBool>`listings.search @@ ${lexemes}::tsquery`

/** Whether an advert lies within a box: the middle of its cell does. */
export const liesIn = ({ south, west, north, east }: Box) =>
  sql<SqlBool>`(listings.cell_lat between ${south}::float8 and ${north}::float8 and listings.cell_lon between ${west}::float8 and ${east}::float8)`

/** The places of a search where they are walked one by one, or all of them at once. */
type Within = 'each' | 'all'

/** What a search may show, but for the filters that have options. `each`: of the place `p.place` of the query around it. */
function withoutFacets(db: Db, { now, inFeed, lexemes }: Scope, search: Search, within: Within, reach: number) {
  const { area, campus, box, min, max, size, from, until } = search
  let query = publicListings(db, now)
  if (inFeed) query = query.where('listings.in_feed', '=', true)
  if (area?.kind === 'place')
    query =
      within === 'each'
        ? query.where('listings.place_id', '=', sql<string>`p.place`)
        : query.where('listings.place_id', 'in', placesAround(area.is))
  if (area?.kind === 'postcode')
    query = query
      .where(sql<string>`left(listings.postcode, 4)`, '=', area.is.digits)
      .where('listings.region', area.is.country === 'NL' ? '=' : '<>', 'NL')
  if (campus) {
    query = query
      .where((is) => is.or(campus.map(({ point }) => liesIn(boxAround(point, reach + 1)))))
      .where(metresTo(campus), '<=', reach)
  }
  if (box) query = query.where(liesIn(box))
  if (lexemes)
    query = query.where(
      within === 'each' ? saysNear(lexemes) : says(lexemes, area?.kind === 'place' ? placesAround(area.is) : []),
    )
  if (min !== undefined) query = query.where('listings.total', '>=', min)
  if (max !== undefined) query = query.where('listings.total', '<=', max)
  if (size !== undefined) query = query.where('listings.size', '>=', size)
  // A stay fits when it begins after what is offered begins, and ends before it ends; no end means none is set.
  if (from !== undefined)
    query = query
      .where('listings.available_from', '<=', from)
      .where((is) => is.or([is('listings.available_until', 'is', null), is('listings.available_until', '>', from)]))
  if (until !== undefined)
    query = query
      .where('listings.available_from', '<', until)
      .where((is) => is.or([is('listings.available_until', 'is', null), is('listings.available_until', '>=', until)]))
  return query
}

/** Everything that a search finds. */
export function matching(db: Db, scope: Scope, search: Search, within: Within = 'all') {
  const { bike, foot } = search
  const reach = Math.min(campusReach, bike ? reachByBike(bike) : Infinity, foot ? reachOnFoot(foot) : Infinity)
  let query = withoutFacets(db, scope, search, within, reach)
  for (const { code, codes } of wantedCodes(search)) query = query.where(code, 'in', codes)
  return query
}

/** How many adverts there are of each packed code of the filters, in at most `cap` adverts. */
export function facetGroups(db: Db, scope: Scope, search: Search, cap: number): Promise<{ packed: number; n: number }[]> {
  const { campus } = search
  const adverts = withoutFacets(db, scope, search, 'all', campusReach)
    .select(['listings.facets', (campus ? metresTo(campus) : sql<number>`0`).as('metres')])
    .limit(cap)
  return db
    .selectFrom(db.selectFrom(adverts.as('advert')).select(packed(search).as('packed')).as('coded'))
    .select(['coded.packed', (is) => is.fn.countAll<number>().as('n')])
    .groupBy('coded.packed')
    .execute()
}

/** Which of these adverts a search finds, with what a month of each costs. */
export const foundAmong = async (db: Db, now: Date, search: Search, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : matching(db, await scopeOf(db, now, search, false), search)
        .select(['listings.id', 'listings.total'])
        .where('listings.id', '=', anyOf(ids))
        .execute()

/** The same of all adverts, up to `limit` of them. */
export const foundBy = async (db: Db, now: Date, search: Search, limit: number) =>
  matching(db, await scopeOf(db, now, search, false), search)
    .select(['listings.id', 'listings.total'])
    .limit(limit)
    .execute()

/** How many adverts match, counted up to `cap`. */
export async function countUpTo(db: Db, scope: Scope, search: Search, cap: number): Promise<number> {
  const { n } = await db
    .selectFrom(matching(db, scope, search).select('listings.id').limit(cap).as('some'))
    .select((is) => is.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

type Order = { key: RawBuilder<number>; column: RawBuilder<unknown>; bound: (key: number) => RawBuilder<unknown>; down: boolean }

function orderOf(search: Search): Order {
  const to = targets(search)
  const orders: Record<Sort, () => Order> = {
    // Whole microseconds, as fine as the database keeps a moment: a Date would lose some, and with it adverts between two pages.
    newest: () => ({
      key: sql<number>`(extract(epoch from listings.published_at) * 1000000)::bigint`,
      column: sql.ref('listings.published_at'),
      bound: (key) => sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`,
      down: true,
    }),
    price: () => ({
      key: sql.ref('listings.total'),
      column: sql.ref('listings.total'),
      bound: (key) => sql`${key}::bigint`,
      down: false,
    }),
    distance: () => {
      const metres = to.length > 0 ? metresTo(to) : sql<number>`0`
      return { key: metres, column: metres, bound: (key) => sql`${key}::bigint`, down: false }
    },
  }
  return orders[search.sort]()
}

export type Walk = {
  limit: number
  /** Begin after this one. */
  from?: Key
  direction?: 'onward' | 'back'
  /** Few were counted: find them all and sort them, rather than walk an index in its order in the hope of meeting them. */
  few: boolean
}

/** The keys of adverts in the order of a search, onward or back towards the beginning. */
export function keysFrom(db: Db, scope: Scope, search: Search, walk: Walk): Promise<Key[]> {
  const { limit, from, direction = 'onward', few } = walk
  const { key, column, bound, down } = orderOf(search)
  const way = down === (direction === 'onward') ? 'desc' : 'asc'
  const keys = (within: Within) => {
    const query = matching(db, scope, search, within).select(['listings.id', key.as('key')])
    if (!from) return query
    const at = sql`(${bound(from.key)}, ${from.id}::uuid)`
    return query.where(
      way === 'desc' ? sql<SqlBool>`(${column}, listings.id) < ${at}` : sql<SqlBool>`(${column}, listings.id) > ${at}`,
    )
  }
  const { area, sort } = search
  // By price and by date each place is walked in the order of its own index, and the walks are merged; few adverts with a word are rather found
  // by the index of words.
  if (sort !== 'distance' && area?.kind === 'place' && !search.campus && !(search.q && few))
    return db
      .selectFrom(sql<{ place: string }>`unnest(${placesAround(area.is)}::text[])`.as<'p'>(sql`p(place)`))
      .innerJoinLateral(keys('each').orderBy(column, way).orderBy('listings.id', way).limit(limit).as('found'), (join) =>
        join.onTrue(),
      )
      .select(['found.id', 'found.key'])
      .orderBy('found.key', way)
      .orderBy('found.id', way)
      .limit(limit)
      .execute()
  if (few)
    return db
      .with(
        (cte) => cte('found').materialized(),
        () => keys('all'),
      )
      .selectFrom('found')
      .select(['found.id', 'found.key'])
      .orderBy('found.key', way)
      .orderBy('found.id', way)
      .limit(limit)
      .execute()
  return keys('all').orderBy(column, way).orderBy('listings.id', way).limit(limit).execute()
}

const feedColumns = [
  ...summaryColumns,
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
  'listings.source_url',
] as const

/** The same with all that a feed says: the columns that other sites get, and no others (K19). */
export async function feedRowsOf(db: Db, now: Date, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await publicListings(db, now)
    .select(feedColumns)
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
