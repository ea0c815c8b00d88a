import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import type { Database } from '../../register'

const columns = [
  'id',
  'person_id',
  'form',
  'language',
  'email',
  'filled_in',
  'created_at',
  'mailed_at',
  'assigned_to',
  'done_at',
  'answer',
] as const

export const insertEntry = (db: Db, row: Insertable<Database['entries']>) => db.insertInto('entries').values(row).execute()

export const entryById = (db: Db, id: string) => db.selectFrom('entries').select(columns).where('id', '=', id).executeTakeFirst()

/** The same, while nobody else changes it: to be asked in a transaction. */
export const lockEntry = (db: Db, id: string) =>
  db.selectFrom('entries').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const updateEntry = (db: Db, id: string, set: Updateable<Database['entries']>) =>
  db.updateTable('entries').set(set).where('id', '=', id).execute()

export const insertFiles = (db: Db, rows: Insertable<Database['entry_files']>[]) =>
  db.insertInto('entry_files').values(rows).execute()

/** What came with an entry, its content too only of the one that is asked for. */
export const filesWith = (db: Db, entry: string) =>
  db
    .selectFrom('entry_files')
    .select(['id', 'person_id', 'file_name'])
    .where('entry_id', '=', entry)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
export const fileById = (db: Db, entry: string, id: string) =>
  db
    .selectFrom('entry_files')
    .select(['id', 'person_id', 'file_name', 'file'])
    .where('entry_id', '=', entry)
    .where('id', '=', id)
    .executeTakeFirst()

/** What is to be done, the oldest first. */
export const waitingEntries = (db: Db) =>
  db
    .selectFrom('entries')
    .select(['id', 'form', 'created_at', 'mailed_at', 'assigned_to'])
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .execute()

/** What came in last, done or not. */
export const latestEntries = (db: Db, many: number) =>
  db
    .selectFrom('entries')
    .select(['id', 'form', 'created_at', 'mailed_at', 'assigned_to', 'done_at', 'answer'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(many)
    .execute()

/** All that there is of one form, the oldest first. */
export const entriesOf = (db: Db, form: string) =>
  db.selectFrom('entries').select(columns).where('form', '=', form).orderBy('created_at').execute()
