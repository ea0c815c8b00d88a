// What the proofs of crashes share: a stream of writes by people who do not wait, and a look at what is left of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../src/platform/db'
import { openVault } from '../src/platform/vault/open'
import { keyFolder } from '../src/platform/vault/provider'
import { addressOf } from './database.ts'
import type { Server } from './server'

let people = 0

/** Registers somebody new, from an address of their own. Answers the user name and what the program answered: 0 when it did not. */
export async function register(url: string): Promise<{ userName: string; status: number; text: string }> {
  const n = ++people
  const userName = `wie-${process.pid}-${n}`
  const body = new URLSearchParams({
    firstName: 'Wouter',
    email: `wouter.${process.pid}.${n}@example.org`,
    userName,
    password: `ladder ${n} tegen de muur`,
  })
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `198.51.${100 + ((n >> 8) % 100)}.${n % 256}` }
  try {
    const answer = await fetch(`${url}/nl/register`, { method: 'POST', body, headers, redirect: 'manual' })
    return { userName, status: answer.status, text: await answer.text() }
  } catch {
    return { userName, status: 0, text: '' }
  }
}

/** Four at a time, until told to stop. Answers the user names that the program said it keeps. */
export function stream(url: () => string): { stop(): Promise<string[]>; kept: string[]; statuses: Set<number> } {
  const kept: string[] = []
  const statuses = new Set<number>()
  let going = true
  const one = async () => {
    while (going) {
      const { userName, status } = await register(url())
      statuses.add(status)
      if (status === 303) kept.push(userName)
      else await new Promise((done) => setTimeout(done, 50))
    }
  }
  const all = Promise.all([one(), one(), one(), one()])
  return {
    kept,
    statuses,
    async stop() {
      going = false
      await all
      return kept
    },
  }
}

/** What is not as it must be: somebody who was told that they are kept and is not, or who is there by half. */
export async function lost(env: Server['env'], kept: readonly string[]): Promise<string[]> {
  const connection = connect(addressOf(env))
  try {
    const vault = await openVault(connection.db, keyFolder(env.KEYS_DIR ?? ''), () => {})
    const rows = await connection.db
      .selectFrom('registrations')
      .select(['id', 'person_id', 'user_name', 'user_name_key'])
      .execute()
    const there = new Set(rows.map(({ user_name_key }) => user_name_key.bytes.toString('hex')))
    const gone = kept.filter((name) => !there.has(vault.index('registrations.user_name_key', name).bytes.toString('hex')))
    const keys = await vault.keys(
      connection.db,
      rows.map(({ person_id }) => person_id),
    )
    const unreadable = rows.filter((row) => !keys.bind('registrations', row).user_name.open('registration').startsWith('wie-'))
    const { rows: halves } = await connection.pool.query<{ what: string }>(`
      select 'a person without a registration' as what from people p where not exists (select from registrations r where r.person_id = p.id)
      union all select 'a registration without a letter' from registrations r where not exists (select from outbox o where o.person_id = r.person_id)
      union all select 'a letter without a job' from outbox o where sent_at is null
        and not exists (select from pgboss.job j where j.data->>'outbox' = o.id::text and j.state <> 'completed')
      union all select 'a job without a letter' from pgboss.job j where j.name = 'mail.send'
        and not exists (select from outbox o where o.id::text = j.data->>'outbox')`)
    return [
      ...gone.map((name) => `${name} is gone`),
      ...unreadable.map(() => 'a name does not open'),
      ...halves.map(({ what }) => what),
    ]
  } finally {
    await connection.close()
  }
}

/** The process that serves this data folder. */
export const postmasterOf = (env: Server['env']): number =>
  Number.parseInt(readFileSync(join(env.DATA_DIR ?? '', 'postgres', 'postmaster.pid'), 'utf8'), 10)

/** Processes that have to do with a folder, as their command lines say. */
export const processesAt = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return line.includes(folder) ? [line] : []
      } catch {
        return []
      }
    })
