// For tests: a row in every table that tells something about people, made from the register alone, with marks to find again.
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { Keyring } from '../platform/vault'
import { type Column, isTable, keyClasses, type TableName, tableNamed } from '../register'
import { type Walked, walk } from './walk'

/** What a check constraint or a foreign world asks of a column; everything else follows from its type. */
const asked: Record<string, unknown> = {
  'listings.status': 'published',
  'listings.kind': 'kot',
  'listings.language': 'nl',
  'listings.region': 'BE-VLG',
  'listings.accuracy': 'street',
  'listings.charges_mode': 'fixed',
  'listings.kitchen': 'own',
  'listings.bath': 'own',
  'listings.toilet': 'own',
  'listings.internet': 'none',
  'listings.domicile': 'yes',
  'disclosures.recipient': 'mail',
  'advertisers.kind': 'professional',
  'evidence.kind': 'conformity',
  'evidence.state': 'waiting',
  'evidence.refusal': 'unreadable',
  'saved_searches.frequency': 'daily',
  'incidents.kind': 'dump',
}

export type Filled = { person: string; marks: Map<string, string>; ids: Map<TableName, string> }
type Given = Record<string, unknown>

const linksOf = new WeakMap<Db, Promise<Map<string, string>>>()
function foreignKeys(db: Db): Promise<Map<string, string>> {
  const known = linksOf.get(db) ?? readKeys(db)
  linksOf.set(db, known)
  return known
}
const readKeys = async (db: Db): Promise<Map<string, string>> => {
  const { rows } = await sql<{ column: string; to: string }>`
    select conrelid::regclass || '.' || attname as column, confrelid::regclass::text as to
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1] where contype = 'f'`.execute(db)
  return new Map(rows.map((row) => [row.column, row.to]))
}

function plain(name: string, mark: string, column: Column, now: Date): unknown {
  if (asked[name]) return asked[name]
  if (column.type === 'uuid') return randomUUID()
  if (column.type === 'text') return mark
  if (column.type === 'text[]') return [mark]
  if (column.type === 'jsonb') return JSON.stringify({ mark })
  if (column.type === 'bytea') return randomBytes(32)
  if (column.type === 'boolean') return true
  if (column.type === 'date') return now.toISOString().slice(0, 10)
  if (column.type.startsWith('timestamp')) return now
  return 7
}

const isMarked = (column: Column) => column.kind !== 'technical' && ['text', 'text[]', 'jsonb'].includes(column.type)

/** Makes a row of a table that tells of nobody, to which one of somebody leads. Answers its id. */
async function rowOfNobody(p: Platform, name: TableName): Promise<string> {
  const { columns, key } = tableNamed(name)
  const id = randomUUID()
  const row = Object.entries(columns).map(
    ([each, column]) =>
      [each, each === key ? id : plain(`${name}.${each}`, `mark-nobody-${each}-${id}`, column, p.clock.now())] as const,
  )
  await sql`insert into ${sql.table(name)} (${sql.join(row.map(([each]) => sql.ref(each)))}) values (${sql.join(row.map(([, value]) => value))})`.execute(
    p.db,
  )
  return id
}

