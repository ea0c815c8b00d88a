import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import type { Page } from './parameters'
import { find, perPage } from './results'
import { ask, type Search } from './search'
import { adverts } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.p.db.deleteFrom('listings').execute()
})

const search = (query: string): Search => ask(new URLSearchParams(query), 'nl').search
const page = (query: string, page?: Page) => find(site.p.db, site.clock.now(), search(query), page)

/** Adverts of which many share a price, a moment and a cell, so that only the id parts them. */
const alike = (n: number) =>
  adverts(
    site,
    Array.from({ length: n }, (_, at) => ({
      rent: 40_000 + (at % 3) * 100,
      published_at: new Date(site.clock.now().getTime() - 60_000 * (at % 4)),
      cell_lat: 51.053375 + (at % 2) * 0.00225,
    })),
  )

test.each([
  '',
  'where=gent',
  'where=gent&sort=price',
  'sort=price',
  'where=gent&sort=distance',
  'campus=ugent-tweekerken',
  'q=kamer',
])('going on from page to page meets each advert once, also when others come in and go meanwhile: %s', async (query) => {
  const before = await alike(100)
  const seen: string[] = []
  let at: Page | undefined
  for (let turn = 0; turn < 20; turn++) {
    const found = await page(query, at)
    seen.push(...found.keys.map(({ id }) => id))
    await alike(3)
    if (!found.next) break
    at = found.next.page
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(expect.arrayContaining(before))
})

test('going back meets the same adverts as going on', async () => {
  await alike(130)
  const onward = [await page('where=gent&sort=price')]
  while (onward.at(-1)?.next) onward.push(await page('where=gent&sort=price', onward.at(-1)?.next?.page))
  expect(onward.map(({ number, keys }) => [number, keys.length])).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => [n, n < 6 ? perPage : 10]),
  )
  let here = onward.at(-1)
  for (const expected of onward.slice(0, -1).reverse()) {
    here = await page('where=gent&sort=price', here?.previous?.page)
    expect(here.number).toBe(expected.number)
    expect(here.keys).toEqual(expected.keys)
  }
  expect(here?.previous).toBeUndefined()
})

test('each page offers the first, two before and three after', async () => {
  await alike(24 * 8)
  let here = await page('')
  expect(here.near.map(({ number }) => number)).toEqual([1, 2, 3, 4].slice(0, 4))
  for (let turn = 1; turn < 5; turn++) here = await page('', here.next?.page)
  expect(here.near.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6, 7, 8])
  const seventh = await page('', here.near.find(({ number }) => number === 7)?.page)
  const sixth = await page('', here.next?.page)
  expect((await page('', sixth.next?.page)).keys).toEqual(seventh.keys)
})

test('a cursor beyond the end finds nothing, and leads back', async () => {
  await alike(30)
  const end = await page('', { number: 9, after: { key: 0, id: '00000000-0000-4000-8000-000000000000' } })
  expect(end.keys).toEqual([])
  expect(end.next).toBeUndefined()
  expect(end.previous).toBeDefined()
})

test('moments finer than a millisecond do not part adverts from each other', async () => {
  const [first = '', second = ''] = await adverts(site, [{}, {}])
  const { db } = site.p
  await db
    .updateTable('listings')
    .set({ published_at: new Date('2026-11-21T09:00:00.000Z') })
    .execute()
  const { sql } = await import('kysely')
  await sql`update listings set published_at = published_at + interval '400 microseconds' where id = ${first}`.execute(db)
  const found = await find(db, site.clock.now(), search(''), undefined, { size: 1 })
  expect(found.keys.map(({ id }) => id)).toEqual([first])
  const next = await find(db, site.clock.now(), search(''), found.next?.page, { size: 1 })
  expect(next.keys.map(({ id }) => id)).toEqual([second])
})

test('counting stops at some number, and says so', async () => {
  await adverts(
    site,
    Array.from({ length: 2_050 }, (_, at) => ({ text: 'met tuin', kind: at % 2 === 0 ? ('kot' as const) : ('studio' as const) })),
  )
  const said = await page('q=tuin')
  expect(said).toMatchObject({ atLeast: true, counts: { total: 500 } })
  expect(said.keys.length).toBe(perPage)
  expect(await page('')).toMatchObject({ atLeast: false, counts: { total: 2_050, of: { kind: { kot: 1_025, studio: 1_025 } } } })
})

test('words are found in each language, with or without accents, in one form or another', async () => {
  const texts = { nl: 'Twee grote tuinen', fr: 'Une fenêtre élevée', en: 'Several balconies' } as const
  const ids = await adverts(site, [
    { language: 'nl', text: texts.nl },
    { language: 'fr', text: texts.fr, street: 'Rue de l’Église' },
    { language: 'en', text: texts.en },
  ])
  const found = async (q: string) => (await page(`q=${encodeURIComponent(q)}`)).keys.map(({ id }) => ids.indexOf(id))
  expect(await found('tuin')).toEqual([0])
  expect(await found('TUINEN')).toEqual([0])
  expect(await found('fenetres')).toEqual([1])
  expect(await found('fenêtre elevees')).toEqual([1])
  expect(await found('église')).toEqual([1])
  expect(await found('balcony')).toEqual([2])
  expect(await found('tuin balcony')).toEqual([])
  expect(await found("' | & ! :* <-> tuin")).toEqual([0])
  expect((await found('!!!')).length).toBe(3)
})
