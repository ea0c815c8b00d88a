import type { Db } from '../../platform/db'
import { type BlindIndex, type Notifications, Opaque, type Sealed } from '../../register'
import type { Language } from '../../std/words'

const hashed = (hash: Buffer) => new Opaque(hash)

// ---- sessions ---------------------------------------------------------------------------------------------------------

/** The session behind one of these tokens, with what every page wants to know of its person. */
export const sessionOf = (db: Db, hashes: readonly Buffer[]) =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.person_id', 'sessions.person_id')
    .leftJoin('staff', 'staff.person_id', 'sessions.person_id')
    .select([
      'sessions.id',
      'sessions.person_id',
      'sessions.stay',
      'sessions.by_link',
      'sessions.created_at',
      'sessions.last_used_at',
      'sessions.second_factor_at',
      'accounts.last_seen_on',
      'staff.role',
    ])
    .where('sessions.token_hash', 'in', hashes.map(hashed))
    .orderBy('sessions.last_used_at', 'desc')
    .execute()

export const insertSession = (
  db: Db,
  row: { id: string; person_id: string; token_hash: Buffer; stay: boolean; by_link: boolean; created_at: Date },
) =>
  db
    .insertInto('sessions')
    .values({ ...row, last_used_at: row.created_at })
    .execute()

export const touchSession = (db: Db, id: string, now: Date) =>
  db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', id).execute()

export const deleteSessions = (db: Db, hashes: readonly Buffer[]) =>
  db.deleteFrom('sessions').where('token_hash', 'in', hashes.map(hashed)).execute()

/** Ends a person's sessions, but for one that may stay. */
export const deleteSessionsOf = (db: Db, person: string, but: string | null) =>
  db
    .deleteFrom('sessions')
    .where('person_id', '=', person)
    .$if(but !== null, (query) => query.where('id', '!=', but ?? ''))
    .execute()

export const sessionsOf = (db: Db, person: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'stay', 'by_link', 'created_at', 'last_used_at'])
    .where('person_id', '=', person)
    .orderBy('last_used_at', 'desc')
    .execute()

// ---- the last sign-in -------------------------------------------------------------------------------------------------

/** The row of the sign-in before goes: one address per person (K6). */
export const replaceLastSignIn = (db: Db, row: { id: string; person_id: string; ip: Sealed<'ip.lastSession'>; at: Date }) =>
  db
    .insertInto('last_sign_ins')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ id: row.id, ip: row.ip, at: row.at }))
    .execute()

export const lastSignIn = (db: Db, person: string) =>
  db.selectFrom('last_sign_ins').select(['id', 'person_id', 'ip', 'at']).where('person_id', '=', person).executeTakeFirst()

// ---- seen -------------------------------------------------------------------------------------------------------------

/** Notes the day on which somebody was here, and forgets that they were warned of a long sleep. */
export const noteSeen = (db: Db, person: string, day: string) =>
  db
    .updateTable('accounts')
    .set({ last_seen_on: day, warned_on: null })
    .where('person_id', '=', person)
    .where('last_seen_on', '<', day)
    .execute()

// ---- accounts ---------------------------------------------------------------------------------------------------------

const account = [
  'id',
  'person_id',
  'first_name',
  'email',
  'user_name',
  'password',
  'language',
  'notifications',
  'created_at',
  'last_seen_on',
] as const

export const accountsOfPeople = (db: Db, people: readonly string[]) =>
  people.length === 0 ? Promise.resolve([]) : db.selectFrom('accounts').select(account).where('person_id', 'in', people).execute()

export const accountOfPerson = (db: Db, person: string) =>
  db.selectFrom('accounts').select(account).where('person_id', '=', person).executeTakeFirst()

export const accountByEmail = (db: Db, key: BlindIndex<'email.account'>) =>
  db.selectFrom('accounts').select(account).where('email_key', '=', key).executeTakeFirst()

export const accountByUserName = (db: Db, key: BlindIndex<'userName.account'>) =>
  db.selectFrom('accounts').select(account).where('user_name_key', '=', key).executeTakeFirst()

export type NewAccount = {
  id: string
  person_id: string
  first_name: Sealed<'firstName.account'>
  email: Sealed<'email.account'>
  email_key: BlindIndex<'email.account'>
  user_name: Sealed<'userName.account'>
  user_name_key: BlindIndex<'userName.account'>
  password: Sealed<'password.account'> | null
  language: Language
  created_at: Date
  last_seen_on: string
}

const everyNotice: Notifications = { messages: true, alerts: true }

export const insertAccount = (db: Db, row: NewAccount) =>
  db
    .insertInto('accounts')
    .values({ ...row, notifications: JSON.stringify(everyNotice) })
    .execute()
