import { type RawBuilder, sql } from 'kysely'
import { reachByBike, reachOnFoot } from './distance'
import { kinds, minutesAsked, monthsAsked, sublets } from './parameters'
import type { Search } from './search'

export const facetNames = ['kind', 'months', 'furnished', 'bath', 'kitchen', 'domicile', 'sublet', 'bike', 'foot'] as const
export type FacetName = (typeof facetNames)[number]

/** A filter with options. An advert has one code of it, a whole number below `codes`; the database counts codes, and the program makes options of them. */
type Facet = { name: FacetName; options: readonly string[]; codes: number; has(code: number, option: number): boolean }

const oneOf = (name: FacetName, options: readonly string[]): Facet => ({
  name,
  options,
  codes: options.length + 1,
  has: (code, option) => code === option + 1,
})

/** The filters whose codes stand in the column `facets`, the lowest first; its migration says the same. A lease has a bit for each length that
 *  it may have: of an advert that says nothing about it we do not know. */
const stored: readonly Facet[] = [
  oneOf('kind', kinds),
  { name: 'months', options: monthsAsked, codes: 2 ** monthsAsked.length, has: (code, option) => (code >> option) % 2 === 1 },
  oneOf('furnished', ['yes', 'no']),
  oneOf('bath', ['own']),
  oneOf('kitchen', ['own']),
  oneOf('domicile', ['yes', 'onRequest']),
  // No code for unknown: what does not call itself a sublet is let as none.
  { name: 'sublet', options: sublets, codes: 2, has: (code, option) => code === option },
]

/** Of which each option takes in those before it: at most 5, 10, 15 minutes. */
const within = (name: 'bike' | 'foot'): Facet => ({
  name,
  options: minutesAsked,
  codes: minutesAsked.length + 1,
  has: (code, option) => code <= option,
})
const away: readonly Facet[] = [within('bike'), within('foot')]

const unitOf = (facets: readonly Facet[], at: number) => facets.slice(0, at).reduce((unit, { codes }) => unit * codes, 1)
const unitOfAway = unitOf(stored, stored.length)

/** The filters that a search offers options of. */
const facetsOf = ({ campus }: Pick<Search, 'campus'>) => (campus ? [...stored, ...away] : stored)

const selected = (search: Search, name: FacetName): readonly string[] => {
  const value = search[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

const passes = (facet: Facet, code: number, wanted: readonly string[]) =>
  wanted.length === 0 || facet.options.some((option, at) => wanted.includes(option) && facet.has(code, at))

/** For each filter that is on, but for the minutes, which are a distance: the codes that pass it. OR within a filter, AND between them. */
export const wantedCodes = (search: Search): { code: RawBuilder<number>; codes: number[] }[] =>
  stored.flatMap((facet, at) => {
    const wanted = selected(search, facet.name)
    if (wanted.length === 0) return []
    const all = Array.from({ length: facet.codes }, (_, code) => code)
    const code = sql<number>`(listings.facets / ${sql.lit(unitOf(stored, at))} % ${sql.lit(facet.codes)})`
    return [{ code, codes: all.filter((each) => passes(facet, each, wanted)) }]
  })

/** All codes of an advert in one number, so that the database groups by one number; of the rows `advert` with their `facets` and `metres`. */
export function packed({ campus }: Pick<Search, 'campus'>): RawBuilder<number> {
  if (!campus) return sql.ref<number>('advert.facets')
  const code = (reach: (minutes: string) => number) =>
    sql`case ${sql.join(
      minutesAsked.map((each, at) => sql`when advert.metres <= ${sql.lit(reach(each))} then ${sql.lit(at)}`),
      sql` `,
    )} else ${sql.lit(minutesAsked.length)} end`
  const [bike] = away
  return sql<number>`(advert.facets + ${sql.lit(unitOfAway)} * (${code(reachByBike)}) + ${sql.lit(unitOfAway * (bike?.codes ?? 1))} * (${code(reachOnFoot)}))`
}

export type Counts = { total: number; of: Partial<Record<FacetName, Record<string, number>>> }

/** How many adverts have each packed code in; the total, and the counts of each option with all the other filters on, out. */
export function countsOf(search: Search, groups: readonly { packed: number; n: number }[]): Counts {
  const facets = facetsOf(search).map((facet) => ({ facet, wanted: selected(search, facet.name) }))
  const of: Counts['of'] = Object.fromEntries(
    facets.map(({ facet }) => [facet.name, Object.fromEntries(facet.options.map((option) => [option, 0]))]),
  )
  let total = 0
  for (const { packed, n } of groups) {
    let left = packed
    const codes = facets.map(({ facet }) => {
      const code = left % facet.codes
      left = Math.floor(left / facet.codes)
      return code
    })
    const failing = facets.flatMap(({ facet, wanted }, at) => (passes(facet, codes[at] ?? 0, wanted) ? [] : [at]))
    if (failing.length === 0) total += n
    for (const [at, { facet }] of facets.entries()) {
      if (failing.some((other) => other !== at)) continue
      const counts = of[facet.name]
      for (const [option, name] of facet.options.entries())
        if (counts && facet.has(codes[at] ?? 0, option)) counts[name] = (counts[name] ?? 0) + n
    }
  }
  return { total, of }
}
