import { sql } from 'kysely'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { type ColumnKind, type HoldingName, holdingNames, isHolding, type RecipientName, termOf } from '../register'
import { erased } from './erase'
import { holdingsIn, type Walked, walk } from './walk'

/** What happened. A stolen dump has no keys; on a host that was taken they are there; of a company it is known what it was given; of one thing that
 *  went to the wrong person, which line of the ledger it was. */
export type Scenario =
  | { kind: 'dump'; until: Date }
  | { kind: 'host'; until: Date }
  | { kind: 'processor'; recipient: RecipientName; from: Date; until: Date }
  | { kind: 'recipient'; disclosure: string }

/** So many records of a holding of one person that were reached, and whether whoever has them can read them (GDPR article 34(3)(a)). */
export type Reached = { person: string; holding: HoldingName; readable: boolean; records: number }

const open: readonly ColumnKind[] = ['published', 'unsealed']
const locked: readonly ColumnKind[] = ['sealed', 'blindIndex']

/** The moment of a row's making, where it has one. What has none is taken to have been there: rather one told too many. */
function madeIn(table: Walked): string | undefined {
  const term = termOf(table)
  if (table.clock && term?.after === 'made') return table.clock
  return ['created_at', 'at', 'made_at', 'found_at'].find((name) => table.columns[name]?.type.startsWith('timestamp'))
}

/** What of a table's rows, as they are here, was there at a moment. */
async function inTable(db: Db, table: Walked, until: Date, keysToo: boolean): Promise<Reached[]> {
  const made = madeIn(table)
  const reached: Reached[] = []
  for (const person of table.subject ? [table.subject] : (table.unlinks ?? [])) {
    const counted = holdingsIn(table).flatMap((holding) =>
      [open, locked].flatMap((kinds) => {
        const columns = Object.entries(table.columns)
          .filter(
            ([name, { about, kind }]) => about === holding && kinds.includes(kind) && (table.theirs?.[name] ?? person) === person,
          )
          .map(([name]) => sql<boolean>`${sql.ref(`${table.name}.${name}`)} is not null`)
        return columns.length > 0 ? [{ holding, readable: keysToo || kinds === open, some: sql.join(columns, sql` or `) }] : []
      }),
    )
    if (counted.length === 0) continue
    const counts = counted.map(({ some }, at) => sql`count(*) filter (where ${some})::int as ${sql.ref(`n${at}`)}`)
    const { rows } = await sql<Record<string, unknown>>`
      select owner.id as person, ${sql.join(counts)} from ${sql.table(table.name)}
      join people owner on owner.id = ${sql.ref(`${table.name}.${person}`)} and owner.created_at <= ${until}
      ${made ? sql`where ${sql.ref(`${table.name}.${made}`)} is null or ${sql.ref(`${table.name}.${made}`)} <= ${until}` : sql``}
      group by owner.id`.execute(db)
    for (const row of rows)
      counted.forEach(({ holding, readable }, at) => {
        const records = Number(row[`n${at}`])
        if (records > 0) reached.push({ person: String(row.person), holding, readable, records })
      })
  }
  return reached
}

/** What the ledger says was given: to a company in a while, or by one line. */
async function inLedger(db: Db, scenario: Extract<Scenario, { kind: 'processor' | 'recipient' }>): Promise<Reached[]> {
  const lines = db.selectFrom('disclosures').select(['person_id', 'holdings'])
  const rows = await (scenario.kind === 'recipient'
    ? lines.where('id', '=', scenario.disclosure)
    : lines.where('recipient', '=', scenario.recipient).where('at', '>=', scenario.from).where('at', '<=', scenario.until)
  ).execute()
  return rows.flatMap(({ person_id, holdings }) =>
    holdings.filter(isHolding).map((holding) => ({ person: person_id, holding, readable: true, records: 1 })),
  )
}

/** Adds up what is of the same person, holding and readability. */
function together(reached: readonly Reached[]): Reached[] {
  const sums = new Map<string, Reached>()
  for (const one of reached) {
    const key = `${one.person} ${one.holding} ${one.readable}`
    const sum = sums.get(key)
    if (sum) sum.records += one.records
    else sums.set(key, { ...one })
  }
  return [...sums.values()]
}

/** Whose data a breach reached, which, how many records, and whether they can be read, reckoned from what is here now: what was erased since has no owner
 *  any more. Rows that nobody can be led back to are left out. */
export async function reachOf({ db, site }: Pick<Platform, 'db' | 'site'>, scenario: Scenario): Promise<Reached[]> {
  if (scenario.kind === 'processor' || scenario.kind === 'recipient') return together(await inLedger(db, scenario))
  const reached: Reached[] = []
  for (const table of walk(site.features)) reached.push(...(await inTable(db, table, scenario.until, scenario.kind === 'host')))
  return together(reached)
}

/** How many people were erased since a moment: of them it cannot be known any more whether a breach reached them. At most as far back as any backup goes. */
export const erasedSince = async ({ ledger }: Pick<Platform, 'ledger'>, since: Date): Promise<number> =>
  new Set(
    (await ledger.read()).lines.flatMap(({ kind, at, person }) => (kind === erased && new Date(at) >= since ? [person] : [])),
  ).size

/** The reach in numbers, by holding in the order of the register. */
type Reach = {
  people: number
  records: number
  holdings: { holding: HoldingName; readable: boolean; people: number; records: number }[]
}

export function reachSum(reached: readonly Reached[]): Reach {
  const holdings = holdingNames.flatMap((holding) =>
    [true, false].flatMap((readable) => {
      const of = reached.filter((one) => one.holding === holding && one.readable === readable)
      return of.length === 0
        ? []
        : [
            {
              holding,
              readable,
              people: new Set(of.map(({ person }) => person)).size,
              records: of.reduce((sum, one) => sum + one.records, 0),
            },
          ]
    }),
  )
  return {
    people: new Set(reached.map(({ person }) => person)).size,
    records: reached.reduce((sum, { records }) => sum + records, 0),
    holdings,
  }
}