/** Puts one row of a person into a table. `given` takes the place of what the register would say. Answers the row's id. */
export async function fillTable(
  p: Platform,
  table: Walked,
  who: { name: string; keys: Keyring; filled: Filled; other: string },
  given: Given = {},
): Promise<string> {
  const { name, keys, filled, other } = who
  const links = await foreignKeys(p.db)
  const id = randomUUID()
  const row: Given = {}
  const sealed: Record<string, string> = {}
  for (const [key, column] of Object.entries(table.columns)) {
    const path = `${table.name}.${key}`
    // What two people share is marked as neither's.
    const mark = `mark-${table.subject ? name : 'shared'}-${table.name}-${key}-${filled.person.slice(0, 8)}`
    const to = links.get(path)
    if (table.derived?.includes(path)) continue
    if (key === table.key) row[key] = id
    else if (key === table.heldUntil) row[key] = p.clock.now()
    else if (key === table.silentUntil) row[key] = null
    else if (key === table.subject) row[key] = filled.person
    else if (table.unlinks?.includes(key)) row[key] = table.subject || key !== table.unlinks[0] ? other : filled.person
    else if (column.kind === 'sealed') sealed[key] = mark
    else if (to && isTable(to) && !walk(p.site.features).some((one) => one.name === to)) row[key] = await rowOfNobody(p, to)
    else if (to)
      row[key] =
        filled.ids.get(
          table.name === to ? table.name : (walk(p.site.features).find((one) => one.name === to)?.name ?? table.name),
        ) ?? null
    else row[key] = plain(path, column.kind === 'technical' ? `${mark}-${id}` : mark, column, p.clock.now())
    if (table.subject && (column.kind === 'sealed' || isMarked(column)) && !asked[path] && !to && !table.unlinks?.includes(key))
      filled.marks.set(path, mark)
  }
  Object.assign(row, Reflect.apply(keys.seal, keys, [table.name, row, sealed]), given)
  const columns = Object.keys(row)
  await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((key) => sql.ref(key)))}) values (${sql.join(columns.map((key) => row[key]))})`.execute(
    p.db,
  )
  filled.ids.set(table.name, id)
  return id
}

/** The tables that can be filled: not the people and keys themselves, nor what cannot be led back to a person. */
export const fillable = (p: Platform): Walked[] =>
  walk(p.site.features).filter((table) => !table.unlinkable && table.name !== 'people' && table.name !== 'person_keys')

type Two = { an: Filled; bart: Filled; add(name: 'an' | 'bart', table: Walked, given?: Given): Promise<string> }
/** Two people of whom nothing is known yet. `add`: a row about one of them, in which the other takes part; answers its id. */
export async function twoPeople(p: Platform): Promise<Two> {
  const made = await p.db
    .transaction()
    .execute(async (trx) => ({ an: await p.vault.newPerson(trx, keyClasses), bart: await p.vault.newPerson(trx, keyClasses) }))
  const an: Filled = { person: made.an.id, marks: new Map(), ids: new Map() }
  const bart: Filled = { person: made.bart.id, marks: new Map(), ids: new Map() }
  const add: Two['add'] = (name, table, given) =>
    fillTable(
      p,
      table,
      name === 'an'
        ? { name, keys: made.an.keys, filled: an, other: bart.person }
        : { name, keys: made.bart.keys, filled: bart, other: an.person },
      given,
    )
  return { an, bart, add }
}

/** A table of the site, by its name. */
export function tableOf(p: Platform, name: TableName): Walked {
  const found = walk(p.site.features).find((table) => table.name === name)
  if (!found) throw new Error(`the site has no table ${name}`)
  return found
}

/** Two people about whom every table of the site says something; each takes part in what the other began. */
export async function fillSite(p: Platform): Promise<Two> {
  const two = await twoPeople(p)
  for (const table of fillable(p)) {
    for (const name of ['an', 'bart'] as const) {
      const id = await two.add(name, table)
      if (table.files) {
        const { rows } = await sql<{
          path: string
        }>`select ${sql.ref(table.files.column)} as path from ${sql.table(table.name)} where ${sql.ref(table.key)} = ${id}`.execute(
          p.db,
        )
        await p.files.write(`${table.files.folder}/${rows[0]?.path}/1600.jpg`, Buffer.from(`mark-${name}-file-${table.name}`))
      }
    }
  }
  return two
}

/** Everything that the tables of the site say, as text. */
export async function everything(p: Platform): Promise<string> {
  const said: string[] = []
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(p.db)
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(p.db)
    said.push(...found.rows.map(({ row }) => `${name} ${row}`))
  }
  return said.join('\n')
}
