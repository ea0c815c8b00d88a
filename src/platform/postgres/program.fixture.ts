// A program of its own that uses the embedded server of the folder it is given, for tests that kill it. It obeys the lines on its standard input.
import { createInterface } from 'node:readline'
import pg from 'pg'
import { openPostgres } from './index'

const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
const log = Object.assign((event: string) => say({ event }), { bug: () => '' })
const server = await openPostgres({ dataDir: process.argv[2] ?? '', log })
const pool = new pg.Pool(server.connection)
pool.on('error', () => {})
say({ started: server.started })

const orders: Record<string, () => Promise<void>> = {
  async write() {
    await pool.query('create table if not exists kots (id int primary key)')
    for (let id = 1; ; id++) {
      await pool.query('insert into kots values ($1)', [id])
      say({ saved: id })
    }
  },
  async count() {
    say((await pool.query('select count(*)::int as count, max(id) as last from kots')).rows[0])
  },
  async stop() {
    await pool.end()
    await server.stop()
    process.exit()
  },
}
createInterface(process.stdin).on('line', (order) => orders[order]?.().catch((error) => say({ failed: String(error) })))
