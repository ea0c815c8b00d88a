import { type Language, languages, locales } from '../../../std/words'
import { zone } from '../../../std/written'

const formats = new Map(
  languages.map((language) => [
    language,
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'short', timeZone: zone }),
  ]),
)

/** A moment with its day of the week: "maandag 24 november 2026 om 14:00". */
export const whenIn = (at: Date, language: Language): string => formats.get(language)?.format(at) ?? ''
