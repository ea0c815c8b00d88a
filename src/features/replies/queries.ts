import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { isStopped } from '../../platform/people'
import type { BlindIndex, Database } from '../../register'

const columns = [
  'id',
  'person_id',
  'article',
  'thread_id',
  'language',
  'name',
  'email',
  'email_key',
  'body',
  'ip',
  'parent',
  'parent_at',
  'state',
  'created_at',
  'confirmed_at',
  'waits_until',
  'refusal',
  'refused_by',
  'complaint',
] as const

export const insertReply = (db: Db, row: Insertable<Database['replies']>) => db.insertInto('replies').values(row).execute()

/** One that is over by itself is there for nobody, whether or not the sweep came by. */
export const replyById = (db: Db, id: string, now: Date) =>
  db
    .selectFrom('replies')
    .select(columns)
    .where('id', '=', id)
    .where((is) => is.or([is('waits_until', 'is', null), is('waits_until', '>', now)]))
    .executeTakeFirst()
/** The same, while nobody else changes it: to be asked in a transaction. */
export const lockReply = (db: Db, id: string) =>
  db.selectFrom('replies').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
export type ReplyRow = NonNullable<Awaited<ReturnType<typeof replyById>>>

export const updateReply = (db: Db, id: string, set: Updateable<Database['replies']>) =>
  db.updateTable('replies').set(set).where('id', '=', id).execute()

export const deleteReply = (db: Db, id: string) => db.deleteFrom('replies').where('id', '=', id).execute()

/** What everybody may read below an article, the oldest first: not of who wants to be left alone. */
export const shownUnder = (db: Db, article: string) =>
  db
    .selectFrom('replies')
    .select(['id', 'person_id', 'thread_id', 'name', 'body', 'created_at'])
    .where('article', '=', article)
    .where('state', '=', 'shown')
    .where((is) => is.not(isStopped('replies.person_id', 'replying')))
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Of a reply that is shown under this article: the first one of its thread. */
export const threadOf = async (db: Db, article: string, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('replies')
      .select('thread_id')
      .where('id', '=', id)
      .where('article', '=', article)
      .where('state', '=', 'shown')
      .executeTakeFirst()
  )?.thread_id

/** What waits for staff, the oldest first. */
export const waitingReplies = (db: Db) =>
  db
    .selectFrom('replies')
    .select(['id', 'article', 'created_at', 'complaint'])
    .where('state', '=', 'staff')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** What came in last, whatever became of it. */
export const latestReplies = (db: Db, many: number) =>
  db
    .selectFrom('replies')
    .select(['id', 'article', 'state', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(many)
    .execute()

/** Whether a reply of who proved this address was let through before. */
export const isKnown = async (db: Db, email: BlindIndex<'email.reply'>): Promise<boolean> =>
  (await db
    .selectFrom('replies')
    .select('id')
    .where('email_key', '=', email)
    .where('state', '=', 'shown')
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Every reply that was sent with an address, the oldest first. */
export const repliesFrom = (db: Db, email: BlindIndex<'email.reply'>, now: Date) =>
  db
    .selectFrom('replies')
    .select(columns)
    .where('email_key', '=', email)
    .where((is) => is.or([is('waits_until', 'is', null), is('waits_until', '>', now)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const articlesWithReplies = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('replies').select('article').distinct().orderBy('article').execute()).map(({ article }) => article)

export const repliesUnder = (db: Db, article: string) =>
  db.selectFrom('replies').select(['id', 'person_id']).where('article', '=', article).orderBy('id').execute()

// Of a site that names Gravatar: it alone has the table.

export const insertAvatar = (db: Db, row: Insertable<Database['reply_avatars']>) =>
  db.insertInto('reply_avatars').values(row).execute()

/** That a picture was asked for with this reply, and the one that there is. */
export const avatarOf = (db: Db, reply: string) =>
  db.selectFrom('reply_avatars').select('picture').where('reply_id', '=', reply).executeTakeFirst()

/** The pictures of these replies, by reply. */
export const picturesOf = async (db: Db, replies: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (replies.length === 0) return new Map()
  const rows = await db
    .selectFrom('reply_avatars')
    .select(['reply_id', 'picture'])
    .where('reply_id', 'in', replies)
    .where('picture', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ reply_id, picture }) => (picture ? [[reply_id, picture]] : [])))
}

export const setPicture = (db: Db, reply: string, picture: string | null) =>
  db.updateTable('reply_avatars').set({ picture }).where('reply_id', '=', reply).execute()

export const deleteAvatar = (db: Db, reply: string) => db.deleteFrom('reply_avatars').where('reply_id', '=', reply).execute()
