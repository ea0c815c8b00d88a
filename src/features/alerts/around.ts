import { metresBetween } from '../../std/geo'
import { allCampuses, placeById } from '../places'
import { campusReach, placesThatTakeIn, type Search } from '../search'

// A saved search is found by the one place that it is about. An advert knows all the places that it is near to.

const anywhere = 'anywhere'

/** What a search is about: its town, its postcode, its one campus, or anywhere. */
export function aroundOf({ area, campus }: Pick<Search, 'area' | 'campus'>): string {
  if (area?.kind === 'place') return `place ${area.is.id}`
  if (area) return `postcode ${area.is.digits}`
  return campus?.length === 1 && campus[0] ? `campus ${campus[0].id}` : anywhere
}

/** Everything that a search can be about and find this advert. */
export function aroundsOf(advert: { place_id: string; postcode: string | null; cell_lat: number; cell_lon: number }): string[] {
  const place = placeById(advert.place_id)
  const point = { lat: advert.cell_lat, lon: advert.cell_lon }
  return [
    anywhere,
    ...(place ? placesThatTakeIn(place).map((id) => `place ${id}`) : [`place ${advert.place_id}`]),
    ...(advert.postcode ? [`postcode ${advert.postcode.slice(0, 4)}`] : []),
    ...allCampuses()
      // Rounding in the database may let in what lies half a metre farther.
      .filter((campus) => metresBetween(campus.point, point) <= campusReach + 1)
      .map(({ id }) => `campus ${id}`),
  ]
}
