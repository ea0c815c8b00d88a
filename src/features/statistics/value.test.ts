// What can come into a table of counts, whatever is asked for, and what can be learnt from what is told.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { makeWorld, pathTo, routesOf, type World } from '../../app/testing/world'
import { days } from '../../platform/clock'
import { countStep, counted as kinds, tableNamed } from '../../register'
import { goals, isCountable, pages } from './counted'
import type { Row } from './queries'
import { beginsToCount, browsers, counted, forgetAll, lineOf, nightPasses, running, toldRows } from './testing'

describe('what comes in', () => {
  let world: World
  beforeAll(async () => {
    const site = await testSite()
    site.p.limits.count = async (_what, _who, points, seconds) => ({ points, seconds })
    world = await makeWorld(site)
  }, 120_000)
  afterAll(() => world?.close())

  test('is of no route that the program has not, nor of one that a stranger is not shown', async () => {
    const known = routesOf(world.site.app).map(({ name }) => name.replace('(home)', '/'))
    expect(known).toEqual(expect.arrayContaining(Object.keys(pages).map((route) => `GET ${route}`)))
    expect(known).toEqual(expect.arrayContaining(Object.values(goals).map(({ at }) => `POST ${at}`)))
    for (const route of Object.keys(pages)) {
      const path = pathTo({ method: 'GET', path: `/:language${route === '/' ? '' : route}`, name: '' }, world.examples)
      expect([path, (await world.as('nobody').get(path)).status]).toEqual([path, 200])
    }
    // Of what people placed, and what lets in who finds it, no address is counted.
    expect(Object.keys(pages).filter((route) => pages[route]?.byPath)).toEqual(['/forms/:form', '/:slug', '/blog/:slug'])
    expect(Object.keys(pages).join()).not.toMatch(/token|secret|account|desk|messages/)
  })

  test('holds no address, cookie, query, person or secret of a path, whoever visits every page and sends every form', async () => {
    const { site, examples } = world
    await beginsToCount(site)
    const headers = {
      'user-agent': browsers.desktop,
      referer: 'https://203.0.113.9/an@example.org?token=geheim',
      'x-forwarded-for': '203.0.113.7',
    }
    for (const route of routesOf(site.app))
      for (const who of ['nobody', 'an', 'bart'] as const) {
        const path = pathTo(route, examples)
        if (route.method === 'GET')
          await world
            .as(who)
            .get(`${path}?q=zoekwoord-7&where=an@example.org&session=koekje`, { ...headers, 'sec-fetch-site': 'cross-site' })
        else if (!/end|sign-out|removal/.test(path)) await world.as(who).post(path, { email: 'an@example.org' }, headers)
      }
    const lines = await running(site)
    expect(lines.length).toBeGreaterThan(10)
    const rows = await site.p.db.selectFrom('running_counts').select(['day', 'kind', 'value', 'n']).execute()
    for (const { kind, value } of rows) expect([kind, value, isCountable[kind](value)]).toEqual([kind, value, true])
    const cookies = (['an', 'bart'] as const).flatMap((who) => [...world.as(who).cookies.values()])
    const { form, ...secret } = Object.fromEntries(
      Object.entries(examples).map(([of, value]) => [of === 'forms/:form' ? 'form' : of, value]),
    )
    const people = (await site.p.db.selectFrom('people').select('id').execute()).map(({ id }) => id)
    // Words that stand in a pattern too: "address" is a step of a draft.
    const told = [...Object.values(secret), ...cookies, ...people].filter((value) => value.length > 9)
    expect(told.length).toBeGreaterThan(30)
    const all = lines.join('\n')
    for (const value of [...told, '203.0.113', 'example.org', 'zoekwoord', 'koekje', 'geheim']) expect(all).not.toContain(value)
    expect(all).toContain(`/forms/${form}`)
    expect(all).toContain('source other')
  }, 300_000)

  test('is no column for anything else: a day, what was counted, which of it, and how often', () => {
    for (const name of ['running_counts', 'counts'] as const)
      expect(Object.entries(tableNamed(name).columns).map(([column, { type }]) => `${column} ${type}`)).toEqual([
        'day date',
        'kind text',
        'value text',
        'n integer',
      ])
  })

  test('is no value that names a person or a machine', () => {
    const naming = fc.oneof(fc.ipV4(), fc.ipV6(), fc.emailAddress(), fc.uuid(), fc.base64String({ minLength: 16 }), fc.webUrl())
    fc.assert(
      fc.property(naming, (value) => kinds.every((kind) => !isCountable[kind](value))),
      { numRuns: 500 },
    )
    for (const value of [
      '/rooms/abcdefghjkmn',
      '/human-look/x',
      '/shortlists/shared/x',
      '/forms/a/b',
      '/forms/../x',
      'localhost',
      'intranet',
    ])
      expect([value, kinds.filter((kind) => isCountable[kind](value))]).toEqual([value, []])
  })
})

