import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { cellOf, metresBetween, moved } from '../../../std/geo'
import { aRoom, placed } from '../testing'
import { medianAround } from './queries'
import { difference, sizesLike } from './rules'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('a difference is said in whole euros, and not at all when it is small', () => {
  expect(difference(51_000, 47_000)).toEqual({ euros: 40, side: 'above' })
  expect(difference(44_950, 47_000)).toEqual({ euros: 21, side: 'below' })
  expect(difference(47_100, 47_000)).toEqual({ euros: 0, side: 'same' })
})

const neighbours = (metres: number, many: number, rent: (n: number) => number, over = {}) =>
  Promise.all(
    Array.from({ length: many }, (_, n) =>
      placed(site, null, { point: moved(aRoom.point, (n * 67) % 360, metres), rent: rent(n), size: 18, ...over }),
    ),
  )

test('the page says by how much it is dearer than those like it, the nearest that are enough, and never of few', async () => {
  const { db } = site.p
  const { publicId } = await placed(site, null)
  const page = async () => (await site.visitor().get(`/en/rooms/${publicId}`)).text
  await neighbours(500, 8, () => 400_00)
  await neighbours(500, 8, () => 300_00, { kind: 'studio' })
  await neighbours(500, 8, () => 300_00, { size: 40 })
  expect(await page()).not.toContain('median')
  await neighbours(3500, 1, () => 400_00)
  expect(await page()).not.toContain('median')
  await neighbours(3500, 2, () => 480_00)
  // 11 rents of 400, 400 … 480, each with 60 of charges: the middle one is 460 in all, and the advert 510.
  expect(await page()).toContain('€50 a month above the median of 11 adverts of the same kind and size (room) within 5 km.')
  await neighbours(1400, 2, (n) => (n === 0 ? 450_00 : 455_00))
  expect(await page()).toContain('of 10 adverts of the same kind and size (room) within 2 km.')
  await neighbours(800, 2, () => 450_00)
  expect(await page()).toContain('€50 a month above the median of 10 adverts of the same kind and size (room) within 1 km.')
  const page410 = await site.visitor().get('/en/sources')
  expect(page410.html).toContain('id="median"')
  await db.updateTable('listings').set({ status: 'paused' }).where('rent', '=', 455_00).execute()
  expect(await page()).toContain('of 10 adverts')
})

test('the median is that of the plainest reading', async () => {
  const { db } = site.p
  const now = site.clock.now()
  const of = fc.record({
    metres: fc.integer({ min: 0, max: 6000 }),
    bearing: fc.integer({ min: 0, max: 359 }),
    euros: fc.integer({ min: 300, max: 800 }),
    size: fc.option(fc.integer({ min: 12, max: 28 })),
    kind: fc.constantFrom('kot', 'kot', 'kot', 'studio'),
  } as const)
  let said = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(of, { minLength: 25, maxLength: 60 }),
      fc.option(fc.integer({ min: 16, max: 22 }), { freq: 1 }),
      async (all, size) => {
        await db.deleteFrom('listings').execute()
        for (const { metres, bearing, euros, ...rest } of all)
          await placed(site, null, {
            ...rest,
            point: moved(aRoom.point, bearing, metres),
            rent: euros * 100,
            chargesMode: 'included',
          })
        const { id } = await placed(site, null, { size })
        const mine = await db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
        const here = { lat: mine.cell_lat, lon: mine.cell_lon }
        const [least, most] = size === null ? [0, 999] : sizesLike(size)
        const like = all
          .filter((one) => one.kind === 'kot' && (size === null || (one.size !== null && one.size >= least && one.size <= most)))
          .map((one) => ({ ...one, away: metresBetween(here, cellOf(moved(aRoom.point, one.bearing, one.metres))) }))
        const rings = [1000, 2000, 5000].map((metres) => ({
          metres,
          prices: like
            .filter(({ away }) => away <= metres)
            .map(({ euros }) => euros * 100)
            .sort((a, b) => a - b),
        }))
        const ring = rings.find(({ prices }) => prices.length >= 10)
        const found = await medianAround(db, now, mine)
        expect(found?.metres).toBe(ring?.metres)
        expect(found?.n).toBe(ring?.prices.length)
        if (!found || !ring) return
        const half = ring.prices.length / 2
        const expected = ((ring.prices[Math.ceil(half) - 1] ?? 0) + (ring.prices[Math.floor(half)] ?? 0)) / 2
        expect(found.median).toBe(Math.round(expected))
        said++
      },
    ),
    { numRuns: 15 },
  )
  expect(said).toBeGreaterThan(2)
}, 60_000)
