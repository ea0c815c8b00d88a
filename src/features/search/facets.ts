import { type RawBuilder, sql } from 'kysely'
import { reachByBike, reachOnFoot } from './distance'
import { kinds, minutesAsked, monthsAsked } from './parameters'
import type { Search } from './search'

export const facetNames = ['kind', 'months', 'furnished', 'bath', 'kitchen', 'domicile', 'bike', 'foot'] as const
export type FacetName = (typeof facetNames)[number]

/** A filter with options. An advert has one code of it, a whole number below `codes`; the database counts codes, and the program makes options of them. */
type Facet = {
  name: FacetName
  options: readonly string[]
  codes: number
  code: RawBuilder<number>
  has(code: number, option: number): boolean
}

const isIt = (code: number, option: number) => code === option + 1
/** Options of which each takes in those before it: at most 5, 10, 15 minutes. */
const isWithin = (code: number, option: number) => code <= option

/** The table itself, or the adverts picked from it. */
type From = 'listings' | 'advert'

const oneOf = (from: From, name: string, options: readonly string[]) =>
  sql<number>`case ${sql.ref(`${from}.${name}`)} ${sql.join(
    options.map((option, at) => sql`when ${sql.lit(option)} then ${sql.lit(at + 1)}`),
    sql` `,
  )} else 0 end`

/** A lease may be so long; of an advert that says nothing about it we do not know. */
function mayLast(from: From, months: string) {
  const [min, max] = [sql.ref(`${from}.lease_min_months`), sql.ref(`${from}.lease_max_months`)]
  const asked = sql.lit(Number(months))
  return sql`((${min} is not null or ${max} is not null) and coalesce(${min}, 0) <= ${asked} and coalesce(${max}, 999) >= ${asked})`
}

const minutes = (name: 'bike' | 'foot', reach: (minutes: string) => number): Facet => ({
  name,
  options: minutesAsked,
  codes: minutesAsked.length + 1,
  code: sql<number>`case ${sql.join(
    minutesAsked.map((each, at) => sql`when advert.metres <= ${sql.lit(reach(each))} then ${sql.lit(at)}`),
    sql` `,
  )} else ${sql.lit(minutesAsked.length)} end`,
  has: isWithin,
})

/** The filters that a search offers options of. */
export function facetsOf({ campus }: Pick<Search, 'campus'>, from: From = 'advert'): Facet[] {
  const one = (name: FacetName, options: readonly string[]): Facet => ({
    name,
    options,
    codes: options.length + 1,
    code: oneOf(from, name, options),
    has: isIt,
  })
  const facets: Facet[] = [
    one('kind', kinds),
    {
      name: 'months',
      options: monthsAsked,
      codes: 2 ** monthsAsked.length,
      code: sql<number>`(${sql.join(
        monthsAsked.map((months, at) => sql`case when ${mayLast(from, months)} then ${sql.lit(2 ** at)} else 0 end`),
        sql` + `,
      )})`,
      has: (code, option) => Math.floor(code / 2 ** option) % 2 === 1,
    },
    {
      ...one('furnished', ['yes', 'no']),
      code: sql<number>`case ${sql.ref(`${from}.furnished`)} when true then 1 when false then 2 else 0 end`,
    },
    one('bath', ['own']),
    one('kitchen', ['own']),
    one('domicile', ['yes', 'onRequest']),
  ]
  if (!campus) return facets
  return [...facets, minutes('bike', reachByBike), minutes('foot', reachOnFoot)]
}

const selected = (search: Search, name: FacetName): readonly string[] => {
  const value = search[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

const passes = (facet: Facet, code: number, wanted: readonly string[]) =>
  wanted.length === 0 || facet.options.some((option, at) => wanted.includes(option) && facet.has(code, at))

/** For each filter that is on, but for the minutes, which are a distance: the codes that pass it. OR within a filter, AND between them. */
export const wantedCodes = (search: Search): { code: RawBuilder<number>; codes: number[] }[] =>
  facetsOf({ campus: undefined }, 'listings').flatMap((facet) => {
    const wanted = selected(search, facet.name)
    if (wanted.length === 0) return []
    const all = Array.from({ length: facet.codes }, (_, code) => code)
    return [{ code: facet.code, codes: all.filter((code) => passes(facet, code, wanted)) }]
  })

/** All codes of an advert in one number, so that the database groups by one number. */
export const packed = (search: Search): RawBuilder<number> => {
  let unit = 1
  const parts = facetsOf(search).map(({ code, codes }) => {
    const part = sql`(${code}) * ${sql.lit(unit)}`
    unit *= codes
    return part
  })
  return sql<number>`(${sql.join(parts, sql` + `)})`
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
