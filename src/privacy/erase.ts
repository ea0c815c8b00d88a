import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { type HoldingName, keyClasses, type TableName } from '../register'
import { removeWith } from './files'
import { classesIn, filesOf, holdingsIn, isHeld, partsHeld, type Walked, walk } from './walk'

/** What an erasure did. `rows` counts the records in which a holding stood. */
export type Receipt = {
  at: string
  erased: { holding: HoldingName; rows: number }[]
  /** A hold: the establishment, exercise or defence of legal claims, GDPR article 17(3)(e). `until` is its last day, as "2027-05-21". */
  kept: { holding: HoldingName; rows: number; because: 'hold'; until: string }[]
}

type Held = { rows: number; until: string }

async function held(db: Db, table: Walked, person: string, day: string): Promise<Held | undefined> {
  if (!table.heldUntil || !table.subject) return undefined
  const { rows } = await sql<{ rows: number; until: string | null }>`
    select count(*)::int as rows, max(${sql.ref(table.heldUntil)}) as until from ${sql.table(table.name)}
    where ${sql.ref(table.subject)} = ${person} and ${isHeld(table, day)}`.execute(db)
  const [found] = rows
  return found?.until ? { rows: found.rows, until: found.until } : undefined
}

async function deleteOwn(db: Db, table: Walked, person: string, day: string): Promise<number> {
  if (!table.subject) return 0
  const gone = await sql`
    delete from ${sql.table(table.name)} where ${sql.ref(table.subject)} = ${person} and not ${isHeld(table, day)}`.execute(db)
  return Number(gone.numAffectedRows ?? 0)
}

/** SQL: nobody is left in the row. The table has an index of such rows, or each erasure reads all of it. */
export const leftByAll = (table: Walked) =>
  sql<boolean>`(${sql.join(
    (table.unlinks ?? []).map((column) => sql`${sql.ref(column)} is null`),
    sql` and `,
  )})`

/** Empties the columns that name the person as one who takes part, and those that told about them alone. What nobody is left in, goes. Answers the rows left. */
async function unlink(db: Db, table: Walked, tables: readonly Walked[], person: string, day: string): Promise<number> {
  const columns = table.unlinks ?? []
  let left = 0
  for (const column of columns) {
    const told = Object.entries(table.theirs ?? {}).flatMap(([name, whose]) =>
      whose === column && table.columns[name]?.nullable ? [name] : [],
    )
    const emptied = sql.join([column, ...told].map((name) => sql`${sql.ref(name)} = null`))
    const changed = await sql`update ${sql.table(table.name)} set ${emptied} where ${sql.ref(column)} = ${person}`.execute(db)
    left += Number(changed.numAffectedRows ?? 0)
  }
  if (columns.length > 0 && !table.subject)
    await sql`
      delete from ${sql.table(table.name)} where ${leftByAll(table)} and not ${partsHeld(table, tables, day)}`.execute(db)
  return left
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
  const day = dayOf(now)
  const receipt: Receipt = { at: now.toISOString(), erased: [], kept: [] }
  // Whoever writes a row about this person meanwhile waits here, and then finds nobody.
  const known = await db.selectFrom('people').select('id').where('id', '=', person).forUpdate().executeTakeFirst()
  if (!known) return { receipt, after: async () => {} }
  for (const feature of p.features) await feature.beforeErase?.(p, db, person)
  const tables = walk(p.site.features)
  const files: string[] = []
  const needed = new Set<string>()
  let until = ''
  for (const table of tables.toReversed()) {
    if (last.includes(table.name)) continue
    const stays = await held(db, table, person, day)
    if (stays) {
      for (const name of classesIn(table)) needed.add(name)
      for (const holding of holdingsIn(table)) receipt.kept.push({ holding, because: 'hold', ...stays })
      if (stays.until > until) until = stays.until
    }
    if (table.subject)
      files.push(...(await filesOf(db, table, sql`${sql.ref(table.subject)} = ${person} and not ${isHeld(table, day)}`)))
    const rows = (await deleteOwn(db, table, person, day)) + (await unlink(db, table, tables, person, day))
    if (rows > 0) for (const holding of holdingsIn(table)) receipt.erased.push({ holding, rows })
  }
  await p.vault.destroyKeys(
    db,
    person,
    keyClasses.filter((name) => !needed.has(name)),
  )
  if (until) {
    await db.updateTable('people').set({ ended_at: now }).where('id', '=', person).where('ended_at', 'is', null).execute()
    receipt.kept.push({ holding: 'activity.account', rows: 1, because: 'hold', until })
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
  const day = dayOf(p.clock.now())
  const goes = new Set<HoldingName>()
  const kept: Receipt['kept'] = []
  for (const table of walk(p.site.features)) {
    const columns = [table.subject, ...(table.unlinks ?? [])].filter((column) => column !== undefined)
    if (columns.length === 0) continue
    const names = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${person}`),
      sql` or `,
    )
    const found =
      await sql`select 1 from ${sql.table(table.name)} where (${names}) and not ${isHeld(table, day)} limit 1`.execute(p.db)
    if (found.rows.length > 0) for (const name of holdingsIn(table)) goes.add(name)
    const stays = await held(p.db, table, person, day)
    if (stays) for (const holding of holdingsIn(table)) kept.push({ holding, because: 'hold', ...stays })
  }
  return { goes: [...goes], kept }
}

/** Erases a person, in one transaction; files go after its commit. Answers the receipt. Doing it again does no harm. */
export async function erase(p: Platform, person: string): Promise<Receipt> {
  const { receipt, after } = await p.db.transaction().execute((trx) => eraseIn(p, trx, person))
  await after()
  return receipt
}
