import type { Point } from '../../std/geo'
import { type Language, languages } from '../../std/words'
import { allCampuses, type Campus, campusLabel } from './campuses'
import { fold, forgiven, isNear } from './fold'
import { largeTowns, studentTowns } from './gazetteer/towns'
import { allPlaces, labelOf, namesOf, type Place } from './places'
import { allPostcodes, type Postcode } from './postcodes'

type Target = { kind: 'campus'; is: Campus } | { kind: 'place'; is: Place } | { kind: 'postcode'; is: Postcode }
type Entry = Target & {
  /** Each name folded: an exact or a beginning name counts for more than words here and there. */
  readonly names: readonly string[]
  /** The words of all names together with those of the town and the institution, so that "economie gent" finds the faculty. */
  readonly words: readonly string[]
  /** The words of the town alone: "leuven" means the campuses in Leuven before those of KU Leuven elsewhere. */
  readonly town: readonly string[]
  readonly rank: number
}

export type Suggestion = {
  readonly kind: Target['kind']
  /** Of the place, campus or postcode: a stable slug, fit for an address of a page. */
  readonly id: string
  readonly label: string
  readonly point: Point
  /** How far the thing itself may be from the point, in metres. */
  readonly accuracy: number
}

/** A village or town stretches about this far from the middle that GeoNames gives, in metres. */
export const placeReach = 3000

const saints: Record<string, string> = { sint: 'st', saint: 'st', sainte: 'ste' }

function foldedNames(names: readonly string[]): string[] {
  const folded = names.map(fold)
  const shortened = folded.map((name) => name.replace(/\b(?:sint|sainte?)\b/g, (saint) => saints[saint] ?? saint))
  const joined = folded.map((name) => name.replaceAll(' ', ''))
  return [...new Set([...folded, ...shortened, ...joined])]
}

const wordsOf = (names: readonly string[]) => [...new Set(names.flatMap((name) => name.split(' ')))]

function build(): Entry[] {
  const order = new Map([...studentTowns, ...largeTowns].map((id, i) => [id, i]))
  const rank = (place: Place) => order.get(place.id) ?? order.size
  const places = allPlaces().map((is): Entry => {
    const town = foldedNames(namesOf(is))
    const words = wordsOf([...town, ...languages.map((language) => fold(is.province[language]))])
    return { kind: 'place', is, names: town, words, town: wordsOf(town), rank: rank(is) }
  })
  const campuses = allCampuses().map((is): Entry => {
    const names = foldedNames([...Object.values(is.names), ...is.also])
    const town = foldedNames(namesOf(is.place))
    return { kind: 'campus', is, names, words: wordsOf([...names, ...town]), town: wordsOf(town), rank: rank(is.place) }
  })
  const postcodes = allPostcodes().map((is): Entry => {
    const town = foldedNames(namesOf(is.place))
    return {
      kind: 'postcode',
      is,
      names: [is.digits],
      words: wordsOf([is.digits, ...town]),
      town: wordsOf(town),
      rank: rank(is.place),
    }
  })
  return [...places, ...campuses, ...postcodes]
}

let built: Entry[] | undefined
const entries = () => {
  built ??= build()
  return built
}

type Closeness = (entry: Entry, query: string, asked: readonly string[]) => number | undefined

/** 0 the very name, 1 the beginning of a name, 2 the beginnings of words of it; undefined for no match. */
const exactly: Closeness = (entry, query, asked) => {
  // A postcode is only meant where its digits are typed: "3000", "3000 Leuven".
  if (entry.kind === 'postcode' && !asked.some((word) => word.length > 1 && entry.is.digits.startsWith(word))) return undefined
  if (entry.names.includes(query)) return 0
  if (entry.names.some((name) => name.startsWith(query))) return 1
  return asked.every((word) => entry.words.some((own) => own.startsWith(word))) ? 2 : undefined
}

/** The same with typing errors: 3 a whole name, 4 words of it. Tried only where nothing matches as typed. */
const nearly: Closeness = (entry, query, asked) => {
  if (entry.kind === 'postcode') return undefined
  const slips = (typed: string, own: string) => typed.length > 3 && isNear(typed, own, forgiven(typed.length))
  if (entry.names.some((name) => slips(query, name))) return 3
  return asked.every((word) => entry.words.some((own) => own.startsWith(word) || slips(word, own))) ? 4 : undefined
}

/** Words that say nothing by themselves: "faculty of economics" is "faculty economics". */
const fillers = new Set([
  'of',
  'the',
  'de',
  'het',
  'van',
  'en',
  'in',
  'la',
  'le',
  'les',
  'du',
  'des',
  'et',
  'and',
  'te',
  'a',
  'at',
])

function search(query: string, kinds: ReadonlySet<Target['kind']>): Entry[] {
  // "1012 AB": the letters of a Dutch postcode are finer than what is known here.
  const folded = fold(query.replace(/^(\s*[1-9]\d{3})\s*[a-z]{2}\s*$/i, '$1')).slice(0, 80)
  if (folded === '') return []
  const words = folded.split(' ')
  const telling = words.filter((word) => !fillers.has(word))
  const asked = telling.length > 0 ? telling : words
  const among = entries().filter(({ kind }) => kinds.has(kind))
  const matches = (closeness: Closeness) =>
    among.flatMap((entry) => {
      const close = closeness(entry, folded, asked)
      const elsewhere = entry.kind === 'campus' && !asked.some((word) => entry.town.includes(word)) ? 1 : 0
      return close === undefined ? [] : [{ entry, close, elsewhere }]
    })
  const found = matches(exactly)
  return (found.length > 0 ? found : matches(nearly))
    .sort((a, b) => a.close - b.close || a.elsewhere - b.elsewhere || a.entry.rank - b.entry.rank)
    .map(({ entry }) => entry)
}

const everything: ReadonlySet<Target['kind']> = new Set(['place', 'postcode', 'campus'])

function suggestion(entry: Entry, language: Language): Suggestion {
  const { kind, is } = entry
  if (kind === 'place') return { kind, id: is.id, label: labelOf(is, language), point: is.point, accuracy: placeReach }
  if (kind === 'campus') return { kind, id: is.id, label: campusLabel(is, language), point: is.point, accuracy: is.accuracy }
  return { kind, id: is.id, label: `${is.digits} ${is.place.names[language]}`, point: is.point, accuracy: is.reach }
}

/** What a person typed; the places, postcodes and campuses they may mean out, the likeliest first. Accents, capitals and slips are forgiven. */
export const suggest = (query: string, language: Language, limit = 8): Suggestion[] =>
  search(query, everything)
    .slice(0, limit)
    .map((entry) => suggestion(entry, language))

export const findPlaces = (query: string, limit = 8): Place[] =>
  search(query, new Set(['place']))
    .flatMap((entry) => (entry.kind === 'place' ? [entry.is] : []))
    .slice(0, limit)

export const findCampuses = (query: string, limit = 8): Campus[] =>
  search(query, new Set(['campus']))
    .flatMap((entry) => (entry.kind === 'campus' ? [entry.is] : []))
    .slice(0, limit)
