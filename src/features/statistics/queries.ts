import { sql } from 'kysely'
import type { Db } from '../../platform/db'
import { type Counted, countStep } from '../../register'
import { open, other } from './counted'

export type Row = { day: string; kind: Counted; value: string; n: number }

/** Since when the site counts; undefined where it does not. */
export const countingSince = async (db: Db): Promise<Date | undefined> =>
  (await db.selectFrom('counting').select('since').executeTakeFirst())?.since

export const beginCounting = (db: Db, since: Date) =>
  db
    .insertInto('counting')
    .values({ id: 1, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** From now on nothing is added, and what was not told yet is gone. */
export const endCounting = (db: Db) =>
  db.transaction().execute(async (trx) => {
    await trx.deleteFrom('counting').execute()
    await trx.deleteFrom('running_counts').execute()
  })

/** So many sources are kept apart until they are told: who makes up names fills no table. */
const mostSources = 2000

/** Adds to what is counted, in an order in which nobody waits for another; nothing while the site does not count, whoever thinks that it does. */
export const addCounts = (db: Db, rows: readonly Row[]) =>
  sql`
  insert into running_counts (day, kind, value, n)
  select day, kind, named, sum(n)::int from (
    select given.day, given.kind, given.n, case when given.kind = 'source'
        and (select count(*) from running_counts where kind = 'source') >= ${mostSources}
        and not exists (select 1 from running_counts known where known.kind = 'source' and known.value = given.value)
      then ${other} else given.value end as named
    from unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ value }) => value)}::text[],
      ${rows.map(({ n }) => n)}::int[]) as given (day, kind, value, n)
    where exists (select 1 from counting for share)
  ) given_counts group by day, kind, named order by day, kind, named
  on conflict (day, kind, value) do update set n = running_counts.n + excluded.n`.execute(db)

/** Tells the days before `today`, in whole steps; what is left over goes on with today, and under no name of its own when a month is over. */
export const release = (db: Db, today: string) =>
  sql`
  with taken as (delete from running_counts where day < ${today}::date returning day, kind, value, n),
  whole as (
    insert into counts (day, kind, value, n)
    select day, kind, value, n - n % ${countStep}::int from taken where n >= ${countStep}::int
    on conflict (day, kind, value) do update set n = counts.n + excluded.n)
  insert into running_counts (day, kind, value, n)
  select ${today}::date, kind, case when kind = any(${[...open]}::text[]) and date_trunc('month', day) < date_trunc('month', ${today}::date)
    then ${other} else value end as named, sum(n % ${countStep}::int)::int
  from taken where n % ${countStep}::int > 0 group by kind, named
  on conflict (day, kind, value) do update set n = running_counts.n + excluded.n`.execute(db)

/** What was told of the days from one to another, both included. */
export const countsBetween = (db: Db, from: string, until: string): Promise<Row[]> =>
  db
    .selectFrom('counts')
    .select(['day', 'kind', 'value', 'n'])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .orderBy('kind')
    .orderBy('value')
    .execute()
