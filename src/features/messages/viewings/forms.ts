import { z } from 'zod'
import { choice, day, type Errors, line, lines, optional, whole } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import type { Offer } from './acts'
import { lengths, media, momentOf, mostPlaces, timeOf, timesOf, troubleOf } from './rules'
import { words } from './words'

export const offerForm = z.object({
  day: day(),
  times: line(200),
  minutes: choice(lengths),
  places: whole(1, mostPlaces),
  medium: choice(media),
  note: optional(lines(1000)),
})
export const bookForm = z.object({ slot: z.preprocess((value) => value, z.uuid()) })
export const moveForm = z.object({ day: day(), time: line(20) })

/** The offer that was typed, or what is wrong with its times. */
export function offerOf(typed: z.output<typeof offerForm>, now: Date, lang: Language): Offer | Errors {
  const { errors } = words(lang)
  const times = timesOf(typed.times)
  if (!times) return [{ name: 'times', message: errors.times }]
  const moments = times.map((time) => momentOf(typed.day, time))
  const trouble = moments.map((moment) => troubleOf(moment, now)).find((found) => found !== undefined)
  if (trouble) return [{ name: 'day', message: errors[trouble] }]
  const { places, medium, note } = typed
  return { moments, minutes: Number(typed.minutes), places, medium, note }
}

/** The moment that was typed, or what is wrong with it. */
export function moveOf(typed: z.output<typeof moveForm>, now: Date, lang: Language): Date | Errors {
  const { errors } = words(lang)
  const time = timeOf(typed.time)
  if (time === undefined) return [{ name: 'time', message: errors.time }]
  const moment = momentOf(typed.day, time)
  const trouble = troubleOf(moment, now)
  return trouble ? [{ name: 'day', message: errors[trouble] }] : moment
}
