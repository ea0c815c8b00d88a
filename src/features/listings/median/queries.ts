import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { boxAround } from '../../../std/geo'
import { publicListings } from '../public'
import type { Listing } from '../queries'
import { distances, few, sizesLike } from './rules'

export type Compared = { metres: number; n: number; median: number }

/** The kinds in the order of their codes in the column `facets`, which the index of cells carries. */
const codeOf = { kot: 1, studio: 2, apartment: 3 } as const

/** The median price of public adverts like this one around it: within the nearest of the distances where there are enough, each looked at only
 *  when the one before had too few. Undefined when there are too few in all. */
export async function medianAround(
  db: Db,
  now: Date,
  advert: Pick<Listing, 'id' | 'kind' | 'size' | 'cell_lat' | 'cell_lon' | 'accuracy'>,
): Promise<Compared | undefined> {
  const point = { lat: advert.cell_lat, lon: advert.cell_lon }
  const rings = distances[advert.accuracy].map((metres, at) => {
    const { south, west, north, east } = boxAround(point, metres)
    return sql`(${at + 1}::integer, ${metres}::integer, ${south}::float8, ${west}::float8, ${north}::float8, ${east}::float8)`
  })
  const metres = sql<number>`2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(listings.cell_lat - ${point.lat}::float8) / 2), 2)
    + cos(radians(listings.cell_lat)) * cos(radians(${point.lat}::float8)) * power(sin(radians(listings.cell_lon - ${point.lon}::float8) / 2), 2))))`
  let like = publicListings(db, now)
    .select('listings.total')
    .where('listings.id', '!=', advert.id)
    .where(sql<number>`listings.facets % 4`, '=', codeOf[advert.kind])
    .where(sql<boolean>`listings.cell_lat between one.south and one.north and listings.cell_lon between one.west and one.east`)
    .where(sql<boolean>`${metres} <= one.metres`)
  if (advert.size !== null) {
    const [least, most] = sizesLike(advert.size)
    like = like.where('listings.size', '>=', least).where('listings.size', '<=', most)
  }
  const { rows } = await sql<Compared>`
    with recursive ring (at, metres, n, median) as (
      select 0, 0, 0, null::integer
      union all
      select one.at, one.metres, found.n, found.median
      from ring
      join (values ${sql.join(rings)}) as one (at, metres, south, west, north, east) on one.at = ring.at + 1
      cross join lateral (
        select count(*)::integer as n, round(percentile_cont(0.5) within group (order by alike.total))::integer as median
        from (${like}) as alike
      ) found
      where ring.n < ${few}::integer
    )
    select metres, n, median from ring where n >= ${few}::integer`.execute(db)
  return rows[0]
}
