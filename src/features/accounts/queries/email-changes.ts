import { days } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Sealed } from '../../../register'

const twoDaysBefore = (now: Date) => new Date(now.getTime() - days(2))

export const emailChangeOf = (db: Db, person: string, now: Date) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'person_id', 'email'])
    .where('person_id', '=', person)
    .where('created_at', '>', twoDaysBefore(now))
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
