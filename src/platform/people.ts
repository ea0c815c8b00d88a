import { type RawBuilder, sql } from 'kysely'
import { askedOf, type PurposeName } from '../register'
import { consentedTo } from './consent'
import { anyOf, type Db, prepared } from './db'
import { missing } from './http/refusal'

/** Who stays, for a transaction that has made sure of it: its lock holds until it is over. */
const stayIn = new WeakMap<Db, Set<string>>()

/** Keeps these people from ending until the transaction of `db` is over; an ending that is under way is waited for. Answers who of them has
 *  not ended. To be asked before any other row is locked: an erasure locks its person first. */
export async function whoStays(db: Db, people: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const stay = stayIn.get(db) ?? new Set()
  const asked = new Set(people.filter((id) => id !== null))
  const unknown = [...asked.difference(stay)]
  if (unknown.length === 0) return asked
  const rows = await db
    .selectFrom('people')
    .modifyFront(prepared)
    .select('id')
    .where('id', '=', anyOf(unknown))
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forKeyShare()
    .execute()
  const all = stay.union(new Set(rows.map(({ id }) => id)))
  if (db.isTransaction) stayIn.set(db, all)
  return all.intersection(asked)
}

/** The same for one who acts. Throws a refusal (404) for who has ended. */
export async function mustStay(db: Db, person: string): Promise<void> {
  if (!(await whoStays(db, [person])).has(person)) throw missing()
}

/** SQL: the data of the person in this column ("threads.seeker_id") are restricted (G7): only stored. */
export const isRestricted = (column: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from restrictions where restrictions.person_id = ${sql.ref(column)})`

/** SQL: nothing is done for this purpose with the data of the person in this column: they are restricted, the person objected (G8), or did not consent
 *  to a purpose that needs it, which only a site that asks for it has. */
export const isStopped = (column: string, purpose: PurposeName): RawBuilder<boolean> =>
  sql<boolean>`(${isRestricted(column)} or exists (
    select 1 from objections where objections.person_id = ${sql.ref(column)} and objections.purpose = ${purpose} and objections.stops)
    or ${askedOf(purpose) ? sql`${purpose} <> all(${consentedTo(column)})` : sql`false`})`

/** Who of these people have their data restricted. */
export async function whoRest(db: Db, people: readonly (string | null | undefined)[]): Promise<ReadonlySet<string>> {
  const asked = people.filter((id) => id != null)
  if (asked.length === 0) return new Set()
  const rows = await db.selectFrom('restrictions').select('person_id').where('person_id', 'in', asked).execute()
  return new Set(rows.map((row) => row.person_id))
}
