import { tableNamed, tablesOf, termOf } from '../register'
import { hours } from './clock'
import type { Db } from './db'

/** The sweep of terms runs each hour; who stops it is told within a day. */
const most = hours(24)

/** Since when the rows of some table were not swept: the longest of them. A table that never was counts from the last update of the program.
 *  `deleted`: what went the last time. */
export async function sweptSince(db: Db, features: readonly string[]): Promise<{ at: Date; deleted: number }> {
  const names = tablesOf(features).filter((name) => termOf(tableNamed(name)) || tableNamed(name).expires)
  const [rows, updated] = await Promise.all([
    db.selectFrom('sweeps').select(['name', 'ran_at', 'deleted']).where('name', 'in', names).execute(),
    db
      .selectFrom('migrations')
      .select((of) => of.fn.max('applied_at').as('at'))
      .executeTakeFirst(),
  ])
  const times = names.map((name) => rows.find((row) => row.name === name)?.ran_at ?? updated?.at ?? new Date(0))
  return {
    at: new Date(Math.min(...times.map((at) => at.getTime()))),
    deleted: rows.reduce((sum, row) => sum + row.deleted, 0),
  }
}

/** Whether data whose time is up may be lying there: the sweep did not come by for a day. */
export const isSweepLate = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > most
