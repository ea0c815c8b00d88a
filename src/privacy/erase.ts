import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import { type Db, prepared } from '../platform/db'
import type { Platform } from '../platform/feature'
import { type HoldingName, keyClasses, type RecipientName, type TableName } from '../register'
import { addressesIn } from './addresses'
import { removeWith } from './files'
import { standing } from './standing'
import { tellRecipients } from './tell'
import { holdingsIn, partsHeld, sealedIn, staysHeld, type Walked, walk } from './walk'

/** What an erasure did. `rows` counts the records in which a holding stood. */
export type Receipt = {
  at: string
  erased: { holding: HoldingName; rows: number }[]
  /** A hold: the establishment, exercise or defence of legal claims, GDPR article 17(3)(e). A farewell: to mail this receipt. Left alone: a keyed hash of an
   *  address, which is nobody's. `until` is its last day, as "2027-05-21". */
  kept: { holding: HoldingName; rows: number; because: 'hold' | 'farewell' | 'leftAlone'; until: string }[]
  /** Those who had something of it and are told that it is erased. */
  told: RecipientName[]
}

/** Until when what is held of a person is, by table: all of it, and what the law lets them know. */
type Holds = ReadonlyMap<string, { until: Date; told: Date | null }>
async function holdsOf(db: Db, person: string, now: Date): Promise<Holds> {
  const rows = await db
    .selectFrom('holds')
    .select('held_table')
    .select((of) => [
      sql<Date>`max(until)`.as('until'),
      of.fn
        .max('until')
        .filterWhere((is) => is.or([is('silent_until', 'is', null), is('silent_until', '<', dayOf(now))]))
        .as('told'),
    ])
    .where('person_id', '=', person)
    .where('until', '>', now)
    .groupBy('held_table')
    .execute()
  return new Map(rows.map(({ held_table, until, told }) => [held_table, { until, told }]))
}

const latest = (moments: Iterable<Date | null>): Date | undefined =>
  [...moments].filter((one) => one !== null).toSorted((a, b) => b.getTime() - a.getTime())[0]

type Kept = { rows: number; told: number; until: string | undefined; classes: readonly string[] }
/** How many rows of a table a hold keeps, of which the person is told, and until when. */
async function held(db: Db, table: Walked, tables: readonly Walked[], person: string, holds: Holds, now: Date): Promise<Kept> {
  if (!table.subject || holds.size === 0) return { rows: 0, told: 0, until: undefined, classes: [] }
  const sealed = sealedIn(table)
  const { rows } = await sql<{ rows: number; told: number; sealed: boolean[] }>`
    select count(*)::int as rows, count(*) filter (where ${staysHeld(table, tables, now, true)})::int as told,
      array[${sql.join([sql`false`, ...sealed.map(([column]) => sql`count(${sql.ref(column)}) > 0`)])}] as sealed from ${sql.table(table.name)}
    where ${sql.ref(table.subject)} = ${person} and ${staysHeld(table, tables, now)}`.execute(db)
  const classes = sealed.flatMap(([, keyClass], at) => (rows[0]?.sealed[at + 1] ? [keyClass] : []))
  // What is kept for a part of it is kept as long as the part.
  const until = holds.get(table.name)?.told ?? latest([...holds.values()].map((one) => one.told))
  return { rows: rows[0]?.rows ?? 0, told: rows[0]?.told ?? 0, until: until && dayOf(until), classes }
}

const linesOf = (table: Walked, { told, until }: Kept): Receipt['kept'] =>
  told > 0 && until ? holdingsIn(table).map((holding) => ({ holding, rows: told, because: 'hold', until })) : []

/** Deletes the rows that are the person's own and not held. Answers how many, and the files that they named. */
async function deleteOwn(
  db: Db,
  table: Walked,
  tables: readonly Walked[],
  person: string,
  now: Date,
): Promise<{ rows: number; files: string[] }> {
  if (!table.subject) return { rows: 0, files: [] }
  const { rows } = await sql<{ path: string | null }>`
    delete ${prepared} from ${sql.table(table.name)} where ${sql.ref(table.subject)} = ${person} and not ${staysHeld(table, tables, now)}
    returning ${table.files ? sql.ref(table.files.column) : sql`null`} as path`.execute(db)
  return { rows: rows.length, files: rows.flatMap(({ path }) => (path && table.files ? [`${table.files.folder}/${path}`] : [])) }
}

/** SQL: nobody is left in the row. The table has an index of such rows, or each erasure reads all of it. */
export const leftByAll = (table: Walked) =>
  sql<boolean>`(${sql.join(
    (table.unlinks ?? []).map((column) => sql`${sql.ref(column)} is null`),
    sql` and `,
  )})`

/** Empties the columns that name the person as one who takes part, and those that told about them alone. What nobody is left in, goes. Answers the rows left. */
async function unlink(db: Db, table: Walked, tables: readonly Walked[], person: string, now: Date): Promise<number> {
  const columns = table.unlinks ?? []
  if (columns.length === 0) return 0
  const told = Object.entries(table.theirs ?? {}).flatMap(([name, whose]) =>
    whose && columns.includes(whose) && table.columns[name]?.nullable ? [{ name, whose }] : [],
  )
  const emptied = [...columns.map((column) => ({ name: column, whose: column })), ...told].map(
    ({ name, whose }) => sql`${sql.ref(name)} = case when ${sql.ref(whose)} = ${person} then null else ${sql.ref(name)} end`,
  )
  const named = columns.map((column) => sql`${sql.ref(column)} = ${person}`)
  const changed = await sql`
    update ${prepared} ${sql.table(table.name)} set ${sql.join(emptied)} where ${sql.join(named, sql` or `)}`.execute(db)
  if (!table.subject)
    await sql`
      delete ${prepared} from ${sql.table(table.name)} where ${leftByAll(table)} and not ${partsHeld(table, tables, now)}`.execute(
      db,
    )
  return Number(changed.numAffectedRows ?? 0)
}

