import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from '../log'
import { openPostgres } from './index'
import type { Address } from './presence'
import { endServer } from './server'
import { alive } from './whole'

/** How a test reaches a database: a URL or fields for `pg`; plain data, so that it can be handed to another process. */
export type ScratchAddress = { connectionString: string } | Address

export type Scratch = {
  /** For creating databases and looking into the server: may do all that the tests may. */
  admin: ScratchAddress
  addressOf(database: string): ScratchAddress
  /** Makes an empty database, or a copy of `template`, to which nobody may be connected. */
  createDatabase(name: string, template?: string): Promise<ScratchAddress>
  /** Drops a database with whoever is connected to it; one that is not there is no error. */
  dropDatabase(name: string): Promise<void>
  /** Ends the connection, and the embedded server with its folder. Databases on a server of one's own stay until they are dropped. */
  stop(): Promise<void>
}

/** Fast, for data that nobody will miss. */
const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
const prefix = 'huisrecht-scratch-'

/** Ends and removes the servers of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const maker = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    const room = join(tmpdir(), name)
    // Anyone may put such a name into the temporary folder; only what is ours is swept.
    if (maker === undefined || alive(Number(maker)) || (await lstat(room)).uid !== process.getuid?.()) continue
    await endServer(join(await realpath(room), 'postgres'))
    await rm(room, { recursive: true, force: true })
  }
}

const withDatabases = async (
  admin: ScratchAddress,
  owner: string | undefined,
  addressOf: Scratch['addressOf'],
  close: () => Promise<void>,
): Promise<Scratch> => {
  const pool = new pg.Pool({ ...admin, max: 4 })
  pool.on('error', () => {})
  const quoted = pg.escapeIdentifier
  return {
    admin,
    addressOf,
    async createDatabase(name, template) {
      const from = template === undefined ? '' : ` template ${quoted(template)}`
      await pool.query(`create database ${quoted(name)}${owner === undefined ? '' : ` owner ${quoted(owner)}`}${from}`)
      return addressOf(name)
    },
    async dropDatabase(name) {
      await pool.query(`drop database if exists ${quoted(name)} with (force)`)
    },
    async stop() {
      await pool.end()
      await close()
    },
  }
}

/** Opens a server for tests: the one at `url` (its role must be allowed to create databases), otherwise an embedded one in a temporary folder. */
export async function startScratchServer(
  url = process.env.DATABASE_URL,
  log: Log = Object.assign(() => {}, { bug: () => '' }),
): Promise<Scratch> {
  if (url) {
    const addressOf = (database: string) => {
      const to = new URL(url)
      to.pathname = `/${encodeURIComponent(database)}`
      return { connectionString: to.href }
    }
    return withDatabases({ connectionString: url }, undefined, addressOf, async () => {})
  }
  await sweep()
  const room = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const server = await openPostgres({ dataDir: room, log, settings: careless })
  const { superuser, connection } = server
  return withDatabases(
    { ...superuser, database: 'postgres' },
    connection.user,
    (database) => ({ ...connection, database }),
    async () => {
      await server.stop()
      await rm(room, { recursive: true, force: true })
    },
  )
}
