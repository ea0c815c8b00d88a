import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, connect } from '../../platform/db'

let made = 0

/** A copy of the template, or a database with nothing in it, with keys of its own: they are renewed, and erasures are written down beside them. `drop` comes after the connection is closed. */
export async function freshDatabase(empty = false): Promise<{
  connection: Connection
  address: pg.ClientConfig
  dataDir: string
  keysDir: string
  drop(): Promise<void>
}> {
  const { template, keys, admin } = inject('scratch')
  const adminAddress: pg.ClientConfig = JSON.parse(admin)
  const name = `huisrecht_test_${process.pid}_${++made}_${randomBytes(3).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client(adminAddress)
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${name} template ${empty ? 'template0' : template}`)
  const room = await mkdtemp(join(tmpdir(), 'huisrecht-data-'))
  const [dataDir, keysDir] = [join(room, 'data'), join(room, 'keys')]
  if (!empty) await cp(keys, keysDir, { recursive: true })
  await mkdir(dataDir)
  const address: pg.ClientConfig = adminAddress.connectionString
    ? { connectionString: adminAddress.connectionString.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) }
    : { ...adminAddress, database: name }
  return {
    connection: connect(address),
    address,
    dataDir,
    keysDir,
    async drop() {
      await run(`drop database if exists ${name} with (force)`)
      await rm(room, { recursive: true, force: true })
    },
  }
}
