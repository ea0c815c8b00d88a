import type { DeskQueue } from '../../../platform/feature'
import type { Role } from '../../../register'
import { titlesByKey } from '../../writing'
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
    const titles = rows.length > 0 ? await titlesByKey(p, db) : new Map<string, string>()
    return rows.map(({ id, article, created_at, complaint }) => ({
      id,
      title: titles.get(article) ?? '',
      since: created_at,
      href: `/${language}/desk/replies/${id}`,
      ...(complaint ? { state: { text: text.complaint, tone: 'warning' as const } } : {}),
    }))
  },
}
