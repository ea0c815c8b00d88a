import { type Insertable, sql, type Updateable } from 'kysely'
import { anyOf, type Db } from '../../platform/db'
import type { Database, HoldingName, Role, Sealed } from '../../register'

// ---- notices ----------------------------------------------------------------------------------------------------------

const notice = [
  'id',
  'person_id',
  'target',
  'target_id',
  'reason',
  'explanation',
  'contact',
  'language',
  'created_at',
  'decided_at',
  'decided_by',
  'decision',
  'decision_reason',
] as const

export const insertReport = (db: Db, row: Insertable<Database['reports']>) => db.insertInto('reports').values(row).execute()

export const reportById = (db: Db, id: string) => db.selectFrom('reports').select(notice).where('id', '=', id).executeTakeFirst()

/** What waits, the oldest first. */
export const waitingReports = (db: Db) =>
  db
    .selectFrom('reports')
    .select(['id', 'target', 'reason', 'created_at'])
    .where('decided_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1000)
    .execute()

/** Other notices about the same thing. */
export const reportsAbout = (db: Db, targetIds: readonly string[]) =>
  targetIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('reports')
        .select(['id', 'target_id', 'reason', 'created_at', 'decision'])
        .where('target_id', 'in', [...targetIds])
        .orderBy('created_at')
        .orderBy('id')
        .execute()

/** A notice that nobody decided yet, kept for who asks first. */
export const lockReport = (db: Db, id: string) =>
  db
    .selectFrom('reports')
    .select(['id', 'person_id', 'target', 'target_id'])
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const settleReport = (db: Db, id: string, values: Updateable<Database['reports']>) =>
  db.updateTable('reports').set(values).where('id', '=', id).execute()

export const decidedReports = (db: Db, limit: number) =>
  db
    .selectFrom('reports')
    .select(['id', 'target', 'reason', 'decision', 'decided_at', 'decided_by'])
    .where('decided_at', 'is not', null)
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

// ---- statements of reasons ---------------------------------------------------------------------------------------------

export const insertDecision = (db: Db, row: Insertable<Database['decisions']>) => db.insertInto('decisions').values(row).execute()

export const decisionById = (db: Db, id: string) =>
  db
    .selectFrom('decisions')
    .select(['id', 'person_id', 'target', 'target_id', 'decision', 'ground', 'facts', 'decided_at', 'decided_by', 'automatic'])
    .where('id', '=', id)
    .executeTakeFirst()

/** What a rule decided last about each of these things, by the id of the thing: the id of the decision. */
export const ruledOn = async (db: Db, targets: readonly string[]): Promise<Map<string, string>> => {
  if (targets.length === 0) return new Map()
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'target_id'])
    .where('automatic', '=', true)
    .where('target_id', '=', anyOf(targets))
    .orderBy('decided_at')
    .execute()
  return new Map(rows.map(({ id, target_id }) => [target_id, id]))
}

/** The adverts of a person that were taken away as a swindle, but for those of which a complaint showed that they were none. */
export const takenAsScam = async (db: Db, person: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('decisions')
    .leftJoin('complaints', 'complaints.decision_id', 'decisions.id')
    .select('decisions.target_id')
    .where('decisions.person_id', '=', person)
    .where('decisions.target', '=', 'listing')
    .where('decisions.decision', '=', 'removed')
    .where('decisions.ground', '=', 'scam')
    .where((is) => is.or([is('complaints.decision', 'is', null), is('complaints.decision', '<>', 'reversed')]))
    .orderBy('decisions.decided_at')
    .execute()
  return [...new Set(rows.map(({ target_id }) => target_id))]
}

export const decisionsAbout = (db: Db, person: string) =>
  db
    .selectFrom('decisions')
    .select(['id', 'target', 'decision', 'ground', 'decided_at'])
    .where('person_id', '=', person)
    .orderBy('decided_at', 'desc')
    .execute()

// ---- complaints against them ----------------------------------------------------------------------------------------------

const complaint = [
  'id',
  'person_id',
  'decision_id',
  'explanation',
  'created_at',
  'decided_at',
  'decided_by',
  'decision',
  'decision_reason',
] as const

