import type { DeskQueue } from '../../../platform/feature'
import type { Role } from '../../../register'
import { titleOf } from '../entries'
import { waitingEntries } from '../queries'
import { words } from '../words'

/** Who reads and answers what comes in with a form. */
export const mayRead = ['owner', 'moderator'] as const satisfies readonly Role[]

/** What came in with forms and is not done, with who took it. */
export const queue: DeskQueue = {
  kind: 'forms',
  name: (language) => words(language).desk.queue,
  roles: mayRead,
  async queue(p, db, language) {
    const { state } = words(language).desk
    return (await waitingEntries(db)).map(({ id, form, created_at, assigned_to }) => {
      return {
        id,
        title: titleOf(p, form, language),
        since: created_at,
        href: `/${language}/desk/forms/${id}`,
        ...(assigned_to ? { state: { text: state.assigned, tone: 'plain' as const } } : {}),
      }
    })
  },
}
