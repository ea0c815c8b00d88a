import fc from 'fast-check'
import type { Selectable } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import type { Database } from '../../register'
import { boxAround, cellOf, isIn, metresBetween, moved } from '../../std/geo'
import { minutesByBike, minutesOnFoot } from '../../std/travel'
import { subletOf } from '../listings'
import { campusById, placeById } from '../places'
import { boxSaid, kinds, minutesAsked, monthsAsked, roundedBox, sorts, sublets } from './parameters'
import { keysFrom, type Walk } from './queries/keys'
import { scopeOf } from './queries/matching'
import { find } from './results'
import { ask, type Search } from './search'
import { type Advert, adverts } from './testing'

// Everything that a search answers, once more: on rows in memory, one filter after the other, in the plainest way.

const columns = [
  ...(['id', 'status', 'kind', 'language', 'title', 'text', 'street', 'postcode', 'place_id', 'cell_lat', 'cell_lon'] as const),
  ...(['total', 'size', 'available_from', 'available_until', 'lease_min_months', 'lease_max_months'] as const),
  ...(['furnished', 'kitchen', 'bath', 'domicile', 'published_at', 'in_feed', 'answers'] as const),
] as const
type Row = Pick<Selectable<Database['listings']>, (typeof columns)[number]>

const campuses = ['ugent-tweekerken', 'ugent-boekentoren', 'ku-leuven-hallen'].map((id) => campusById(id) ?? expect.fail(id))
const towns = ['gent', 'ledeberg', 'leuven'].map((id) => placeById(id) ?? expect.fail(id))

const any = <const T>(...of: readonly T[]) => fc.constantFrom(...of)
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3 })
const day = fc.integer({ min: 0, max: 11 }).map((month) => `2027-${String(month + 1).padStart(2, '0')}-01`)
const advert: fc.Arbitrary<Advert> = fc
  .record({
    town: any(...towns),
    bearing: fc.integer({ min: 0, max: 359 }),
    metres: fc.integer({ min: 0, max: 9000 }),
    kind: any(...kinds),
    language: any('nl', 'fr', 'en'),
    title: any('Kot', 'Lichte kamer', 'Chambre à louer', 'Cosy room'),
    text: any('met een grote tuin', 'avec une belle fenêtre', 'with a garden', 'zonder balkon', 'café au coin'),
    street: orNull(any('Coupure', 'Rue de l’École')),
    postcode: orNull(any('9000', '9050', '3000')),
    rent: fc.integer({ min: 300, max: 320 }).map((euros) => euros * 100),
    charges_mode: orNull(any('included', 'fixed', 'provision')),
    charges: orNull(any(1000, 5050)),
    size: orNull(fc.integer({ min: 10, max: 20 })),
    available_from: orNull(day),
    available_until: orNull(day),
    lease_min_months: orNull(any(1, 5, 10)),
    lease_max_months: orNull(any(5, 10, 12)),
    furnished: orNull(fc.boolean()),
    kitchen: orNull(any('own', 'shared')),
    bath: orNull(any('own', 'shared')),
    domicile: orNull(any('yes', 'no', 'onRequest')),
    answers: any('{}', '{"lease":"student"}', '{"lease":"sublet"}', '{"lease":"sublet","subletReason":"exchange"}'),
    hours: fc.integer({ min: -1, max: 30 }),
    status: any('published', 'published', 'published', 'published', 'paused', 'held'),
    in_feed: any(true, true, false),
  } as const)
  .map(({ town, bearing, metres, hours, ...rest }) => {
    const cell = cellOf(moved(town.point, bearing, metres))
    return {
      ...rest,
      place_id: town.id,
      cell_lat: cell.lat,
      cell_lon: cell.lon,
      published_at: new Date(Date.UTC(2026, 10, 21, 10) - hours * 3_600_000),
    }
  })

const box = fc
  .record({ town: any(...towns), metres: fc.integer({ min: 500, max: 9000 }) })
  .map(({ town, metres }) => boxSaid(roundedBox(boxAround(town.point, metres))))

