// The rows of a site as lines of JSON, as PostgreSQL itself writes and reads them: from any server into any other.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type TableName, tableNamed, tablesOf } from '../../register'
import type { Db } from '../db'
import type { Feature } from '../feature'
import { SealBroken, type Vault } from '../vault'
import type { Entry } from './archive'

/** Rows that are of no use in a site that was put back: who was signed in, who tried too often, which requests came in. Migrations are run again. */
const leftOut: readonly TableName[] = ['migrations', 'sessions', 'rate_limits', 'traffic']
const tablesIn = (features: readonly string[]) => tablesOf(features).filter((name) => !leftOut.includes(name))

const batch = 200
const indexesIn = (table: TableName) =>
  Object.entries(tableNamed(table).columns).flatMap(([column, { kind, of }]) =>
    kind === 'blindIndex' && of !== undefined ? [{ column, of }] : [],
  )

/** The columns that are kept: not what is computed, and no blind index, which tells its holder who is a member. */
async function columnsOf(db: Db, table: TableName): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    db,
  )
  const indexes = new Set(indexesIn(table).map(({ column }) => column))
  return rows.map(({ name }) => name).filter((name) => !indexes.has(name))
}

/** Every row of a site, in files of some hundred lines. `db` is a transaction that sees one moment. */
export async function* dumpTables(db: Db, features: readonly string[]): AsyncGenerator<Entry> {
  for (const table of tablesIn(features)) {
    const columns = sql.join((await columnsOf(db, table)).map((name) => sql.ref(name)))
    await sql`declare dump no scroll cursor for
      select row_to_json(kept)::text as line from (select ${columns} from ${sql.table(table)}) as kept`.execute(db)
    for (let part = 1; ; part++) {
      const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(batch))} from dump`.execute(db)
      if (rows.length === 0) break
      yield { name: `tables/${table}/${part}.jsonl`, data: Buffer.from(rows.map(({ line }) => line).join('\n')) }
    }
    await sql`close dump`.execute(db)
  }
}

/** The table of a file that dumpTables made. Undefined for another file, or a table that the site has not. */
export function tableIn(name: string, features: readonly string[]): TableName | undefined {
  const [, table] = /^tables\/(\w+)\/\d+\.jsonl$/.exec(name) ?? []
  return tablesIn(features).find((one) => one === table)
}

const foreignKeys = (db: Db) =>
  sql<{ table: string; name: string }>`
    select c.relname as table, k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(db)

/** Readies an empty database for rows in any order, and without their indexes. Answers what makes it strict again, in the same transaction. */
export async function loosen(db: Db, features: readonly string[]): Promise<() => Promise<void>> {
  const { rows: keys } = await foreignKeys(db)
  const indexes = tablesIn(features).flatMap((table) => indexesIn(table).map(({ column }) => ({ table, column })))
  const each = async (deferred: boolean) => {
    for (const { table, name } of keys)
      await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} ${sql.raw(deferred ? 'deferrable initially deferred' : 'not deferrable')}`.execute(
        db,
      )
    for (const { table, column } of indexes.filter(({ table, column }) => !tableNamed(table).columns[column]?.nullable))
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} ${sql.raw(deferred ? 'drop' : 'set')} not null`.execute(
        db,
      )
  }
  // What a migration put there is in the backup too.
  for (const table of tablesIn(features).toReversed()) await sql`delete from ${sql.table(table)}`.execute(db)
  await each(true)
  return async () => {
    await sql`set constraints all immediate`.execute(db)
    await each(false)
  }
}

/** Puts the lines of one file back into their table. Answers how many. */
export async function loadRows(db: Db, table: TableName, lines: string): Promise<number> {
  const columns = sql.join((await columnsOf(db, table)).map((name) => sql.ref(name)))
  const rows = lines.split('\n')
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::json)`.execute(db)
  return rows.length
}

const opened = (open: () => string | undefined): string | undefined => {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}

/** Makes the blind indexes again, from the values that they find. Answers how many values do not open: their rows are there, and are found by nobody. */
export async function indexAgain(db: Db, vault: Vault, features: readonly Feature[]): Promise<number> {
  let closed = 0
  const made: Record<string, (value: string, row: Readonly<Record<string, unknown>>) => string> = Object.assign(
    {},
    ...features.map(({ indexed }) => indexed),
  )
  for (const table of tablesIn(features.map(({ name }) => name)))
    for (const { column, of } of indexesIn(table)) {
      const path = `${table}.${column}` as Parameters<Vault['index']>[0]
      const { key, subject = '' } = tableNamed(table)
      for (;;) {
        const { rows } = await sql<Record<string, unknown>>`
          select * from ${sql.table(table)} where ${sql.ref(column)} is null and ${sql.ref(of)} is not null limit ${batch}`.execute(
          db,
        )
        if (rows.length === 0) break
        const keys = await vault.keys(
          db,
          rows.map((row) => String(row[subject])),
        )
        const values = rows.map((row) => {
          const value = opened(() => keys.bindRow(table, row)[of]?.open('rights'))
          if (value === undefined) closed++
          return value === undefined ? randomBytes(32) : vault.index(path, made[path]?.(value, row) ?? value).bytes
        })
        await sql`
          update ${sql.table(table)} set ${sql.ref(column)} = made.value
          from unnest(${rows.map((row) => String(row[key]))}::uuid[], ${values}::bytea[]) as made (id, value)
          where ${sql.ref(`${table}.${key}`)} = made.id`.execute(db)
      }
    }
  return closed
}
