import { type HoldingName, partsOf, registerWords } from '../../register'
import { type Language, locales } from '../../std/words'

/** A holding in words: "E-mail address, of your account". */
export function holdingSaid(lang: Language, name: HoldingName): string {
  const { item, circle } = partsOf(name)
  const said = registerWords(lang)
  return `${said.items[item].name}, ${said.circles[circle]}`
}

/** The items of these holdings, each once. */
export const itemsSaid = (lang: Language, names: readonly HoldingName[]): string[] => [
  ...new Set(names.map((name) => registerWords(lang).items[partsOf(name).item].name)),
]

export const dayIn = (lang: Language, iso: string): string =>
  Temporal.PlainDate.from(iso).toLocaleString(locales[lang], { day: 'numeric', month: 'long', year: 'numeric' })

export const listIn = (lang: Language, names: readonly string[]): string => new Intl.ListFormat(locales[lang]).format(names)
