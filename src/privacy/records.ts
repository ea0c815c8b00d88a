import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { Held, Keyring } from '../platform/vault'
import { type Column, type HoldingName, holdingNamed, isHolding, Opaque, overOn, termOf } from '../register'
import { holdingsIn, isFree, isOver, isSilent, type Walked } from './walk'

export type Value = string | number | boolean | null | object
/** What stands of one holding in one row. `goes`: the day on which it goes by itself, as far as that is known today. */
export type CopyRecord = { table: string; id: string; goes: string | null; values: Record<string, Value>; files?: string[] }

/** For what privacy/ alone opens whatever is held: a person's own rights, and what an authority may demand. */
type Why = 'rights' | 'orders'
const shown = (value: unknown, held: Held<HoldingName> | null | undefined, why: Why): Value => {
  if (held) return parsed(held.open(why))
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'object' && value)
    ? value
    : null
}

/** A sealed value that is a record (a draft) is given as one. */
function parsed(text: string): Value {
  if (!text.startsWith('{')) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value ? value : text
  } catch {
    return text
  }
}

const columnsOf = (table: Walked) => (table.subject ? [table.subject] : (table.unlinks ?? []))

/** SQL: the row is the person's: theirs, or one that they take part in and that belongs to nobody else. */
function isOwn(table: Walked, tables: readonly Walked[], person: string, now: Date) {
  // What is over is not there any more, whether or not the sweep came by.
  const over = isOver(table, now)
  const there = over ? sql`not (${over} and ${isFree(table, tables, now)})` : sql`true`
  return sql<boolean>`(${sql.join(
    columnsOf(table).map((column) => sql`${sql.ref(column)} = ${person}`),
    sql` or `,
  )}) and ${there} and not ${isSilent(table, dayOf(now))}`
}

/** So many rows are in memory at once. */
export const batch = 200
let cursors = 0

/** What a query finds, read as it is asked for. `db` must be in a transaction, which a reader that stops halfway leaves the cursor to. */
export async function* read<T>(db: Db, query: ReturnType<typeof sql<T>>): AsyncGenerator<T> {
  cursors = (cursors + 1) % 1_000_000_000
  const cursor = sql.ref(`copy_${cursors}`)
  // All of it will be fetched: planned for its beginning alone, it would walk a whole table in the order asked for.
  await sql`set local cursor_tuple_fraction = 1`.execute(db)
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<T>`fetch ${sql.lit(batch)} from ${cursor}`.execute(db)
    yield* rows
    if (rows.length < batch) break
  }
  await sql`close ${cursor}`.execute(db)
}

type Row = Record<string, unknown>
export type Rows = Iterable<Row> | AsyncIterable<Row>

const own = (table: Walked, tables: readonly Walked[], person: string, now: Date) =>
  sql<Row>`select * from ${sql.table(table.name)} where ${isOwn(table, tables, person, now)} order by ${sql.ref(table.clock ?? table.key)}`

/** The rows of a table that are the person's, read as they are asked for. `db` must be in a transaction. */
export const ownRows = (db: Db, table: Walked, tables: readonly Walked[], person: string, now: Date): AsyncGenerator<Row> =>
  read(db, own(table, tables, person, now))

/** The same, as often as they are asked for: of which there are a few (`count`) are read once, and many each time anew. */
export async function rowsOf(
  db: Db,
  table: Walked,
  tables: readonly Walked[],
  person: string,
  now: Date,
  count: number,
): Promise<() => Rows> {
  if (count > batch) return () => ownRows(db, table, tables, person, now)
  const { rows } = await own(table, tables, person, now).execute(db)
  return () => rows
}

// Keyed hashes tell a person nothing, and search words are made of the texts beside them.
const isShown = ({ kind, type }: Column) => kind !== 'blindIndex' && type !== 'tsvector'

/** SQL: the row says something of this holding that is the person's. */
const says = (table: Walked, name: HoldingName, person: string) => {
  const columns = Object.entries(table.columns).filter(([, column]) => column.about === name && isShown(column))
  const theirs = columns.map(([column]) => table.theirs?.[column])
  return sql<boolean>`(${sql.join([sql`false`, ...theirs.map((whose) => (whose ? sql`${sql.ref(whose)} = ${person}` : sql`true`))], sql` or `)})`
}

