import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenSite, siteOfItsOwn } from '../app/testing/forensics'
import { asProgram } from '../platform/postgres/programs'
import { erase } from './erase'
import { catchUp } from './ledger'
import { everything, fillSite } from './testing'

let open: OpenSite
beforeAll(async () => {
  open = await siteOfItsOwn({ SITE: 'src/app/testing/bare' })
}, 60_000)
afterAll(() => open?.close())

/** Erases somebody in another program, which is killed at this step. Answers whether it came to its end. */
async function erasedElsewhere(person: string, step: number): Promise<boolean> {
  const { config, connection } = open.site.p
  const { host, port, user, database } = connection.pool.options
  const given = { database: { host, port, user, database }, dataDir: config.dataDir, keysDir: config.keysDir, person, step }
  const file = fileURLToPath(new URL('erase.fixture.ts', import.meta.url))
  const env = { ...process.env, NODE_COMPILE_CACHE: join(config.keysDir, '..', 'compiled') }
  const ran = promisify(execFile)(process.execPath, [...asProgram, file, JSON.stringify(given)], { env })
  return ran.then(
    () => true,
    (error) => {
      if (error.signal !== 'SIGKILL') throw error
      return false
    },
  )
}
/** The server has seen that a program is gone, and has undone what it did not finish. */
async function undone(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and application_name = 'huisrecht'
        and pid <> pg_backend_pid() and state <> 'idle'`.execute(open.site.p.db)
    if (rows.length === 0) return
  }
}

const filesOfAn = () =>
  readdirSync(join(open.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('mark-an-file'),
  ).length
const rowsNow = async () =>
  (await everything(open.site.p)).split('\n').filter((row) => !/^(ledger_position|sweeps|rate_limits) /.test(row))

test('K27 G3, A-ERA 31: a program that is killed (SIGKILL) at any step of an erasure left all of the person or, once it is in the ledger, nothing', async () => {
  const { p } = open.site
  let { an } = await fillSite(p)
  let [before, files] = [await rowsNow(), filesOfAn()]
  expect(files).toBeGreaterThan(0)
  const outcomes: string[] = []
  // Until it comes to its end before that step.
  for (let step = 1; ; step++) {
    // Another ends first, whatever is left of a line in the ledger: so all begin alike, and the same step is the same.
    await erase(p, (await p.vault.newPerson(p.db, ['service'])).id)
    if (await erasedElsewhere(an.person, step)) break
    const killed = `killed at step ${step}`
    await undone()
    // The next program begins: the ledger first, then the queue.
    await catchUp(p)
    await p.jobs.drain()
    const noted = (await p.ledger.read()).lines.some(({ person }) => person === an.person)
    outcomes.push(noted ? 'gone' : 'whole')
    if (noted) {
      expect(
        (await rowsNow()).filter((row) => row.includes(an.person)),
        killed,
      ).toEqual([])
      expect(filesOfAn(), killed).toBe(0)
      an = (await fillSite(p)).an
      ;[before, files] = [await rowsNow(), filesOfAn()]
    } else {
      expect(await rowsNow(), killed).toEqual(before)
      expect(filesOfAn(), killed).toBe(files)
    }
  }
  expect((await rowsNow()).filter((row) => row.includes(an.person))).toEqual([])
  expect(filesOfAn()).toBe(0)
  expect(outcomes.length).toBeGreaterThan(20)
  // Up to the line of the ledger all of her is there; from it on nothing.
  expect(outcomes.filter((one) => one === 'gone').length).toBeGreaterThan(5)
  expect(outcomes).toEqual(outcomes.toSorted((a, b) => (a === b ? 0 : a === 'whole' ? -1 : 1)))
}, 300_000)
