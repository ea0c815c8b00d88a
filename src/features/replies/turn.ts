import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { mustStay } from '../../platform/people'
import { lockReply, type ReplyRow } from './queries'

export type Which = Pick<ReplyRow, 'id' | 'person_id'>

/** Does something to a reply that is there, one at a time, while its author stays. Throws a refusal (404) when it is there no more. */
export const inTurn = <T>(p: Platform, { id, person_id }: Which, act: (db: Db, row: ReplyRow) => Promise<T>): Promise<T> =>
  p.db.transaction().execute(async (trx) => {
    // The person before the row: an erasure locks in that order.
    await mustStay(trx, person_id)
    const row = await lockReply(trx, id)
    if (!row) throw missing()
    return act(trx, row)
  })