/** Of the rows that say something of a holding, `many` after the newest `from`, the newest first. */
export async function newestRows(
  db: Db,
  table: Walked,
  tables: readonly Walked[],
  person: string,
  now: Date,
  name: HoldingName,
  [from, many]: readonly [number, number],
): Promise<Row[]> {
  // What has no clock of its own has the moment at which it was made.
  const [made = table.key] = Object.keys(table.columns).filter((column) => table.columns[column]?.type.startsWith('timestamp'))
  const newest = sql.join([table.clock ?? made, table.key].map((column) => sql`${sql.ref(column)} desc`))
  const { rows } = await sql<Row>`
    select * from ${sql.table(table.name)} where ${isOwn(table, tables, person, now)} and ${says(table, name, person)}
    order by ${newest} limit ${many} offset ${from}`.execute(db)
  return rows
}

/** How many rows of a table are the person's, and how many records of each holding they make. */
export async function recordsIn(
  db: Db,
  table: Walked,
  tables: readonly Walked[],
  person: string,
  now: Date,
): Promise<{ rows: number; counts: Map<HoldingName, number> }> {
  const holdings = holdingsIn(table)
  if (holdings.length === 0) return { rows: 0, counts: new Map() }
  const counts = holdings.map(
    (name) => sql`count(*) filter (where ${says(table, name, person)})::int as ${sql.ref(name.replace('.', '_'))}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as rows, ${sql.join(counts)} from ${sql.table(table.name)} where ${isOwn(table, tables, person, now)}`.execute(
    db,
  )
  const [counted = {}] = rows
  return { rows: counted.rows ?? 0, counts: new Map(holdings.map((name) => [name, counted[name.replace('.', '_')] ?? 0])) }
}

/** How many rows of others are part of what the person takes part in. */
export async function othersRows(db: Db, table: Walked, tables: readonly Walked[], person: string): Promise<number> {
  const whole = tables.find(({ name }) => name === table.partOf?.table)
  if (!whole?.unlinks || whole.subject || !table.partOf || !table.subject) return 0
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from ${sql.table(table.name)} part join ${sql.table(whole.name)} whole
    on ${sql.ref(`part.${table.partOf.column}`)} = ${sql.ref(`whole.${whole.key}`)}
    where ${sql.ref(`part.${table.subject}`)} <> ${person} and (${sql.join(
      whole.unlinks.map((column) => sql`${sql.ref(`whole.${column}`)} = ${person}`),
      sql` or `,
    )})`.execute(db)
  return rows[0]?.rows ?? 0
}

function goes(table: Walked, row: Record<string, unknown>): string | null {
  const since = row[table.clock ?? '']
  const term = termOf(table)
  return term && since instanceof Date ? overOn(term, since).toISOString() : null
}

/** One row, split by holding: what of it belongs to which. `only`: of these alone, so that no other is opened. */
export async function recordsOf(
  p: Platform,
  table: Walked,
  row: Record<string, unknown>,
  keys: Keyring,
  person: string,
  only?: readonly HoldingName[],
  why: Why = 'rights',
): Promise<Map<HoldingName, CopyRecord>> {
  const records = new Map<HoldingName, CopyRecord>()
  const held = keys.bindRow(table.name, row)
  for (const [column, spec] of Object.entries(table.columns)) {
    const { about, kind } = spec
    if (!isHolding(about) || (only && !only.includes(about)) || !isShown(spec)) continue
    const whose = table.theirs?.[column]
    if (whose && row[whose] !== person) continue
    const record = records.get(about) ?? { table: table.name, id: String(row[table.key]), goes: goes(table, row), values: {} }
    if (!(holdingNamed(about).secret && kind === 'sealed'))
      record.values[column] = shown(row[column] instanceof Opaque ? null : row[column], held[column], why)
    if (table.files?.column === column && row[column]) record.files = await filesToGive(p, `${table.files.folder}/${row[column]}`)
    records.set(about, record)
  }
  return records
}

/** Of a picture kept in several sizes and formats, the widest JPEG: the others are made of it. */
async function filesToGive(p: Platform, path: string): Promise<string[]> {
  const names = (await p.files.list(path)).map(({ name }) => name)
  const widest = names.filter((name) => name.endsWith('.jpg')).sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0]
  return (widest ? [widest] : names).map((name) => `${path}/${name}`)
}