const query = fc
  .record({
    where: orNull(any('gent', 'leuven', 'be-9000')),
    campus: orNull(fc.subarray(campuses.map(({ id }) => id))),
    box: orNull(box),
    q: fc.option(any('tuin', 'jardin', 'garden', 'fenetre', 'CAFÉ', 'coupure', 'de', 'kamer tuin', 'ecole'), { freq: 2 }),
    kind: fc.subarray([...kinds]),
    min: orNull(fc.integer({ min: 300, max: 325 })),
    max: orNull(fc.integer({ min: 305, max: 370 })),
    size: orNull(fc.integer({ min: 10, max: 18 })),
    from: orNull(day),
    until: orNull(day),
    months: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...monthsAsked]) },
    ),
    furnished: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(['yes', 'no']) },
    ),
    bath: orNull(any('own')),
    kitchen: orNull(any('own')),
    domicile: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(['yes', 'onRequest']) },
    ),
    sublet: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...sublets]) }),
    bike: orNull(any(...minutesAsked)),
    foot: orNull(any(...minutesAsked)),
    sort: any(...sorts),
  })
  .chain((whole) =>
    // Most searches ask only some of it, else hardly any finds something.
    fc.subarray(Object.entries(whole), { maxLength: 7 }),
  )
  .map((entries) => {
    const given = new URLSearchParams()
    for (const [name, value] of entries)
      for (const one of Array.isArray(value) ? value : [value]) if (one !== null) given.append(name, String(one))
    return given
  })

const stems: Record<string, RegExp> = {
  tuin: /tuin/i,
  jardin: /jardin/i,
  garden: /garden/i,
  fenetre: /fen[eê]tre/i,
  CAFÉ: /caf[eé]/i,
  coupure: /coupure/i,
  ecole: /école/i,
}
const says = (row: Row, q: string) =>
  q.split(' ').every((word) => {
    const text = `${row.title} ${row.text} ${row.street ?? ''}`
    if (word === 'kamer') return /kamer/i.test(text)
    // A word without meaning in Dutch and French: only what is written in English has it.
    if (word === 'de') return row.language === 'en' && /\bde\b/.test(text)
    return stems[word]?.test(text) ?? false
  })

const metres = (row: Row, search: Search) => {
  const from = { lat: row.cell_lat, lon: row.cell_lon }
  const to = search.campus?.map(({ point }) => point) ?? (search.area ? [search.area.is.point] : [])
  return to.length > 0 ? Math.min(...to.map((point) => Math.round(metresBetween(from, point)))) : 0
}
type Test = (row: Row) => boolean
const within = (row: Row, search: Search, minutes: string, pace: (metres: number) => number) =>
  pace(metres(row, search)) <= Number(minutes)

function base(row: Row, search: Search, now: Date): boolean {
  const { area, campus, q, min, max, size, from, until } = search
  if (row.status !== 'published' || row.published_at === null || row.published_at > now) return false
  if (row.available_until !== null && row.available_until < '2026-11-21') return false
  if (area?.kind === 'place' && !(area.is.id === 'gent' ? ['gent', 'ledeberg'] : [area.is.id]).includes(row.place_id))
    return false
  if (area?.kind === 'postcode' && row.postcode !== area.is.digits) return false
  if (campus && minutesByBike(metres(row, search)) > 30) return false
  if (search.box && !isIn(search.box, { lat: row.cell_lat, lon: row.cell_lon })) return false
  if (q && !says(row, q)) return false
  if (min !== undefined && row.total < min) return false
  if (max !== undefined && row.total > max) return false
  if (size !== undefined && (row.size === null || row.size < size)) return false
  const { available_from: opens, available_until: closes } = row
  if ((from || until) && opens === null) return false
  if (from && opens !== null && (opens > from || (closes !== null && closes <= from))) return false
  if (until && opens !== null && (opens >= until || (closes !== null && closes < until))) return false
  return true
}

