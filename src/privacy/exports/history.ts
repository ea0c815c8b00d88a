import type { Db } from '../../platform/db'
import type { Language } from '../../std/words'
import type { Frozen } from '../changes'

/** Since when a purpose stands in the published statement, until when it did, and what it was called then. */
export type Run = { purpose: string; since: Date; ended?: Date; names: Record<Language, string> }

const frozenFrom = (frozen: unknown): Frozen => JSON.parse(JSON.stringify(frozen))

/** The life of each purpose, read from the versions of the statement. One that ended and came back has its last life. */
export async function runsOf(db: Db): Promise<Run[]> {
  const versions = await db.selectFrom('statement_versions').select(['published_at', 'frozen']).orderBy('number').execute()
  const runs = new Map<string, Run>()
  for (const { published_at, frozen } of versions) {
    const { facts, names } = frozenFrom(frozen)
    const now = new Set<string>(facts.purposes.map(({ purpose }) => purpose))
    for (const purpose of now) {
      const run = runs.get(purpose)
      if (run && !run.ended) continue
      const name = (language: Language) => names[language].purposes[purpose] ?? purpose
      runs.set(purpose, { purpose, since: published_at, names: { nl: name('nl'), fr: name('fr'), en: name('en') } })
    }
    for (const run of runs.values()) if (!run.ended && !now.has(run.purpose)) run.ended = published_at
  }
  return [...runs.values()]
}