describe('what is told', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  beforeEach(() => forgetAll(site))

  const began = new Date('2026-11-21T10:00:00Z').getTime()
  /** So many views of these kinds and values on each of some days, told night by night. */
  async function lived(given: readonly (readonly Omit<Row, 'day'>[])[]): Promise<Row[]> {
    await forgetAll(site)
    site.clock.pass(began - site.clock.now().getTime())
    await beginsToCount(site)
    for (const rows of given) {
      const day = site.clock.now().toISOString().slice(0, 10)
      for (const row of rows) await counted(site, [{ day, ...row }])
      site.clock.pass(days(1))
      await nightPasses(site)
    }
    return toldRows(site)
  }
  const sums = (rows: readonly Omit<Row, 'day'>[]) =>
    new Map([...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => [kind, some.reduce((sum, { n }) => sum + n, 0)]))
  const one = fc.record({
    kind: fc.constantFrom('device' as const, 'source' as const),
    value: fc.constantFrom('phone', 'desktop', 'a.example', 'b.example'),
    n: fc.integer({ min: 1, max: 40 }),
  })
  const week = fc.array(fc.array(one, { maxLength: 4 }), { minLength: 1, maxLength: 12 })

  test('is whole tens alone, never more than there were, and in all less than ten too few of each', async () => {
    await fc.assert(
      fc.asyncProperty(week, async (given) => {
        const told = await lived(given)
        for (const { n } of told) expect(n % countStep).toBe(0)
        const left = await site.p.db.selectFrom('running_counts').select(['day', 'kind', 'value', 'n']).execute()
        for (const { n } of left) expect(n).toBeLessThan(4 * countStep)
        // Nothing is lost and nothing invented.
        const [are, were] = [sums([...told, ...left]), sums(given.flat())]
        for (const [kind, n] of were) expect(are.get(kind)).toBe(n)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('is the same with a view more or less, or ten more of one thing: nobody is told apart', async () => {
    await fc.assert(
      fc.asyncProperty(week, fc.nat(), async (given, pick) => {
        const before = (await lived(given)).map(lineOf)
        const at = pick % given.length
        const more = given.map((rows, on) => (on === at ? [...rows, { kind: 'device' as const, value: 'phone', n: 1 }] : rows))
        const after = (await lived(more)).map(lineOf)
        const parts = (lines: string[], but: string[]) => lines.filter((line) => !but.includes(line))
        const [gone, came] = [parts(before, after), parts(after, before)]
        // Its ten is full on another day, at most; nothing of another kind or value moves with it.
        for (const line of [...gone, ...came]) expect(line).toContain('device phone')
        const total = (lines: string[]) => lines.reduce((sum, line) => sum + Number(line.split(' ')[3]), 0)
        expect([0, countStep]).toContain(total(after) - total(before))
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('names nothing that did not come to ten within its month: that goes with the others', async () => {
    const of = (value: string, n: number) => [{ kind: 'source' as const, value, n }]
    // 21 to 30 November, and three days of December.
    const given = [
      of('klein.example', 6),
      of('groot.example', 12),
      ...Array.from({ length: 8 }, () => []),
      of('klein.example', 6),
      [],
      [],
    ]
    expect((await lived(given)).map(lineOf)).toEqual(['2026-11-22 source groot.example 10'])
    expect((await running(site)).map((line) => line.replace(/^\S+ /, ''))).toEqual(['source klein.example 6', 'source other 8'])
  })

  test('is not told twice when the night comes twice, nor lost when it comes late', async () => {
    await beginsToCount(site)
    await counted(site, [{ day: '2026-11-01', kind: 'device', value: 'phone', n: 25 }])
    await counted(site, [{ day: '2026-11-03', kind: 'device', value: 'phone', n: 16 }])
    await Promise.all([nightPasses(site), nightPasses(site)])
    await nightPasses(site)
    // A node that could not write then, comes with it now.
    await counted(site, [{ day: '2026-11-01', kind: 'device', value: 'phone', n: 10 }])
    await nightPasses(site)
    expect((await toldRows(site)).map(lineOf)).toEqual(['2026-11-01 device phone 30', '2026-11-03 device phone 10'])
    expect((await running(site)).map((line) => line.replace(/^\S+ /, ''))).toEqual(['device phone 11'])
  })

  test('cannot be finer in the database either', async () => {
    const row = { day: '2026-11-01', kind: 'device', value: 'phone' } as const
    await expect(
      site.p.db
        .insertInto('counts')
        .values({ ...row, n: 13 })
        .execute(),
    ).rejects.toThrow()
  })
})
