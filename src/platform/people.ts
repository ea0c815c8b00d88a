import type { Db } from './db'
import { missing } from './http/refusal'

/** Keeps these people from ending until the transaction of `db` is over; an ending that is under way is waited for. Answers who of them has
 *  not ended. To be asked before any other row is locked: an erasure locks its person first. */
export async function whoStays(db: Db, people: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const asked = people.filter((id) => id !== null)
  if (asked.length === 0) return new Set()
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', asked)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The same for one who acts. Throws a refusal (404) for who has ended. */
export async function mustStay(db: Db, person: string): Promise<void> {
  if (!(await whoStays(db, [person])).has(person)) throw missing()
}
