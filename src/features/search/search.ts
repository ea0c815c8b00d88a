import { type Box, metresBetween, type Point } from '../../std/geo'
import type { Language } from '../../std/words'
import type { Campus, Place, Postcode } from '../places'
import {
  boxSaid,
  type Ignored,
  kinds,
  minutesAsked,
  monthsAsked,
  type Page,
  type Parameters,
  readParameters,
  type sorts,
  sublets,
} from './parameters'
import { type Meant, meant } from './where'

export type Area = { kind: 'place'; is: Place } | { kind: 'postcode'; is: Postcode }

/** One search, whole and normal: two addresses that ask the same are one search. */
export type Search = Omit<Parameters, 'where' | 'campus' | 'page' | 'sort'> & {
  area?: Area
  /** Near any of these, in the order of their ids. Never empty. */
  campus?: readonly Campus[]
  sort: (typeof sorts)[number]
}

/** What was understood otherwise than it was typed. */
export type Remark = { typed: string } & (
  | { as: 'forgiven'; also: Meant['also'] }
  | { as: 'several'; also: Meant['also'] }
  | { as: 'words' }
  | { as: 'nowhere' }
)

export type Asked = { search: Search; page: Page | undefined; ignored: Ignored[]; remark: Remark | undefined }

const inOrder = <T extends string>(order: readonly T[], given: readonly T[] | undefined): T[] | undefined =>
  given && given.length > 0 ? order.filter((option) => given.includes(option)) : undefined

/** A campus farther from a town than this has nothing to do with it. */
const farFromTown = 15_000

const middleOf = ({ south, west, north, east }: Box) => ({ lat: (south + north) / 2, lon: (west + east) / 2 })
/** Whether a box of a map has nothing to do with a place. */
const isFarFrom = (box: Box, { point }: { point: Point }) =>
  metresBetween(middleOf(box), point) > farFromTown + metresBetween(middleOf(box), { lat: box.north, lon: box.east })

const defaultSort = (campus: Search['campus']) => (campus ? 'distance' : 'newest')

