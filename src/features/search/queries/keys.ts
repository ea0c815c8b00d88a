import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { metresTo, targets } from '../distance'
import type { Sort } from '../parameters'
import type { Search } from '../search'
import { isWithin, matching, placesOf, type Scope, type Within } from './matching'

/** Where an advert stands in the order of a search: a whole number by which it is sorted, then its id. */
export type Key = { key: number; id: string }

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

/** How far around a point is looked for enough adverts, in metres, before all are measured. */
const rings = [500, 1_000, 2_000, 4_000]

export type Walk = {
  limit: number
  /** Begin after this one. */
  from?: Key
  direction?: 'onward' | 'back'
  /** Few were counted: find them all and sort them, rather than walk an index in its order in the hope of meeting them. */
  few: boolean
}

/** The keys of adverts in the order of a search, onward or back towards the beginning. */
export async function keysFrom(db: Db, scope: Scope, search: Search, walk: Walk): Promise<Key[]> {
  const { limit, from, direction = 'onward', few } = walk
  const { key, column, bound, down } = orderOf(search)
  const way = down === (direction === 'onward') ? 'desc' : 'asc'
  const keys = (within: Within, near?: number) => {
    let query = matching(db, scope, search, within).select(['listings.id', key.as('key')])
    if (near !== undefined) query = query.where(isWithin(targets(search), near)).where(metresTo(targets(search)), '<=', near)
    if (!from) return query
    const at = sql`(${bound(from.key)}, ${from.id}::uuid)`
    return query.where(
      way === 'desc' ? sql<SqlBool>`(${column}, listings.id) < ${at}` : sql<SqlBool>`(${column}, listings.id) > ${at}`,
    )
  }
  const { area, sort } = search
  // By price and by date each place is walked in the order of its own index, and the walks are merged; few adverts with a word are rather found
  // by the index of words.
  const byWord = few && scope.lexemes !== ''
  if (area?.kind === 'place' && (byWord || (sort !== 'distance' && !search.campus)))
    return db
      .selectFrom(placesOf(area.is))
      .innerJoinLateral(
        keys(byWord ? 'looked up' : 'walked')
          .orderBy(column, way)
          .orderBy('listings.id', way)
          .limit(limit)
          .as('found'),
        (join) => join.onTrue(),
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
  const inOrder = (near?: number) => keys('all', near).orderBy(column, way).orderBy('listings.id', way).limit(limit).execute()
  if (sort !== 'distance' || targets(search).length === 0) return inOrder()
  if (from && direction === 'back') return inOrder(from.key)
  // Of a large town only as much is measured as the page needs.
  for (const near of rings.filter((ring) => ring > (from?.key ?? 0))) {
    const found = await inOrder(near)
    if (found.length === limit) return found
  }
  return inOrder()
}
