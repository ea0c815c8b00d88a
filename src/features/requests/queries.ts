import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { cutoff, type Database, holding, Opaque, type Role } from '../../register'

// ---- what was asked from a mailbox that is not proved yet ---------------------------------------------------------------

const ask = ['id', 'person_id', 'email', 'kind', 'body', 'language', 'created_at', 'opened_at'] as const

/** What was made before this moment is over, though the sweep may not have been yet. */
const over = (now: Date) => cutoff(holding['email.question'].keep, now)

export const insertAsk = (db: Db, row: Insertable<Database['asks']>) => db.insertInto('asks').values(row).execute()

export const askById = (db: Db, id: string, now: Date) =>
  db.selectFrom('asks').select(ask).where('id', '=', id).where('created_at', '>', over(now)).executeTakeFirst()

export const setAskToken = (db: Db, id: string, hash: Buffer) =>
  db.updateTable('asks').set({ token_hash: hash }).where('id', '=', id).execute()

/** What this link belongs to: a question what is held, or a request to be confirmed. `since`: an older one is dead. */
export const askByToken = (db: Db, hash: Buffer, since: Date, what: 'question' | 'request') =>
  db
    .selectFrom('asks')
    .select(ask)
    .where('token_hash', '=', new Opaque(hash))
    .where('created_at', '>', since)
    .where('kind', what === 'question' ? 'is' : 'is not', null)
    .executeTakeFirst()

/** Two presses of the button at once: the row is locked by the first, and the second finds no link. */
export const spendAsk = (db: Db, hash: Buffer, since: Date, opened: { browser: Buffer; at: Date }) =>
  db
    .updateTable('asks')
    .set({ token_hash: null, browser_hash: opened.browser, opened_at: opened.at })
    .where('token_hash', '=', new Opaque(hash))
    .where('created_at', '>', since)
    .where('kind', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** The last link that was followed in this browser, since a moment. */
export const openedAsk = (db: Db, browser: Buffer, since: Date) =>
  db
    .selectFrom('asks')
    .select(ask)
    .where('browser_hash', '=', new Opaque(browser))
    .where('opened_at', '>', since)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What was asked from a mailbox, taken away: it becomes a request. */
export const takeAsk = (db: Db, hash: Buffer, since: Date) =>
  db
    .deleteFrom('asks')
    .where('token_hash', '=', new Opaque(hash))
    .where('created_at', '>', since)
    .where('kind', 'is not', null)
    .returning(ask)
    .executeTakeFirst()

// ---- requests -----------------------------------------------------------------------------------------------------------

const request = [
  'id',
  'person_id',
  'kind',
  'body',
  'email',
  'language',
  'created_at',
  'answer_by',
  'extension',
  'closed_at',
  'closed_by',
  'answer',
] as const

/** What was made before this moment is over, though the sweep may not have been yet. */
const overRequest = (now: Date) => cutoff(holding['request.desk'].keep, now)

export const insertRequest = (db: Db, row: Insertable<Database['requests']>) => db.insertInto('requests').values(row).execute()

export const requestById = (db: Db, id: string) =>
  db.selectFrom('requests').select(request).where('id', '=', id).executeTakeFirst()

export const requestByToken = (db: Db, hash: Buffer, now: Date) =>
  db
    .selectFrom('requests')
    .select(request)
    .where('token_hash', '=', new Opaque(hash))
    .where('created_at', '>', overRequest(now))
    .executeTakeFirst()

export const requestsOf = (db: Db, people: readonly string[], now: Date) =>
  db
    .selectFrom('requests')
    .select(request)
    .where('person_id', 'in', [...people])
    .where('created_at', '>', overRequest(now))
    .orderBy('created_at', 'desc')
    .execute()

export const setRequestToken = (db: Db, id: string, hash: Buffer) =>
  db.updateTable('requests').set({ token_hash: hash }).where('id', '=', id).execute()

/** What waits for an answer, the most urgent first. */
export const waitingRequests = (db: Db) =>
  db
    .selectFrom('requests')
    .select(['id', 'kind', 'created_at', 'answer_by'])
    .where('closed_at', 'is', null)
    .orderBy('answer_by')
    .orderBy('id')
    .limit(1000)
    .execute()

/** A request that nobody answered yet, kept for who asks first. */
export const lockRequest = (db: Db, id: string) =>
  db.selectFrom('requests').select(request).where('id', '=', id).where('closed_at', 'is', null).forUpdate().executeTakeFirst()

export const updateRequest = (db: Db, id: string, values: Updateable<Database['requests']>) =>
  db.updateTable('requests').set(values).where('id', '=', id).execute()

/** Requests whose answer is due by a moment and of which staff were told less than `stage` times; they count as told from then on. */
export const tellOf = (db: Db, by: Date, stage: number) =>
  db
    .updateTable('requests')
    .set({ reminders: stage })
    .where('closed_at', 'is', null)
    .where('answer_by', '<=', by)
    .where('reminders', '<', stage)
    .returning(['id'])
    .execute()

export const insertStep = (db: Db, row: Insertable<Database['request_steps']>) =>
  db.insertInto('request_steps').values(row).execute()

export const stepsOf = (db: Db, request: string) =>
  db
    .selectFrom('request_steps')
    .select(['step', 'staff_id', 'at'])
    .where('request_id', '=', request)
    .orderBy('at')
    .orderBy('id')
    .execute()

export const staffIn = (db: Db, roles: readonly Role[]) =>
  db
    .selectFrom('staff')
    .select(['person_id', 'role'])
    .where('role', 'in', [...roles])
    .execute()

// ---- what authorities demand ----------------------------------------------------------------------------------------------

const demand = [
  'id',
  'said',
  'holdings',
  'period_from',
  'period_until',
  'people',
  'rows',
  'hash',
  'silent_until',
  'created_at',
  'asked_by',
  'approved_at',
  'approved_by',
  'handed_at',
  'lines',
] as const

export const insertDemand = (db: Db, row: Insertable<Database['demands']>) => db.insertInto('demands').values(row).execute()

/** What was drawn up before this moment is over, though it may still lie there. */
const overDemand = (now: Date) => cutoff(holding['demand.desk'].keep, now)

export const demandById = (db: Db, id: string, now: Date) =>
  db.selectFrom('demands').select(demand).where('id', '=', id).where('created_at', '>=', overDemand(now)).executeTakeFirst()

export const lockDemand = (db: Db, id: string) =>
  db.selectFrom('demands').select(demand).where('id', '=', id).forUpdate().executeTakeFirst()

/** The last ones, newest first. */
export const allDemands = (db: Db, now: Date) =>
  db
    .selectFrom('demands')
    .select(demand)
    .where('created_at', '>=', overDemand(now))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()

export const updateDemand = (db: Db, id: string, values: Updateable<Database['demands']>) =>
  db.updateTable('demands').set(values).where('id', '=', id).execute()

export const deleteDemand = (db: Db, id: string) => db.deleteFrom('demands').where('id', '=', id).execute()

/** What was drawn up before this moment and never fetched. */
export const lapsedDemands = (db: Db, before: Date) =>
  db.selectFrom('demands').select('id').where('handed_at', 'is', null).where('created_at', '<', before).execute()

/** Who placed the advert with this public number. */
export const advertiserOf = async (db: Db, publicId: string): Promise<string | undefined> =>
  (await db.selectFrom('listings').select('person_id').where('public_id', '=', publicId).executeTakeFirst())?.person_id ??
  undefined
