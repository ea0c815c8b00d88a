import { type RawBuilder, sql } from 'kysely'
import { metresBetween, type Point } from '../../std/geo'
import { metresByBike, metresOnFoot } from '../../std/travel'
import type { Language } from '../../std/words'
import type { ListingSummary } from '../listings'
import { type Campus, metresOf, published, type SpokenWay, sayWay } from '../places'
import { minutesAsked } from './parameters'
import type { Search } from './search'

/** The middle of a town is not one door: the market square or the station. */
const middle = 400

export type Target = { point: Point; accuracy: number; campus?: Campus }

/** What distances are measured to: the nearest of the campuses, else the middle of the postcode or the town. */
export function targets({ campus, area }: Pick<Search, 'campus' | 'area'>): Target[] {
  if (campus) return campus.map((one) => ({ point: one.point, accuracy: one.accuracy, campus: one }))
  return area ? [{ point: area.is.point, accuracy: area.kind === 'postcode' ? area.is.reach : middle }] : []
}

/** Near a campus is what can be reached by bike in the longest time that can be asked for, in metres. */
export const campusReach = Math.floor(metresByBike(Math.max(...minutesAsked.map(Number))))

export const reachByBike = (minutes: string): number => Math.floor(metresByBike(Number(minutes)))
export const reachOnFoot = (minutes: string): number => Math.floor(metresOnFoot(Number(minutes)))

/** Whole metres from the centre of an advert's cell to the nearest of some points: the haversine of std/geo, in the database. */
export const metresTo = (to: readonly { point: Point }[]): RawBuilder<number> =>
  to.length === 1 && to[0] ? metresToOne(to[0].point) : sql<number>`least(${sql.join(to.map(({ point }) => metresToOne(point)))})`

const metresToOne = ({ lat, lon }: Point): RawBuilder<number> => sql<number>`round(2 * 6371008.8 * asin(least(1, sqrt(
  power(sin(radians(listings.cell_lat - ${lat}::float8) / 2), 2)
  + cos(radians(listings.cell_lat)) * cos(radians(${lat}::float8)) * power(sin(radians(listings.cell_lon - ${lon}::float8) / 2), 2)
))))::integer`

/** How far an advert is from the nearest of what was asked for, as finely as is known, and which that is. */
export function wayTo(
  to: readonly Target[],
  from: Pick<ListingSummary, 'cell_lat' | 'cell_lon' | 'accuracy'>,
  language: Language,
): { way: SpokenWay; to: Target } | undefined {
  const point = { lat: from.cell_lat, lon: from.cell_lon }
  const [nearest] = to.toSorted((a, b) => metresBetween(a.point, point) - metresBetween(b.point, point))
  if (!nearest) return undefined
  const house = published({ point, accuracy: metresOf[from.accuracy] })
  return { way: sayWay(house, nearest, language), to: nearest }
}
