// Where the same tests run hundreds of times (scripts/mutants.ts), a site that was closed is put back to how it was opened, and opened again.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestSite } from './index'

const free: { like: string; site: TestSite; renew(): Promise<void> }[] = []

/** A site that another test opened `like` this and has closed, as if it were new. Undefined when there is none, or when what that test left behind does not let
 *  go of it. */
export async function openedAgain(like: string): Promise<TestSite | undefined> {
  const at = free.findLastIndex((one) => one.like === like)
  const [found] = at < 0 ? [] : free.splice(at, 1)
  return found?.renew().then(
    () => found.site,
    () => undefined,
  )
}

const quoted = pg.escapeIdentifier
const from = (table: string) => table.split('.').map(quoted).join('.')

/** Keeps a site for the next test that opens one `like` it, instead of closing it. `address` may do all in its database. */
export async function keptOpen(like: string, site: TestSite, address: pg.ClientConfig): Promise<TestSite> {
  const { p, clock, logged, mailbox } = site
  const client = new pg.Client(address)
  client.on('error', () => {})
  await client.connect()
  const run = async (statement: string): Promise<Record<string, string>[]> => (await client.query(statement)).rows
  await run(`set session_replication_role = replica; set lock_timeout = '10s'`)
  const tables = async () =>
    (
      await run(
        `select schemaname || '.' || tablename as name from pg_tables where schemaname = 'public' or tablename like 'job%' and schemaname = 'pgboss'`,
      )
    ).map(({ name = '' }) => name)
  const known = await tables()
  const back: string[] = []
  await run(`create schema as_new`)
  for (const [n, name] of known.entries()) {
    const [row] = await run(`select count(*)::int as rows from (select 1 from ${from(name)} limit 1000) r`)
    const rows = Number(row?.rows)
    // What is many is data of the program, which nobody changes.
    if (rows >= 1000) continue
    if (rows > 0) await run(`create table as_new.t${n} as table ${from(name)}`)
    back.push(
      `delete from ${from(name)};${rows > 0 ? `insert into ${from(name)} overriding system value select * from as_new.t${n};` : ''}`,
    )
  }
  const [start, parts] = [clock.now().getTime(), { ...p }]
  const again: TestSite = {
    ...site,
    async close() {
      free.push({
        like,
        site: again,
        async renew() {
          const made = (await tables()).filter((name) => !known.includes(name))
          await run(`${made.map((name) => `drop table ${from(name)} cascade;`).join('')} ${back.join('')}`)
          await rm(join(p.config.keysDir, 'ledger.jsonl'), { force: true })
          await rm(join(p.config.dataDir, 'files'), { recursive: true, force: true })
          clock.pass(start - clock.now().getTime())
          logged.length = 0
          mailbox.letters.length = 0
          p.tally.take()
          p.kept.changed('')
          const { site, features, files, vault, log } = parts
          Object.assign(p, { site, features, files, vault, log })
        },
      })
    },
  }
  return again
}
