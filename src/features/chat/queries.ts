import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { type Database, Opaque } from '../../register'

const columns = [
  'id',
  'person_id',
  'token_hash',
  'language',
  'created_at',
  'last_used_at',
  'waits_since',
  'mailed_at',
  'said',
] as const

const chats = (db: Db) => db.selectFrom('chats').select(columns)
export type Chat = Awaited<ReturnType<typeof chatById>> & object

export const chatById = (db: Db, id: string) => chats(db).where('id', '=', id).executeTakeFirst()
export const chatByToken = (db: Db, hash: Buffer) => chats(db).where('token_hash', '=', new Opaque(hash)).executeTakeFirst()
/** The last one of somebody with an account. */
export const chatOfPerson = (db: Db, person: string) =>
  chats(db)
    .where('person_id', '=', person)
    .where('token_hash', 'is', null)
    .orderBy('last_used_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The same, while nothing else is said in it: to be asked in a transaction. */
export const lockChat = (db: Db, id: string) => chats(db).where('id', '=', id).forUpdate().executeTakeFirst()

export const insertChat = (db: Db, row: Insertable<Database['chats']>) => db.insertInto('chats').values(row).execute()
export const updateChat = (db: Db, id: string, set: Updateable<Database['chats']>) =>
  db.updateTable('chats').set(set).where('id', '=', id).execute()
/** Its messages go with it. */
export const deleteChat = (db: Db, id: string) => db.deleteFrom('chats').where('id', '=', id).execute()

/** What is said, whoever waits longest first, and then the newest. */
export const latestChats = (db: Db, many: number) =>
  chats(db)
    .orderBy('waits_since', (order) => order.asc().nullsLast())
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .limit(many)
    .execute()
export const waitingChats = (db: Db) =>
  db
    .selectFrom('chats')
    .select(['id', 'waits_since'])
    .$narrowType<{ waits_since: Date }>()
    .where('waits_since', 'is not', null)
    .orderBy('waits_since')
    .execute()

export const insertMessage = (db: Db, row: Insertable<Database['chat_messages']>) =>
  db.insertInto('chat_messages').values(row).execute()
export const messageById = (db: Db, id: string) =>
  db.selectFrom('chat_messages').select(['chat_id', 'number']).where('id', '=', id).executeTakeFirst()
/** What was said after a number, in order. */
export const messagesAfter = (db: Db, chat: string, after: number, many: number) =>
  db
    .selectFrom('chat_messages')
    .select(['id', 'person_id', 'number', 'ours', 'body', 'created_at'])
    .where('chat_id', '=', chat)
    .where('number', '>', after)
    .orderBy('number')
    .limit(many)
    .execute()

/** A page of the desk that follows the chat is open until then. */
export const keepConsole = (db: Db, id: string, until: Date) =>
  db
    .insertInto('chat_consoles')
    .values({ id, until })
    .onConflict((same) => same.column('id').doUpdateSet({ until }))
    .execute()
export const dropConsole = (db: Db, id: string) => db.deleteFrom('chat_consoles').where('id', '=', id).execute()
export const anyConsole = (db: Db) => db.selectFrom('chat_consoles').select('id').limit(1).executeTakeFirst()
