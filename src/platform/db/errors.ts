import pg from 'pg'

/** What the database refused, without the values it refused: PostgreSQL puts them into `detail`, `message` and `where`. */
export class DatabaseRefused extends Error {
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  /** The row names another that is not there (SQLSTATE 23503, from the side that names). */
  readonly orphan: boolean
  constructor(error: pg.DatabaseError) {
    super(['database error', error.code, error.constraint ?? error.table].filter(Boolean).join(' '))
    this.name = 'DatabaseRefused'
    this.code = error.code ?? 'unknown'
    this.constraint = error.constraint
    this.table = error.table
    this.orphan = error.code === '23503' && error.message.startsWith('insert or update')
  }
}

const discreetly = (error: unknown): unknown => (error instanceof pg.DatabaseError ? new DatabaseRefused(error) : error)

/** Makes the errors of a client tell no values. To be called for each new client of a pool. */
export function discreet(client: pg.ClientBase): void {
  const query = client.query
  // Both forms: Kysely awaits a promise, and a pool, as the rate limiter asks it, gives a function to call.
  const quiet = (...given: unknown[]): unknown => {
    const last = given.at(-1)
    if (typeof last === 'function')
      given[given.length - 1] = (error: unknown, ...rest: unknown[]) =>
        Reflect.apply(last, undefined, [error && discreetly(error), ...rest])
    const answer: unknown = Reflect.apply(query, client, given)
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: unknown) => {
      throw discreetly(error)
    })
  }
  Object.defineProperty(client, 'query', { value: quiet })
}

/** Whether an error says that the value is already taken under this constraint (SQLSTATE 23505). */
export const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseRefused && error.code === '23505' && error.constraint === constraint

/** Whether PostgreSQL broke off a transaction because of another one: they waited for each other (40P01), or could not both be true (40001). */
export const collided = (error: unknown): boolean =>
  error instanceof DatabaseRefused && (error.code === '40P01' || error.code === '40001')

/** Whether a row was refused because what it belongs to went at this moment: an advert whose owner ended their account while somebody kept it. */
export const cameTooLate = (error: unknown): boolean => error instanceof DatabaseRefused && error.orphan
