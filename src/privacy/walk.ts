import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import { isRestricted } from '../platform/people'
import {
  cutoff,
  type HoldingName,
  holding,
  holdingNamed,
  isHolding,
  type Table,
  type TableName,
  tableNamed,
  tablesOf,
  termOf,
} from '../register'

/** A table of the site as privacy/ walks it: by what the register says of it, never by its name. */
export type Walked = Table & { name: TableName }

/** The tables of a site with these features that say something about people, in the order of the register. */
export const walk = (features: readonly string[]): Walked[] =>
  tablesOf(features)
    .map((name) => ({ ...tableNamed(name), name }))
    .filter((table) => table.subject !== undefined || table.unlinks !== undefined || table.unlinkable)

/** Those that say nothing about anybody, and yet go when their term has passed. */
export const ageing = (features: readonly string[]): Walked[] =>
  tablesOf(features)
    .map((name) => ({ ...tableNamed(name), name }))
    .filter((table) => table.keep !== undefined)

/** The holdings in a table, each once, in the order of its columns. */
export const holdingsIn = (table: Table): HoldingName[] => [
  ...new Set(Object.values(table.columns).flatMap((column) => (isHolding(column.about) ? [column.about] : []))),
]

/** The sealed columns of a table, each with the class of keys that it is sealed under. */
export const sealedIn = (table: Table): [column: string, keyClass: string][] =>
  Object.entries(table.columns).flatMap(([column, { kind, about }]) =>
    kind === 'sealed' && isHolding(about) ? [[column, holding[about].keys]] : [],
  )

/** Whether rows of a table can be held: somebody's own, which nothing of another takes along, and which let nobody in who finds them. */
export const mayBeHeld = (table: Walked): boolean => {
  const holdings = holdingsIn(table)
  return (
    table.subject !== undefined &&
    table.subject !== table.key &&
    !table.goesWith &&
    !table.heldUntil &&
    holdings.length > 0 &&
    holdings.every((name) => !holdingNamed(name).secret && !holdingNamed(name).for.includes('signIn'))
  )
}

/** SQL: the row is held at this moment. `told`: and the law lets its person know. */
export function isHeld(table: Walked, now: Date, told = false): RawBuilder<boolean> {
  const silent = told ? sql`and coalesce(holds.silent_until < ${dayOf(now)}::date, true)` : sql``
  if (table.heldUntil) return sql<boolean>`(${sql.ref(`${table.name}.${table.heldUntil}`)} > ${now} ${silent})`
  return mayBeHeld(table)
    ? sql<boolean>`exists (select 1 from holds where holds.held_table = ${table.name}
        and holds.held_row = ${sql.ref(`${table.name}.${table.key}`)} and holds.until > ${now} ${silent})`
    : sql<boolean>`false`
}

/** SQL: the row tells of somebody whose data are restricted: it is kept until that is lifted (GDPR article 18(1)(b) and (c)). But for what would
 *  let in who finds it: that goes when it should. */
export function isResting(table: Walked) {
  const people = table.subject ? [table.subject] : (table.unlinks ?? [])
  if (people.length === 0 || holdingsIn(table).every((name) => holdingNamed(name).secret)) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(
    people.map((column) => isRestricted(`${table.name}.${column}`)),
    sql` or `,
  )})`
}

/** SQL: the row is over at `now`, by the term of its holdings or by its own word. Undefined for a table whose rows have no end of their own. */
export function isOver(table: Walked, now: Date): RawBuilder<boolean> | undefined {
  if (table.expires) {
    const column = sql.ref(`${table.name}.${table.expires}`)
    const { type, nullable } = table.columns[table.expires] ?? {}
    const over = type === 'bigint' ? sql<boolean>`${column} < ${now.getTime()}` : sql<boolean>`${column} < ${now}`
    // A row that does not end by itself is not over: "not null" would leave it out of what it is asked for.
    return nullable ? sql<boolean>`(${over}) is true` : over
  }
  const term = termOf(table)
  if (!term || !table.clock) return undefined
  const since = cutoff(term, now)
  const column = sql.ref(`${table.name}.${table.clock}`)
  return table.columns[table.clock]?.type === 'date' ? sql`${column} < ${dayOf(since)}::date` : sql`${column} < ${since}`
}

/** SQL: nothing keeps the row beyond its term: no hold on it or on a part of it, no restriction. */
export const isFree = (table: Walked, tables: readonly Walked[], now: Date) =>
  sql<boolean>`(not ${staysHeld(table, tables, now)} and not ${isResting(table)})`

/** SQL: the law forbids on this day to tell the person of the row. */
export const isSilent = (table: Walked, day: string) =>
  table.silentUntil
    ? sql<boolean>`coalesce(${sql.ref(`${table.name}.${table.silentUntil}`)} >= ${day}::date, false)`
    : sql<boolean>`false`

/** SQL: something that is part of the row is held at this moment. */
export function partsHeld(table: Walked, tables: readonly Walked[], now: Date, told = false) {
  const parts = tables.flatMap((part) =>
    part.partOf?.table === table.name
      ? [
          sql<boolean>`exists (select 1 from ${sql.table(part.name)} where ${sql.ref(`${part.name}.${part.partOf.column}`)} = ${sql.ref(`${table.name}.${table.key}`)} and ${isHeld(part, now, told)})`,
        ]
      : [],
  )
  return parts.length > 0 ? sql<boolean>`(${sql.join(parts, sql` or `)})` : sql<boolean>`false`
}

/** SQL: the row or a part of it is held. */
export const staysHeld = (table: Walked, tables: readonly Walked[], now: Date, told = false) =>
  sql<boolean>`(${isHeld(table, now, told)} or ${partsHeld(table, tables, now, told)})`

/** The paths in the file store that the rows `where` of a table name. */
export async function filesOf(db: Db, table: Walked, where: ReturnType<typeof sql<boolean>>): Promise<string[]> {
  if (!table.files) return []
  const { column, folder } = table.files
  const { rows } = await sql<{ path: string }>`
    select ${sql.ref(column)} as path from ${sql.table(table.name)} where ${sql.ref(column)} is not null and ${where}`.execute(db)
  return rows.map((row) => `${folder}/${row.path}`)
}
