import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { whoStays } from '../platform/people'
import { allowedTo, type HoldingName, partsOf } from '../register'
import { ownRows, recordsOf } from './records'
import { holdingsIn, type Walked, walk } from './walk'

/** What an authority may demand at all (GDPR article 6(1)(c)): nothing else can be handed over. */
export const demandable: readonly HoldingName[] = allowedTo('authority').flatMap(({ purpose, holdings }) =>
  purpose === 'orders' ? holdings : [],
)

/** What was ordered: of whom, which holdings, and between which days (of Brussels, both included). */
export type Order = { people: readonly string[]; holdings: readonly HoldingName[]; from: string; until: string }
/** One record as it is handed over: of whom, of which holding, which row. */
export type Handed = {
  person: string
  holding: HoldingName
  table: string
  row: string
  at: string | null
  values: Record<string, unknown>
}

/** What an account is, at any time: it has no moment by which it would fall inside a period. */
const isStanding = (name: HoldingName) => partsOf(name).circle === 'account'

/** When a row came to be, as its table says it. */
function momentOf(table: Walked, row: Record<string, unknown>): Date | undefined {
  const found = [table.clock, 'created_at', 'at'].map((column) => row[column ?? '']).find((value) => value instanceof Date)
  return found instanceof Date ? found : undefined
}

/** Exactly the records that an order names: of these people and holdings alone, and of rows from within the period; of an account itself, as it is now. Photos
 *  and other files are named, not given. `db` must be in a transaction. Throws when a holding may not be demanded. */
export async function ordered(p: Platform, db: Db, { people, holdings, from, until }: Order): Promise<Handed[]> {
  const refused = holdings.find((name) => !demandable.includes(name))
  if (refused) throw new Error(`no authority may demand ${refused}`)
  const keys = await p.vault.keys(db, people)
  const tables = walk(p.site.features)
  const handed: Handed[] = []
  for (const person of people)
    for (const table of tables.filter((one) => holdingsIn(one).some((name) => holdings.includes(name))))
      for await (const row of ownRows(db, table, tables, person, p.clock.now())) {
        const moment = momentOf(table, row)
        const within = moment !== undefined && dayOf(moment) >= from && dayOf(moment) <= until
        const asked = holdings.filter((name) => within || isStanding(name))
        for (const [holding, record] of await recordsOf(p, table, row, keys, person, asked, 'orders'))
          handed.push({
            person,
            holding,
            table: table.name,
            row: record.id,
            at: moment?.toISOString() ?? null,
            values: { ...record.values, ...(record.files ? { files: record.files } : {}) },
          })
      }
  return handed
}

type Line = { id: string; person_id: string; holdings: readonly string[]; at: Date }
/** A hash of what a line of the ledger says of an order, by which it is seen that one was lost or altered. */
export const markOfLine = ({ id, person_id, holdings, at }: Line): string =>
  createHash('sha256')
    .update(JSON.stringify([id, person_id, holdings.toSorted(), at.toISOString()]))
    .digest('base64url')

/** Writes into the ledger of each person what an authority got of them. `silentUntil`: the last day on which the law forbids to tell them; who has ended has no
 *  ledger any more. Answers the lines, each with its mark. */
export async function noteHandedOver(
  p: Pick<Platform, 'clock'>,
  db: Db,
  handed: readonly { person: string; holding: HoldingName }[],
  { order, silentUntil }: { order: string; silentUntil: string | null },
): Promise<{ id: string; person: string; mark: string }[]> {
  const byPerson = Map.groupBy(handed, ({ person }) => person)
  const there = await whoStays(db, [...byPerson.keys()])
  const lines: { id: string; person: string; mark: string }[] = []
  for (const [person, records] of byPerson) {
    if (!there.has(person)) continue
    const line = {
      id: randomUUID(),
      person_id: person,
      holdings: [...new Set(records.map(({ holding }) => holding))],
      at: p.clock.now(),
    }
    await db
      .insertInto('disclosures')
      .values({
        ...line,
        recipient: 'authority',
        purpose: 'orders',
        order_id: order,
        silent_until: silentUntil,
      })
      .execute()
    lines.push({ id: line.id, person, mark: markOfLine(line) })
  }
  return lines
}

/** The lines of the ledger whose silence has ended, at most a hundred; from now on the person may read them. */
export async function silenceEnded(p: Pick<Platform, 'clock'>, db: Db): Promise<{ id: string; person: string }[]> {
  const due = await db
    .selectFrom('disclosures')
    .select(['id', 'person_id'])
    .where('silent_until', '<', dayOf(p.clock.now()))
    .orderBy('id')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute()
  if (due.length === 0) return []
  await db
    .updateTable('disclosures')
    .set({ silent_until: null })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
  return due.map(({ id, person_id }) => ({ id, person: person_id }))
}

/** A line of the ledger, for the letter that tells of it: undefined while it may not be told. */
export const handedOverIn = (p: Pick<Platform, 'clock'>, db: Db, id: string) =>
  db
    .selectFrom('disclosures')
    .select(['person_id', 'holdings', 'at', 'order_id'])
    .where('id', '=', id)
    .where((is) => is.or([is('silent_until', 'is', null), is('silent_until', '<', dayOf(p.clock.now()))]))
    .executeTakeFirst()
