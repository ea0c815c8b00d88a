import { days, hours } from '../../../platform/clock'

/** How far back it is looked. */
export const within = days(90)
/** A reply counts as unanswered only once its advertiser has had this long. */
export const grace = days(2)
/** From so many conversations on, it says something. */
export const fewest = 5

export type Figures = { replies: number; answered: number; medianMs: number | null }
export type Pace = 'hours' | 'day' | 'days' | 'week' | 'longer'

/** "Mostly within a day": half of the answers came within this. */
export function paceOf(medianMs: number): Pace {
  if (medianMs <= hours(4)) return 'hours'
  if (medianMs <= days(1)) return 'day'
  if (medianMs <= days(3)) return 'days'
  return medianMs <= days(7) ? 'week' : 'longer'
}

/** What is said of an advertiser, or undefined while too few wrote to them. */
export function saidOf({
  replies,
  answered,
  medianMs,
}: Figures): { answered: number; of: number; pace: Pace | undefined } | undefined {
  if (replies < fewest) return undefined
  return { answered, of: replies, pace: medianMs === null || answered === 0 ? undefined : paceOf(medianMs) }
}
