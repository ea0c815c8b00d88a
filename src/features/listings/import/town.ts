import { metresBetween, type Point } from '../../../std/geo'
import type { Language } from '../../../std/words'
import { allPlaces, type Country, fold, labelOf, type Place, placeOfPostcode } from '../../places'
import type { ListingContent } from '../content'
import { words } from './words'

type Found = {
  ok: true
  place: Place
  postcode: string | null
  point: Point
  accuracy: ListingContent['accuracy']
  /** Places of the same name, of which the best known was taken. */
  note: string | undefined
}

let named: Map<string, Place[]> | undefined
function placesNamed(name: string): readonly Place[] {
  if (!named) {
    named = new Map()
    for (const place of allPlaces())
      for (const one of new Set([...Object.values(place.names), ...place.also].map(fold)))
        named.set(one, [...(named.get(one) ?? []), place])
  }
  return named.get(fold(name)) ?? []
}

/** The first four digits of a Dutch postcode are published, never its letters: with them it is some twenty houses. */
const written = /^(?:(?:B|BE|NL)\s*-\s*)?([1-9]\d{3})\s*(?:[A-Z]{2})?$/i
/** Farther apart than this, in metres, a postcode and a town are not the same place. */
const together = 15_000

/** Where an advert is, by the very name of its town: in the middle of its postcode where that is known, else of the town. */
export function townOf(
  name: string,
  country: Country | null,
  postcode: string | null,
  language: Language,
): Found | { ok: false; reason: string } {
  const text = words(language).town
  const towns = placesNamed(name).filter((place) => country === null || place.country === country)
  const [first] = towns
  if (!first) return { ok: false, reason: text.none(country, name.slice(0, 40)) }
  const digits = postcode === null ? undefined : written.exec(postcode)?.[1]
  if (postcode !== null && !digits) return { ok: false, reason: text.postcode(postcode.slice(0, 40)) }
  for (const place of postcode === null ? [] : towns) {
    const known = placeOfPostcode(postcode ?? '', place.country)
    if (known && digits && metresBetween(known.point, place.point) <= together)
      return { ok: true, place, postcode: digits, point: known.point, accuracy: 'postcode', note: undefined }
  }
  if (new Set(towns.map((place) => place.country)).size > 1) return { ok: false, reason: text.both(name) }
  if (postcode !== null && placeOfPostcode(postcode, first.country))
    return { ok: false, reason: text.elsewhere(digits ?? '', first.names[language]) }
  const note = towns.length > 1 ? text.taken(name, labelOf(first, language)) : undefined
  return { ok: true, place: first, postcode: digits ?? null, point: first.point, accuracy: 'place', note }
}
