import { isPurpose, type PurposeName } from '../../register'
import type { Language } from '../../std/words'
import { type Stated, type StatementFacts, statementFacts } from '../statement'
import { changesBetween, type Section, type Weight, weightOf } from './diff'
import { type Names, namesIn, sentenceOf, wordingSaid } from './sentences'

export type { Section, Weight } from './diff'

/** A statement as it stood: its facts, and what everything in it was called. */
export type Frozen = { facts: StatementFacts; names: Record<Language, Names> }
/** One change, as a sentence in each language. */
export type SaidChange = { section: Section | 'about'; weight: Weight; said: Record<Language, string> }

const inEach = <T>(say: (language: Language) => T): Record<Language, T> => ({ nl: say('nl'), fr: say('fr'), en: say('en') })

/** The statement as it is now. Its facts are the same in each language, but for what the site itself worded; that is in its pages. */
export function frozenNow(p: Stated): Frozen {
  const facts = statementFacts(p, p.site.languages[0] ?? 'en')
  return { facts, names: inEach((language) => namesIn(language, facts)) }
}

/** What a reader of the one would have to be told of the other, and how much it concerns them. */
export function changesSaid(before: Frozen, after: Frozen): { changes: SaidChange[]; weight: Weight; again: PurposeName[] } {
  const changes = changesBetween(before.facts, after.facts)
  return {
    weight: weightOf(changes),
    again: [...new Set(changes.flatMap((change) => change.again))].filter(isPurpose),
    changes: changes.map((change) => ({
      section: change.section,
      weight: change.weight,
      said: inEach((language) => sentenceOf(language, change, before.names[language], after.names[language])),
    })),
  }
}

/** What is said of a version in which only words are other ones. */
export const wordingChange = (): SaidChange => ({ section: 'about', weight: 'editorial', said: inEach(wordingSaid) })
