import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Database, Sealed } from '../../../register'

export const insertPending = (db: Db, row: Insertable<Database['pending_replies']>) =>
  db.insertInto('pending_replies').values(row).execute()

export const pendingOf = (db: Db, person: string) =>
  db
    .selectFrom('pending_replies')
    .select(['id', 'person_id', 'listing_id', 'body', 'created_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute()

export const movePending = (db: Db, id: string, person: string, body: Sealed<'message.pending'>) =>
  db.updateTable('pending_replies').set({ person_id: person, body }).where('id', '=', id).execute()

export const deletePending = (db: Db, id: string, person: string) =>
  db.deleteFrom('pending_replies').where('id', '=', id).where('person_id', '=', person).execute()
