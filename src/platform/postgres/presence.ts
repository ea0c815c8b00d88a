import pg from 'pg'
import { PostgresUnavailable } from './unavailable'

/** How to reach a database of the embedded server: for `pg`, on its Unix socket, whatever PGPORT or PGSSLMODE say. */
export type Address = { host: string; port: number; user: string; database: string; ssl: false }

export const addressAt = (host: string, user: string, database: string): Address => ({
  host,
  port: 5432,
  user,
  database,
  ssl: false,
})

/**
 * A program that uses the server holds a connection with a shared advisory lock on it. The one that can have the lock alone is the last and may stop the
 * server. The server itself keeps the count, so that a program killed in any way is out of it at once, and two that come and go together cannot both err.
 */
const lock = 0x6875_6973

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The connection that says "I use this server", or why there is none: no server listens ('absent'), or it is starting, recovering or stopping ('busy'). */
export async function announce(host: string): Promise<pg.Client | 'absent' | 'busy'> {
  const client = new pg.Client({
    ...addressAt(host, 'postgres', 'postgres'),
    application_name: 'huisrecht presence',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {}) // its end is what counts
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared(${lock})`)
    return client
  } catch (error) {
    client.end().catch(() => {})
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent'
    if (code === 'EACCES' || code === 'EPERM') {
      throw new PostgresUnavailable('not-permitted', (text) => text.another(host))
    }
    if (code.startsWith('57P')) return 'busy'
    // The connection broke: whoever ended it is gone or going.
    if (code === 'ECONNRESET' || code === 'EPIPE' || code === '') return 'absent'
    throw new PostgresUnavailable('did-not-start', (text) => text.refuses(code))
  }
}

/** Gives the presence up. True: nobody else is there, and nobody can come before this connection ends. */
export async function isLast(presence: pg.Client): Promise<boolean> {
  const answer = await presence.query(`select pg_advisory_unlock_shared(${lock}), pg_try_advisory_lock(${lock}) as last`)
  return answer.rows[0]?.last === true
}

/** Makes the program's own role, which is no superuser, and its database, if they are not there. */
export async function furnish(presence: pg.Client, name: string): Promise<void> {
  const lacks = async (catalogue: string) => (await presence.query(`select from ${catalogue} = $1`, [name])).rowCount === 0
  await presence.query(`select pg_advisory_lock(${lock + 1})`)
  if (await lacks('pg_roles where rolname')) await presence.query(`create role ${name} login`)
  if (await lacks('pg_database where datname')) await presence.query(`create database ${name} owner ${name}`)
  await presence.query(`select pg_advisory_unlock(${lock + 1})`)
}
