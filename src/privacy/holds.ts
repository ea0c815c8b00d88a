import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { anyOf, type Db } from '../platform/db'
import type { Feature, Platform } from '../platform/feature'
import { type HoldGround, isTable, type TableName } from '../register'
import { holdingsIn, mayBeHeld, type Walked, walk } from './walk'

/** One row of a table, by its id. */
export type Row = { table: TableName; id: string }
/** Why, until when, and what for: `about` is the report or the demand that all of it is held for. `silentUntil`: the last day on which the law forbids to tell. */
export type HoldFor = {
  ground: HoldGround
  about: string
  until: Date
  reason?: string
  staff?: string
  silentUntil?: string | null
}

/** What the ledger says of holds, so that a backup that is put back keeps what is held now. */
const noted = { held: 'held', until: 'held.until' } as const

type Held = { id: string; person: string }
/** The rows that are there, with whose they are. An erasure locks its person first: so do we. */
async function whose(db: Db, { name, key, subject }: Walked, ids: readonly string[]): Promise<Held[]> {
  if (!subject) return []
  const column = sql.ref(subject)
  await sql`select id from people where id in (select ${column} from ${sql.table(name)} where ${sql.ref(key)} = ${anyOf(ids)})
    order by id for key share`.execute(db)
  const { rows } = await sql<Held>`
    select ${sql.ref(key)} as id, ${column} as person from ${sql.table(name)} where ${sql.ref(key)} = ${anyOf(ids)} and ${column} is not null
    order by ${sql.ref(key)} for key share`.execute(db)
  return rows
}

/** Holds these rows back from sweep and erasure until a moment (GDPR article 17(3)(b) and (e)), in the transaction of `db`. What is held for the same already is
 *  held as long as the longest. Answers how many are held: not those that are gone, of nobody, or would let in who finds them. */
export async function hold(
  p: Platform,
  db: Db,
  rows: readonly Row[],
  { ground, about, until, reason, staff, silentUntil }: HoldFor,
) {
  let many = 0
  for (const table of walk(p.site.features).filter(mayBeHeld)) {
    const ids = rows.filter((row) => row.table === table.name).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const [person, theirs] of Map.groupBy(await whose(db, table, ids), (row) => row.person)) {
      const keys = reason ? await p.vault.keysWhileHeld(db, person, ['security']) : undefined
      const values = theirs.map(({ id: held_row }) => {
        const row = { id: randomUUID(), person_id: person }
        return {
          ...row,
          ...keys?.seal('holds', row, { reason: reason ?? null }),
          held_table: table.name,
          held_row,
          holdings: holdingsIn(table),
          ground,
          about_id: about,
          staff_id: staff ?? null,
          at: p.clock.now(),
          until,
          silent_until: silentUntil ?? null,
        }
      })
      await db
        .insertInto('holds')
        .values(values)
        .onConflict((conflict) =>
          conflict
            .columns(['held_table', 'held_row', 'about_id'])
            .doUpdateSet({ until: sql<Date>`greatest(holds.until, excluded.until)`, released_at: null }),
        )
        .execute()
      const detail = { table: table.name, rows: theirs.map(({ id }) => id).join(' '), ground, about, until: until.toISOString() }
      p.ledger.note(db, noted.held, person, { ...detail, ...(silentUntil ? { silentUntil } : {}) })
      many += theirs.length
    }
  }
  return many
}

/** Until when what is held for this is, if it still is. */
export async function heldFor(db: Db, about: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('holds')
    .select((of) => of.fn.max('until').as('until'))
    .where('about_id', '=', about)
    .where('until', '>', now)
    .executeTakeFirst()
  return row?.until ?? undefined
}

/** Ends all that is held for this at another moment than was said: later, sooner, or now. Staff say why, and the person reads it. Does nothing to what has ended. */
export async function holdUntil(
  p: Platform,
  db: Db,
  about: string,
  { until, staff, reason }: { until: Date; staff?: string; reason?: string },
): Promise<void> {
  const now = p.clock.now()
  const rows = await db
    .selectFrom('holds')
    .select(['id', 'person_id'])
    .where('about_id', '=', about)
    .where('until', '>', now)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const [person, theirs] of Map.groupBy(rows, ({ person_id }) => person_id)) {
    const keys = reason ? await p.vault.keysWhileHeld(db, person, ['security']) : undefined
    for (const row of theirs)
      await db
        .updateTable('holds')
        .set({
          until,
          released_at: until <= now ? now : null,
          ...(staff ? { staff_id: staff } : {}),
          ...keys?.seal('holds', row, { reason: reason ?? null }),
        })
        .where('id', '=', row.id)
        .execute()
    p.ledger.note(db, noted.until, person, { about, until: until.toISOString() })
  }
}

/** Whether something of this person is held now. */
export const isHoldingBack = async (db: Db, person: string, now: Date): Promise<boolean> =>
  (await db
    .selectFrom('holds')
    .select('id')
    .where('person_id', '=', person)
    .where('until', '>', now)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** What is held now, by what it is held for, the first to end first; `about`: that alone. */
export const liveHolds = (db: Db, now: Date, about?: string) =>
  db
    .selectFrom('holds')
    .select(['about_id', 'ground'])
    .select((of) => [
      of.fn.min('at').as('at'),
      of.fn.max('until').as('until'),
      of.fn.max('silent_until').as('silent_until'),
      sql<number>`count(*)::int`.as('rows'),
      sql<number>`count(distinct person_id)::int`.as('people'),
      sql<string[]>`array(select distinct name from holds one, unnest(one.holdings) name
        where one.about_id = holds.about_id and one.until > ${now} order by 1)`.as('holdings'),
    ])
    .where('until', '>', now)
    .$if(about !== undefined, (found) => found.where('about_id', '=', about ?? ''))
    .groupBy(['about_id', 'ground'])
    .orderBy((of) => of.fn.max('until'))
    .orderBy('about_id')
    .limit(1000)
    .execute()
export type LiveHold = Awaited<ReturnType<typeof liveHolds>>[number]

const isGround = (name: string | undefined): name is HoldGround => name === 'report' || name === 'order'

/** What the ledger says was held, and until when, done again in a database that was put back; what staff wrote about it is lost. */
export const holdsAgain: NonNullable<Feature['replay']> = {
  [noted.held]: async (p, db, { person, detail, at }) => {
    const { table: name, rows = '', ground, about = '', until = '', silentUntil } = detail
    const table = walk(p.site.features).find((one) => one.name === name)
    if (!table || !name || !isTable(name) || !isGround(ground)) return
    const theirs = (await whose(db, table, rows.split(' '))).filter((row) => row.person === person)
    if (theirs.length === 0) return
    await db
      .insertInto('holds')
      .values(
        theirs.map(({ id }) => ({
          id: randomUUID(),
          person_id: person,
          held_table: name,
          held_row: id,
          holdings: holdingsIn(table),
          ground,
          about_id: about,
          at: new Date(at),
          until: new Date(until),
          silent_until: silentUntil ?? null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['held_table', 'held_row', 'about_id'])
          .doUpdateSet({ until: sql<Date>`greatest(holds.until, excluded.until)`, released_at: null }),
      )
      .execute()
  },
  [noted.until]: async (_p, db, { person, detail: { about = '', until = '' }, at }) => {
    await db
      .updateTable('holds')
      .set({ until: new Date(until), released_at: until <= at ? new Date(at) : null })
      .where('person_id', '=', person)
      .where('about_id', '=', about)
      .execute()
  },
}
