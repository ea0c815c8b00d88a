import { dayOf } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Sealed } from '../../../register'
import type { ThreadRow } from './threads'

/** What the people of a thread wrote, newest first. Who left it is not read any more, also while a hold keeps their messages. */
export const messagesIn = (
  db: Db,
  thread: Pick<ThreadRow, 'id' | 'seeker_id' | 'advertiser_id'>,
  limit: number,
  offset: number,
) => {
  const authors = [thread.seeker_id, thread.advertiser_id].filter((person) => person !== null)
  return authors.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('messages')
        .select(['id', 'person_id', 'body', 'created_at'])
        .where('thread_id', '=', thread.id)
        .where('person_id', 'in', authors)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
}

/** The last message of a thread, if this person wrote it. */
export const lastBy = async (db: Db, thread: string, person: string) => {
  const last = await db
    .selectFrom('messages')
    .select(['id', 'person_id', 'body', 'created_at'])
    .where('thread_id', '=', thread)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.person_id === person ? last : undefined
}

/** A message in a thread that is held is held as long. */
export const insertMessage = (
  db: Db,
  row: { id: string; person_id: string; thread_id: string; body: Sealed<'message.thread'>; created_at: Date },
) =>
  db
    .insertInto('messages')
    .values((of) => ({
      ...row,
      held_until: of
        .selectFrom('messages as held')
        .select((all) => all.fn.max('held.held_until').as('until'))
        .where('held.thread_id', '=', row.thread_id)
        .where('held.held_until', '>=', dayOf(row.created_at)),
    }))
    .execute()

/** Puts a hold on all that was written in a thread, or makes it longer. */
export const holdThread = (db: Db, thread: string, until: string) =>
  db
    .updateTable('messages')
    .set({ held_until: until })
    .where('thread_id', '=', thread)
    .where((is) => is.or([is('held_until', 'is', null), is('held_until', '<', until)]))
    .execute()

/** Ends the hold on a thread. */
export const releaseThread = (db: Db, thread: string) =>
  db.updateTable('messages').set({ held_until: null }).where('thread_id', '=', thread).execute()

/** Everything written in a thread, oldest first, with whose it is: also of who left, while a report holds it. */
export const everythingIn = (db: Db, thread: string) =>
  db
    .selectFrom('messages')
    .select(['id', 'person_id', 'body', 'created_at', 'held_until'])
    .where('thread_id', '=', thread)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
