import type { StatementFacts } from '../../privacy'
import { type HoldingName, partsOf, type RecipientName, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { listIn } from '../../std/written'
import { words } from './words'

/** The items of these holdings, each once. */
export const itemsSaid = (lang: Language, names: readonly HoldingName[]): string[] => [
  ...new Set(names.map((name) => registerWords(lang).items[partsOf(name).item].name)),
]

/** Who is told that what they had of somebody is erased, in a sentence. */
export const toldSaid = (lang: Language, told: readonly RecipientName[]): string =>
  words(lang).end.told(
    listIn(
      told.map((name) => registerWords(lang).recipients[name].name.toLocaleLowerCase(lang)),
      lang,
    ),
  )

/** How the data are guarded, a sentence each, but for how erasure ends. */
export function guardedSaid(lang: Language, { encryptedTraffic }: StatementFacts): string[] {
  const { security } = words(lang).statement
  return [security.sealed, security.keys, encryptedTraffic ? security.https : security.noHttps, security.messages, security.staff]
}
