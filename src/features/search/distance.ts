import { type RawBuilder, sql } from 'kysely'
import type { Point } from '../../std/geo'
import { metresByBike, metresOnFoot } from '../../std/travel'
import type { Language } from '../../std/words'
import type { ListingSummary } from '../listings'
import { metresOf, published, type SpokenWay, sayWay } from '../places'
import { minutesAsked } from './parameters'
import type { Search } from './search'

/** The middle of a town is not one door: the market square or the station. */
const middle = 400

/** What distances are measured to: the campus, else the middle of the postcode or the town. */
export function target({ campus, area }: Pick<Search, 'campus' | 'area'>): { point: Point; accuracy: number } | undefined {
  if (campus) return campus
  if (area) return { point: area.is.point, accuracy: area.kind === 'postcode' ? area.is.reach : middle }
  return undefined
}

/** Near a campus is what can be reached by bike in the longest time that can be asked for, in metres. */
export const campusReach = Math.floor(metresByBike(Math.max(...minutesAsked.map(Number))))

export const reachByBike = (minutes: string): number => Math.floor(metresByBike(Number(minutes)))
export const reachOnFoot = (minutes: string): number => Math.floor(metresOnFoot(Number(minutes)))

/** Whole metres from the centre of an advert's cell to a point: the haversine of std/geo, in the database. */
export const metresTo = ({ lat, lon }: Point): RawBuilder<number> => sql<number>`round(2 * 6371008.8 * asin(least(1, sqrt(
  power(sin(radians(listings.cell_lat - ${lat}::float8) / 2), 2)
  + cos(radians(listings.cell_lat)) * cos(radians(${lat}::float8)) * power(sin(radians(listings.cell_lon - ${lon}::float8) / 2), 2)
))))::integer`

/** How far an advert is from what was asked for, as finely as is known. */
export function wayTo(
  to: ReturnType<typeof target>,
  from: Pick<ListingSummary, 'cell_lat' | 'cell_lon' | 'accuracy'>,
  language: Language,
): SpokenWay | undefined {
  if (!to) return undefined
  const house = published({ point: { lat: from.cell_lat, lon: from.cell_lon }, accuracy: metresOf[from.accuracy] })
  return sayWay(house, to, language)
}
