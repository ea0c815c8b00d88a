import type { Language } from '../std/words'
import { wordsIn } from '../std/words'
import type { CookieName } from './cookies'
import type { Counted } from './counts'
import type { Circle, HoldingName, Item } from './holdings'
import type { Basis, Column, Keep, RecipientKind, Source } from './language'
import type { LawName } from './laws'
import type { PurposeName } from './purposes'
import type { RecipientName } from './recipients'
import type { Change, Right } from './rights'
import type { Tables } from './tables'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl } from './words.nl'

export type Stored = 'sealed' | 'published' | 'unsealed' | 'blindIndex' | 'byDay'

type ColumnsAbout<C> = {
  [K in keyof C & string]: C[K] extends Column<infer _S, infer _I, HoldingName, 'sealed' | 'published' | 'unsealed'> ? K : never
}[keyof C & string]
/** The name of a column that a person finds in their copy. */
export type ReadableColumn = { [T in keyof Tables]: ColumnsAbout<Tables[T]['columns']> }[keyof Tables]

type After = 'made' | 'lastUse'
/** The words of the register. The register is the type: an item, purpose or column without words, in any language, does not compile. */
export type RegisterWords = {
  /** `why` stands under the field that asks for it. */
  items: Record<Item, { name: string; what: string; why: string }>
  circles: Record<Circle, string>
  purposes: Record<PurposeName, { name: string; what: string }>
  recipients: Record<RecipientName, { name: string; what: string }>
  recipientKinds: Record<RecipientKind, string>
  bases: Record<Basis, { name: string; article: string; what: string }>
  sources: Record<Source, string>
  stored: Record<Stored, { name: string; what: string }>
  /** What became of something, as others are told. */
  changes: Record<Change, string>
  rights: Record<Right, { name: string; what: string }>
  laws: Record<LawName, { name: string; what: string }>
  /** What is counted of visits, of nobody: a part of a list. */
  counted: Record<Counted, string>
  cookies: Record<CookieName, string>
  cookieLife: { session: string; days(n: number): string }
  keep: {
    accountEnds: string
    replaced: string
    removed: string
    days(n: number, after: After): string
    months(n: number, after: After): string
    years(n: number): string
  }
  columns: Record<ReadableColumn, string>
}

/** The words of the register in a language. */
export const registerWords = wordsIn<RegisterWords>({ nl, fr, en })

/** How long, in words: "until you end your account", "for 7 days". */
export function keepWords(language: Language, keep: Keep): string {
  const words = registerWords(language).keep
  if ('until' in keep) return words[keep.until]
  if ('days' in keep) return words.days(keep.days, keep.after)
  if ('months' in keep) return words.months(keep.months, keep.after)
  return words.years(keep.years)
}