/** Answers false when there was a complaint against this decision before. */
export const insertComplaint = async (db: Db, row: Insertable<Database['complaints']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('complaints')
    .values(row)
    .onConflict((conflict) => conflict.column('decision_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export const complaintById = (db: Db, id: string) =>
  db.selectFrom('complaints').select(complaint).where('id', '=', id).executeTakeFirst()

export const complaintAgainst = (db: Db, decision: string) =>
  db.selectFrom('complaints').select(complaint).where('decision_id', '=', decision).executeTakeFirst()

/** What waits, the oldest first. */
export const waitingComplaints = (db: Db) =>
  db
    .selectFrom('complaints')
    .innerJoin('decisions', 'decisions.id', 'complaints.decision_id')
    .select(['complaints.id', 'complaints.created_at', 'decisions.target', 'decisions.decision'])
    .where('complaints.decided_at', 'is', null)
    .orderBy('complaints.created_at')
    .orderBy('complaints.id')
    .limit(1000)
    .execute()

/** A complaint that nobody decided yet, kept for who asks first. */
export const lockComplaint = (db: Db, id: string) =>
  db
    .selectFrom('complaints')
    .select(['id', 'person_id', 'decision_id'])
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const settleComplaint = (db: Db, id: string, values: Updateable<Database['complaints']>) =>
  db.updateTable('complaints').set(values).where('id', '=', id).execute()

// ---- the ledger of what staff opened -------------------------------------------------------------------------------------

export const insertOpening = (db: Db, row: Insertable<Database['openings']>) => db.insertInto('openings').values(row).execute()

/** The last time that this member of staff opened these holdings of the person, since a moment. */
export const lastOpening = (
  db: Db,
  of: { staff: string; person: string; holdings: readonly HoldingName[]; about: string | undefined; since: Date },
) =>
  db
    .selectFrom('openings')
    .select(['id', 'purpose', 'at'])
    .where('staff_id', '=', of.staff)
    .where('person_id', '=', of.person)
    .where('target_id', of.about ? '=' : 'is', of.about ?? null)
    .where(sql<boolean>`holdings @> ${[...of.holdings]}::text[]`)
    .where('at', '>', of.since)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What staff opened, the last first: what, of whom and for what, but the reason only sealed. */
export const openings = (db: Db, before: Date, limit: number) =>
  db
    .selectFrom('openings')
    .select(['id', 'person_id', 'staff_id', 'purpose', 'reason', 'holdings', 'at'])
    .where('at', '<', before)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const openingById = (db: Db, id: string) =>
  db.selectFrom('openings').select(['id', 'person_id', 'staff_id']).where('id', '=', id).executeTakeFirst()

// ---- staff and what lets them in ---------------------------------------------------------------------------------------

/** Who answers for the site, and was not mailed this since then. */
export const answerable = (db: Db, template: string, since: Date) =>
  db
    .selectFrom('staff')
    .select('person_id')
    .where('role', 'in', ['owner', 'officer'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.person_id', '=', 'staff.person_id')
            .where('template', '=', template)
            .where('outbox.created_at', '>', since),
        ),
      ),
    )
    .execute()

/** Keeps the row of one's second factors until the transaction ends. */
export const lockStaff = (db: Db, person: string) =>
  db.selectFrom('staff').select('id').where('person_id', '=', person).forUpdate().executeTakeFirst()

export const insertStaff = (db: Db, row: Insertable<Database['staff']>) => db.insertInto('staff').values(row).execute()

export const staffFactors = (db: Db, person: string) =>
  db
    .selectFrom('staff')
    .select(['id', 'person_id', 'role', 'name', 'totp', 'totp_step'])
    .where('person_id', '=', person)
    .executeTakeFirst()

export const allStaff = (db: Db) =>
  db
    .selectFrom('staff')
    .select(['id', 'person_id', 'role', 'name', 'created_at'])
    .select((eb) => [
      eb('totp', 'is not', null).$castTo<boolean>().as('app'),
      eb
        .selectFrom('staff_passkeys')
        .select(eb.fn.countAll().as('many'))
        .whereRef('staff_passkeys.person_id', '=', 'staff.person_id')
        .as('passkeys'),
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const setRole = async (db: Db, person: string, role: Role): Promise<void> => {
  await db.updateTable('staff').set({ role }).where('person_id', '=', person).execute()
}

export const deleteStaff = (db: Db, person: string) => db.deleteFrom('staff').where('person_id', '=', person).execute()

export const setTotp = (db: Db, person: string, totp: Sealed<'secondFactor.staff'>, step: number) =>
  db.updateTable('staff').set({ totp, totp_step: step }).where('person_id', '=', person).execute()

/** Two browsers with the same code: the row is locked by the first, and the second finds the step used. */
export const useStep = async (db: Db, person: string, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ totp_step: step })
    .where('person_id', '=', person)
    .where((is) => is.or([is('totp_step', 'is', null), is('totp_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const passkeysOf = (db: Db, person: string) =>
  db
    .selectFrom('staff_passkeys')
    .select(['id', 'person_id', 'credential', 'created_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Answers false for a passkey that is somebody's already. */
export const insertPasskey = async (db: Db, row: Insertable<Database['staff_passkeys']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('staff_passkeys')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_key').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export const updatePasskey = (db: Db, id: string, credential: Sealed<'secondFactor.staff'>) =>
  db.updateTable('staff_passkeys').set({ credential }).where('id', '=', id).execute()

export const deletePasskey = (db: Db, person: string, id: string) =>
  db.deleteFrom('staff_passkeys').where('person_id', '=', person).where('id', '=', id).execute()

export const forgetTotp = (db: Db, person: string) =>
  db.updateTable('staff').set({ totp: null, totp_step: null }).where('person_id', '=', person).execute()

/** No second factor is left, and no session that gave one. */
export const forgetFactors = async (db: Db, person: string): Promise<void> => {
  await forgetTotp(db, person)
  await db.deleteFrom('staff_passkeys').where('person_id', '=', person).execute()
  await db.updateTable('sessions').set({ second_factor_at: null }).where('person_id', '=', person).execute()
}

export const noteSecondFactor = (db: Db, session: string, now: Date) =>
  db.updateTable('sessions').set({ second_factor_at: now }).where('id', '=', session).execute()

export const sinceOf = async (db: Db, person: string): Promise<Date | undefined> =>
  (await db.selectFrom('accounts').select('created_at').where('person_id', '=', person).executeTakeFirst())?.created_at
