import { type Language, locales } from '../../std/words'
import { listIn, zone } from '../../std/written'
import type { OwnChat } from './settings'

export type Hours = OwnChat['hours']

/** So long is what is said at once, in characters. */
export const longest = 4000

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Whether somebody is there at this moment: always, where no hours are said. */
export function isOpen(hours: Hours, at: Date): boolean {
  if (hours.length === 0) return true
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const [day, time] = [days[there.dayOfWeek - 1], there.toPlainTime().toString({ smallestUnit: 'minute' })]
  return hours.some((one) => day && one.days.includes(day) && one.from <= time && time < one.until)
}

/** Hours as one reads them: "Monday, Tuesday 09:00–17:00". 2024 began on a Monday. */
export function hoursSaid(hours: Hours, language: Language): string[] {
  const name = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' })
  const said = (day: (typeof days)[number]) => name.format(Date.UTC(2024, 0, 1 + days.indexOf(day)))
  return hours.map((one) => `${listIn(one.days.map(said), language)} ${one.from}–${one.until}`)
}
