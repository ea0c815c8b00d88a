import type { GeocoderName } from '../../../platform/config'
import { metresBetween, type Point } from '../../../std/geo'
import type { Accuracy } from '../distance'
import type { Region } from '../gazetteer/provinces'
import { isPlausible, type Place, regionOf } from '../places'
import { type Postcode, postcodesNamed } from '../postcodes'
import { findPlaces, placeReach } from '../suggest'

/** The address of a house, as its advertiser wrote it. It goes to a vendor without anything about the person. */
export type Address = {
  readonly street: string
  readonly houseNumber?: string
  readonly postcode: string
  readonly place: string
}

export type Source = 'offline' | GeocoderName

/** Where an address lies: how it was found, by whom, and how far the house may be from the point, in metres. */
export type Fix = { readonly point: Point; readonly accuracy: Accuracy; readonly metres: number; readonly source: Source }

export interface Geocoder {
  /** An address in; where it lies out, or null when nothing of it is known. Never throws for a vendor's troubles. */
  find(address: Address): Promise<Fix | null>
}

export type Trouble = 'slow' | 'busy' | 'down' | 'garbled'
export type Answer = { ok: true; fix: Fix | null } | { ok: false; trouble: Trouble }

/** A service that knows the houses of some regions. */
export type Vendor = { readonly name: Source; readonly regions: readonly Region[]; ask(address: Address): Promise<Answer> }

/** Postcode and town must agree: 3000 Leuven is not 3000 Rotterdam. Where they do not, the town counts. */
const farApart = 15_000

function known({ postcode, place }: Address): { place: Place; postcode?: Postcode } | undefined {
  const postcodes = postcodesNamed(postcode)
  const [town, ...others] = findPlaces(place, 5)
  if (!town) return postcodes[0] && { place: postcodes[0].place, postcode: postcodes[0] }
  for (const named of [town, ...others]) {
    const agreed = postcodes.find(({ point }) => metresBetween(point, named.point) <= farApart)
    if (agreed) return { place: named, postcode: agreed }
  }
  return { place: town }
}

/** What is known without asking anybody: the middle of the postcode, else of the town. */
export const offline: Geocoder = {
  async find(address) {
    const found = known(address)
    if (!found) return null
    const { place, postcode } = found
    return postcode
      ? { point: postcode.point, accuracy: 'postcode', metres: postcode.reach, source: 'offline' }
      : { point: place.point, accuracy: 'place', metres: placeReach, source: 'offline' }
  },
}

/**
 * Asks the vendors of the region in turn, and falls back on what is known offline. A vendor's trouble is told to `told` (name and kind only,
 * never the address) and the next one is tried.
 */
export function geocoder(vendors: readonly Vendor[], told: (name: Source, trouble: Trouble) => void = () => {}): Geocoder {
  return {
    async find(address) {
      const found = known(address)
      const region = found && regionOf(found.place)
      for (const vendor of vendors) {
        if (region && !vendor.regions.includes(region)) continue
        const answer = await vendor.ask(address)
        if (!answer.ok) told(vendor.name, answer.trouble)
        else if (answer.fix && isNear(answer.fix, found?.place)) return answer.fix
      }
      return offline.find(address)
    },
  }
}

/** A vendor may know a street of that name elsewhere: its point must be on land, and near the town if that is known. */
const isNear = ({ point }: Fix, town: Place | undefined) =>
  isPlausible(point) && (!town || metresBetween(point, town.point) <= farApart)