/** Each once, in an order that does not depend on how it was asked. */
const campusesOf = (given: readonly Campus[]): Search['campus'] =>
  given.length === 0
    ? undefined
    : [...new Map(given.map((campus) => [campus.id, campus])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** How a place was understood is a remark, and no part of what is asked: the same place is the same search. */
const areaOf = (found: Area): Area =>
  found.kind === 'place' ? { kind: 'place', is: found.is } : { kind: 'postcode', is: found.is }

/** An address in; the search it stands for, and what of it was left out or understood otherwise, out. */
export function ask(given: URLSearchParams, language: Language): Asked {
  const { read, ignored } = readParameters(given)
  const leaveOut = (name: keyof Parameters) => {
    for (const value of given.getAll(name)) if (value.trim() !== '') ignored.push({ name, value })
  }
  const { where, page, ...rest } = read
  let { box, q, bike, foot, min, max, from, until, sort } = rest
  let campuses = rest.campus ?? []
  let area: Area | undefined
  let remark: Remark | undefined
  if (where) {
    const found = meant(where, language)
    if (found?.kind === 'campus') campuses = [found.is, ...campuses]
    else if (found) area = areaOf(found)
    if (found?.rest) {
      q = [found.rest, q].filter(Boolean).join(' ').slice(0, 100)
    } else if (found?.forgiven) remark = { typed: where, as: 'forgiven', also: found.also }
    else if (found && found.also.length > 0) remark = { typed: where, as: 'several', also: found.also }
    if (!found && q) remark = { typed: where, as: 'nowhere' }
    if (!found && !q) {
      q = where.slice(0, 100)
      remark = { typed: where, as: 'words' }
    }
  }
  // Who goes on to another town has the campus of the former still in the form.
  if (area) {
    const { point } = area.is
    const near = campuses.filter((campus) => metresBetween(campus.point, point) <= farFromTown)
    for (const { id } of campuses) if (!near.some((campus) => campus.id === id)) ignored.push({ name: 'campus', value: id })
    campuses = near
  }
  const campus = campusesOf(campuses)
  const places = area ? [area.is] : campus
  const { box: asked } = rest
  if (asked && places?.every((place) => isFarFrom(asked, place))) {
    leaveOut('box')
    box = undefined
  }
  if (!campus && (bike || foot)) {
    if (bike) leaveOut('bike')
    if (foot) leaveOut('foot')
    bike = undefined
    foot = undefined
  }
  if (min !== undefined && max !== undefined && min > max) [min, max] = [max, min]
  if (from && until && until <= from) {
    leaveOut('until')
    until = undefined
  }
  if (sort === 'distance' && !area && !campus) {
    leaveOut('sort')
    sort = undefined
  }
  const search: Search = {
    area,
    campus,
    box,
    q,
    kind: inOrder(kinds, rest.kind),
    min,
    max,
    size: rest.size,
    from,
    until,
    months: inOrder(monthsAsked, rest.months),
    furnished: inOrder(['yes', 'no'], rest.furnished),
    bath: rest.bath,
    kitchen: rest.kitchen,
    domicile: inOrder(['yes', 'onRequest'], rest.domicile),
    sublet: inOrder(sublets, rest.sublet),
    bike: minutesAsked.find((minutes) => minutes === bike),
    foot: minutesAsked.find((minutes) => minutes === foot),
    sort: sort ?? defaultSort(campus),
  }
  return { search, page, ignored, remark }
}

const euros = (cents: number | undefined) => cents && (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

const written = ({ number, after }: Page) => `${number}~${after.key}~${after.id.replaceAll('-', '')}`

/** The one query string of a search, and of a page of it: parameters in their order, nothing that goes without saying. */
export function queryOf(search: Search, page?: Page): string {
  const { area, campus, box, sort } = search
  const entries: [string, string | number | readonly string[] | undefined][] = [
    ['where', area?.is.id],
    ['campus', campus?.map(({ id }) => id)],
    ['box', box && boxSaid(box)],
    ['q', search.q],
    ['kind', search.kind],
    ['min', euros(search.min)],
    ['max', euros(search.max)],
    ['size', search.size],
    ['from', search.from],
    ['until', search.until],
    ['months', search.months],
    ['furnished', search.furnished],
    ['bath', search.bath],
    ['kitchen', search.kitchen],
    ['domicile', search.domicile],
    ['sublet', search.sublet],
    ['bike', search.bike],
    ['foot', search.foot],
    ['sort', sort === defaultSort(campus) ? undefined : sort],
    ['page', page && page.number > 1 ? written(page) : undefined],
  ]
  const query = new URLSearchParams()
  for (const [name, value] of entries)
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== '') query.append(name, String(one))
  // A tilde and a comma need not be escaped (RFC 3986, 2.3 and 3.4), and the form encoding escapes them.
  return query.toString().replaceAll('%7E', '~').replaceAll('%2C', ',')
}

/** A search with some of it changed; what then has no sense any more goes too. */
export function changed(search: Search, change: Partial<Search>): Search {
  const next = { ...search, ...change }
  if (!next.campus) Object.assign(next, { bike: undefined, foot: undefined })
  if (next.sort === 'distance' && !next.area && !next.campus) next.sort = 'newest'
  else if (!change.sort && search.sort === defaultSort(search.campus)) next.sort = defaultSort(next.campus)
  return next
}

/** The parts of a search that narrow it, each of which can be taken away. */
export const narrowing = [
  'area',
  'campus',
  'box',
  'q',
  'kind',
  'min',
  'max',
  'size',
  'from',
  'until',
  'months',
  'furnished',
  'bath',
  'kitchen',
  'domicile',
  'sublet',
  'bike',
  'foot',
] as const
export type Narrowing = (typeof narrowing)[number]

export const active = (search: Search): Narrowing[] => narrowing.filter((name) => search[name] !== undefined)

export const everything: Search = { sort: 'newest' }
