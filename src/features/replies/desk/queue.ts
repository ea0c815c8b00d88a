import type { DeskQueue } from '../../../platform/feature'
import type { Role } from '../../../register'
import { titleOf } from '../mails'
import { waitingReplies } from '../queries'
import { words } from '../words'

/** Who lets replies through. */
export const mayModerate = ['owner', 'moderator'] as const satisfies readonly Role[]

/** Replies that nobody looked at yet, and refusals that somebody complains about. */
export const queue: DeskQueue = {
  kind: 'replies',
  name: (language) => words(language).desk.title,
  roles: mayModerate,
  async queue(p, db, language) {
    const text = words(language).desk
    const rows = await waitingReplies(db)
    const titles = new Map<string, string>()
    for (const article of new Set(rows.map((row) => row.article))) titles.set(article, await titleOf(p, db, article))
    return rows.map(({ id, article, created_at, complaint }) => ({
      id,
      title: titles.get(article) ?? '',
      since: created_at,
      href: `/${language}/desk/replies/${id}`,
      ...(complaint ? { state: { text: text.complaint, tone: 'warning' as const } } : {}),
    }))
  },
}
