import { sql } from 'kysely'
import { dayOf, days, hours } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { drift } from '../../platform/db/drift'
import type { Platform } from '../../platform/feature'
import { ageing, isFree, type Walked, walk } from '../../privacy/walk'
import { allowedTo, cutoff, holding, isCompany, keepWords, recipientNames, tableNamed, tablesOf, termOf } from '../../register'
import type { Check, Difference } from './check'

/** The live database against the register: tables, columns, and whatever else may carry a value. */
export async function databaseCheck({ db, site }: Platform): Promise<Check> {
  const compared = tablesOf(site.features).reduce((sum, name) => sum + 1 + Object.keys(tableNamed(name).columns).length, 0)
  const differences = (await drift(db, site.features)).map((what) => ({ what, stated: 'the same', found: 'different' }))
  return { about: 'database', compared, differences }
}

/** The sweep of terms runs every hour: what is older than its term and two hours more was left lying. */
const slack = hours(2)
/** Who stops the sweep is told within a day. */
const mostBetweenSweeps = days(1)

/** SQL: the row's time was over at this moment, reckoned apart from the sweep. */
function isPast(table: Walked, at: Date) {
  const [term, column] = [termOf(table), table.expires ?? table.clock]
  if (!column || !(table.expires || term)) return undefined
  const since = !table.expires && term ? cutoff(term, at) : at
  const type = table.columns[column]?.type
  const limit = type === 'bigint' ? since.getTime() : type === 'date' ? dayOf(since) : since
  return sql<boolean>`${sql.ref(`${table.name}.${column}`)} < ${limit}`
}

/** Rows past their term, and whether the sweep runs. */
export async function termCheck({ db, site, clock }: Platform): Promise<Check> {
  const differences: Difference[] = []
  const now = clock.now()
  let compared = 0
  const tables = walk(site.features)
  for (const table of [...tables, ...ageing(site.features)]) {
    const over = isPast(table, new Date(now.getTime() - slack))
    if (!over) continue
    compared++
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table.name)} where ${over} and ${isFree(table, tables, now)}`.execute(db)
    const [term, n] = [termOf(table), rows[0]?.n ?? 0]
    if (n > 0)
      differences.push({
        what: `${table.name}: rows past their term`,
        stated: term ? keepWords('en', term) : 'until it is over',
        found: `${n} rows`,
      })
  }
  const [first, latest] = await Promise.all([
    db
      .selectFrom('migrations')
      .select((of) => of.fn.min('applied_at').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('sweeps')
      .select((of) => of.fn.max('ran_at').as('at'))
      .executeTakeFirst(),
  ])
  compared++
  const since = latest?.at ?? first?.at
  if (since && now.getTime() - since.getTime() > mostBetweenSweeps)
    differences.push({
      what: 'the sweep of terms',
      stated: 'every hour',
      found: latest?.at ? `last on ${latest.at.toISOString()}` : 'never',
    })
  return { about: 'terms', compared, differences }
}

/** What the ledger says was given to others, against what the register lets them have. */
export async function disclosureCheck({ db, site }: Platform): Promise<Check> {
  const { rows } = await sql<{ recipient: string; purpose: string; holding: string; n: number }>`
    select recipient, purpose, holding, count(*)::int as n from disclosures, unnest(holdings) holding group by 1, 2, 3 order by 1, 2, 3`.execute(
    db,
  )
  const differences = rows.flatMap(({ recipient, purpose, holding, n }): Difference[] => {
    const known = recipientNames.find((name) => name === recipient)
    const named = known && (!isCompany(known) || site.recipients[known])
    const may = known && allowedTo(known).some((one) => one.purpose === purpose && one.holdings.some((name) => name === holding))
    if (named && may) return []
    return [
      {
        what: `${holding} to ${recipient} for ${purpose}`,
        stated: named ? 'not allowed' : 'nobody of that name',
        found: `${n} times`,
      },
    ]
  })
  return { about: 'disclosures', compared: rows.length, differences }
}

/** What authorities demanded and were handed. */
export const handedDemands = (db: Db) =>
  db
    .selectFrom('demands')
    .select(['id', 'holdings', 'rows', 'approved_at', 'handed_at', 'lines'])
    .where('handed_at', 'is not', null)
    .execute()

/** The lines in the ledgers of people about what an authority got by an order. `old`: its demand may be gone by its own term, as it was drawn up at most seven
 *  days before. */
export const linesOfOrders = (db: Db, now: Date) =>
  db
    .selectFrom('disclosures')
    .select(['id', 'person_id', 'order_id', 'holdings', 'at'])
    .select((is) => is('at', '<', new Date(cutoff(holding['demand.desk'].keep, now).getTime() + days(8))).as('old'))
    .where('recipient', '=', 'authority')
    .where('purpose', '=', 'orders')
    .execute()

export const breachesKnown = (db: Db) =>
  db
    .selectFrom('incidents')
    .select(['id', 'known_at', 'alarmed', 'filed_at', 'filing_needed', 'filing_reason', 'told_at'])
    .execute()

/** How many notices were mailed of each breach. */
export const breachNotices = async (db: Db) =>
  (
    await sql<{ incident: string | null; n: number }>`
      select params->>'incident' as incident, count(*)::int as n from outbox where template = 'incidents.notice' group by 1`.execute(
      db,
    )
  ).rows

/** What stands in a table of counts, each once. */
export const countRows = (db: Db, table: 'counts' | 'running_counts') =>
  db.selectFrom(table).select(['day', 'kind', 'value', 'n']).execute()

export const isCounting = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('counting').select('id').executeTakeFirst()) !== undefined
