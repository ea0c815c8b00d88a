// The database of a server under test, asked directly. Scripts that plain Node runs import it too: nothing of src/ stands here.
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Server } from './server'

export const addressOf = ({ DATABASE_URL, DATA_DIR = '' }: Server['env']): pg.ClientConfig =>
  DATABASE_URL
    ? { connectionString: DATABASE_URL }
    : { host: join(realpathSync(DATA_DIR), 'postgres'), port: 5432, user: 'huisrecht', database: 'huisrecht', ssl: false }

export async function ask<Row extends pg.QueryResultRow>(env: Server['env'], sql: string): Promise<Row[]> {
  const client = new pg.Client(addressOf(env))
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
