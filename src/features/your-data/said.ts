import type { StatementFacts } from '../../privacy'
import { type HoldingName, partsOf, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { words } from './words'

/** The items of these holdings, each once. */
export const itemsSaid = (lang: Language, names: readonly HoldingName[]): string[] => [
  ...new Set(names.map((name) => registerWords(lang).items[partsOf(name).item].name)),
]

/** How the data are guarded, a sentence each, but for how erasure ends. */
export function guardedSaid(lang: Language, { encryptedTraffic }: StatementFacts): string[] {
  const { security } = words(lang).statement
  return [security.sealed, security.keys, encryptedTraffic ? security.https : security.noHttps, security.messages, security.staff]
}
