import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import { cutoff, type Database, holding } from '../../../register'

/** What was made before this moment is over, though the sweep may not have been yet. */
const over = (now: Date) => cutoff(holding['email.change'].keep, now)

export const emailChangeOf = (db: Db, person: string, now: Date) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'person_id', 'email'])
    .where('person_id', '=', person)
    .where('created_at', '>', over(now))
    .executeTakeFirst()

export const replaceEmailChange = (db: Db, row: Insertable<Database['email_changes']>) =>
  db
    .insertInto('email_changes')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()

export const deleteEmailChange = (db: Db, person: string) =>
  db.deleteFrom('email_changes').where('person_id', '=', person).execute()
