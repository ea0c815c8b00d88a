import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { dayOf, days, standingClock } from './clock'
import { configFrom } from './config'
import { connect, DatabaseRefused, isTaken } from './db'
import { fileFolder } from './files'
import { networkOf, Refusal } from './http'
import { openJobs } from './jobs'
import { factsOf, logTo } from './log'
import { toldBy } from './told'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

describe('the log', () => {
  const lines: string[] = []
  const log = logTo((line) => lines.push(line))
  test('answers nothing, whatever it writes to answers', () => {
    expect(logTo(() => true)('postgres.unavailable')).toBeUndefined()
  })

  test('has a line per event, and nothing that an error quotes', () => {
    const { reference } = { reference: log.bug(new Error('an@example.org broke it'), 'GET /:language/rooms') }
    const bug = JSON.parse(lines.at(-1) ?? '')
    expect(bug).toMatchObject({ event: 'bug', reference, where: 'GET /:language/rooms', error: 'Error' })
    expect(lines.join('')).not.toContain('an@example.org')
    try {
      JSON.parse('{"email": an@example.org}')
    } catch (error) {
      expect(JSON.stringify(factsOf(error))).not.toContain('an@example')
    }
    expect(factsOf('an@example.org')).toEqual({ error: 'string' })
    expect(factsOf({ message: 'an@example.org', code: '57P01' })).toEqual({ error: 'object', code: '57P01' })
    const typed: unknown = 'an@example.org'
    const quoting = [
      () => Reflect.set(Object(null), 'x', 1) && Reflect.apply(Array.prototype.map, [1], [typed]),
      () => 'x' in (typed as object),
      () => (undefined as unknown as Record<string, string>)[String(typed)],
      () => new Headers({ a: `${typed}\n\n`, b: `${typed}\u0000` }),
    ]
    for (const quote of quoting) {
      let thrown: unknown
      try {
        quote()
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(TypeError)
      expect(JSON.stringify(factsOf(thrown))).not.toContain('an@example')
    }
    const invented = new Error('no\n    at an@example.org (a.ts:1:1)')
    expect(factsOf(invented).frames).toContain('platform.test.ts')
    expect(factsOf(invented).frames).not.toContain('an@example')
  })
})

describe('the database', () => {
  test('refuses without saying the values', async () => {
    const { db } = site.p
    const row = { name: 'an@example.org', ran_at: site.clock.now(), deleted: 0 }
    await db.insertInto('sweeps').values(row).execute()
    const twice = await db
      .insertInto('sweeps')
      .values(row)
      .execute()
      .catch((error: unknown) => error)
    expect(twice).toBeInstanceOf(DatabaseRefused)
    expect(isTaken(twice, 'sweeps_pkey')).toBe(true)
    const wrong = await sql`select 'an@example.org'::uuid`.execute(db).catch((error: unknown) => error)
    const throughThePool = await site.p.connection.pool.query("select 'an@example.org'::uuid").catch((error: unknown) => error)
    expect(throughThePool).toBeInstanceOf(DatabaseRefused)
    for (const error of [twice, wrong, throughThePool]) {
      const all = `${error} ${JSON.stringify(error)} ${Object.values(error as object).join(' ')} ${(error as Error).stack}`
      expect(all).not.toContain('an@example.org')
    }
  })
  test('gives times as moments, days as days and large counts as numbers', async () => {
    const { rows } = await sql<{
      at: Date
      on: string
      n: number
    }>`select now() as at, date '2026-11-21' as on, 5000000000::bigint as n`.execute(site.p.db)
    expect(rows[0]?.at).toBeInstanceOf(Date)
    expect(rows[0]).toMatchObject({ on: '2026-11-21', n: 5_000_000_000 })
  })
})

describe('limits', () => {
  test('count per keyed hash, refuse with the time to wait, and forget after a success', async () => {
    const { limits, db } = site.p
    for (let n = 0; n < 3; n++) await limits.count('try', 'an@example.org', 3, 60)
    const refused = await limits.count('try', 'an@example.org', 3, 60).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ status: 429 })
    expect((refused as Refusal).retryAfter).toBeGreaterThan(50)
    await limits.count('try', 'bart@example.org', 3, 60)
    await limits.forget('try', 'an@example.org')
    await limits.count('try', 'an@example.org', 3, 60)
    const rows = JSON.stringify(await db.selectFrom('rate_limits').select('key').execute())
    expect(rows).not.toContain('example.org')
    expect(rows).toContain('try:')
  })
  test('G9: a refusal lasts no longer than its window, whatever one tries meanwhile, and never longer than a day', async () => {
    const { limits, db } = site.p
    const attempt = () => limits.count('pass', 'an@example.org', 1, 2)
    const refusal = async () => {
      const error: unknown = await attempt().catch((refused: unknown) => refused)
      if (!(error instanceof Refusal)) throw new Error('not refused')
      return error.retryAfter
    }
    await attempt()
    const until = async () =>
      (await db.selectFrom('rate_limits').select('expire').where('key', 'like', 'pass:%').execute())[0]?.expire
    const first = await until()
    for (let n = 0; n < 5; n++) expect(await refusal()).toBeLessThanOrEqual(2)
    expect(await until()).toBe(first)
    // As if the window had passed: limits count by the clock of the machine.
    await db
      .updateTable('rate_limits')
      .set({ expire: Date.now() - 1 })
      .where('key', 'like', 'pass:%')
      .execute()
    expect((await attempt()).points).toBe(0)
    await limits.count('long', 'an@example.org', 1, 86_400)
    await expect(limits.count('long', 'an@example.org', 1, 86_401)).rejects.toThrow('outlasts a day')
  })
  test.each(['nl', 'fr', 'en'])(
    'G9: who is refused for trying too often reads in %s when it can be tried again, and whom to write to',
    async (lang) => {
      const visitor = site.visitor('192.0.2.99')
      const tries = () => visitor.get(`/${lang}/adverts/still-free/aaaaaaaaaaaaaaaaaaaaaaaa`)
      let answer = await tries()
      for (let n = 0; n < 101 && answer.status !== 429; n++) answer = await tries()
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(900)
      expect(answer.text).toMatch(/\b15 minut/)
      expect(answer.html).toContain(`href="mailto:${site.p.site.controller.email}"`)
      expect((await site.visitor().get(`/${lang}/privacy`)).text).toMatch(
        { nl: /hoogstens een dag/, fr: /au plus un jour/, en: /a day at most/ }[lang] ?? /$^/,
      )
    },
  )
  test('an IPv6 visitor is its network of 64 bits', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  })
})

