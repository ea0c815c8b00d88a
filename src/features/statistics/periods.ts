import type { Counted } from '../../register'
import type { Row } from './queries'

/** Over how many days one can look: what is kept goes further back, and is in the file of a year. */
export const periods = [7, 30, 90, 365] as const
export type Period = (typeof periods)[number]
export const periodOf = (asked: string | undefined): Period => periods.find((days) => String(days) === asked) ?? 30

/** The days of a period that ends yesterday, which is the last that was told; and of the one before it. `today`: a day of the calendar. */
export function rangeOf(days: Period, today: string): { from: string; until: string; before: string } {
  const day = Temporal.PlainDate.from(today)
  const back = (n: number) => day.subtract({ days: n }).toString()
  return { from: back(days), until: back(1), before: back(2 * days) }
}

export type Step = { from: string; until: string; n: number }
/** The views of each day; of a year, of each week, the last one whole. */
export function stepsOf(rows: readonly Row[], days: Period, today: string): Step[] {
  const long = days > 90 ? 7 : 1
  const day = Temporal.PlainDate.from(today)
  const views = new Map(rows.flatMap((row) => (row.kind === 'views' ? [[row.day, row.n]] : [])))
  return Array.from({ length: Math.floor(days / long) }, (_, at) => {
    const each = Array.from({ length: long }, (_, on) => day.subtract({ days: at * long + on + 1 }).toString())
    return { from: each.at(-1) ?? '', until: each[0] ?? '', n: each.reduce((sum, one) => sum + (views.get(one) ?? 0), 0) }
  }).reverse()
}

/** How often each value was counted, the most first. `always`: those that are there though none was told of them. */
export function sumsOf(rows: readonly Row[], kind: Counted, always: readonly string[] = []): { value: string; n: number }[] {
  const sums = new Map(always.map((value) => [value, 0]))
  for (const row of rows) if (row.kind === kind) sums.set(row.value, (sums.get(row.value) ?? 0) + row.n)
  return [...sums].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n)
}
