import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { signedUp } from '../features/accounts/testing'
import { days } from '../platform/clock'
import { beforeCommit } from '../platform/db'
import type { Feature } from '../platform/feature'
import { LedgerRefused } from '../platform/ledger'
import { erase, eraseIn } from './erase'
import { catchUp } from './ledger'

let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const file = () => join(site.p.config.keysDir, 'ledger.jsonl')
const text = () => readFileSync(file(), 'utf8')
const lines = () => text().trimEnd().split('\n')
const person = async () => (await site.p.vault.newPerson(site.p.db, ['service'])).id
const isThere = async (id: string) =>
  (await site.p.db.selectFrom('people').select('id').where('id', '=', id).execute()).length > 0

const position = async () => {
  const { rows } = await sql<{ n: number; hash: string }>`select seq as n, hash from ledger_position`.execute(site.p.db)
  return rows[0]
}

/** The program is killed between the ledger and the commit. */
const killedBeforeCommit = (id: string) =>
  site.p.db
    .transaction()
    .execute(async (trx) => {
      await eraseIn(site.p, trx, id)
      beforeCommit(trx, () => Promise.reject(new Error('killed')))
    })
    .catch(() => {})

describe('K27 G3, A-ERA 30: the ledger', () => {
  test('has who was erased before the database knows it, and nothing of them but a random id', async () => {
    const an = await signedUp(site, { firstName: 'Kanarie', email: 'kanarie7f3a@example.org' })
    await erase(site.p, an.personId)
    const { lines: noted, head } = await site.p.ledger.read()
    expect(noted).toEqual([expect.objectContaining({ n: 1, kind: 'erased', person: an.personId, detail: {} })])
    expect(text()).not.toMatch(/kanarie/i)
    const { rows } = await sql`select seq, hash from ledger_position`.execute(site.p.db)
    expect(rows).toEqual([{ seq: 1, hash: head.hash }])
    await killedBeforeCommit(await person())
    expect(lines()).toHaveLength(2)
  })

  test('has nothing of an erasure that did not come about', async () => {
    const an = await person()
    await expect(
      site.p.db.transaction().execute(async (trx) => {
        await eraseIn(site.p, trx, an)
        throw new Error('something after it')
      }),
    ).rejects.toThrow('something after it')
    expect((await site.p.ledger.read()).lines).toEqual([])
    expect(await isThere(an)).toBe(true)
    await expect(eraseIn(site.p, site.p.db, an)).rejects.toThrow('no transaction')
  })

  test('A-ERA 31: what was broken off between ledger and commit is done at the next start, also when others ended meanwhile', async () => {
    const [an, bart] = [await person(), await person()]
    await killedBeforeCommit(an)
    expect(await isThere(an)).toBe(true)
    await erase(site.p, bart)
    expect(await catchUp(site.p)).toBe(1)
    expect(await isThere(an)).toBe(false)
    expect(await catchUp(site.p)).toBe(0)
    expect(lines()).toHaveLength(2)
  })

  test('a database that was put back is brought to where the ledger is; what is noted of another kind is done again too', async () => {
    const [an, bart] = [await person(), await person()]
    const done: string[] = []
    const inventing: Feature = {
      name: 'desk',
      replay: {
        invented: async (_, __, { person, detail }) => {
          done.push(`${person} ${detail.since}`)
        },
      },
    }
    const before = await sql<{ hash: string }>`select hash from ledger_position`.execute(site.p.db)
    await killedBeforeCommit(an)
    await site.p.db.transaction().execute(async (trx) => site.p.ledger.note(trx, 'invented', bart, { since: '2026-11-21' }))
    await sql`update ledger_position set seq = 0, hash = ${before.rows[0]?.hash}`.execute(site.p.db)
    await expect(catchUp(site.p)).rejects.toThrow('"invented", which this release does not know')
    const again = () => catchUp({ ...site.p, jobs: site.p.jobs, features: [...site.p.features, inventing] })
    expect(await again()).toBe(2)
    expect(await isThere(an)).toBe(false)
    expect(await position()).toEqual((await site.p.ledger.read()).head)
    // Of who is still there nothing is done twice.
    expect(await again()).toBe(0)
    expect(done).toEqual([`${bart} 2026-11-21`])
    expect(site.logged.filter((line) => line.includes('ledger.caught_up'))).toEqual([expect.stringContaining('"lines":2')])
  })

  test.each<[string, (all: string[]) => string[], RegExp]>([
    ['is shorter', (all) => all.slice(0, -1), /has seen more than/],
    ['is gone', () => [], /has seen more than/],
    ['was changed', (all) => all.map((line) => line.replace(/"person":"./, '"person":"x')), /was changed/],
    ['lacks a line', (all) => all.filter((_, at) => at !== 1), /was changed/],
    ['has its lines in another order', ([a = '', b = '', c = '']) => [b, a, c], /was changed/],
  ])('one that %s is refused, and the program does not start', async (_, change, why) => {
    for (const id of [await person(), await person(), await person()]) await erase(site.p, id)
    writeFileSync(
      file(),
      change(lines())
        .map((line) => `${line}\n`)
        .join(''),
    )
    await expect(catchUp(site.p)).rejects.toThrow(LedgerRefused)
    await expect(catchUp(site.p)).rejects.toThrow(why)
  })

  test('one of another site is refused, at the start and at an erasure', async () => {
    await erase(site.p, await person())
    await sql`update ledger_position set hash = 'another'`.execute(site.p.db)
    await expect(catchUp(site.p)).rejects.toThrow('not the one that this database has seen')
    const an = await person()
    await expect(erase(site.p, an)).rejects.toThrow(LedgerRefused)
    expect(await isThere(an)).toBe(true)
  })

  test('a line that a power cut broke off counts for nothing', async () => {
    await erase(site.p, await person())
    appendFileSync(file(), '{"n":2,"at":"2026-11-2')
    expect(await catchUp(site.p)).toBe(0)
    await erase(site.p, await person())
    expect((await site.p.ledger.read()).head.n).toBe(2)
  })

  test('goes on from its last line, however long that is and however many stand before it', async () => {
    const { p } = site
    const note = (detail: string) => p.db.transaction().execute(async (trx) => p.ledger.note(trx, 'test', 'x', { detail }))
    for (const length of [10, 9_000, 4_000, 4_090, 10, 10]) await note('é'.repeat(length))
    for (let n = 0; n < 20; n++) await note('short')
    appendFileSync(file(), '{"n":27,"at":"2026')
    await note('after it')
    const { lines: noted, head } = await p.ledger.read()
    expect(noted.map(({ detail }) => detail.detail?.length)).toEqual([10, 9_000, 4_000, 4_090, 10, 10, ...Array(20).fill(5), 8])
    expect(head.n).toBe(27)
  })

  test('of many who end at once is whole', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, person))
    await Promise.all(people.map((id) => erase(site.p, id)))
    const { lines: noted } = await site.p.ledger.read()
    expect(noted.map((line) => line.person).sort()).toEqual(people.toSorted())
    expect(await catchUp(site.p)).toBe(0)
  })

  test('is trimmed to the days of the backups; a database that is older is refused', async () => {
    const { p, clock } = site
    await erase(p, await person())
    await erase(p, await person())
    clock.pass(days(50))
    await erase(p, await person())
    await p.ledger.trim(p.db, new Date(clock.now().getTime() - days(42)))
    expect(lines()).toHaveLength(2)
    expect(lines()[0]).toContain('checkpoint')
    expect(await catchUp(p)).toBe(0)
    await erase(p, await person())
    expect((await p.ledger.read()).head.n).toBe(4)
    await person()
    await sql`update ledger_position set seq = 1`.execute(p.db)
    await expect(catchUp(p)).rejects.toThrow('older than the ledger')
  })

  test('a site that begins anew on the keys of before begins where they are', async () => {
    await erase(site.p, await person())
    await sql`update ledger_position set seq = 0, hash = ''`.execute(site.p.db)
    expect(await catchUp(site.p)).toBe(0)
    expect(await position()).toEqual((await site.p.ledger.read()).head)
    await erase(site.p, await person())
    expect(lines()).toHaveLength(2)
  })

  test('that is lost for good is begun again where the database is', async () => {
    for (const id of [await person(), await person()]) await erase(site.p, id)
    const { head } = await site.p.ledger.read()
    writeFileSync(file(), `${lines()[0]}\n`)
    await person()
    await site.p.ledger.goOnFrom(head)
    expect(await catchUp(site.p)).toBe(0)
    await erase(site.p, randomUUID())
    await erase(site.p, await person())
    expect((await site.p.ledger.read()).head.n).toBe(3)
  })
})
