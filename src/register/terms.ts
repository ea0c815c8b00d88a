import { holding, isHolding } from './holdings'
import type { Keep, Table, Term } from './language'

const isTerm = (keep: Keep): keep is Term => 'days' in keep || 'months' in keep

/** The term of a table's rows: its own, or that of its holdings, which lint.test.ts holds to be one. Undefined when they stay until something happens. */
export function termOf(table: Table): Term | undefined {
  if (!table.clock) return undefined
  if (table.keep) return table.keep
  const keeps = Object.values(table.columns).flatMap(({ about }): Keep[] => (isHolding(about) ? [holding[about].keep] : []))
  return keeps.find(isTerm)
}

/** The moment before which something must have been made, or last used, for its term to have passed at `now`. Months are of the calendar in Brussels. */
export function cutoff(term: Term, now: Date): Date {
  if ('days' in term) return new Date(now.getTime() - term.days * 86_400_000)
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Brussels')
  return new Date(there.subtract({ months: term.months }).epochMilliseconds)
}

/** When something of this moment is over. */
export function overOn(term: Term, since: Date): Date {
  if ('days' in term) return new Date(since.getTime() + term.days * 86_400_000)
  const there = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toZonedDateTimeISO('Europe/Brussels')
  return new Date(there.add({ months: term.months }).epochMilliseconds)
}
