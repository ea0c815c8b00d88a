import { dayOf } from '../../platform/clock'
import type { Language } from '../../std/words'
import { choiceIn, dayIn } from '../../std/written'
import { money } from '../../ui'
import { type Campus, campusLabel, labelOf } from '../places'
import type { Target } from './distance'
import type { Page } from './parameters'
import { type Area, active, changed, type Narrowing, queryOf, type Search } from './search'
import { words } from './words'

/** Where a search, or a page of it, stands. */
export function roomsPath(language: Language, search: Search, page?: Page): string {
  const query = queryOf(search, page)
  return `/${language}/rooms${query && `?${query}`}`
}

export const areaLabel = (area: Area, language: Language): string =>
  area.kind === 'place' ? labelOf(area.is, language) : `${area.is.digits} ${area.is.place.names[language]}`

const campusLabels = (campuses: readonly Campus[], language: Language) => campuses.map((one) => campusLabel(one, language))

/** What is looked for, as the field for it says it. */
export const whereLabel = ({ area, campus }: Search, language: Language): string | undefined =>
  area ? areaLabel(area, language) : campus?.[0] && campusLabel(campus[0], language)

export const nounOf = ({ kind }: Pick<Search, 'kind'>) => (kind?.length === 1 && kind[0] ? kind[0] : 'any')

/** "in Gent, bij UGent Campus Tweekerken"; empty for everywhere. */
export function placeSaid({ area, campus, box }: Search, language: Language): string {
  const text = words(language)
  return [
    area && text.in(areaLabel(area, language)),
    campus && text.near(choiceIn(campusLabels(campus, language), language)),
    box && text.inBox,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Studio's in Gent". */
export const titleOf = (search: Search, language: Language): string => {
  const text = words(language)
  return `${text.any(nounOf(search))} ${placeSaid(search, language) || text.rent}`
}

/** What a distance is from: "from Campus Sterre", "from the centre". */
export function awayFrom({ area }: Search, { campus }: Target, distance: string, language: Language): string {
  const text = words(language)
  if (campus) return text.away(distance, campus.names[language])
  if (area?.kind === 'place') return text.awayFromMiddle(distance)
  return area ? text.away(distance, areaLabel(area, language)) : distance
}

/** What narrows a search, each part in words with the search that is left without it. */
export function partsOf(search: Search, language: Language, now: Date): { name: Narrowing; text: string; without: Search }[] {
  const text = words(language)
  const day = (each: string) => dayIn(each, language, dayOf(now))
  const euros = (cents: number) => money(cents, language)
  const each = <N extends Narrowing, T extends string>(name: N, options: readonly T[] | undefined, say: (option: T) => string) =>
    (options ?? []).map((option) => {
      const left = (options ?? []).filter((other) => other !== option)
      return { name, text: say(option), without: changed(search, { [name]: left.length > 0 ? left : undefined }) }
    })
  const { area, box, q, min, max, size, from, until, bike, foot } = search
  const single: Partial<Record<Narrowing, string | undefined>> = {
    area: area && areaLabel(area, language),
    box: box && text.box,
    q: q && `“${q}”`,
    min: min === undefined ? undefined : text.minimum(euros(min)),
    max: max === undefined ? undefined : text.maximum(euros(max)),
    size: size === undefined ? undefined : text.sizeAtLeast(size),
    from: from && text.fromDay(day(from)),
    until: until && text.untilDay(day(until)),
    bike: bike && text.byBike(Number(bike)),
    foot: foot && text.onFoot(Number(foot)),
  }
  const campuses = search.campus ?? []
  const many: Partial<Record<Narrowing, ReturnType<typeof each>>> = {
    campus: campuses.map((one) => {
      const left = campuses.filter((other) => other !== one)
      const without = changed(search, { campus: left.length > 0 ? left : undefined })
      return { name: 'campus', text: campusLabel(one, language), without }
    }),
    kind: each('kind', search.kind, (kind) => text.kinds[kind]),
    months: each('months', search.months, (months) => text.months(Number(months))),
    furnished: each('furnished', search.furnished, (value) => text.furnished[value]),
    bath: each('bath', search.bath, () => text.ownBath),
    kitchen: each('kitchen', search.kitchen, () => text.ownKitchen),
    domicile: each('domicile', search.domicile, (value) => text.domiciles[value]),
    sublet: each('sublet', search.sublet, (value) => text.sublets[value]),
  }
  return active(search).flatMap((name) => {
    const said = single[name]
    return said ? [{ name, text: said, without: changed(search, { [name]: undefined }) }] : (many[name] ?? [])
  })
}

/** The same, a filter whole with all its options: what one drops when nothing is found. */
export function filtersOf(search: Search, language: Language, now: Date): { text: string; without: Search }[] {
  const parts = Map.groupBy(partsOf(search, language, now), ({ name }) => name)
  return [...parts].map(([name, said]) => ({
    text: name === 'q' ? (search.q ?? '') : said.map(({ text }) => text).join(', '),
    without: changed(search, { [name]: undefined }),
  }))
}
