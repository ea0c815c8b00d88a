import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Database } from '../../../register'
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

export const insertMessage = (db: Db, row: Insertable<Database['messages']>) => db.insertInto('messages').values(row).execute()

/** Everything written in a thread, oldest first, with whose it is: also of who left, while a report holds it. */
export const everythingIn = (db: Db, thread: string) =>
  db
    .selectFrom('messages')
    .select(['id', 'person_id', 'body', 'created_at'])
    .where('thread_id', '=', thread)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
