import { type Box, isIn, metresBetween } from '../../../std/geo'
import type { Language } from '../../../std/words'
import { allCampuses, allPlaces, type Place, placeById, studentTowns } from '../../places'
import type { Landmark } from './answer'

const villagesFrom = 11
const campusesFrom = 12
const most = 60

/** What has a name in view, what matters most first: student towns, campuses close by, then the places nearest to the middle. */
export function landmarksIn(view: Box, zoom: number, language: Language): Landmark[] {
  const middle = { lat: (view.south + view.north) / 2, lon: (view.west + view.east) / 2 }
  const named = (kind: Landmark['kind']) => (one: Pick<Place, 'names' | 'point'>) =>
    ({ kind, name: one.names[language], at: [one.point.lat, one.point.lon] }) satisfies Landmark
  const inView = <T extends Pick<Place, 'point'>>(all: readonly T[]) => all.filter(({ point }) => isIn(view, point))
  const towns = inView(studentTowns.flatMap((id) => placeById(id) ?? []))
  const others =
    zoom < villagesFrom
      ? []
      : inView(allPlaces())
          .filter((place) => !towns.includes(place))
          .sort((a, b) => metresBetween(a.point, middle) - metresBetween(b.point, middle))
  return [
    ...towns.map(named('town')),
    ...(zoom < campusesFrom ? [] : inView(allCampuses()).map(named('campus'))),
    ...others.map(named('place')),
  ].slice(0, most)
}
