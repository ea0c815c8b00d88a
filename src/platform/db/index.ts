import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { type Database, Opaque } from '../../register'
import { type Clock, systemClock } from '../clock'
import { collided, discreet } from './errors'
import { leavesOutWhatIsOver } from './over'
import { prepares } from './prepared'

export { cameTooLate, DatabaseRefused, isTaken } from './errors'
export { prepared } from './prepared'

/** The database, typed by the register: a handle or a transaction. */
export type Db = Kysely<Database>

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.BYTEA, (value: string) => new Opaque(Buffer.from(value.slice(2), 'hex')))
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (value: string) => value)

/** To compare an id with: any of these, as one value, so that the statement is the same however many there are. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

/** Tells it to whoever listens on a channel (`notices.ts`) once the transaction of `db` is committed. */
export async function notify(db: Db, channel: string, said: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${said})`.execute(db)
}

/** Waits until nobody else has this turn, and has it until the transaction of `db` is over. */
export async function takeTurn(db: Db, turn: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(db)
}

/** `keepTime`: by which clock the selects of `db` leave out what is over; the machine's until it is called. */
export type Connection = { pool: pg.Pool; db: Db; keepTime(clock: Clock): void; close(): Promise<void> }

const lastWork = new WeakMap<object, (() => Promise<void>)[]>()

/** Has something done when all else of the transaction of `db` is done, just before it is committed. Throws when `db` is not in one. */
export function beforeCommit(db: Db, work: () => Promise<void>): void {
  const works = lastWork.get(db)
  if (!works) throw new Error('there is no transaction to be done before the end of')
  works.push(work)
}

/** A transaction that another one got in the way of is run again, once: nothing of it stands. An erasure locks a person and then their rows,
 *  whoever changes a row locks it and then the person. */
class Patient extends Kysely<Database> {
  override transaction() {
    const begun = super.transaction()
    const execute = begun.execute.bind(begun)
    const run = <T>(work: (trx: Transaction<Database>) => Promise<T>) =>
      execute(async (trx) => {
        const works: (() => Promise<void>)[] = []
        lastWork.set(trx, works)
        const answer = await work(trx)
        for (const last of works) await last()
        return answer
      })
    begun.execute = <T>(work: (trx: Transaction<Database>) => Promise<T>) =>
      run(work).catch((error: unknown) => {
        if (collided(error)) return run(work)
        throw error
      })
    return begun
  }
}

/** Connects to a database given as a URL or as pg's fields. Errors of its queries carry no values. */
export function connect(to: string | pg.ClientConfig, max = 10): Connection {
  const where = typeof to === 'string' ? { connectionString: to } : to
  const pool = new pg.Pool({ ...where, max, types, application_name: 'huisrecht', options: '-c timezone=UTC' })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // One that breaks inside a transaction, between two queries, belongs to nobody: its next query fails, and that is told.
    client.on('error', () => {})
    prepares(client)
    discreet(client)
  })
  let clock = systemClock
  const db: Db = new Patient({ dialect: new PostgresDialect({ pool }), plugins: [leavesOutWhatIsOver(() => clock.now())] })
  const keepTime = (given: Clock) => {
    clock = given
  }
  return { pool, db, keepTime, close: () => db.destroy() }
}
