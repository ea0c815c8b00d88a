/** The languages of the product, in the order in which they are offered. */
export const languages = ['nl', 'fr', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/** The language of who runs the program, from the environment as POSIX reads it: LC_ALL, else LC_MESSAGES, else LANG. English when it is none of ours. */
export function languageFrom({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.Dict<string>): Language {
  const said = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2)
  return isLanguage(said) ? said : 'en'
}

/** Words of one feature in each language. The Dutch file is the type: another language that lacks a word does not compile. */
export const wordsIn =
  <W>(words: Record<Language, W>) =>
  (language: Language): W =>
    words[language]

/** The BCP 47 tags that dates, numbers and money are written with: of the country where the product is used most in that language. */
export const locales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }
