import type { Db } from '../../../platform/db'

/** Notes the day on which somebody was here, and forgets that they were warned of a long sleep. */
export const noteSeen = (db: Db, person: string, day: string) =>
  db
    .updateTable('accounts')
    .set({ last_seen_on: day, warned_on: null })
    .where('person_id', '=', person)
    .where('last_seen_on', '<', day)
    .execute()
