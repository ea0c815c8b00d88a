import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { type SignedUp, signedUp } from '../features/accounts/testing'
import { advertOf, replied } from '../features/messages/testing'
import { erase } from './erase'
import { catchUp } from './ledger'
import { everything, type Filled, fillSite } from './testing'

let site: TestSite

/** A kill: from the given step on nothing is done any more, no statement and no file, and the connection that was in use is gone. */
const kill = { in: Number.POSITIVE_INFINITY, dead: false, steps: 0 }
function step(): boolean {
  kill.steps++
  if (--kill.in <= 0) kill.dead = true
  return kill.dead
}
const query = pg.Client.prototype.query
const dying = function (this: pg.Client, ...given: unknown[]): unknown {
  if (!step()) return Reflect.apply(query, this, given)
  Reflect.get(this, 'connection').stream.destroy()
  return Promise.reject(new Error('killed'))
}
beforeAll(async () => {
  Object.defineProperty(pg.Client.prototype, 'query', { value: dying, configurable: true, writable: true })
  site = await testSite()
})
afterAll(async () => {
  Object.defineProperty(pg.Client.prototype, 'query', { value: query, configurable: true, writable: true })
  await site.close()
})

const filesOf = (mark: string) =>
  readdirSync(join(site.p.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(mark))
    .map((entry) => join(entry.parentPath, entry.name))

/** Erases and is killed at this step; answers how many steps it took. Then the program starts again: the ledger first, then the queue. */
async function killedAt(n: number, person: string): Promise<number> {
  const p = { ...site.p, jobs: site.p.jobs, files: { ...site.p.files } }
  p.files.remove = (path) => (step() ? Promise.reject(new Error('killed')) : site.p.files.remove(path))
  Object.assign(kill, { in: n, dead: false, steps: 0 })
  await erase(p, person).catch(() => {})
  const { steps } = kill
  Object.assign(kill, { in: Number.POSITIVE_INFINITY, dead: false })
  await catchUp(site.p)
  await site.p.jobs.drain()
  return steps
}
const noted = async (person: string) => (await site.p.ledger.read()).lines.filter((line) => line.person === person).length
const ofAn = (rows: string, { person }: Filled) =>
  rows.split('\n').filter((row) => row.includes(person) || (row.includes('mark-an-') && row.includes(person.slice(0, 8))))
const rowsNow = async () => (await everything(site.p)).split('\n').filter((row) => !/^(ledger_position|sweeps) /.test(row))

describe('K27 G3, A-ERA 31: an erasure that is killed at any step', () => {
  test('left all of the person or, once it is in the ledger, nothing', async () => {
    // What a whole one takes: statements, then files.
    let { an } = await fillSite(site.p)
    const all = await killedAt(Number.POSITIVE_INFINITY, an.person)
    expect(all).toBeGreaterThan(50)
    expect(filesOf('mark-an-file')).toEqual([])
    an = (await fillSite(site.p)).an
    let before = await rowsNow()
    const files = filesOf('mark-an-file').length
    expect(files).toBeGreaterThan(1)
    let [whole, gone] = [0, 0]
    for (let n = 1; n <= all; n++) {
      await killedAt(n, an.person)
      if ((await noted(an.person)) === 0) {
        expect(await rowsNow(), `killed at step ${n} of ${all}`).toEqual(before)
        expect(filesOf('mark-an-file')).toHaveLength(files)
        whole++
      } else {
        expect(ofAn(await everything(site.p), an), `killed at step ${n} of ${all}`).toEqual([])
        expect(filesOf('mark-an-file'), `killed at step ${n} of ${all}`).toEqual([])
        gone++
        an = (await fillSite(site.p)).an
        before = await rowsNow()
      }
    }
    expect(whole).toBeGreaterThan(40)
    expect(gone).toBeGreaterThan(2)
    // And she is let go of in the end.
    await erase(site.p, an.person)
    expect(ofAn(await everything(site.p), an)).toEqual([])
  }, 180_000)
})

test('an erasure asks nothing of the tables in which nothing of the person stands', async () => {
  const { personId } = await signedUp(site, { firstName: 'An' })
  expect(await killedAt(Number.POSITIVE_INFINITY, personId)).toBeLessThan(20)
})

describe('an erasure beside visitors', () => {
  test('no page and no form fails while people end, one after another', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advertisers: SignedUp[] = []
    const paths = ['/nl', '/nl/rooms', '/nl/rooms?where=leuven', '/nl/messages', '/nl/account', '/nl/favourites']
    for (let n = 0; n < 5; n++) {
      const bart = await signedUp(site, { firstName: `Bart${n}` })
      const advert = await advertOf(site, bart.personId)
      paths.push(`/nl/rooms/${advert.publicId}`, await replied(site, an, advert, 'Is de kamer nog vrij?'))
      advertisers.push(bart)
    }
    const statuses = new Map<number, number>()
    const met = ({ status }: { status: number }) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
    let over = false
    const strangers = [site.visitor('192.0.2.7'), an.visitor].map(async (visitor) => {
      // However slow the machine: three times around.
      for (let at = 0; !over || at < 3 * paths.length; at++) {
        const path = paths[at % paths.length] ?? '/nl'
        met(await visitor.get(path))
        if (path.startsWith('/nl/messages/')) met(await an.visitor.post(path, { text: 'Ben je er nog?' }))
        if (path.startsWith('/nl/rooms/')) met(await an.visitor.post(`${path}/favourite`, { keep: '1' }))
      }
    })
    for (const { personId } of advertisers) {
      await erase(site.p, personId)
      await new Promise((done) => setTimeout(done, 150))
    }
    over = true
    await Promise.all(strangers)
    expect(Math.max(...statuses.keys()), JSON.stringify([...statuses])).toBeLessThan(500)
    expect(statuses.get(200)).toBeGreaterThan(20)
    expect(site.logged.join('\n')).not.toContain('"event":"bug"')
  }, 90_000)
})