describe('jobs', () => {
  test('are there if and only if the transaction is, and store no text of what they threw', async () => {
    const done: string[] = []
    const connection = connect({ ...site.p.connection.pool.options }, 3)
    const jobs = await openJobs(
      connection,
      [
        { name: 'test.good', work: async ({ id = '' }) => void done.push(id) },
        {
          name: 'test.bad',
          work: async () => {
            throw new Error('an@example.org does not answer')
          },
        },
      ],
      logTo(() => {}),
    )
    await connection.db.transaction().execute((trx) => jobs.send(trx, 'test.good', { id: 'one' }))
    await connection.db
      .transaction()
      .execute(async (trx) => {
        await jobs.send(trx, 'test.good', { id: 'two' })
        throw new Error('no')
      })
      .catch(() => {})
    await jobs.send(connection.db, 'test.bad', { id: 'three' })
    expect(await jobs.drain()).toEqual({ done: 1, failed: 1 })
    expect(done).toEqual(['one'])
    const stored = await sql<{
      text: string
    }>`select coalesce(output::text, '') || data::text as text from pgboss.job where name like 'test.%'`.execute(connection.db)
    expect(stored.rows.length).toBeGreaterThan(0)
    expect(stored.rows.map((row) => row.text).join(' ')).not.toContain('example.org')
    await jobs.stop()
    await connection.close()
  })
})

test('a queue is as the program has it that starts, and is written only where it was not', async () => {
  const written = async (retries: number) => {
    const spec = { name: 'test.again', work: async () => {}, retries }
    await openJobs(
      site.p.connection,
      [spec],
      logTo(() => {}),
    ).then((jobs) => jobs.stop())
    const { rows } = await sql<{
      retry_limit: number
      written: string
    }>`select retry_limit, xmin::text as written from pgboss.queue where name = ${spec.name}`.execute(site.p.db)
    return rows[0]
  }
  const first = await written(3)
  expect(first?.retry_limit).toBe(3)
  expect(await written(3)).toEqual(first)
  expect((await written(7))?.retry_limit).toBe(7)
})

