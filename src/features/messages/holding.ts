import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { heldFor, hold } from '../../privacy'
import { everythingIn } from './queries/messages'
import { snapshotOf } from './queries/snapshots'

/** Holds all that was written in a conversation that is reported, and the advert as it was: a dispute may need it (GDPR article 17(3)(e)). In the transaction
 *  of `db`. */
export async function holdThread(p: Platform, db: Db, thread: string, until: Date): Promise<void> {
  const [messages, advert] = [await everythingIn(db, thread), await snapshotOf(db, thread)]
  const rows = messages.map(({ id }) => ({ table: 'messages', id }) as const)
  await hold(p, db, [...rows, ...(advert ? [{ table: 'snapshots', id: advert.id } as const] : [])], {
    ground: 'report',
    about: thread,
    until,
  })
}

/** What is written in a conversation that is held, is held as long. */
export async function holdAlong(p: Platform, db: Db, thread: string, message: string): Promise<void> {
  const until = await heldFor(db, thread, p.clock.now())
  if (until) await hold(p, db, [{ table: 'messages', id: message }], { ground: 'report', about: thread, until })
}
