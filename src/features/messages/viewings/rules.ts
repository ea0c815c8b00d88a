import { days, minutes } from '../../../platform/clock'
import type { Medium } from '../../../register/tables/messages'
import { zone } from '../../../std/written'

export const media = ['visit', 'video'] as const satisfies readonly Medium[]
/** How long a viewing may be, in minutes. */
export const lengths = ['15', '20', '30', '45', '60'] as const
export const mostPlaces = 20
/** Times that are offered in one go. */
export const mostTimes = 12
/** Days ahead that a time may be. */
export const furthest = 180
/** Before a viewing, its two are reminded of it. */
export const remindBefore = days(1)

const shape = /^(\d{1,2})(?:\s*(?:[:.]|h|uur|u)\s*(\d{2})?)?\s*(am|pm|h|uur|u)?$/

/** Minutes since midnight of a time as people write it ("14:30", "14u30", "14h", "9.15", "2pm"), or undefined. */
export function timeOf(typed: string): number | undefined {
  const [, hour, minute = '0', half] = shape.exec(typed.trim().toLowerCase()) ?? []
  if (hour === undefined) return undefined
  const [written, past] = [Number(hour), Number(minute)]
  const ofTwelve = half === 'am' || half === 'pm'
  if (ofTwelve && (written < 1 || written > 12)) return undefined
  const on = ofTwelve ? (written % 12) + (half === 'pm' ? 12 : 0) : written
  return on < 24 && past < 60 ? on * 60 + past : undefined
}

/** The times in a line, each once, in their order; undefined when one is none, or there are none or too many. */
export function timesOf(line: string): number[] | undefined {
  const times = line
    .split(/[,;\n]|\s(?:en|et|and)\s/)
    .flatMap((one) => (one.trim() ? [timeOf(one)] : []))
    .filter((time, at, all) => all.indexOf(time) === at)
  const known = times.filter((time) => time !== undefined)
  return known.length === times.length && known.length > 0 && known.length <= mostTimes ? known.sort((a, b) => a - b) : undefined
}

/** The moment of a time of day ("2026-11-24", minutes since midnight) where the product is used; of an hour that the clock skips, the one after. */
export function momentOf(day: string, time: number): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Math.floor(time / 60), minute: time % 60 })
  return new Date(local.toZonedDateTime(zone).epochMilliseconds)
}

/** The time of day of a moment, as "14:30". */
export const clockOf = (moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

export type TimeTrouble = 'past' | 'far'
/** Why nobody can be asked to come at this moment. */
export const troubleOf = (moment: Date, now: Date): TimeTrouble | undefined =>
  moment <= now ? 'past' : moment.getTime() - now.getTime() > days(furthest) ? 'far' : undefined

export type Slot = { starts_at: Date; minutes: number; places: number; cancelled: boolean }
export const endOf = (slot: Pick<Slot, 'starts_at' | 'minutes'>): Date =>
  new Date(slot.starts_at.getTime() + minutes(slot.minutes))
/** Whether somebody can still take a place. */
export const isOpen = (slot: Slot & { taken: number }, now: Date): boolean =>
  !slot.cancelled && slot.starts_at > now && slot.taken < slot.places

/** Whether a booking stands: its place was not given back, its time not called off. */
export const stands = (booking: { place: number | null; cancelled: boolean } | undefined): boolean =>
  booking !== undefined && booking.place !== null && !booking.cancelled
