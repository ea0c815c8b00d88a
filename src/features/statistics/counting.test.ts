import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { hear } from '../../platform/db/notices'
import { signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { placed } from '../listings/testing'
import { writeCounts } from './counter'
import { endCounting } from './queries'
import { beginsToCount, browsers, counted, forgetAll, lineOf, nightPasses, running, toldRows } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())
beforeEach(() => forgetAll(site))

const phone = { 'user-agent': browsers.phone }
const desktop = { 'user-agent': browsers.desktop }
const day = '2026-11-21'

describe('a view is counted', () => {
  beforeEach(() => beginsToCount(site))

  test('by page, language, device and where the link stood, each by itself', async () => {
    await site.visitor().get('/nl', { ...phone, referer: 'https://www.zoek.example/?q=kot+gent', 'sec-fetch-site': 'cross-site' })
    await site.visitor().get('/fr/privacy', desktop)
    // No request waits for the database: it is told now and then, of many at once.
    expect(await site.p.db.selectFrom('running_counts').select('n').execute()).toEqual([])
    expect(await running(site)).toEqual([
      `${day} country none 2`,
      `${day} device desktop 1`,
      `${day} device phone 1`,
      `${day} language fr 1`,
      `${day} language nl 1`,
      `${day} page / 1`,
      `${day} page /privacy 1`,
      `${day} source zoek.example 1`,
      `${day} views all 2`,
    ])
  })

  test('also where the page comes from memory, or the browser has it already', async () => {
    const stop = hear(site.p.connection, { on: { listings: () => {} }, begin: site.p.kept.begin, lost: site.p.kept.end })
    await expect.poll(() => site.p.kept.generation()).toBeDefined()
    for (const page of ['/nl/over-ons', '/nl/privacy', '/nl/accessibility'])
      for (let n = 0; n < 2; n++) await site.visitor().get(page, phone)
    // A page of the site fits the address of every other one, and is asked first.
    expect(site.p.kept.pages.size).toBeGreaterThan(0)
    const lines = await running(site)
    for (const page of ['/over-ons', '/privacy', '/accessibility']) expect(lines).toContain(`${day} page ${page} 2`)
    site.p.kept.changed('')
    const path = `/nl/rooms/${(await placed(site, null)).publicId}`
    const first = await site.visitor().get(path, desktop)
    const again = { ...desktop, 'if-none-match': first.headers.get('etag') ?? '' }
    expect([first.status, (await site.visitor().get(path, again)).status, site.p.kept.pages.size]).toEqual([200, 304, 1])
    expect(await running(site)).toContain(`${day} page /rooms/:publicId 2`)
    await stop()
  })

  test('an advert by the pattern of its address, a form of the site by its own', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    await site.visitor().get(`/nl/rooms/${publicId}`, phone)
    await site.visitor().get('/nl/forms/contact', phone)
    const lines = await running(site)
    expect(lines).toEqual(expect.arrayContaining([`${day} page /rooms/:publicId 1`, `${day} page /forms/contact 1`]))
    expect(lines.join()).not.toContain(publicId)
  })

  test('a word that was searched for only as a place that we know', async () => {
    for (const where of ['gent', 'leuven', 'an janssens', 'gnet']) await site.visitor().get(`/nl/rooms?where=${where}`, phone)
    await site.visitor().get('/nl/rooms?q=an@example.org', phone)
    expect((await running(site)).filter((line) => line.includes(' place '))).toEqual([
      `${day} place gent 1`,
      `${day} place leuven 1`,
    ])
  })

  test('a goal when it is reached, not when it is refused or one must sign in first', async () => {
    await site.visitor().post('/nl/alerts', { query: 'where=gent', frequency: 'daily' }, phone)
    const an = await signedUp(site, { firstName: 'An' })
    await an.visitor.post('/nl/alerts', { query: 'where=gent', frequency: 'nonsense' }, phone)
    expect((await running(site)).filter((line) => line.includes(' goal '))).toEqual([])
    await an.visitor.post('/nl/alerts', { query: 'where=gent', frequency: 'daily' }, phone)
    expect((await running(site)).filter((line) => line.includes(' goal '))).toEqual([`${day} goal alert 1`])
  })

  test.each<[string, Record<string, string>]>([
    ['Global Privacy Control', { ...phone, 'sec-gpc': '1' }],
    ['Do Not Track', { ...phone, dnt: '1' }],
    ['a robot', { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/2.1)' }],
    ['what is no browser', {}],
    ['a page fetched ahead', { ...phone, 'sec-purpose': 'prefetch;prerender' }],
  ])('not: %s', async (_, headers) => {
    await site.visitor().get('/nl', headers)
    expect(await running(site)).toEqual([])
  })

  test('not: of staff, of what is not there, and a question for the headers alone', async () => {
    const nora = await memberOfStaff(site, 'moderator')
    await nora.visitor.get('/nl', phone)
    await site.visitor().get('/nl/rooms/222222222222', phone)
    await site.visitor().get('/nl/forms/nothing', phone)
    await site.visitor().send('/nl', { method: 'HEAD', headers: phone })
    expect(await running(site)).toEqual([])
  })

  test('Q2: not: of who said no to being measured, on a site that asks', async () => {
    const asks = await testSite({ env: { SITE: 'src/app/testing/asks' } })
    await beginsToCount(asks)
    const an = asks.visitor()
    await an.get('/nl/privacy', phone)
    await an.post('/nl/choices', { asked: 'statistics x', all: 'no' })
    expect([...an.cookies.keys()]).toContain('consent')
    await an.get('/nl/privacy', phone)
    expect(await running(asks)).toContain(`${day} views all 1`)
    await asks.close()
  })

  test('from one of our own pages nobody came in', async () => {
    const from = { ...phone, referer: 'http://localhost:3000/nl', 'sec-fetch-site': 'same-origin' }
    await site.visitor().get('/nl/privacy', from)
    await site.visitor().get('/nl/privacy', { ...from, 'sec-fetch-site': 'none' })
    await site.visitor().get('/nl/privacy', { ...phone, 'sec-fetch-site': 'none' })
    expect((await running(site)).filter((line) => line.includes(' source '))).toEqual([`${day} source none 1`])
  })

  test('by several web nodes in the same rows', async () => {
    const one = { day, kind: 'device', value: 'phone', n: 3 } as const
    await Promise.all(Array.from({ length: 8 }, () => counted(site, [one, { ...one, value: 'desktop' }])))
    expect(await running(site)).toEqual([`${day} device desktop 24`, `${day} device phone 24`])
  })

  test('by name for so many sources a day at most: who makes up names fills no table', async () => {
    const made = Array.from({ length: 2500 }, (_, at) => ({ day, kind: 'source' as const, value: `s${at}.example`, n: 1 }))
    await counted(site, made.slice(0, 2000))
    await counted(site, made.slice(1990))
    const lines = await running(site)
    expect(lines).toHaveLength(2001)
    expect(lines).toEqual(expect.arrayContaining([`${day} source other 500`, `${day} source s1995.example 2`]))
  })
})

