import { benelux, isIn, metresBetween, type Point } from '../../std/geo'
import { type Language, languages } from '../../std/words'
import { slugOf } from './fold'
import { firstOfTheirName, missing } from './gazetteer/homonyms'
import { localNames, naming } from './gazetteer/names'
import { type Country, type Province, provinces, type Region } from './gazetteer/provinces'
import source from './places.data.json'

export type Place = {
  readonly id: string
  readonly names: Readonly<Record<Language, string>>
  /** Further names that people type. */
  readonly also: readonly string[]
  readonly point: Point
  readonly country: Country
  readonly province: Province
  /** Others have the same name: say the province too. */
  readonly hasHomonym: boolean
}

type Row = { name: string; lat: number; lon: number; division: string }

function rows(): Row[] {
  const extracted = source.name.map((name, i) => ({
    name: localNames[name] ?? name,
    lat: source.lat[i] ?? Number.NaN,
    lon: source.lon[i] ?? Number.NaN,
    division: source.division[i] ?? '',
  }))
  return [...extracted, ...missing]
}

function provinceOf(division: string): Province {
  const province = provinces[division] ?? provinces[division.split('.', 2).join('.')]
  if (!province) throw new Error(`No province is known for the GeoNames division ${division}`)
  return province
}

/** Homonyms in an order that a newcomer to the source does not change: the one people mean, then by division, then from the north. */
function inOrder(slug: string, homonyms: Row[]): Row[] {
  const last = (row: Row) => (row.division === firstOfTheirName[slug] ? 0 : 1)
  return homonyms.sort((a, b) => last(a) - last(b) || a.division.localeCompare(b.division, 'en') || a.lat - b.lat)
}

function build(): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [slug, homonyms] of Map.groupBy(rows(), (row) => slugOf(row.name))) {
    for (const row of inOrder(slug, homonyms)) {
      const province = provinceOf(row.division)
      let id = places.has(slug) ? `${slug}-${province.slug}` : slug
      for (let n = 2; places.has(id); n++) id = `${slug}-${province.slug}-${n}`
      const { also = [], ...names } = naming[id] ?? {}
      places.set(id, {
        id,
        names: { nl: row.name, fr: row.name, en: row.name, ...names },
        also,
        point: { lat: row.lat, lon: row.lon },
        country: province.region === 'NL' ? 'NL' : 'BE',
        province,
        hasHomonym: homonyms.length > 1,
      })
    }
  }
  return places
}

let built: Map<string, Place> | undefined
const index = () => {
  built ??= build()
  return built
}

export const allPlaces = (): Place[] => [...index().values()]
export const placeById = (id: string): Place | undefined => index().get(id)

/** For the tables that are written by hand: a place that must exist. */
export function place(id: string): Place {
  const found = placeById(id)
  if (!found) throw new Error(`No place has the id ${id}`)
  return found
}

export const regionOf = (place: Place): Region => place.province.region

/** The name of a place in a language, with its province where another place has the same name. */
export const labelOf = (place: Place, language: Language): string =>
  place.hasHomonym ? `${place.names[language]} (${place.province[language]})` : place.names[language]

export const namesOf = (place: Place): string[] => [
  ...new Set([...languages.map((language) => place.names[language]), ...place.also]),
]

export function nearestPlace(point: Point): { place: Place; metres: number } {
  const [first, ...rest] = allPlaces()
  if (!first) throw new Error('No places were extracted')
  let nearest = { place: first, metres: metresBetween(point, first.point) }
  for (const place of rest) {
    const metres = metresBetween(point, place.point)
    if (metres < nearest.metres) nearest = { place, metres }
  }
  return nearest
}

/** Farther than this from every known place lies the sea or another country; no house in Belgium or the Netherlands does. */
const farFromAll = 8_000

/** Whether a room for rent could be at a point: not at sea, not in the next country (by the distance to the nearest known place). */
export const isPlausible = (point: Point): boolean => isIn(benelux, point) && nearestPlace(point).metres <= farFromAll
