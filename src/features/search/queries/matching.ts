import { type SqlBool, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { anyOf, type Db } from '../../../platform/db'
import { type Box, boxAround, type Point } from '../../../std/geo'
import { publicListings } from '../../listings'
import type { Place } from '../../places'
import { campusReach, metresTo, reachByBike, reachOnFoot } from '../distance'
import { packed, wantedCodes } from '../facets'
import type { Search } from '../search'
import { placesAround } from '../where'

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
  return { now, inFeed, lexemes: q ? (known.get(q) ?? (await lexemesOf(db, q))) : '' }
}

/** What the last words that were searched for come to: the same always. */
const known = new LRUCache<string, string>({ max: 1_000 })

async function lexemesOf(db: Db, q: string): Promise<string> {
  const bare = sql`translate(lower(${q}::text), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')`
  const { rows } = await sql<{ lexemes: string }>`
    select distinct plainto_tsquery(language::regconfig, ${bare})::text as lexemes from unnest(array['dutch', 'french', 'english']) language`.execute(
    db,
  )
  const said = rows.flatMap(({ lexemes }) => (lexemes ? `(${lexemes})` : []))
  const lexemes = said.join(' | ')
  known.set(q, lexemes)
  return lexemes
}

/** Whether an advert says these words. */
const says = (lexemes: string) => sql<SqlBool>`listings.search @@ ${lexemes}::tsquery`

/** The same of the place `p.place` of the query around it: the index has each word with its place before it. */
const saysAt = (lexemes: string) => {
  const placed = lexemes.replaceAll(/'((?:[^']|'')+)'/g, "'\u0001 $1'")
  return sql<SqlBool>`words_at(listings.place_id, listings.search) @@ replace(${placed}, ${'\u0001'}, p.place)::tsquery`
}

/** Whether an advert lies within a box: the middle of its cell does. */
export const liesIn = ({ south, west, north, east }: Box) =>
  sql<SqlBool>`(listings.cell_lat between ${south}::float8 and ${north}::float8 and listings.cell_lon between ${west}::float8 and ${east}::float8)`

/** Whether an advert lies in a box around one of these that goes so far, in metres: what an index can tell before distances are measured. */
export const isWithin = (to: readonly { point: Point }[], metres: number) =>
  sql<SqlBool>`(${sql.join(
    to.map(({ point }) => liesIn(boxAround(point, metres + 1))),
    sql` or `,
  )})`

/** How the places of a search are read: all at once, or one by one, each the place `p.place` of the query around it: `walked` along an index in the
 *  order of a page, or `looked up` by words. */
export type Within = 'all' | 'walked' | 'looked up'
export const placesOf = (place: Place) => sql<{ place: string }>`unnest(${placesAround(place)}::text[])`.as<'p'>(sql`p(place)`)

/** What a search may show, but for the filters that have options. */
function withoutFacets(db: Db, { now, inFeed, lexemes }: Scope, search: Search, within: Within, reach: number) {
  const { area, campus, box, min, max, size, from, until } = search
  let query = publicListings(db, now)
  if (inFeed) query = query.where('listings.in_feed', '=', true)
  if (area?.kind === 'place')
    query =
      within === 'all'
        ? query.where('listings.place_id', 'in', placesAround(area.is))
        : query.where('listings.place_id', '=', sql<string>`p.place`)
  if (area?.kind === 'postcode')
    query = query
      .where(sql<string>`left(listings.postcode, 4)`, '=', area.is.digits)
      .where('listings.region', area.is.country === 'NL' ? '=' : '<>', 'NL')
  if (campus) {
    query = query.where(isWithin(campus, reach)).where(metresTo(campus), '<=', reach)
  }
  if (box) query = query.where(liesIn(box))
  if (lexemes) query = query.where(within === 'looked up' ? saysAt(lexemes) : says(lexemes))
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
  const { area, campus } = search
  const adverts = (within: Within) =>
    withoutFacets(db, scope, search, within, campusReach)
      .select(['listings.facets', (campus ? metresTo(campus) : sql<number>`0`).as('metres')])
      .limit(cap)
  const found =
    area?.kind === 'place' && scope.lexemes
      ? db
          .selectFrom(placesOf(area.is))
          .innerJoinLateral(adverts('looked up').as('advert'), (join) => join.onTrue())
          .select(['advert.facets', 'advert.metres'])
          .limit(cap)
      : adverts('all')
  return db
    .selectFrom(db.selectFrom(found.as('advert')).select(packed(search).as('packed')).as('coded'))
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

/** Up to `limit` of the adverts that a search finds, in no order. */
function someOf(db: Db, scope: Scope, search: Search, limit: number) {
  const { area } = search
  const adverts = (within: Within) => matching(db, scope, search, within).select(['listings.id', 'listings.total']).limit(limit)
  if (area?.kind !== 'place' || !scope.lexemes) return adverts('all')
  return db
    .selectFrom(placesOf(area.is))
    .innerJoinLateral(adverts('looked up').as('advert'), (join) => join.onTrue())
    .select(['advert.id', 'advert.total'])
    .limit(limit)
}

/** The same of all adverts, up to `limit` of them. */
export const foundBy = async (db: Db, now: Date, search: Search, limit: number) =>
  someOf(db, await scopeOf(db, now, search, false), search, limit).execute()

/** How many adverts match, counted up to `cap`. */
export async function countUpTo(db: Db, scope: Scope, search: Search, cap: number): Promise<number> {
  const { n } = await db
    .selectFrom(someOf(db, scope, search, cap).as('some'))
    .select((is) => is.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