/** What features keep of somebody's addresses as nobody's, so that these are left alone. */
async function leftAlone(p: Platform, db: Db, person: string, stands: ReadonlySet<string>): Promise<Receipt['kept']> {
  const keepers = p.features.flatMap(({ staysOf }) => staysOf ?? [])
  const addresses = keepers.length > 0 ? await addressesIn(p, db, person, stands) : []
  const kept = await Promise.all(keepers.map((staysOf) => staysOf(p, db, addresses)))
  return kept.flat().map(({ until, ...line }) => ({ ...line, because: 'leftAlone', until: dayOf(until) }))
}

/** Rows that the erasure itself deals with: the person, and the keys. */
const last: readonly TableName[] = ['people', 'person_keys']

/** What the ledger says of who was erased. */
export const erased = 'erased'

/** Erases a person in the transaction of `db`: every row that is theirs, their name in rows of others, their keys, and the person. What is
 *  held stays with the keys it needs. The ledger has it before the commit, unless it is `noted` there already. Answers the receipt, and what to do once the transaction is committed. Doing it again does no harm. */
export async function eraseIn(
  p: Platform,
  db: Db,
  person: string,
  noted?: 'noted',
): Promise<{ receipt: Receipt; after(): Promise<void> }> {
  const now = p.clock.now()
  const receipt: Receipt = { at: now.toISOString(), erased: [], kept: [], told: [] }
  // Whoever writes a row about this person meanwhile waits here, and then finds nobody.
  const known = await db.selectFrom('people').select('id').where('id', '=', person).forUpdate().executeTakeFirst()
  if (!known) return { receipt, after: async () => {} }
  // What a ledger does again was told the first time.
  if (!noted) receipt.told = await tellRecipients(p, db, { change: 'erased', person })
  for (const feature of p.features) await feature.beforeErase?.(p, db, person)
  const tables = walk(p.site.features)
  const files: string[] = []
  const needed = new Set<string>()
  const holds = await holdsOf(db, person, now)
  const stands = await standing(db, p.site.features, person)
  if (!noted) receipt.kept.push(...(await leftAlone(p, db, person, stands)))
  let stays = false
  for (const table of tables.toReversed()) {
    // What its last part goes of may be left by all.
    const isTouched =
      stands.has(table.name) || tables.some(({ name, partOf }) => partOf?.table === table.name && stands.has(name))
    if (last.includes(table.name) || !isTouched) continue
    const kept = await held(db, table, tables, person, holds, now)
    if (kept.rows > 0) {
      for (const name of kept.classes) needed.add(name)
      receipt.kept.push(...linesOf(table, kept))
      stays = true
    }
    const own = await deleteOwn(db, table, tables, person, now)
    files.push(...own.files)
    const rows = own.rows + (await unlink(db, table, tables, person, now))
    if (rows > 0) for (const holding of holdingsIn(table)) receipt.erased.push({ holding, rows })
  }
  await p.vault.destroyKeys(
    db,
    person,
    keyClasses.filter((name) => !needed.has(name)),
  )
  if (stays) {
    const until = latest([...holds.values()].map(({ told }) => told))
    await db.updateTable('people').set({ ended_at: now }).where('id', '=', person).where('ended_at', 'is', null).execute()
    if (until) receipt.kept.push({ holding: 'activity.account', rows: 1, because: 'hold', until: dayOf(until) })
  } else await db.deleteFrom('people').where('id', '=', person).execute()
  if (!noted) p.ledger.note(db, erased, person)
  const after = await removeWith(p, db, files)
  return { receipt: { ...receipt, erased: summed(receipt.erased) }, after }
}

const summed = (lines: Receipt['erased']): Receipt['erased'] =>
  [...Map.groupBy(lines, (line) => line.holding)].map(([holding, same]) => ({
    holding,
    rows: same.reduce((sum, line) => sum + line.rows, 0),
  }))

/** What ending the account would do now: the holdings that would go, and what a hold would keep. */
export async function foresee(p: Platform, person: string): Promise<{ goes: HoldingName[]; kept: Receipt['kept'] }> {
  const now = p.clock.now()
  const goes = new Set<HoldingName>()
  const kept: Receipt['kept'] = []
  const tables = walk(p.site.features)
  const holds = await holdsOf(p.db, person, now)
  const stands = await standing(p.db, p.site.features, person)
  for (const table of tables.filter(({ name }) => stands.has(name))) {
    const columns = [table.subject, ...(table.unlinks ?? [])].filter((column) => column !== undefined)
    const names = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${person}`),
      sql` or `,
    )
    // As far as the person may know.
    const found =
      await sql`select 1 from ${sql.table(table.name)} where (${names}) and not ${staysHeld(table, tables, now, true)} limit 1`.execute(
        p.db,
      )
    if (found.rows.length > 0) for (const name of holdingsIn(table)) goes.add(name)
    kept.push(...linesOf(table, await held(p.db, table, tables, person, holds, now)))
  }
  return { goes: [...goes], kept }
}

/** Erases a person, in one transaction; files go after its commit. Answers the receipt. Doing it again does no harm. */
export async function erase(p: Platform, person: string): Promise<Receipt> {
  const { receipt, after } = await p.db.transaction().execute((trx) => eraseIn(p, trx, person))
  await after()
  return receipt
}
