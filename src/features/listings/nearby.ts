import { metresBetween } from '../../std/geo'
import type { Language } from '../../std/words'
import { allCampuses, campusLabel, metresOf, published, type SpokenWay, sayWay } from '../places'
import type { Advert } from './queries'

const within = 15_000
const most = 4

/** The nearest campuses of an advert, with what may be said of the way there: from the centre of its cell, never from the house. */
export function campusesNear(
  { cell_lat: lat, cell_lon: lon, accuracy }: Pick<Advert, 'cell_lat' | 'cell_lon' | 'accuracy'>,
  language: Language,
): { name: string; way: SpokenWay }[] {
  const from = published({ point: { lat, lon }, accuracy: metresOf[accuracy] })
  return allCampuses()
    .map((campus) => ({ campus, metres: metresBetween(from.point, campus.point) }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
    .map(({ campus }) => ({ name: campusLabel(campus, language), way: sayWay(from, campus, language) }))
}
