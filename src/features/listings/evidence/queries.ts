import type { Insertable } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import type { Database } from '../../../register'
import type { EvidenceRefusal, EvidenceState } from '../../../register/tables/evidence'

// Who advertises.

export const advertiserOf = (db: Db, person: string) =>
  db.selectFrom('advertisers').select(['kind', 'company_number', 'since']).where('person_id', '=', person).executeTakeFirst()

/** Those of these people who said who they are. */
export async function advertisersSaid(db: Db, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await db.selectFrom('advertisers').select('person_id').where('person_id', '=', anyOf(people)).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** When the account of a person began. */
export const accountBegan = async (db: Db, person: string): Promise<Date | undefined> =>
  (await db.selectFrom('accounts').select('created_at').where('person_id', '=', person).executeTakeFirst())?.created_at

export const writeAdvertiser = (db: Db, row: Insertable<Database['advertisers']>) =>
  db
    .insertInto('advertisers')
    .values(row)
    .onConflict((on) => on.column('person_id').doUpdateSet({ kind: row.kind, company_number: row.company_number }))
    .execute()

// Schools.

export const schoolConfirmed = (db: Db, person: string) =>
  db.selectFrom('schools').select(['school', 'confirmed_on']).where('person_id', '=', person).executeTakeFirst()

export const writeSchool = (db: Db, row: Insertable<Database['schools']>) =>
  db
    .insertInto('schools')
    .values(row)
    .onConflict((on) => on.column('person_id').doUpdateSet({ school: row.school, confirmed_on: row.confirmed_on }))
    .execute()

export const removeSchool = (db: Db, person: string) => db.deleteFrom('schools').where('person_id', '=', person).execute()

/** The address that a link was sent to, the last one alone. */
export const schoolMail = (db: Db, person: string) =>
  db.selectFrom('school_mails').select(['id', 'person_id', 'address']).where('person_id', '=', person).executeTakeFirst()

export const removeSchoolMail = (db: Db, person: string) =>
  db.deleteFrom('school_mails').where('person_id', '=', person).execute()

export const addSchoolMail = (db: Db, row: Insertable<Database['school_mails']>) =>
  db.insertInto('school_mails').values(row).execute()

// Documents.

const columns = [
  'evidence.id',
  'evidence.person_id',
  'evidence.listing_id',
  'evidence.kind',
  'evidence.number',
  'evidence.issued_on',
  'evidence.state',
  'evidence.refusal',
  'evidence.created_at',
  'evidence.decided_at',
] as const

export const evidenceOf = (db: Db, listing: string) =>
  db.selectFrom('evidence').select(columns).where('listing_id', '=', listing).orderBy('kind').execute()
export type EvidenceRow = Awaited<ReturnType<typeof evidenceOf>>[number]

export const evidenceById = (db: Db, id: string) =>
  db
    .selectFrom('evidence')
    .innerJoin('listings', 'listings.id', 'evidence.listing_id')
    .select(columns)
    .select(['evidence.document', 'listings.title'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()

/** A document takes the place of the one of its kind that was there. */
export async function replaceEvidence(db: Db, row: Insertable<Database['evidence']>): Promise<void> {
  await db.deleteFrom('evidence').where('listing_id', '=', row.listing_id).where('kind', '=', row.kind).execute()
  await db.insertInto('evidence').values(row).execute()
}

export const removeEvidence = (db: Db, id: string, person: string) =>
  db.deleteFrom('evidence').where('id', '=', id).where('person_id', '=', person).execute()

type Decided = { state: EvidenceState; refusal: EvidenceRefusal | null; decided_at: Date; decided_by: string }

/** Answers false when it was decided already. Of what is refused the document is not kept. */
export const decideEvidence = async (db: Db, id: string, decided: Decided): Promise<boolean> =>
  (
    await db
      .updateTable('evidence')
      .set({ ...decided, ...(decided.state === 'refused' ? { document: null } : {}) })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
  ).numUpdatedRows > 0n

/** What was seen of an advert is looked at once more: it says another house now. */
export const askEvidenceAgain = (db: Db, listing: string) =>
  db
    .updateTable('evidence')
    .set({ state: 'waiting', decided_at: null, decided_by: null })
    .where('listing_id', '=', listing)
    .where('state', '=', 'seen')
    .execute()

export const evidenceWaiting = (db: Db) =>
  db
    .selectFrom('evidence')
    .innerJoin('listings', 'listings.id', 'evidence.listing_id')
    .select(['evidence.id', 'evidence.kind', 'evidence.created_at', 'listings.title'])
    .where('evidence.state', '=', 'waiting')
    .orderBy('evidence.created_at')
    .execute()
