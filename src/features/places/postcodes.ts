import type { Point } from '../../std/geo'
import { belgianPostcodes } from './gazetteer/postcodes.be'
import { dutchPostcodes } from './gazetteer/postcodes.nl'
import type { Country } from './gazetteer/provinces'
import { type Place, place } from './places'

export type Postcode = {
  /** `be-3000`, `nl-1012`: the same four digits exist in both countries. */
  readonly id: string
  readonly digits: string
  readonly country: Country
  readonly place: Place
  /** The middle of the streets with this postcode, and how far from it they reach in metres. */
  readonly point: Point
  readonly reach: number
}

function* belgian(): Generator<Postcode> {
  for (const [digits, [id, reach, lat, lon]] of Object.entries(belgianPostcodes)) {
    const town = place(id)
    const point = lat !== undefined && lon !== undefined ? { lat, lon } : town.point
    yield { id: `be-${digits}`, digits, country: 'BE', place: town, point, reach }
  }
}

function* dutch(): Generator<Postcode> {
  for (const [from, to, id, lat, lon, reach] of dutchPostcodes) {
    for (let n = from; n <= to; n++) {
      yield { id: `nl-${n}`, digits: String(n), country: 'NL', place: place(id), point: { lat, lon }, reach }
    }
  }
}

let built: Map<string, Postcode> | undefined
function index() {
  built ??= new Map([...belgian(), ...dutch()].map((postcode) => [postcode.id, postcode]))
  return built
}

export const allPostcodes = (): Postcode[] => [...index().values()]

const written = /^\s*(?:(B|BE|NL)\s*-\s*)?([1-9]\d{3})\s*([A-Z]{2})?\s*$/i

/** Which postcodes a person may mean: "1012 AB" and "NL-1012" are Dutch, "B-3000" is Belgian, "3000" can be both (Leuven, then Rotterdam). */
export function postcodesNamed(typed: string): Postcode[] {
  const match = written.exec(typed)
  if (!match) return []
  const [, prefix, digits, letters] = match
  const countries = letters || prefix?.toUpperCase() === 'NL' ? ['nl'] : prefix ? ['be'] : ['be', 'nl']
  return countries.flatMap((country) => index().get(`${country}-${digits}`) ?? [])
}

/** A postcode as typed and, if known, its country; what is known of it out. Without a country or letters the Belgian one comes first. */
export const placeOfPostcode = (typed: string, country?: Country): Postcode | undefined =>
  postcodesNamed(typed).find((postcode) => !country || postcode.country === country)
