import type { Insertable } from 'kysely'
import type { Db } from '../../platform/db'
import type { Database, HoldingName } from '../../register'

// ---- notices ----------------------------------------------------------------------------------------------------------

const notice = [
  'id',
  'person_id',
  'target',
  'target_id',
  'reason',
  'explanation',
  'contact',
  'language',
  'created_at',
  'decided_at',
  'decided_by',
  'decision',
  'decision_reason',
] as const

export const insertReport = (db: Db, row: Insertable<Database['reports']>) => db.insertInto('reports').values(row).execute()

export const reportById = (db: Db, id: string) => db.selectFrom('reports').select(notice).where('id', '=', id).executeTakeFirst()

// ---- the ledger of what staff opened -------------------------------------------------------------------------------------

export const insertOpening = (db: Db, row: Insertable<Database['openings']>) => db.insertInto('openings').values(row).execute()

/** The last time that this member of staff opened these holdings of the person, since a moment. */
export const lastOpening = (db: Db, staff: string, person: string, holdings: readonly HoldingName[], since: Date) =>
  db
    .selectFrom('openings')
    .select(['id', 'purpose', 'at'])
    .where('staff_id', '=', staff)
    .where('person_id', '=', person)
    .where('holdings', '@>', [...holdings])
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
