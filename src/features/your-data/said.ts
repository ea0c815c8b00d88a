import { type HoldingName, partsOf, registerWords } from '../../register'
import type { Language } from '../../std/words'

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
