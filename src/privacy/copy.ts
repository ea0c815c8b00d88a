import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { Held, Keyring } from '../platform/vault'
import {
  type Basis,
  type HoldingName,
  hasPurpose,
  holdingNamed,
  type Item,
  isHolding,
  type Keep,
  keepWords,
  Opaque,
  overOn,
  type PurposeName,
  partsOf,
  purposes,
  type RecipientName,
  recipientNames,
  registerWords,
  type Source,
  termOf,
} from '../register'
import type { Language } from '../std/words'
import { statementFacts, versionOf } from './statement'
import { holdingsIn, isFree, isOver, isSilent, type Walked, walk } from './walk'

type Value = string | number | boolean | null | object
/** What stands of one holding in one row. `goes`: the day on which it goes by itself, as far as that is known today. */
export type CopyRecord = { table: string; id: string; goes: string | null; values: Record<string, Value>; files?: string[] }
export type CopyHolding = {
  holding: HoldingName
  where: string
  purposes: { purpose: PurposeName; name: string; basis: Basis; basisName: string }[]
  keep: { rule: Keep; text: string }
  source: { code: Source; text: string }
  /** Who actually received something of it. */
  sent: { to: RecipientName; name: string; purpose: string; at: string }[]
  /** It is held, but not shown: whoever found the copy could get in with it. */
  secret: boolean
  /** It is held of many, and nothing says which of it is this person's. */
  unlinkable: boolean
  records: CopyRecord[]
}
export type CopyItem = { item: Item; name: string; what: string; holdings: CopyHolding[] }
/** Everything the site holds about a person. Items of which nothing is held are there too, empty. */
export type Copy = {
  about: {
    schema: 1
    site: string
    controller: Platform['site']['controller']
    officer: Platform['site']['officer']
    authority: { name: string; url: string }
    person: string
    language: Language
    madeAt: string
    statement: { url: string; version: string }
  }
  items: CopyItem[]
  /** Rows of others in what the person takes part in, such as the messages they received: those are the others' own. */
  leftOut: number
}

const shown = (value: unknown, held: Held<HoldingName> | null | undefined): Value => {
  if (held) return parsed(held.open('rights'))
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

/** The rows of a table that are the person's: theirs, or those they take part in and that belong to nobody else. */
export async function ownRows(
  db: Db,
  table: Walked,
  tables: readonly Walked[],
  person: string,
  now: Date,
): Promise<Record<string, unknown>[]> {
  const columns = table.subject ? [table.subject] : (table.unlinks ?? [])
  if (columns.length === 0) return []
  // What is over is not there any more, whether or not the sweep came by.
  const over = isOver(table, now)
  const there = over ? sql`not (${over} and ${isFree(table, tables, dayOf(now))})` : sql`true`
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table.name)} where (${sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${person}`),
      sql` or `,
    )}) and ${there} and not ${isSilent(table, dayOf(now))} order by ${sql.ref(table.clock ?? table.key)}`.execute(db)
  return rows
}

async function othersRows(db: Db, table: Walked, tables: readonly Walked[], person: string): Promise<number> {
  const whole = tables.find(({ name }) => name === table.partOf?.table)
  if (!whole?.unlinks || !table.partOf || !table.subject) return 0
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

/** One row, split by holding: what of it belongs to which. */
export async function recordsOf(
  p: Platform,
  table: Walked,
  row: Record<string, unknown>,
  keys: Keyring,
  person: string,
): Promise<Map<HoldingName, CopyRecord>> {
  const records = new Map<HoldingName, CopyRecord>()
  const held = keys.bindRow(table.name, row)
  for (const [column, { about, kind, type }] of Object.entries(table.columns)) {
    // Keyed hashes tell a person nothing, and search words are made of the texts beside them.
    if (!isHolding(about) || kind === 'blindIndex' || type === 'tsvector') continue
    const whose = table.theirs?.[column]
    if (whose && row[whose] !== person) continue
    const record = records.get(about) ?? { table: table.name, id: String(row[table.key]), goes: goes(table, row), values: {} }
    if (!(holdingNamed(about).secret && kind === 'sealed'))
      record.values[column] = shown(row[column] instanceof Opaque ? null : row[column], held[column])
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

/** Everything the site holds about a person, opened, with why, how long, where from, and who received it. Throws SealBroken when a value does not open. */
export const copyOf = (p: Platform, person: string, language: Language): Promise<Copy> =>
  // One moment of everything: what is written meanwhile, maybe under keys made meanwhile, is not in it.
  p.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => copyIn(p, db, person, language))

async function copyIn(p: Platform, db: Db, person: string, language: Language): Promise<Copy> {
  const facts = statementFacts(p, language)
  const said = registerWords(language)
  const tables = walk(p.site.features)
  const keys = await p.vault.keys(db, [person])
  const day = dayOf(p.clock.now())
  const records = new Map<HoldingName, CopyRecord[]>()
  let leftOut = 0
  for (const table of tables) {
    for (const row of await ownRows(db, table, tables, person, p.clock.now()))
      for (const [name, record] of await recordsOf(p, table, row, keys, person))
        records.set(name, [...(records.get(name) ?? []), record])
    leftOut += await othersRows(db, table, tables, person)
  }
  const ledger = await db
    .selectFrom('disclosures')
    .select(['recipient', 'purpose', 'holdings', 'at'])
    .where('person_id', '=', person)
    .where((is) => is.or([is('silent_until', 'is', null), is('silent_until', '<', day)]))
    .orderBy('at')
    .execute()
  const nobodys = new Set(tables.filter(({ unlinkable }) => unlinkable).flatMap(holdingsIn))
  const holdingCopy = (name: HoldingName): CopyHolding => {
    const { for: all, keep, source = 'person', secret = false } = holdingNamed(name)
    const why = all.filter((purpose) => hasPurpose(p.site.recipients, purpose))
    return {
      holding: name,
      where: said.circles[partsOf(name).circle],
      purposes: why.map((purpose) => {
        const { basis } = purposes[purpose]
        return { purpose, name: said.purposes[purpose].name, basis, basisName: said.bases[basis].name }
      }),
      keep: { rule: keep, text: keepWords(language, keep) },
      source: { code: source, text: said.sources[source] },
      sent: ledger
        .filter(({ holdings }) => holdings.includes(name))
        .flatMap(({ recipient, purpose, at }) => {
          const to = recipientNames.find((one) => one === recipient)
          return to ? [{ to, name: p.site.recipients[to]?.name ?? said.recipients[to].name, purpose, at: at.toISOString() }] : []
        }),
      secret,
      unlinkable: nobodys.has(name),
      records: records.get(name) ?? [],
    }
  }
  return {
    about: {
      schema: 1,
      site: p.site.name,
      controller: p.site.controller,
      officer: p.site.officer,
      authority: facts.authority,
      person,
      language,
      madeAt: p.clock.now().toISOString(),
      statement: { url: `${p.config.publicUrl}/${language}/privacy`, version: versionOf(p) },
    },
    items: facts.chapters.flatMap(({ items }) =>
      items.map(({ item, holdings }) => ({
        item,
        name: said.items[item].name,
        what: said.items[item].what,
        holdings: holdings.map(({ holding }) => holdingCopy(holding)),
      })),
    ),
    leftOut,
  }
}
