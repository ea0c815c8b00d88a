import { sql } from 'kysely'
import type { Db } from '../../platform/db'
import type { TableName } from '../../register'

/** What lies in a table, where these columns have these values: also what is past its term, which no select of the program answers. By this a test sees that
 *  something was deleted, and not only left out. */
export async function rowsIn(db: Db, table: TableName, where: Record<string, string> = {}): Promise<Record<string, unknown>[]> {
  const conditions = Object.entries(where).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where ${sql.join([sql`true`, ...conditions], sql` and `)}`.execute(db)
  return rows
}
