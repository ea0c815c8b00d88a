import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { cellOf, moved } from '../../std/geo'
import { signedUp } from '../accounts/testing'
import { campusById, placeById } from '../places'
import { ask, foundBy } from '../search'
import { aroundOf, aroundsOf } from './around'
import { openFound } from './found'
import { matchChanged } from './matching'
import { save } from './saved'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const towns = ['gent', 'ledeberg', 'brussel', 'ixelles', 'elsene'].flatMap((id) => placeById(id) ?? [])
const campus = campusById('ugent-tweekerken') ?? expect.fail('no campus')
const queries = fc
  .record({
    about: fc.constantFrom(
      'where=gent',
      'where=brussel',
      'where=be-9000',
      'campus=ugent-tweekerken',
      'campus=ugent-tweekerken&campus=ugent-boekentoren',
      'box=51,3.6,51.1,3.8',
      'q=tuin',
    ),
    rest: fc.constantFrom('', '&max=500', '&kind=studio', '&foot=15&bike=10', '&size=15&furnished=yes'),
  })
  .map(({ about, rest }) => about + rest)
const state = fc.record({
  town: fc.constantFrom(...towns),
  metres: fc.integer({ min: 0, max: 9000 }),
  bearing: fc.integer({ min: 0, max: 359 }),
  kind: fc.constantFrom('kot', 'studio'),
  rent: fc.integer({ min: 40, max: 60 }).map((tens) => tens * 1000),
  size: fc.option(fc.integer({ min: 10, max: 20 })),
  furnished: fc.option(fc.boolean()),
  status: fc.constantFrom('published', 'published', 'paused'),
  text: fc.constantFrom('met tuin', 'zonder'),
  postcode: fc.option(fc.constantFrom('9000', '9050')),
} as const)

/** What of these the page of the search shows, and what of it the alerts know. */
test('what a search finds when it is saved, or after any change, its alerts know, and they tell of nothing that it did not find', async () => {
  const { p } = site
  const { personId } = await signedUp(site, { firstName: 'An' })
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(queries, { minLength: 2, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(11), state), { minLength: 15, maxLength: 30 }),
      fc.nat(10),
      async (asked, changes, before) => {
        for (const table of ['saved_searches', 'changed_adverts', 'listings'] as const) await p.db.deleteFrom(table).execute()
        const ids = Array.from({ length: 12 }, (_, n) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`)
        const expected = new Map<string, Set<string>>()
        const look = async () => {
          for (const query of new Set(asked))
            for (const { id } of await foundBy(p.db, site.clock.now(), ask(new URLSearchParams(query), 'nl').search, 100))
              expected.set(query, (expected.get(query) ?? new Set()).add(id))
        }
        for (const [at, [n, { town, metres, bearing, ...rest }]] of changes.entries()) {
          if (at === before) {
            for (const query of asked) await save(p, personId, query, { frequency: 'atOnce', atNight: false }, 'nl')
            await look()
          }
          const cell = cellOf(moved(town.point, bearing, metres))
          const id = ids[n] ?? ''
          const now = site.clock.now()
          const row = { ...rest, place_id: town.id, cell_lat: cell.lat, cell_lon: cell.lon, updated_at: now }
          await p.db
            .insertInto('listings')
            .values({
              id,
              public_id: `advert${n}`,
              language: 'nl',
              title: 'Kot',
              region: 'BE-VLG',
              accuracy: 'street',
              charges_cover: [],
              published_at: now,
              created_at: now,
              ...row,
            })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute()
          await p.emit(p.db, 'listing.changed', { listing: id, person: null })
          if (at >= before) {
            await matchChanged(p)
            await look()
          }
        }
        const keys = await p.vault.keys(p.db, [personId])
        const rows = (await p.db.selectFrom('found_adverts').selectAll().execute()).map((row) => ({
          ...row,
          ...openFound(keys, row),
        }))
        const bySearch = [...Map.groupBy(rows, ({ search_id }) => search_id).values()].map((some) =>
          some
            .map(({ listing }) => listing)
            .sort()
            .join(),
        )
        const wanted = [
          ...new Map(
            [...expected].map(([query, ids]) => [ask(new URLSearchParams(query), 'nl').search, [...ids].sort().join()]),
          ).values(),
        ]
        expect([...new Set(bySearch)].sort()).toEqual([...new Set(wanted)].sort())
        told += rows.filter(({ told_in }) => told_in === null).length
      },
    ),
    { numRuns: 12 },
  )
  expect(told).toBeGreaterThan(20)
}, 120_000)

test('an advert knows every place that a search which finds it can be about', () => {
  const near = { place_id: 'ledeberg', postcode: '9050', cell_lat: campus.point.lat, cell_lon: campus.point.lon }
  const knows = aroundsOf(near)
  for (const query of [
    'where=gent',
    'where=ledeberg',
    'where=be-9050',
    'campus=ugent-tweekerken',
    'campus=ugent-tweekerken&campus=ugent-boekentoren',
    'max=500',
    'box=51,3.6,51.1,3.8',
  ])
    expect(knows).toContain(aroundOf(ask(new URLSearchParams(query), 'nl').search))
  expect(knows).not.toContain(aroundOf(ask(new URLSearchParams('where=leuven'), 'nl').search))
})
