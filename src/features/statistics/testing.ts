// Visits with a browser of their own, and what became of them. For tests.
import type { TestSite } from '../../app/testing'
import { dayOf } from '../../platform/clock'
import { heard, writeCounts } from './counter'
import { addCounts, beginCounting, type Row, release } from './queries'

export const browsers = {
  phone: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  tablet: 'Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0',
  desktop: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
} as const

/** Turns counting on, as the desk does. */
export async function beginsToCount({ p, clock }: TestSite): Promise<void> {
  await beginCounting(p.db, clock.now())
  await heard(p, true)
}

/** What stands in the tables, a line each: "2026-11-21 device phone 3". Of the running day after all is written. */
export async function running({ p }: TestSite): Promise<string[]> {
  await writeCounts(p)
  const rows = await p.db.selectFrom('running_counts').select(['day', 'kind', 'value', 'n']).execute()
  return rows.map(lineOf).sort()
}
export async function toldRows({ p }: TestSite): Promise<Row[]> {
  return p.db.selectFrom('counts').select(['day', 'kind', 'value', 'n']).orderBy('day').orderBy('kind').orderBy('value').execute()
}
export const lineOf = ({ day, kind, value, n }: Row): string => `${day} ${kind} ${value} ${n}`

/** The night passes: what was counted before today is told. */
export const nightPasses = ({ p, clock }: TestSite) => release(p.db, dayOf(clock.now()))

export const counted = ({ p }: TestSite, rows: readonly Row[]) => addCounts(p.db, rows)

export async function forgetAll({ p }: TestSite): Promise<void> {
  for (const table of ['running_counts', 'counts', 'counting'] as const) await p.db.deleteFrom(table).execute()
  await heard(p, false)
}
