import type { Platform } from '../../platform/feature'
import {
  type Pages,
  type Pending,
  pendingVersion,
  publishStatement,
  statementFacts,
  type Version,
  versionOf,
} from '../../privacy'
import type { Language } from '../../std/words'
import { Statement } from './statement'
import { words } from './words'

/** The statement as its readers would get it now, in each language of the site. */
const pagesNow = (p: Platform): Pages =>
  Object.fromEntries(
    p.site.languages.map((lang) => [lang, Statement({ lang, facts: statementFacts(p, lang), version: versionOf(p) }).toString()]),
  )

/** What would be published now. Undefined when the statement is as it was published. */
export const statementPending = (p: Platform): Promise<Pending | undefined> => pendingVersion(p, pagesNow(p))

/** Publishes the statement as it is now. Undefined when there is nothing new. */
export const publishNow = (p: Platform): Promise<Version | undefined> => publishStatement(p, pagesNow(p))

/** What changes, a line each, for who runs the site. */
export const toldIn = ({ changes }: Pick<Pending, 'changes'>, language: Language): string[] =>
  changes
    ? changes.map(({ weight, said }) => `- ${said[language]}${words(language).verbs.weights[weight]}`)
    : [words(language).verbs.first]
