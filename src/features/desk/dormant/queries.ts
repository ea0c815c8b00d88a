import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'

/** Who was last seen on this day or before and was not warned yet. */
export const unwarned = (db: Db, seenOn: string, many: number) =>
  db
    .selectFrom('accounts')
    .select(['person_id', 'last_seen_on'])
    .where('last_seen_on', '<=', seenOn)
    .where('warned_on', 'is', null)
    .where((is) => is.not(isRestricted('accounts.person_id')))
    .orderBy('last_seen_on')
    .limit(many)
    .execute()

export const noteWarned = (db: Db, person: string, day: string) =>
  db.updateTable('accounts').set({ warned_on: day }).where('person_id', '=', person).execute()

/** As though they were here on this day. */
export const noteKept = (db: Db, person: string, day: string) =>
  db.updateTable('accounts').set({ last_seen_on: day, warned_on: null }).where('person_id', '=', person).execute()

/** Since when somebody sleeps, and when they were told. */
export const sleepOf = (db: Db, person: string) =>
  db.selectFrom('accounts').select(['last_seen_on', 'warned_on']).where('person_id', '=', person).executeTakeFirst()

/** Last seen on a day or before, warned on another or before; `answered`: whom a human answered since then is not ended yet, nor who waits for that. Undefined
 *  on a site where nobody can ask one. */
export type Sleep = { seen: string; warned: string; answered: Date | undefined }

const sleepers = (db: Db, { seen, warned, answered }: Sleep) =>
  db
    .selectFrom('accounts')
    .select('person_id')
    .where('last_seen_on', '<=', seen)
    .where('warned_on', '<=', warned)
    .where((is) => is.not(isRestricted('accounts.person_id')))
    .where(({ not, exists, selectFrom, lit }) =>
      answered === undefined
        ? lit(true)
        : not(
            exists(
              selectFrom('complaints')
                .innerJoin('decisions', 'decisions.id', 'complaints.decision_id')
                .select('complaints.id')
                .whereRef('complaints.person_id', '=', 'accounts.person_id')
                .where('decisions.decision', '=', 'ending')
                .where(sql<boolean>`(complaints.decided_at is null or complaints.decided_at > ${answered})`),
            ),
          ),
    )

/** Some of those who sleep so, after this person in the order of ids. */
export const asleep = async (db: Db, sleep: Sleep, after: string, many: number): Promise<string[]> => {
  const rows = await sleepers(db, sleep).where('person_id', '>', after).orderBy('person_id').limit(many).execute()
  return rows.map(({ person_id }) => person_id)
}

/** Whether somebody sleeps so, and cannot wake up before the transaction is over. */
export const sleepsOn = async (db: Db, sleep: Sleep, person: string): Promise<boolean> =>
  (await sleepers(db, sleep).where('person_id', '=', person).forUpdate('accounts').executeTakeFirst()) !== undefined
