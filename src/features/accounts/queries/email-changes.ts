import type { Db } from '../../../platform/db'
import { cutoff, holding, type Sealed } from '../../../register'

/** What was made before this moment is over, though the sweep may not have been yet. */
const over = (now: Date) => cutoff(holding['email.change'].keep, now)

export const emailChangeOf = (db: Db, person: string, now: Date) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'person_id', 'email'])
    .where('person_id', '=', person)
    .where('created_at', '>', over(now))
    .executeTakeFirst()

export const replaceEmailChange = (
  db: Db,
  row: { id: string; person_id: string; email: Sealed<'email.change'>; created_at: Date },
) =>
  db
    .insertInto('email_changes')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ id: row.id, email: row.email, created_at: row.created_at }),
    )
    .execute()

export const deleteEmailChange = (db: Db, person: string) =>
  db.deleteFrom('email_changes').where('person_id', '=', person).execute()
