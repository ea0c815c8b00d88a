import type { Platform } from '../../../platform/feature'
import { type Recorded, runsOf, statementFacts, versionOf } from '../../../privacy'
import { holding } from '../../../register'
import type { Language } from '../../../std/words'
import { guardedSaid } from '../said'
import { words } from '../words'

/** What the record of processing activities is made of, as it is now. */
export async function recorded(p: Platform, lang: Language): Promise<Recorded> {
  const facts = statementFacts(p, lang)
  const { erasing, requests } = words(lang).statement.security
  const measures = [
    ...(facts.hosting.measures ? [facts.hosting.measures] : []),
    ...guardedSaid(lang, facts),
    requests(holding['traffic.log'].keep.days),
    erasing(facts.backupDays),
  ]
  return { facts, version: versionOf(p), measures, runs: await runsOf(p.db) }
}
