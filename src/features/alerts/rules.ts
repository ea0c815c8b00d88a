import type { Frequency } from '../../register'
import { zone } from '../../std/written'

export const frequencies = ['atOnce', 'daily', 'weekly', 'none'] as const satisfies readonly Frequency[]

/** So many searches a person may keep. */
export const mostSaved = 30
/** So many adverts are in one mail; it says how many more there are, and leads to all of them. */
export const mostInMail = 14
/** So many of what a search finds when it is saved are noted one by one, as seen. */
export const mostNoted = 1000

/** Nobody is mailed at night: from ten in the evening to seven in the morning. */
const quiet = { from: 22, until: 7 }
/** What comes daily or weekly comes from eight o'clock. */
const morning = 8

const there = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

export function isQuiet(at: Date): boolean {
  const { hour } = there(at)
  return hour >= quiet.from || hour < quiet.until
}

/** When the next mail may go, after one at this moment, or after the search was saved then. */
export function nextAfter(frequency: Frequency, at: Date): Date {
  if (frequency === 'atOnce' || frequency === 'none') return at
  const day = there(at).add({ days: frequency === 'daily' ? 1 : 7 })
  return new Date(day.with({ hour: morning, minute: 0, second: 0, millisecond: 0 }).epochMilliseconds)
}
