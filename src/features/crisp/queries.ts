import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../../platform/db'
import type { BlindIndex, Database } from '../../register'

const columns = [
  'id',
  'person_id',
  'of_account',
  'browser',
  'token',
  'session',
  'session_key',
  'created_at',
  'last_used_at',
] as const

const conversations = (db: Db) => db.selectFrom('crisp_conversations').select(columns)
export type Conversation = Awaited<ReturnType<typeof conversationById>> & object

export const conversationById = (db: Db, id: string) => conversations(db).where('id', '=', id).executeTakeFirst()
/** That of a browser: of the account that is signed in there, or of nobody's account. */
export const conversationIn = (db: Db, browser: string, account: string | undefined) =>
  conversations(db)
    .where('browser', '=', browser)
    .where((is) => (account ? is('person_id', '=', account) : is('of_account', '=', false)))
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
export const conversationNamed = (db: Db, key: BlindIndex<'reference.conversation'>) =>
  conversations(db).where('session_key', '=', key).executeTakeFirst()
export const conversationsOf = (db: Db, person: string) => conversations(db).where('person_id', '=', person).execute()
export const conversationsIn = (db: Db, browser: string) => conversations(db).where('browser', '=', browser).execute()

/** The same, while nobody else changes it: to be asked in a transaction. */
export const lockConversation = (db: Db, id: string) => conversations(db).where('id', '=', id).forUpdate().executeTakeFirst()

/** One that has the name already stays. */
export const insertConversation = (db: Db, row: Insertable<Database['crisp_conversations']>) =>
  db
    .insertInto('crisp_conversations')
    .values(row)
    .onConflict((same) => same.column('session_key').doNothing())
    .execute()
export const updateConversation = (db: Db, id: string, set: Updateable<Database['crisp_conversations']>) =>
  db.updateTable('crisp_conversations').set(set).where('id', '=', id).execute()
/** Used at this moment, unless it was later already. */
export const usedConversation = (db: Db, id: string, at: Date) =>
  db
    .updateTable('crisp_conversations')
    .set({ last_used_at: sql<Date>`greatest(last_used_at, ${at}::timestamptz)` })
    .where('id', '=', id)
    .execute()
export const deleteConversation = (db: Db, id: string) => db.deleteFrom('crisp_conversations').where('id', '=', id).execute()

const toErase = ['id', 'person_id', 'session', 'created_at'] as const
export const insertErasure = (db: Db, row: Insertable<Database['crisp_erasures']>) =>
  db.insertInto('crisp_erasures').values(row).execute()
export const erasureById = (db: Db, id: string) =>
  db.selectFrom('crisp_erasures').select(toErase).where('id', '=', id).executeTakeFirst()
/** What Crisp has not erased since then, the oldest first. */
export const lateErasures = (db: Db, since: Date) =>
  db
    .selectFrom('crisp_erasures')
    .select(['id', 'created_at'])
    .where('created_at', '<', since)
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .execute()
