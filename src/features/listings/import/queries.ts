import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import type { Database } from '../../../register'
import { advertColumns } from '../queries'

/** A run that did not come to its end: the same file, read the same way, on the same word. */
export const unfinished = (db: Db, source: string, hash: string, publish: 'lawful' | 'all') =>
  db
    .selectFrom('imports')
    .select(['id', 'line', 'taken', 'repeated', 'refused'])
    .where('source', '=', source)
    .where('file_hash', '=', hash)
    .where('publish', '=', publish)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export const addImport = (db: Db, row: Insertable<Database['imports']>) => db.insertInto('imports').values(row).execute()

/** Keeps a run to this transaction; false when it is no longer at that line, since another is at work on the same file. */
export const hold = async (db: Db, id: string, line: number): Promise<boolean> =>
  (await db
    .selectFrom('imports')
    .select('id')
    .where('id', '=', id)
    .where('line', '=', line)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

type Reached = { line: number; taken: number; repeated: number; refused: number; ended_at: Date | null }
export const reach = (db: Db, id: string, to: Reached) => db.updateTable('imports').set(to).where('id', '=', id).execute()

/** The adverts that came from a source under these ids. */
export const importedAdverts = (db: Db, source: string, ids: readonly string[]) =>
  db
    .selectFrom('listings')
    .select(advertColumns)
    .select(['source_id', 'house_number', 'point', 'phone'])
    .where('source', '=', source)
    .where('source_id', 'in', [...ids])
    .execute()
export type ImportedRow = Awaited<ReturnType<typeof importedAdverts>>[number]
