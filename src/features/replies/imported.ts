import type { Db } from '../../platform/db'
import type { Events, Platform } from '../../platform/feature'
import { importReply } from './acts'

/** Enters the replies of an article that comes from another program, each in the thread that it was in. */
export async function enter(p: Platform, db: Db, { article, language, replies }: Events['article.imported']): Promise<void> {
  const ids = new Map<string, string>()
  for (const { id, answers, email, ip, ...said } of replies) {
    const known = answers === null ? undefined : ids.get(answers)
    const of = {
      ...said,
      article,
      language,
      ...(email ? { email } : {}),
      ...(ip ? { ip } : {}),
      ...(known ? { answers: known } : {}),
    }
    ids.set(id, await importReply(p, db, of))
  }
}
