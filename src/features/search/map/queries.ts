import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Box } from '../../../std/geo'
import type { Grid } from '../../../std/grid'
import { liesIn, matching, type Scope } from '../queries/matching'
import type { Search } from '../search'

/** How many adverts of a search each square of a grid has within a box, from the north west. Places are those of published cells, never of houses. */
export const squaresWithin = (db: Db, scope: Scope, search: Search, box: Box, { wide, high }: Grid) => {
  const row = sql<number>`floor(listings.cell_lat / ${high}::float8)::integer`
  const column = sql<number>`floor(listings.cell_lon / ${wide}::float8)::integer`
  return db
    .selectFrom(
      matching(db, scope, search)
        .where(liesIn(box))
        .select([row.as('row'), column.as('column'), 'listings.cell_lat as lat', 'listings.cell_lon as lon', 'listings.total'])
        .as('advert'),
    )
    .select((is) => [
      'advert.row',
      'advert.column',
      is.fn.countAll<number>().as('n'),
      is.fn.min('advert.total').as('cheapest'),
      is.fn.avg<number>('advert.lat').as('lat'),
      is.fn.avg<number>('advert.lon').as('lon'),
      is.fn.min('advert.lat').as('south'),
      is.fn.min('advert.lon').as('west'),
      is.fn.max('advert.lat').as('north'),
      is.fn.max('advert.lon').as('east'),
    ])
    .groupBy(['advert.row', 'advert.column'])
    .orderBy('advert.row', 'desc')
    .orderBy('advert.column')
    .execute()
}
export type Square = Awaited<ReturnType<typeof squaresWithin>>[number]

/** The cheapest adverts of each of these cells, at most so many of one. */
export async function cheapestAt(
  db: Db,
  scope: Scope,
  search: Search,
  cells: readonly { lat: number; lon: number }[],
  most: number,
) {
  if (cells.length === 0) return []
  const [lats, lons] = [cells.map(({ lat }) => lat), cells.map(({ lon }) => lon)]
  const ranked = matching(db, scope, search)
    .where(sql<SqlBool>`(listings.cell_lat, listings.cell_lon) in (select * from unnest(${lats}::float8[], ${lons}::float8[]))`)
    .select([
      'listings.id',
      'listings.total',
      sql<number>`row_number() over (partition by listings.cell_lat, listings.cell_lon order by listings.total, listings.id)`.as(
        'rank',
      ),
    ])
  const rows = await db
    .selectFrom(ranked.as('advert'))
    .select('advert.id')
    .where('advert.rank', '<=', most)
    .orderBy('advert.total')
    .orderBy('advert.id')
    .execute()
  return rows.map(({ id }) => id)
}
