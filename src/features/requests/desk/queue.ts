import type { DeskQueue } from '../../../platform/feature'
import { waitingRequests } from '../queries'
import { daysLeft, mayAnswer, urgency } from '../rules'
import { words } from '../words'

/** What waits at the rights desk, with how long it still may. */
export const requestQueue: DeskQueue = {
  kind: 'requests',
  name: (language) => words(language).desk.queue,
  roles: mayAnswer,
  async queue(p, db, language) {
    const { desk: text, kinds } = words(language)
    const now = p.clock.now()
    return (await waitingRequests(db)).map(({ id, kind, created_at, answer_by }) => {
      const state = urgency(answer_by, now)
      return {
        id,
        title: kinds[kind].text,
        since: created_at,
        href: `/${language}/desk/requests/${id}`,
        state:
          state === 'late'
            ? { text: text.late, tone: 'danger' as const }
            : { text: text.left(daysLeft(answer_by, now)), tone: state === 'soon' ? ('warning' as const) : ('plain' as const) },
      }
    })
  },
}
