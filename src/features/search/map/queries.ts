import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Box } from '../../../std/geo'
import type { Grid } from '../../../std/grid'
import { liesIn, matching, type Scope } from '../queries/matching'
import type { Search } from '../search'

/** How many adverts of a search each square of a grid has within a box, from the north west. Places are those of published cells, never of houses:
 *  adverts of one cell are counted first, in the order of their index, and squares are made of the cells. */
export const squaresWithin = (db: Db, scope: Scope, search: Search, box: Box, { wide, high }: Grid) => {
  const cells = matching(db, scope, search)
    .where(liesIn(box))
    .select((is) => [
      'listings.cell_lat as lat',
      'listings.cell_lon as lon',
      is.fn.countAll<number>().as('n'),
      is.fn.min('listings.total').as('cheapest'),
    ])
    .groupBy(['listings.cell_lat', 'listings.cell_lon'])
  const mean = (of: 'lat' | 'lon') => sql<number>`sum(${sql.ref(`cell.${of}`)} * cell.n) / sum(cell.n)`
  return db
    .selectFrom(cells.as('cell'))
    .select((is) => [
      sql<number>`floor(cell.lat / ${high}::float8)::integer`.as('row'),
      sql<number>`floor(cell.lon / ${wide}::float8)::integer`.as('column'),
      sql<number>`sum(cell.n)::integer`.as('n'),
      is.fn.min('cell.cheapest').as('cheapest'),
      mean('lat').as('lat'),
      mean('lon').as('lon'),
      is.fn.min('cell.lat').as('south'),
      is.fn.min('cell.lon').as('west'),
      is.fn.max('cell.lat').as('north'),
      is.fn.max('cell.lon').as('east'),
    ])
    .groupBy(['row', 'column'])
    .orderBy('row', 'desc')
    .orderBy('column')
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
