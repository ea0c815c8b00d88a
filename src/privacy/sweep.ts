import { type RawBuilder, sql } from 'kysely'
import { days } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import { factsOf } from '../platform/log'
import { eraseIn } from './erase'
import { removeFiles, removeWith } from './files'
import { oneByOne } from './one-by-one'
import { ageing, isFree, isOver, type Walked, walk } from './walk'
import { sweepUnfounded } from './withdraw'

/** So many rows in one transaction, so that nobody waits for a sweep. */
const batch = 1000

async function wroteDown(db: Db, name: string, ranAt: Date, deleted: number): Promise<void> {
  await db
    .insertInto('sweeps')
    .values({ name, ran_at: ranAt, deleted })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ ran_at: ranAt, deleted }))
    .execute()
}

async function sweepTable(p: Platform, table: Walked, tables: readonly Walked[], over: RawBuilder<boolean>): Promise<number> {
  const now = p.clock.now()
  const file = table.files ? sql`${sql.ref(table.files.column)} as path` : sql`null::text as path`
  let deleted = 0
  for (;;) {
    const gone = await p.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ path: string | null }>`
        delete from ${sql.table(table.name)} where ${sql.ref(table.key)} in (
          select ${sql.ref(`${table.name}.${table.key}`)} from ${sql.table(table.name)}
          where ${over} and ${isFree(table, tables, now)} limit ${batch})
        returning ${file}`.execute(trx)
      const paths = rows.flatMap(({ path }) => (path && table.files ? [`${table.files.folder}/${path}`] : []))
      return { rows: rows.length, remove: await removeWith(p, trx, paths) }
    })
    await gone.remove()
    deleted += gone.rows
    if (gone.rows < batch) return deleted
  }
}

/** What a sweep could not take away is in the log; it is tried again at the next. */
class NotAllSwept extends Error {
  readonly code = 'not_all_swept'
}

/** Deletes the rows whose term has passed, table by table. Answers how many went of each. Throws NotAllSwept, after the others, when a table fails. */
export async function sweepTerms(p: Platform): Promise<Record<string, number>> {
  const now = p.clock.now()
  const tables = walk(p.site.features)
  const tally: Record<string, number> = {}
  let failed = false
  // First, so that nothing keeps it from being done.
  const forgotten = await p.traffic.forget()
  if (forgotten.length > 0) p.log('traffic.forgotten', { days: forgotten.length })
  for (const table of [...tables, ...ageing(p.site.features)].toReversed()) {
    const over = isOver(table, now)
    if (!over) continue
    try {
      const deleted = await sweepTable(p, table, tables, over)
      await wroteDown(p.db, table.name, now, deleted)
      tally[table.name] = deleted
    } catch (error) {
      failed = true
      p.log('sweep.failed', { table: table.name, ...factsOf(error) })
    }
  }
  if (failed) throw new NotAllSwept()
  return tally
}

/** SQL: nothing is left about the person but traces of what the site did for them. */
const isNobody = (tables: readonly Walked[]): RawBuilder<boolean> =>
  sql`${sql.join(
    [
      sql`true`,
      ...tables
        .filter((table) => !table.trace && table.name !== 'people')
        .flatMap((table) =>
          [table.subject, ...(table.unlinks ?? [])].filter((column) => column !== undefined).map((column) => ({ table, column })),
        )
        .map(
          ({ table, column }) =>
            sql`not exists (select 1 from ${sql.table(table.name)} where ${sql.ref(`${table.name}.${column}`)} = people.id)`,
        ),
    ],
    sql` and `,
  )}`

/** SQL: the person ended, and a hold on something of theirs, or on all of it, has passed. */
const holdPassed = (now: Date): RawBuilder<boolean> =>
  sql`(people.ended_at is not null and (
    exists (select 1 from holds where holds.person_id = people.id and holds.until <= ${now})
    or not exists (select 1 from holds where holds.person_id = people.id and holds.until > ${now})))`

/** So many people in one job: a first run over many is many jobs, between which all else gets its turn. */
const peopleAtOnce = 200
type Some = { done: number; failed: number; next?: string | undefined }
/** Before everybody, in the order of ids. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Erases the next people after `last` of whom nothing is known any more (a registration that was never confirmed), and what was held of people who ended,
 *  once the hold has passed. `next`: where to go on; undefined once everybody was looked at. */
