// Numbers, money, days and lists as each language writes them. Formats are kept: making one takes hundreds of times as long as using it, and a
// list of adverts writes dozens.
import { type Language, languages, locales } from './words'

/** Where the product is used: both countries keep the same time. */
export const zone = 'Europe/Brussels'

const inEach = <F>(make: (locale: string) => F): ((language: Language) => F) => {
  const made = new Map<Language, F>()
  for (const language of languages) made.set(language, make(locales[language]))
  return (language) => made.get(language) ?? make(locales[language])
}

const whole = inEach((locale) => new Intl.NumberFormat(locale))
const euros = inEach((locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }))
const cents = inEach((locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }))
const dates = inEach(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }),
)
const moments = inEach((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }))
// A day of the calendar is read as midnight UTC, and written in that zone: it has none of its own.
const days = inEach(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const daysOfYear = inEach((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }))
const months = inEach((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }))
const lists = inEach((locale) => new Intl.ListFormat(locale))
const choices = inEach((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }))
const countries = inEach((locale) => new Intl.DisplayNames([locale], { type: 'region' }))
const agos = inEach((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** "12.345" */
export const countIn = (n: number, language: Language): string => whole(language).format(n)

/** An amount of whole euro cents, without cents where there are none: "€ 480", "€ 412,50". */
export const money = (amount: number, language: Language): string =>
  (amount % 100 === 0 ? euros : cents)(language).format(amount / 100)

/** A day of the calendar ("2026-09-14") written out: "14 september 2026"; without the year where that is the year of `today`. */
export const dayIn = (day: string, language: Language, today?: string): string =>
  (today?.slice(0, 4) === day.slice(0, 4) ? daysOfYear : days)(language).format(Date.parse(`${day}T00:00:00Z`))

/** A month of the calendar, 1 to 12: "juli". */
export const monthIn = (month: number, language: Language): string => months(language).format(Date.UTC(2026, month - 1, 15))

/** The day of a moment (a date, or milliseconds) where the product is used, written out. */
export const dateIn = (at: Date | number, language: Language): string => dates(language).format(at)

/** A moment (a date, or milliseconds) with its time of day. */
export const momentIn = (at: Date | number, language: Language): string => moments(language).format(at)

/** "juli" as a label begins: "Juli". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "Rent:", before what it is the label of: French has a space before the colon. */
export const labelled = (label: string, language: Language): string => `${label}${language === 'fr' ? '\u00a0' : ''}:`

/** "a, b and c" */
export const listIn = (items: readonly string[], language: Language): string => lists(language).format(items)

/** "a, b or c" */
export const choiceIn = (items: readonly string[], language: Language): string => choices(language).format(items)

/** A country by its ISO 3166 code: "Ierland". */
export const countryIn = (code: string, language: Language): string => countries(language).of(code) ?? code

/** "3 days ago", "tomorrow". */
export const relativeIn = (n: number, unit: Intl.RelativeTimeFormatUnit, language: Language): string =>
  agos(language).format(n, unit)

const quarter = 15 * 60_000
let last = { quarter: Number.NaN, day: '' }
/** The day of a moment where the product is used, as "2026-11-21". Every request asks it, and the calendar is slow: within a quarter of an hour, on which
 *  days begin in every zone, it is the same. Throws RangeError for a moment that is none. */
export function dayOf(moment: Date): string {
  const at = Math.floor(moment.getTime() / quarter)
  if (at !== last.quarter) last = { quarter: at, day: calendar.format(moment) }
  return last.day
}