describe('jobs that take long', () => {
  test('are taken a few at a time, so that the last is done before it is taken for lost', async () => {
    const connection = connect({ ...site.p.connection.pool.options }, 3)
    const { promise: slow, resolve: hurry } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const done: string[] = []
    const work = async ({ id = '' }) => {
      begin()
      await slow
      done.push(id)
    }
    const jobs = await openJobs(
      connection,
      [{ name: 'test.slow', work }],
      logTo(() => {}),
    )
    for (let n = 0; n < 12; n++) await jobs.send(connection.db, 'test.slow', { id: String(n) })
    await jobs.work()
    await begun
    const taken = await sql<{
      many: number
    }>`select count(*)::int as many from pgboss.job where name = 'test.slow' and state = 'active'`.execute(connection.db)
    // 180 seconds a letter at worst, of the 900 that a batch has.
    expect(taken.rows[0]?.many).toBeLessThanOrEqual(5)
    hurry()
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(12)
    await jobs.stop()
    await connection.close()
  }, 30_000)
})

describe('files', () => {
  test('of two who write the same path at once, one is kept, whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-files-'))
    const files = fileFolder(folder)
    const texts = ['an ', 'bart '].map((text) => text.repeat(200_000))
    for (let again = 0; again < 5; again++) {
      await Promise.all(texts.map((text) => files.write('a.txt', Buffer.from(text))))
      expect(texts).toContain((await files.read('a.txt')).toString())
    }
    expect((await files.list('.')).map(({ name }) => name)).toEqual(['a.txt'])
    await rm(folder, { recursive: true })
  })
  test('are whole or not there, and never outside the store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-files-'))
    const files = fileFolder(folder)
    await files.write('photos/a/b.jpg', Buffer.from('picture'))
    expect((await files.read('photos/a/b.jpg')).toString()).toBe('picture')
    expect((await files.stream('photos/a/b.jpg'))?.size).toBe(7)
    expect(await files.stream('photos/a')).toBeUndefined()
    const streamed = await files.stream('photos/a/b.jpg')
    expect(await new Response(streamed?.body).text()).toBe('picture')
    for (const path of ['../x', '/etc/passwd', 'a/../../x', 'a\0b'])
      await expect(files.write(path, Buffer.from('x'))).rejects.toThrow(/outside/)
    await files.remove('photos/a')
    expect(await files.stream('photos/a/b.jpg')).toBeUndefined()
    await rm(folder, { recursive: true })
  })
  test('are opened when they are read and not before: HEAD asks for many', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-files-'))
    const files = fileFolder(folder)
    await files.write('a.jpg', Buffer.from('picture'))
    const unread = await files.stream('a.jpg')
    await pause(50)
    await files.remove('a.jpg')
    await expect(new Response(unread?.body).text()).rejects.toThrow()
    await rm(folder, { recursive: true })
  })
})

describe('settings', () => {
  test('have sound defaults, and name every one that does not hold', () => {
    expect(configFrom({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      site: 'kot',
      demo: true,
      publicUrl: 'http://localhost:3000',
    })
    expect(configFrom({ PRODUCTION: '1' }).demo).toBe(false)
    expect(() => configFrom({ PORT: 'many', DEMO: 'maybe' })).toThrow(/PORT[\s\S]*DEMO/)
  })

  test('ask no geocoder unless one is named, and only one that there is, over an address that is safe', () => {
    expect(configFrom({}).geocoders).toEqual([])
    expect(configFrom({ GEOCODERS: 'pdok, geopunt', PDOK_URL: 'http://127.0.0.1:9/pdok' }).geocoders).toEqual([
      { name: 'geopunt' },
      { name: 'pdok', base: 'http://127.0.0.1:9/pdok/' },
    ])
    expect(() => configFrom({ GEOCODERS: 'pdok,gogle' })).toThrow(
      'GEOCODERS: there is no geocoder "gogle"; known are geopunt, best, pdok',
    )
    let refused: unknown
    try {
      configFrom({ GEOCODERS: 'gogle', BEST_URL: 'http://example.org/' })
    } catch (error) {
      refused = error
    }
    expect(toldBy(refused, 'nl').split('\n')).toEqual([
      'GEOCODERS: er is geen adresdienst "gogle"; gekend zijn geopunt, best, pdok',
      'BEST_URL: moet met https: beginnen',
    ])
    for (const url of ['http://example.org/', 'ftp://127.0.0.1/', 'http://localhost.example.org/'])
      expect(() => configFrom({ BEST_URL: url })).toThrow(/BEST_URL/)
  })
})

test('a standing clock moves when it is told, and knows the day of the house', () => {
  const clock = standingClock('2026-11-21T23:30:00Z')
  expect(dayOf(clock.now())).toBe('2026-11-22')
  clock.pass(days(1))
  expect(dayOf(clock.now())).toBe('2026-11-23')
})
