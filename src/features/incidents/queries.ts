import type { Insertable, Updateable } from 'kysely'
import { anyOf, type Db } from '../../platform/db'
import type { Database, Role } from '../../register'

const columns = [
  'id',
  'kind',
  'began_at',
  'ended_at',
  'recipient',
  'known_at',
  'noted_at',
  'nature',
  'consequences',
  'measures',
  'alarmed',
  'filed_at',
  'filing_reason',
  'filing_needed',
  'told_at',
  'telling_reason',
  'telling_needed',
  'reach',
] as const

export const insertIncident = (db: Db, row: Insertable<Database['incidents']>) => db.insertInto('incidents').values(row).execute()

export const updateIncident = (db: Db, id: string, change: Updateable<Database['incidents']>) =>
  db.updateTable('incidents').set(change).where('id', '=', id).execute()

export const allIncidents = (db: Db) => db.selectFrom('incidents').select(columns).orderBy('known_at', 'desc').execute()
export type Incident = Awaited<ReturnType<typeof allIncidents>>[number]

export const incidentById = (db: Db, id: string): Promise<Incident | undefined> =>
  db.selectFrom('incidents').select(columns).where('id', '=', id).executeTakeFirst()

/** Nobody decided yet whether the authority must be told, or they did and it was not. Locks them for the transaction. */
export const unfiled = (db: Db) =>
  db
    .selectFrom('incidents')
    .select(columns)
    .where('filed_at', 'is', null)
    .where('filing_needed', 'is not', false)
    .forUpdate()
    .execute()

export async function insertPeople(db: Db, rows: readonly Insertable<Database['incident_people']>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('incident_people')
      .values(rows.slice(at, at + 1000))
      .execute()
}

export const peopleOf = (db: Db, incident: string) =>
  db.selectFrom('incident_people').select('person_id').where('incident_id', '=', incident).execute()

/** What of a person was in the breaches that people were told of, the newest first. */
export const incidentsOf = (db: Db, person: string) =>
  db
    .selectFrom('incident_people')
    .innerJoin('incidents', 'incidents.id', 'incident_people.incident_id')
    .select(['incidents.id', 'known_at', 'readable', 'unreadable', 'consequences', 'measures', 'kind', 'recipient'])
    .where('person_id', '=', person)
    .where('told_at', 'is not', null)
    .orderBy('known_at', 'desc')
    .execute()

/** What of these people was in one breach that people were told of, by person. */
export const incidentOfAll = (db: Db, incident: string, people: readonly string[]) =>
  db
    .selectFrom('incident_people')
    .innerJoin('incidents', 'incidents.id', 'incident_people.incident_id')
    .select(['known_at', 'readable', 'unreadable', 'consequences', 'measures', 'kind'])
    .where('incident_id', '=', incident)
    .where('person_id', '=', anyOf(people))
    .where('told_at', 'is not', null)
    .execute()

export const staffIn = async (db: Db, roles: readonly Role[]): Promise<string[]> =>
  (await db.selectFrom('staff').select('person_id').where('role', 'in', roles).execute()).map((row) => row.person_id)

/** A line of the ledger of disclosures by its number, as it was typed. */
export const disclosureAt = async (db: Db, id: string): Promise<{ id: string } | undefined> =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? db.selectFrom('disclosures').select('id').where('id', '=', id).executeTakeFirst()
    : undefined