const options = (search: Search): Record<string, Record<string, Test>> => ({
  kind: Object.fromEntries(kinds.map((kind) => [kind, (row: Row) => row.kind === kind])),
  months: Object.fromEntries(
    monthsAsked.map((n) => [
      n,
      (row: Row) =>
        (row.lease_min_months !== null || row.lease_max_months !== null) &&
        (row.lease_min_months ?? 0) <= Number(n) &&
        (row.lease_max_months ?? 999) >= Number(n),
    ]),
  ),
  furnished: { yes: (row) => row.furnished === true, no: (row) => row.furnished === false },
  bath: { own: (row) => row.bath === 'own' },
  kitchen: { own: (row) => row.kitchen === 'own' },
  domicile: { yes: (row) => row.domicile === 'yes', onRequest: (row) => row.domicile === 'onRequest' },
  sublet: { none: (row) => !JSON.stringify(row.answers).includes('sublet"'), only: (row) => subletOf(row) !== null },
  ...(search.campus
    ? {
        bike: Object.fromEntries(minutesAsked.map((n) => [n, (row: Row) => within(row, search, n, minutesByBike)])),
        foot: Object.fromEntries(minutesAsked.map((n) => [n, (row: Row) => within(row, search, n, minutesOnFoot)])),
      }
    : {}),
})

const chosen = (search: Search, name: string): string[] => {
  const value = Object.entries(search).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
}

function naive(rows: Row[], search: Search, now: Date) {
  const facets = options(search)
  const passes = (row: Row, name: string) => {
    const wanted = chosen(search, name)
    return wanted.length === 0 || wanted.some((option) => facets[name]?.[option]?.(row))
  }
  const public_ = rows.filter((row) => base(row, search, now))
  const names = Object.keys(facets)
  const found = public_.filter((row) => names.every((name) => passes(row, name)))
  const key = (row: Row) =>
    search.sort === 'price' ? row.total : search.sort === 'distance' ? metres(row, search) : -(row.published_at?.getTime() ?? 0)
  const tie = search.sort === 'newest' ? -1 : 1
  const order = found.sort((a, b) => key(a) - key(b) || (a.id < b.id ? -tie : tie)).map(({ id }) => id)
  const of = Object.fromEntries(
    names.map((name) => {
      const others = public_.filter((row) => names.every((other) => other === name || passes(row, other)))
      return [
        name,
        Object.fromEntries(Object.entries(facets[name] ?? {}).map(([option, has]) => [option, others.filter(has).length])),
      ]
    }),
  )
  return { order, counts: { total: found.length, of } }
}

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('a search finds, counts and orders as the plainest reading of it does', async () => {
  const { db } = site.p
  const now = site.clock.now()
  let found = 0
  let narrow = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(advert, { minLength: 20, maxLength: 60 }),
      fc.array(query, { minLength: 6, maxLength: 6 }),
      async (rows, queries) => {
        await db.deleteFrom('listings').execute()
        await adverts(site, rows)
        const stored = await db.selectFrom('listings').select(columns).execute()
        for (const given of queries) {
          const { search } = ask(given, 'nl')
          for (const inFeed of [false, true]) {
            const answer = await find(db, now, search, undefined, { size: 100, inFeed })
            const expected = naive(
              stored.filter((row) => !inFeed || row.in_feed),
              search,
              now,
            )
            expect(
              answer.keys.map(({ id }) => id),
              given.toString(),
            ).toEqual(expected.order)
            expect(answer.counts, given.toString()).toEqual(expected.counts)
            // However many there seem to be, the same are found, from anywhere onward and back.
            const scope = await scopeOf(db, now, search, inFeed)
            const middle = Math.floor(answer.keys.length / 2)
            const from = answer.keys[middle]
            for (const few of [true, false]) {
              const ids = async (walk: Partial<Walk>) =>
                (await keysFrom(db, scope, search, { few, limit: 5, ...walk })).map(({ id }) => id)
              expect(await ids({ limit: 100 }), given.toString()).toEqual(expected.order)
              if (!from) continue
              expect(await ids({ from }), given.toString()).toEqual(expected.order.slice(middle + 1, middle + 6))
              const before = expected.order.slice(Math.max(0, middle - 5), middle).reverse()
              expect(await ids({ from, direction: 'back' }), given.toString()).toEqual(before)
            }
            if (expected.order.length > 0) found++
            if (expected.order.length < stored.length / 2) narrow++
          }
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
  expect(found).toBeGreaterThan(40)
  expect(narrow).toBeGreaterThan(40)
}, 120_000)
