import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appOf } from '../../../app/app'
import { type TestSite, testSite } from '../../../app/testing'
import { minutes } from '../../../platform/clock'
import { type Box, boxAround, cellOf, isIn, moved } from '../../../std/geo'
import { squareOf, wholeSquares } from '../../../std/grid'
import { signedUp } from '../../accounts/testing'
import { mayBePublic } from '../../listings'
import { placeById } from '../../places'
import { boxSaid, roundedBox } from '../parameters'
import { ask } from '../search'
import { type Advert, adverts } from '../testing'
import type { MapAnswer } from './answer'
import { gridFor, mapOf } from './pins'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const gent = placeById('gent') ?? expect.fail('no Gent')
const near = (bearing: number, metres: number): Advert => {
  const { lat, lon } = cellOf(moved(gent.point, bearing, metres))
  return { cell_lat: lat, cell_lon: lon }
}
const view = (metres: number) => boxSaid(roundedBox(boxAround(gent.point, metres)))
const get = async (query: string) => {
  const answer = await site.visitor().get(`/api/map?language=nl&${query}`)
  expect(answer.status, query).toBe(200)
  const told: MapAnswer = JSON.parse(answer.html)
  return told
}
const found = ({ pins }: MapAnswer) => pins.reduce((sum, { n }) => sum + n, 0)

test('clusters count what the plainest reading of the search counts, at any zoom', async () => {
  const now = site.clock.now()
  const advert = fc.record({
    bearing: fc.integer({ min: 0, max: 359 }),
    metres: fc.integer({ min: 0, max: 6000 }),
    rent: fc.integer({ min: 300, max: 320 }).map((euros) => euros * 100),
    status: fc.constantFrom('published' as const, 'published' as const, 'published' as const, 'paused' as const),
    days: fc.integer({ min: -3, max: 30 }),
    studio: fc.boolean(),
  })
  let together = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(advert, { minLength: 10, maxLength: 60 }),
      fc.array(
        fc.record({
          metres: fc.integer({ min: 300, max: 30_000 }),
          bearing: fc.integer({ min: 0, max: 359 }),
          zoom: fc.integer({ min: 6, max: 18 }),
        }),
        {
          minLength: 5,
          maxLength: 5,
        },
      ),
      async (given, views) => {
        await site.p.db.deleteFrom('listings').execute()
        const rows = given.map(({ bearing, metres, rent, status, days, studio }) => ({
          ...near(bearing, metres),
          rent,
          status,
          kind: studio ? ('studio' as const) : ('kot' as const),
          published_at: now,
          available_until: new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10),
        }))
        await adverts(site, rows)
        const { search } = ask(new URLSearchParams('kind=kot&max=315'), 'nl')
        for (const { metres, bearing, zoom } of views) {
          const box: Box = roundedBox(boxAround(moved(gent.point, bearing, 2000), metres))
          const grid = gridFor(box, zoom)
          const shown = rows.filter(
            (row) =>
              mayBePublic({ ...row, resting: false }, now) &&
              row.kind === 'kot' &&
              row.rent <= 31_500 &&
              isIn(wholeSquares(grid, box), { lat: row.cell_lat ?? 0, lon: row.cell_lon ?? 0 }),
          )
          const expected = Map.groupBy(shown, ({ cell_lat = 0, cell_lon = 0 }) => {
            const { row, column } = squareOf(grid, { lat: cell_lat, lon: cell_lon })
            return `${row}.${column}`
          })
          const { pins, said } = await mapOf(site.p.db, now, search, box, zoom, 'nl')
          expect(new Map(pins.map(({ square, n }) => [square, n]))).toEqual(
            new Map([...expected].map(([square, all]) => [square, all.length])),
          )
          for (const { square, at, adverts: named, n } of pins) {
            const all = expected.get(square) ?? []
            const cells = new Set(all.map(({ cell_lat, cell_lon }) => `${cell_lat} ${cell_lon}`))
            expect(at[0]).toBeCloseTo(all.reduce((sum, { cell_lat = 0 }) => sum + cell_lat, 0) / all.length, 5)
            expect(named?.length).toBe(cells.size === 1 ? Math.min(n, 6) : undefined)
            if (n > 1) together++
          }
          expect(said).toContain('in beeld')
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  )
  expect(together).toBeGreaterThan(50)
}, 120_000)

