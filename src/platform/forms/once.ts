import { type Db, takeTurn } from '../db'
import type { Platform } from '../feature'

// A button pressed twice sends the same words from the same page twice, the second time before the first is answered. It is done once, and both times answered.

/** The id of what somebody sends: the same for the same words from the same page. `page` tells one page that was made from another (`since` of ./trap.ts, or an id
 *  of its own). It takes a key of ours to make one (RFC 9562 §5.8). */
export function idOfSent(
  { vault }: { vault: Pick<Platform['vault'], 'mark'> },
  use: string,
  page: string,
  sent: unknown,
): string {
  const bytes = Buffer.from(vault.mark(`sent ${use}`, JSON.stringify([page, sent])), 'base64url').subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Does something under this id, in a transaction of its own, unless `isDone` finds it there. */
export const once = (
  { db }: { db: Db },
  id: string,
  isDone: (db: Db, id: string) => Promise<unknown>,
  act: (db: Db) => Promise<unknown>,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await takeTurn(trx, id)
    if (!(await isDone(trx, id))) await act(trx)
  })
