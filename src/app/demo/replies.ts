import { importReply } from '../../features/replies'
import { keyOf, textsIn } from '../../features/writing'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { authorsOf } from './queries'
import { demoReplies } from './texts/replies'

/** Puts invented replies below the articles in the site's folder, oldest first. `ago`: when that many days ago was. Answers who wrote them. */
export async function placeReplies(p: Platform, db: Db, ago: (days: number) => Date): Promise<string[]> {
  const ids: string[] = []
  for (const text of textsIn(p.site).filter(({ kind }) => kind === 'article')) {
    let first: string | undefined
    for (const { name, body, daysAgo, answers } of demoReplies[`${text.name}.${text.language}`] ?? []) {
      const { language } = text
      const said = { article: keyOf(text), language, name, body, at: ago(daysAgo) }
      const id = await importReply(p, db, answers && first ? { ...said, answers: first } : said)
      first ??= id
      ids.push(id)
    }
  }
  return ids.length > 0 ? authorsOf(db, ids) : []
}
