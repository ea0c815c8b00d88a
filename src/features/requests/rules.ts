import { days } from '../../platform/clock'
import type { Role } from '../../register'

/** Who answers at the rights desk: the officer, and the owner of a site that has none. */
export const mayAnswer = ['owner', 'officer'] as const satisfies readonly Role[]

/** A request is answered as soon as possible, and within fourteen days of when it came in (K25). */
export const answerWithin = days(14)
/** The officer is reminded when so much is left: on day 10. */
export const remindBefore = days(4)
export const answerBy = (createdAt: Date): Date => new Date(createdAt.getTime() + answerWithin)

/** The last day to which an answer may be put off: one month, and two more where it is complex (GDPR article 12(3)). */
export const latest = (createdAt: Date): string =>
  createdAt.toTemporalInstant().toZonedDateTimeISO('Europe/Brussels').add({ months: 3 }).toPlainDate().toString()

/** The end of a day in Brussels, as a moment. */
export const endOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Brussels').epochMilliseconds - 1000)

export type Urgency = 'calm' | 'soon' | 'late'
/** How a request that waits stands at this moment. */
export function urgency(answerBy: Date, now: Date): Urgency {
  const left = answerBy.getTime() - now.getTime()
  return left <= 0 ? 'late' : left <= remindBefore ? 'soon' : 'calm'
}
export const daysLeft = (answerBy: Date, now: Date): number =>
  Math.max(1, Math.ceil((answerBy.getTime() - now.getTime()) / days(1)))
