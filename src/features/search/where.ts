import { metresBetween } from '../../std/geo'
import type { Language } from '../../std/words'
import {
  allPlaces,
  type Campus,
  campusById,
  fold,
  type Place,
  type Postcode,
  placeById,
  placeOfPostcode,
  postcodesNamed,
  regionOf,
  type Suggestion,
  studentTowns,
  suggest,
} from '../places'

type Found = { kind: 'place'; is: Place } | { kind: 'postcode'; is: Postcode } | { kind: 'campus'; is: Campus }
export type Meant = Found & {
  /** It was not spelled like this: the nearest was taken. */
  forgiven: boolean
  /** What else may be meant. */
  also: readonly Suggestion[]
  /** The words that were typed beside the place: "studio gent". */
  rest?: string
}

const byId = (id: string): Found | undefined => {
  const place = placeById(id)
  if (place) return { kind: 'place', is: place }
  const campus = campusById(id)
  if (campus) return { kind: 'campus', is: campus }
  const [, country, digits] = /^(be|nl)-(\d{4})$/.exec(id) ?? []
  const postcode = digits && placeOfPostcode(digits, country === 'be' ? 'BE' : 'NL')
  return postcode ? { kind: 'postcode', is: postcode } : undefined
}

const namesOf = ({ names, also }: Pick<Place, 'names' | 'also'>) => [...Object.values(names), ...also].map(fold)

let names: Map<string, Place> | undefined
/** The place that people mean by each name: a student town before others, then the one whose id is the bare name. */
function byName(): Map<string, Place> {
  if (names) return names
  names = new Map()
  const bare = (place: Place) => (namesOf(place).includes(place.id.replaceAll('-', ' ')) ? 0 : 1)
  const first = [...studentTowns.flatMap((id) => placeById(id) ?? []), ...allPlaces().sort((a, b) => bare(a) - bare(b))]
  for (const place of first) for (const name of namesOf(place)) if (!names.has(name)) names.set(name, place)
  return names
}

/** A place by its very name in any language, or a postcode. */
function named(text: string): Found | undefined {
  const [postcode] = postcodesNamed(text)
  if (postcode) return { kind: 'postcode', is: postcode }
  const place = byName().get(fold(text))
  return place && { kind: 'place', is: place }
}

/** Whether what was typed are the beginnings of words of what was found: else its spelling was forgiven. */
function spellsOut(found: Found, typed: string): boolean {
  const own =
    found.kind === 'place'
      ? namesOf(found.is)
      : found.kind === 'campus'
        ? [...namesOf(found.is), fold(found.is.institution), ...namesOf(found.is.place)]
        : [found.is.digits, ...namesOf(found.is.place)]
  const words = own.flatMap((name) => [name.replaceAll(' ', ''), ...name.split(' ')])
  const isSpelled = (word: string) => word.length < 3 || words.some((known) => known.startsWith(word))
  return isSpelled(fold(typed).replaceAll(' ', '')) || fold(typed).split(' ').every(isSpelled)
}

const isSame = (suggestion: Suggestion, found: Found) => suggestion.id === found.is.id && suggestion.kind === found.kind

/** The place in "studio gent" or "gent met tuin": at the beginning or the end, by its very name. */
function amid(text: string): Meant | undefined {
  const words = text.split(' ')
  for (let length = Math.min(words.length - 1, 4); length >= 1; length--)
    for (const [place, rest] of [
      [words.slice(0, length), words.slice(length)],
      [words.slice(-length), words.slice(0, -length)],
    ]) {
      const found = place && named(place.join(' '))
      if (found && rest) return { ...found, forgiven: false, also: [], rest: rest.join(' ') }
    }
  return undefined
}

/** What is meant by a place, postcode, campus or school as people type it, or by its id; undefined when nothing is known by that name. */
export function meant(typed: string, language: Language): Meant | undefined {
  const known = byId(typed)
  if (known) return { ...known, forgiven: false, also: [] }
  const suggestions = suggest(typed, language, 6)
  const label = suggestions.find((suggestion) => fold(suggestion.label) === fold(typed))
  const chosen = label && byId(label.id)
  if (chosen && (chosen.kind !== 'place' || chosen.is.hasHomonym)) return { ...chosen, forgiven: false, also: [] }
  const exact = named(typed) ?? chosen
  // One or two letters begin the names of half the country.
  const found = exact ?? (suggestions[0] && fold(typed).length > 2 ? byId(suggestions[0].id) : undefined)
  if (!found) return amid(typed)
  const forgiven = !exact && !spellsOut(found, typed)
  // Before a spelling is forgiven, part of what was typed may be spelled well.
  const part = forgiven ? amid(typed) : undefined
  if (part) return part
  const others = suggestions.filter((suggestion) => !isSame(suggestion, found))
  const likewise = others.filter(
    ({ kind, label }) => kind === 'postcode' || fold(label) === fold(typed) || fold(label).startsWith(`${fold(typed)} `),
  )
  return { ...found, forgiven, also: (exact ? likewise : others).slice(0, 3) }
}

/** The middle of another place within this many metres is part of what people mean by a town: Heverlee is Leuven to who looks for a room. */
const townReach = 3000

const around = new Map<string, string[]>()

/** The ids of the places of which a search shows adverts in this place: itself, those nearby, and Brussels for its municipalities. */
export const placesThatTakeIn = (place: Place): string[] => [
  ...new Set([...placesAround(place), ...(regionOf(place) === 'BE-BRU' ? ['brussel'] : [])]),
]

/** The ids of a place and of those that belong to it; of Brussels all its municipalities. */
export function placesAround(place: Place): string[] {
  const known = around.get(place.id)
  if (known) return known
  const belongs = (other: Place) =>
    place.id === 'brussel'
      ? regionOf(other) === 'BE-BRU'
      : other.country === place.country && metresBetween(other.point, place.point) <= townReach
  const ids = allPlaces()
    .filter(belongs)
    .map(({ id }) => id)
  around.set(place.id, ids)
  return ids
}