describe('while the site does not count', () => {
  test('nothing is written, also by a program that has not heard yet, or heard otherwise', async () => {
    await site.visitor().get('/nl', phone)
    expect(await running(site)).toEqual([])
    await counted(site, [{ day, kind: 'device', value: 'phone', n: 3 }])
    expect(await running(site)).toEqual([])
    await beginsToCount(site)
    await endCounting(site.p.db)
    // Another node did that: this one thinks that it counts.
    await site.visitor().get('/nl', phone)
    expect(await running(site)).toEqual([])
  })

  test('what was not told yet is gone with it, and it begins again when it is turned on', async () => {
    await beginsToCount(site)
    await site.visitor().get('/nl', phone)
    expect(await running(site)).not.toEqual([])
    await endCounting(site.p.db)
    expect(await running(site)).toEqual([])
    await beginsToCount(site)
    await site.visitor().get('/nl', phone)
    expect(await running(site)).toContain(`${day} views all 1`)
  })
})

test('what cannot be written is counted on, and what is in memory is written at the end', async () => {
  await beginsToCount(site)
  await site.visitor().get('/nl', phone)
  await writeCounts(Object.create(site.p, { db: { value: undefined } }))
  expect(site.logged.at(-1)).toContain('statistics.not_written')
  await site.visitor().get('/nl', phone)
  for (const feature of site.p.features) await feature.closing?.(site.p)
  const rows = await site.p.db.selectFrom('running_counts').select('n').where('kind', '=', 'views').execute()
  expect(rows).toEqual([{ n: 2 }])
})

describe('a week of visits', () => {
  test('is told a day later, in whole tens; what is left over goes on with the next day', async () => {
    await beginsToCount(site)
    const began = site.clock.now()
    // 21 to 27 November; a weekend comes first.
    const views = [4, 7, 23, 19, 10, 0, 31]
    for (const [at, n] of views.entries()) {
      for (let one = 0; one < n; one++) await site.visitor().get('/nl/privacy', at % 2 ? phone : desktop)
      const today = (await running(site)).filter((line) => line.includes('views'))
      expect(today.length).toBeLessThan(2)
      site.clock.pass(days(1))
      await nightPasses(site)
    }
    const told = (await toldRows(site)).map(lineOf)
    // 4; 4 + 7 = 11; 1 + 23 = 24; 4 + 19 = 23; 3 + 10 = 13; 3; 3 + 31 = 34
    expect(told.filter((line) => line.includes('views'))).toEqual([
      '2026-11-22 views all 10',
      '2026-11-23 views all 20',
      '2026-11-24 views all 20',
      '2026-11-25 views all 10',
      '2026-11-27 views all 30',
    ])
    // Desktops on the odd days: 4, 23, 10, 31; telephones on the others: 7, 19, 0.
    expect(told.filter((line) => line.includes('device'))).toEqual([
      '2026-11-23 device desktop 20',
      '2026-11-24 device phone 20',
      '2026-11-25 device desktop 10',
      '2026-11-27 device desktop 30',
    ])
    expect((await running(site)).filter((line) => /views|device/.test(line))).toEqual([
      '2026-11-28 device desktop 8',
      '2026-11-28 device phone 6',
      '2026-11-28 views all 4',
    ])
    site.clock.pass(began.getTime() - site.clock.now().getTime())
  })
})
