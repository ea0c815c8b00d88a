import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import { type Db, prepared } from '../platform/db'
import { type Walked, walk } from './walk'

const person = sql.raw('$1::uuid')

const standsIn = (table: Walked): RawBuilder<unknown> =>
  sql`select ${sql.lit(table.name)} as name where ${sql.join(
    [table.subject, ...(table.unlinks ?? [])].flatMap((column) =>
      column ? [sql`exists (select 1 from ${sql.table(table.name)} where ${sql.ref(column)} = ${person})`] : [],
    ),
    sql` or `,
  )}`

/** One question about all tables, instead of one to each: of most people there is nothing in most of them. */
const asked = new Map<string, string>()
function question(db: Db, features: readonly string[]): string {
  const tables = walk(features).filter(({ subject, unlinks }) => subject || unlinks)
  const which = JSON.stringify(tables.map(({ name, subject, unlinks }) => [name, subject, unlinks]))
  const known = asked.get(which)
  if (known) return known
  const { sql: text } = sql`${prepared} ${sql.join(tables.map(standsIn), sql` union all `)}`.compile(db)
  asked.set(which, text)
  return text
}

/** The tables of a site with these features in which something of a person stands, or their name. */
export async function standing(db: Db, features: readonly string[], person: string): Promise<ReadonlySet<string>> {
  const { rows } = await db.executeQuery<{ name: string }>(CompiledQuery.raw(question(db, features), [person]))
  return new Set(rows.map(({ name }) => name))
}
