import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { archiveKeys, readKeys } from '../platform/backup/keys'
import { days } from '../platform/clock'
import { newPair } from '../platform/vault/escrow'
import { sweep } from '../privacy'
import { type TestSite, testSite } from './testing'
import { type OpenSite, scanAll, seenBy, siteOfItsOwn } from './testing/forensics'
import { formsOf, scanner } from './testing/marks'

const browser = 'Netscape-Communicator-4.04-van-An'
const today = '2026-11-21'

describe('K7: incoming traffic is noted with address and browser', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await testSite()
  })
  afterEach(() => site.close())

  const read = (day = today) => Array.fromAsync(site.p.traffic.read(day))
  const visits = async () => {
    await site.visitor('203.0.113.77').get('/nl/rooms?where=gent', { 'user-agent': browser })
    await site.p.traffic.write()
  }

  test('by the pattern of the route, never by what was asked', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await an.visitor.get('/nl/account')
    await visits()
    await site.visitor('203.0.113.78').get('/nl/rooms/onbekend-adres-van-an')
    await site.visitor('203.0.113.78').get(`/nl/${encodeURIComponent(an.email)}`)
    await site.visitor('203.0.113.78').get('/health')
    await site.p.traffic.write()
    const seen = await read()
    expect(seen).toContainEqual({
      at: site.clock.now(),
      method: 'GET',
      route: '/:language/rooms',
      status: 200,
      address: '203.0.113.77',
      browser,
    })
    expect(seen.filter(({ address }) => address === '203.0.113.78').map(({ route, status }) => [route, status])).toEqual([
      ['', 404],
      ['', 404],
    ])
    const said = JSON.stringify(seen)
    for (const secret of [an.email, an.personId, 'gent', 'onbekend-adres']) expect(said).not.toContain(secret)
  })

  test('a page from memory is noted too', async () => {
    site.p.kept.begin()
    for (const address of ['203.0.113.1', '203.0.113.2']) await site.visitor(address).get('/nl')
    await site.p.traffic.write()
    expect((await read()).map(({ address, route }) => [address, route])).toEqual([
      ['203.0.113.1', '/:language'],
      ['203.0.113.2', '/:language'],
    ])
    expect(site.p.kept.pages.size).toBe(1)
  })

  test('a day goes as a whole: it is read until its 14 days are over, and no second longer', async () => {
    await visits()
    const begin = new Date(`${today}T00:00:00Z`).getTime()
    site.clock.pass(begin + days(14) - site.clock.now().getTime())
    expect(await site.p.traffic.days()).toEqual([today])
    await sweep(site.p)
    expect(await read()).toHaveLength(1)
    site.clock.pass(1000)
    // Before anything was swept, nobody sees it any more.
    expect(await site.p.traffic.days()).toEqual([])
    expect(await read()).toEqual([])
    expect(await site.p.db.selectFrom('traffic').select('id').execute()).toHaveLength(1)
    await sweep(site.p)
    expect(await site.p.db.selectFrom('traffic').select('id').execute()).toEqual([])
  })

  test('with the key of its day gone nothing opens it, also not a row that was kept aside', async () => {
    await visits()
    const key = join(site.p.config.keysDir, 'days', `${today}.key`)
    expect(existsSync(key)).toBe(true)
    await sql`create table aside as select * from traffic`.execute(site.p.db)
    site.clock.pass(days(15))
    await sweep(site.p)
    expect(existsSync(key)).toBe(false)
    // Somebody puts the row back, and turns the clock back.
    await sql`insert into traffic select * from aside`.execute(site.p.db)
    site.clock.pass(-days(15))
    expect(await read()).toEqual([])
  })

  test('no archive of keys holds the key of a day, and no backup the log', async () => {
    await visits()
    const { identity, recipient } = await newPair()
    const file = await archiveKeys(site.p.config.keysDir, recipient, join(site.p.config.dataDir, 'backup'))
    const names = (await readKeys(file, identity)).map(({ name }) => name)
    expect(names).toContain('root.key')
    expect(names.filter((name) => name.startsWith('days'))).toEqual([])
  })

  test('what cannot be written waits, and the log of the program says how many, and not whose', async () => {
    await sql`alter table traffic rename to elsewhere`.execute(site.p.db)
    await visits()
    expect(site.logged.at(-1)).toContain('"event":"traffic.not_written","requests":1')
    expect(site.logged.at(-1)).not.toContain('203.0.113.77')
    await sql`alter table elsewhere rename to traffic`.execute(site.p.db)
    await visits()
    expect(await read()).toHaveLength(2)
  })
})

describe('K7: on the disk', () => {
  let open: OpenSite
  beforeEach(async () => {
    open = await siteOfItsOwn()
  }, 60_000)
  afterEach(() => open?.close())

  test('neither address nor browser can be read, and the ordinary log has neither', async () => {
    const { site } = open
    await site.visitor('203.0.113.77').get('/nl/rooms', { 'user-agent': browser })
    await site.p.traffic.write()
    expect(await Array.fromAsync(site.p.traffic.read(today))).toHaveLength(1)
    const marks = { address: formsOf('203.0.113.77'), browser: formsOf(browser) }
    const scan = scanner(marks)
    await scanAll(open, scan.scan)
    expect(seenBy(scan)).toEqual([])
    // The same scan sees what is not sealed.
    await site.p.files.write('planted', Buffer.from(`203.0.113.77 ${browser}`))
    const control = scanner(marks)
    await scanAll(open, control.scan)
    expect(seenBy(control)).toEqual(['address: file files/planted', 'browser: file files/planted'])
  }, 60_000)
})