describe('what the map is told', () => {
  beforeAll(async () => {
    await site.p.db.deleteFrom('listings').execute()
    await adverts(site, [
      {
        ...near(90, 900),
        title: 'Kot aan het water',
        rent: 44_500,
        size: 18,
        charges_mode: 'included',
        public_id: 'aanhetwater1',
      },
      { ...near(270, 900), title: 'Studio', kind: 'studio', rent: 61_000 },
      { ...near(270, 900), title: 'Kot ernaast', rent: 39_000 },
      { ...near(0, 2500), title: 'Chambre', language: 'fr', rent: 41_000, place_id: 'ledeberg' },
      { ...near(0, 9000), title: 'Ver weg', place_id: 'evergem', rent: 30_000 },
      { ...near(0, 100), title: 'Verborgen', status: 'paused' },
    ])
  })

  test('a price where one is, the cheapest of a cell with all of it by name, and what is not public nowhere', async () => {
    const told = await get(`where=gent&view=${view(3000)}&zoom=16`)
    expect(told.pins.map(({ text, n }) => [text, n])).toEqual([
      ['€\u00a0410', 1],
      ['€\u00a0390', 2],
      ['€\u00a0445', 1],
    ])
    const [french, cell, water] = told.pins
    expect(french?.adverts?.[0]).toMatchObject({ title: 'Chambre', lang: 'fr' })
    expect(cell?.name).toBe('2 koten, vanaf €\u00a0390')
    expect(cell?.adverts?.map(({ title }) => title)).toEqual(['Kot ernaast', 'Studio'])
    expect(water?.adverts).toEqual([
      {
        id: 'aanhetwater1',
        href: '/nl/rooms/aanhetwater1',
        title: 'Kot aan het water',
        price: '€\u00a0445',
        note: 'per maand, kosten inbegrepen',
        about: 'Kot · 18 m²',
      },
    ])
    expect(told.said).toBe('4 koten in beeld')
    expect(JSON.stringify(told)).not.toContain('Verborgen')
  })

  test('a pin leads to the list of exactly what it stands for', async () => {
    const { pins } = await get(`where=gent&view=${view(3000)}&zoom=16`)
    const list = await site.visitor().get(pins[1]?.href ?? '')
    expect(list.status).toBe(200)
    expect(list.text).toContain('2 koten')
    expect(list.html).toContain('<h1>Koten in Gent, in dit deel van de kaart</h1>')
    expect(list.html).toMatch(/class="chip" href="\/nl\/rooms\?where=gent"/)
    expect(list.html).toMatch(/type="hidden" name="box"/)
  })

  test('the area in view is a search of its own, without the town and with the filters', async () => {
    const { here } = await get(`where=gent&max=500&view=${view(12_000)}&zoom=11`)
    expect(here.text).toBe('Zoek in dit gebied: 4 koten')
    expect(here.href).toMatch(/^\/nl\/rooms\?box=[\d.,]+&max=500$/)
    expect((await site.visitor().get(here.href)).text).toContain('Ver weg')
    expect((await get(`where=gent&view=${view(12_000)}&zoom=11`)).pins.length).toBeGreaterThan(0)
    expect(found(await get(`where=gent&view=${view(12_000)}&zoom=11`))).toBe(4)
    const campus = await get(`campus=ugent-tweekerken&view=${view(4000)}&zoom=13`)
    expect(campus.here.href).toContain('campus=ugent-tweekerken&box=')
    const { here: leuven } = await get('campus=ugent-tweekerken&view=50.85,4.65,50.9,4.75&zoom=13')
    expect(leuven.href).not.toContain('campus')
  })

  test('names towns from afar, and campuses and villages from close by', async () => {
    const afar = await get('view=50.5,3,51.5,5&zoom=8')
    expect(afar.landmarks.map(({ name }) => name)).toContain('Leuven')
    expect(new Set(afar.landmarks.map(({ kind }) => kind))).toEqual(new Set(['town']))
    const close = await get(`view=${view(2500)}&zoom=14`)
    expect(close.landmarks.some(({ kind }) => kind === 'campus')).toBe(true)
  })

  test('a whole country asked for in the smallest squares is counted in larger ones', async () => {
    expect((await get('view=49.5,2.5,53.5,7.2&zoom=18')).pins.length).toBeLessThan(2000)
  })

  test.each([
    'view=51,3,52,4',
    'zoom=12',
    'view=52,3,51,4&zoom=12',
    'view=51,3,52,4&zoom=99',
    'view=51,3,52,4&zoom=12&kind=castle',
    'view=51,3,52,4&zoom=12&language=xx',
  ])('%s is refused, and is no error', async (query) => {
    const language = query.includes('language') ? '' : 'language=nl&'
    const answer = await site.visitor().get(`/api/map?${language}${query}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })

  test('is shared by all who are not signed in, and told once', async () => {
    const path = `/api/map?language=nl&view=${view(3000)}&zoom=13`
    const first = await site.visitor().get(path)
    expect(first.headers.get('cache-control')).toBe('public, max-age=30')
    const tag = first.headers.get('etag') ?? ''
    expect((await site.visitor().get(path, { 'if-none-match': tag })).status).toBe(304)
    const an = await signedUp(site, { firstName: 'An' })
    expect((await an.visitor.get(path)).headers.get('cache-control')).toBe('private, no-store')
  })

  test('too many questions of one network are refused for a while', async () => {
    const hasty = site.visitor()
    const ask = () => hasty.get('/api/map?language=nl&view=1&zoom=1')
    for (let n = 0; n < 240; n++) await ask()
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    site.clock.pass(minutes(1))
  })
})

describe('the file of streets', () => {
  test('is not there unless the operator has one', async () => {
    expect((await site.visitor().get('/basemap.pmtiles', { range: 'bytes=0-9' })).status).toBe(404)
    expect((await site.visitor().get('/nl/rooms')).html).not.toContain('pmtiles')
  })

  test('is read in parts', async () => {
    const file = join(site.p.config.dataDir, 'streets.pmtiles')
    writeFileSync(file, Buffer.from('0123456789'))
    const own = Object.create(site.p, { config: { value: { ...site.p.config, basemap: file } } })
    const app = appOf(own)
    const part = async (range?: string) => {
      const answer = await app.request(
        'http://localhost:3000/basemap.pmtiles',
        range ? { headers: { range, 'accept-encoding': 'gzip' } } : {},
      )
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
    expect(await part('bytes=0-16383')).toEqual([206, 'bytes 0-9/10', '0123456789'])
    for (const range of [undefined, 'bytes=10-11', 'bytes=4-2', 'bytes=-3', 'bytes=0-1,3-4'])
      expect((await part(range))[0], range).toBe(416)
    expect(await (await app.request('http://localhost:3000/nl/rooms')).text()).toContain('pmtiles')
  })
})
