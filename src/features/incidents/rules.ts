import { hours } from '../../platform/clock'
import type { Role } from '../../register'

/** Who handles a breach: the owner runs the site, the officer watches over it. */
export const handlers: readonly Role[] = ['owner', 'officer']

/** The hours after which those who handle it are called: GDPR article 33(1) gives 72. */
export const alarms = [24, 48, 60, 72] as const

/** The moment by which the authority must have been told. */
export const dueAt = (knownAt: Date): Date => new Date(knownAt.getTime() + hours(72))

/** Telling the authority at this moment is late, and needs a reason. */
export const isLate = (knownAt: Date, at: Date): boolean => at.getTime() > dueAt(knownAt).getTime()

/** The alarm to give now: the last one whose hour has come and that was not given. Undefined when there is none. */
export const alarmDue = (knownAt: Date, alarmed: number, now: Date): number | undefined =>
  alarms.findLast((after) => after > alarmed && now.getTime() >= knownAt.getTime() + hours(after))

/** A moment typed as a day and a time of day in Brussels: "2026-11-22", "14:05". Undefined when there is none such. */
export function momentTyped(day: string, time: string): Date | undefined {
  try {
    const at = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: 'Europe/Brussels',
      plainTime: Temporal.PlainTime.from(time),
    })
    return new Date(at.epochMilliseconds)
  } catch {
    return undefined
  }
}
