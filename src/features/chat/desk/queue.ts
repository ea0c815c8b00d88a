import type { DeskQueue } from '../../../platform/feature'
import type { Role } from '../../../register'
import { waitingChats } from '../queries'
import { words } from '../words'

/** Who reads and answers in the chat. */
export const mayAnswer = ['owner', 'moderator'] as const satisfies readonly Role[]

/** A conversation by a word that staff can say to each other. */
export const codeOf = (id: string): string => id.slice(0, 4).toUpperCase()

/** Who waits in the chat. */
export const queue: DeskQueue = {
  kind: 'chat',
  name: (language) => words(language).desk.title,
  roles: mayAnswer,
  queue: async (_p, db, language) =>
    (await waitingChats(db)).map(({ id, waits_since }) => ({
      id,
      title: words(language).desk.nth(codeOf(id)),
      since: waits_since,
      href: `/${language}/desk/chat/${id}`,
    })),
}
