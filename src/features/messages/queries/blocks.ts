import type { Db } from '../../../platform/db'
import { sideOf } from '../rules'
import { threadColumns } from './threads'

/** Whether `me` blocked `other`, and the other way round. */
export const blocksBetween = async (db: Db, me: string, other: string | null): Promise<{ byMe: boolean; byOther: boolean }> => {
  if (!other) return { byMe: false, byOther: false }
  const rows = await db
    .selectFrom('blocks')
    .select('person_id')
    .where((is) =>
      is.or([
        is.and([is('person_id', '=', me), is('blocked_id', '=', other)]),
        is.and([is('person_id', '=', other), is('blocked_id', '=', me)]),
      ]),
    )
    .execute()
  return { byMe: rows.some((row) => row.person_id === me), byOther: rows.some((row) => row.person_id === other) }
}

export const insertBlock = (db: Db, row: { id: string; person_id: string; blocked_id: string; created_at: Date }) =>
  db
    .insertInto('blocks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'blocked_id']).doNothing())
    .execute()

export const deleteBlock = (db: Db, person: string, blocked: string) =>
  db.deleteFrom('blocks').where('person_id', '=', person).where('blocked_id', '=', blocked).execute()

/** Whom a person blocked, each with the last thread that the two share: it says what is known of them. */
export const blockedBy = async (db: Db, person: string) => {
  const rows = await db
    .selectFrom('blocks')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('threads')
          .select(threadColumns)
          .where((is) =>
            is.or([
              is.and([is('seeker_id', '=', person), is('advertiser_id', '=', is.ref('blocks.blocked_id'))]),
              is.and([is('advertiser_id', '=', person), is('seeker_id', '=', is.ref('blocks.blocked_id'))]),
            ]),
          )
          .orderBy('answered_at', (by) => by.asc().nullsLast())
          .orderBy('last_message_at', 'desc')
          .limit(1)
          .as('thread'),
      (join) => join.onTrue(),
    )
    .select([
      'thread.public_id',
      'thread.seeker_id',
      'thread.advertiser_id',
      'thread.answered_at',
      'thread.listing_kind',
      'thread.listing_place',
      'blocks.created_at',
    ])
    .where('blocks.person_id', '=', person)
    .orderBy('blocks.created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, side: sideOf(row, person) }))
}
