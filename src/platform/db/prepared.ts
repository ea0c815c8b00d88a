import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

/** In a statement that is always the same, with all that varies in its values, and that is long or asked again and again: each connection plans it once.
 *  Planning one that asks fifty tables takes ten times as long as answering it. */
const mark = '/* prepared */'
export const prepared = sql.raw(mark)

const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Makes a client plan marked statements once. To be called for each new client of a pool. */
export function prepares(client: pg.ClientBase): void {
  const query = client.query
  const preparing = (...given: unknown[]): unknown => {
    const [text, values, ...rest] = given
    if (typeof text !== 'string' || !text.includes(mark)) return Reflect.apply(query, client, given)
    return Reflect.apply(query, client, [{ name: nameOf(text), text, values }, ...rest])
  }
  Object.defineProperty(client, 'query', { value: preparing, configurable: true, writable: true })
}