async function sweepSome(p: Platform, many: number, last = nobody): Promise<Some> {
  const now = p.clock.now()
  const tables = walk(p.site.features)
  const goes = sql<boolean>`(${isNobody(tables)}) or ${holdPassed(now)}`
  // Who is made at this moment has no rows yet.
  const before = new Date(now.getTime() - days(1))
  const found = await p.db
    .selectFrom('people')
    .select('id')
    .where('created_at', '<', before)
    .where('id', '>', last)
    .where(goes)
    .orderBy('id')
    .limit(many)
    .execute()
  const tally = await oneByOne(
    p,
    'people',
    found.map(({ id }) => id),
    async (id) => {
      const after = await p.db.transaction().execute(async (trx) => {
        await trx.selectFrom('people').select('id').where('id', '=', id).forUpdate().execute()
        const still = await trx.selectFrom('people').select('id').where('id', '=', id).where(goes).executeTakeFirst()
        return still ? (await eraseIn(p, trx, id)).after : undefined
      })
      await after?.()
      return after !== undefined
    },
  )
  return { ...tally, next: found.length < many ? undefined : found.at(-1)?.id }
}

/** The same, until everybody was looked at. Answers how many people went. Throws NotAllSwept, after the others, when somebody cannot be erased. */
export async function sweepPeople(p: Platform): Promise<number> {
  const now = p.clock.now()
  let [erased, failed] = [0, 0]
  for (let next: string | undefined = nobody; next; ) {
    const some: Some = await sweepSome(p, peopleAtOnce, next)
    erased += some.done
    failed += some.failed
    next = some.next
  }
  await wroteDown(p.db, 'people', now, erased)
  if (failed > 0) throw new NotAllSwept()
  return erased
}

/** The same, a job for some people each, which puts the next in the queue: a program that stops goes on where it was. */
export const peopleJob = (p: Platform, many = peopleAtOnce): JobSpec => ({
  name: 'privacy.people',
  cron: '41 3 * * *',
  async work({ after, erased = '0', failed = '0' }) {
    const some = await sweepSome(p, many, after)
    const sum = { erased: String(Number(erased) + some.done), failed: String(Number(failed) + some.failed) }
    if (some.next) return p.jobs.send(p.db, 'privacy.people', { after: some.next, ...sum })
    await wroteDown(p.db, 'people', p.clock.now(), Number(sum.erased))
    p.log('sweep.people', sum)
    if (sum.failed !== '0') throw new NotAllSwept()
  },
})

/** Takes away files that no row names, a day after they were written: of what was broken off between the file and its row. */
export async function sweepFiles(p: Platform): Promise<void> {
  const before = p.clock.now().getTime() - days(1)
  for (const { name, files } of walk(p.site.features)) {
    if (!files) continue
    const old = (await p.files.list(files.folder)).filter(({ changed }) => changed.getTime() < before)
    if (old.length === 0) continue
    const { rows } = await sql<{ path: string }>`
      select ${sql.ref(files.column)} as path from ${sql.table(name)} where ${sql.ref(files.column)} is not null`.execute(p.db)
    const known = new Set(rows.map(({ path }) => path))
    const paths = old.flatMap((file) => (known.has(file.name) ? [] : [`${files.folder}/${file.name}`]))
    await removeFiles(p, paths)
  }
}

/** Everything whose time is over goes. Answers how many rows went of each table. */
export async function sweep(p: Platform): Promise<Record<string, number>> {
  const tally = await sweepTerms(p)
  await sweepFiles(p)
  await sweepUnfounded(p)
  return { ...tally, people: await sweepPeople(p) }
}

export const sweepJobs = (p: Platform): JobSpec[] => [
  { name: 'privacy.terms', cron: '17 * * * *', work: async () => void (await sweepTerms(p)) },
  { name: 'privacy.orphans', cron: '40 2 * * *', work: () => sweepFiles(p) },
  { name: 'privacy.unfounded', cron: '29 3 * * *', work: () => sweepUnfounded(p) },
  peopleJob(p),
]
