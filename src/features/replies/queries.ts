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
  'gravatar',
  'avatar',
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
    .select(['id', 'person_id', 'thread_id', 'name', 'body', 'avatar', 'created_at'])
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
  db.selectFrom('replies').select(['id', 'person_id', 'avatar']).where('article', '=', article).orderBy('id').execute()

/** Keeps the picture of a reply that is on the page and has none; answers false when there is no such reply any more. */
export const giveAvatar = async (db: Db, id: string, avatar: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('replies')
    .set({ avatar })
    .where('id', '=', id)
    .where('state', '=', 'shown')
    .where('gravatar', '=', true)
    .where('avatar', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
