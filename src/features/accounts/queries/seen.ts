import type { Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'

/** Notes the day on which somebody was here, and forgets that they were warned of a long sleep. */
export const noteSeen = (db: Db, person: string, day: string) =>
  db
    .updateTable('accounts')
    .set({ last_seen_on: day, warned_on: null })
    .where('person_id', '=', person)
    .where('last_seen_on', '<', day)
    .execute()

/** Who was last seen on this day or before and was not warned yet. */
export const unwarned = (db: Db, seenOn: string, many: number) =>
  db
    .selectFrom('accounts')
    .select('person_id')
    .where('last_seen_on', '<=', seenOn)
    .where('warned_on', 'is', null)
    .where((is) => is.not(isRestricted('accounts.person_id')))
    .orderBy('last_seen_on')
    .limit(many)
    .execute()

export const noteWarned = (db: Db, person: string, day: string) =>
  db.updateTable('accounts').set({ warned_on: day }).where('person_id', '=', person).execute()

/** Who was last seen on this day or before, and was warned on that one or before. */
export const asleep = (db: Db, seenOn: string, warnedOn: string, many: number) =>
  db
    .selectFrom('accounts')
    .select('person_id')
    .where('last_seen_on', '<=', seenOn)
    .where('warned_on', '<=', warnedOn)
    .where((is) => is.not(isRestricted('accounts.person_id')))
    .orderBy('last_seen_on')
    .limit(many)
    .execute()
