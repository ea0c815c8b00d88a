import { type Language, locales } from '../../std/words'

/** A day ("2026-09-14") as it is written out: "14 september 2026". */
export const spelledDay = (day: string, language: Language): string =>
  Temporal.PlainDate.from(day).toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' })
