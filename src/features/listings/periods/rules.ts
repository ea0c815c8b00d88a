import type { ListingStatus } from '../../../register/tables/listings'

/** What became of a time that an advert was free, as its owner said; null while it runs, and once its last day has passed by itself. */
export const outcomes = ['rented', 'paused', 'archived'] as const
export type Outcome = (typeof outcomes)[number]
/** From when until when an advert was free, and what a month cost in all. Days as "2026-09-14", money in cents. */
export type Period = { from: string | null; until: string | null; total: number; outcome: Outcome | null }

const isOver = ({ until }: Pick<Period, 'until'>, today: string) => until !== null && until < today
const isOutcome = (status: ListingStatus): status is Outcome => outcomes.some((outcome) => outcome === status)

/** The last period of an advert and how the advert stands today; the period as it is now, and whether it begins here. Undefined when nothing
 *  changes. A pause, or a rental that was called off, is no other period: one with other days is, unless the former still ran and only moved. */
export function periodAfter(
  last: Period | undefined,
  now: Omit<Period, 'outcome'> & { status: ListingStatus },
  today: string,
): { period: Period; begins: boolean } | undefined {
  const { status, ...offer } = now
  if (isOutcome(status))
    return last && last.outcome !== status ? { period: { ...last, outcome: status }, begins: false } : undefined
  if (status !== 'published' || isOver(offer, today)) return undefined
  const period: Period = { ...offer, outcome: null }
  if (!last) return { period, begins: true }
  const sameDays = last.from === offer.from && last.until === offer.until
  const after = last.until !== null && offer.from !== null && offer.from > last.until
  if (!sameDays && (last.outcome !== null || isOver(last, today) || after)) return { period, begins: true }
  const same = sameDays && last.total === offer.total && last.outcome === null
  return same ? undefined : { period, begins: false }
}

/** What an owner reads of it. */
export const stateOf = (period: Period, today: string): Outcome | 'over' | 'runs' =>
  period.outcome ?? (isOver(period, today) ? 'over' : 'runs')
