import { days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { type BlindIndex, type LinkKind, type Notifications, Opaque, type Sealed } from '../../register'
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

/** A person's sessions that were used since: those that end with the browser, and those that stay. */
export const sessionsOf = (db: Db, person: string, since: { session: Date; stay: Date }) =>
  db
    .selectFrom('sessions')
    .select(['id', 'stay', 'by_link', 'created_at', 'last_used_at'])
    .where('person_id', '=', person)
    .where((eb) =>
      eb.or([
        eb('stay', '=', false).and('last_used_at', '>', since.session),
        eb('stay', '=', true).and('last_used_at', '>', since.stay),
      ]),
    )
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

const aWeekBefore = (now: Date) => new Date(now.getTime() - days(7))

export async function userNameTaken(
  db: Db,
  look: {
    account: BlindIndex<'userName.account'>
    registration: BlindIndex<'userName.pending'>
    now: Date
    /** The browser, the person or the registration that may have it. */
    browser?: Buffer
    person?: string
    own?: string
  },
): Promise<boolean> {
  const { browser, person, own } = look
  const held = await db
    .selectFrom('accounts')
    .select('id')
    .where('user_name_key', '=', look.account)
    .$if(person !== undefined, (query) => query.where('person_id', '!=', person ?? ''))
    .executeTakeFirst()
  const asked = await db
    .selectFrom('registrations')
    .select('id')
    .where('user_name_key', '=', look.registration)
    .where('created_at', '>', aWeekBefore(look.now))
    .$if(browser !== undefined, (query) => query.where('browser_hash', '!=', hashed(browser ?? Buffer.alloc(0))))
    .$if(own !== undefined, (query) => query.where('id', '!=', own ?? ''))
    .executeTakeFirst()
  return held !== undefined || asked !== undefined
}

// ---- registrations ----------------------------------------------------------------------------------------------------

export type NewRegistration = {
  id: string
  person_id: string
  first_name: Sealed<'firstName.pending'>
  email: Sealed<'email.pending'>
  email_key: BlindIndex<'email.pending'>
  user_name: Sealed<'userName.pending'>
  user_name_key: BlindIndex<'userName.pending'>
  password: Sealed<'password.pending'>
  language: Language
  browser_hash: Buffer
  created_at: Date
}

export const insertRegistration = (db: Db, row: NewRegistration) => db.insertInto('registrations').values(row).execute()

/** What somebody registered, within its term, and whether it was done in this browser. */
export const registrationOf = (db: Db, person: string, browser: Buffer, now: Date) =>
  db
    .selectFrom('registrations')
    .select(['id', 'person_id', 'first_name', 'email', 'user_name', 'password', 'language'])
    .select((eb) => eb('browser_hash', '=', hashed(browser)).as('here'))
    .where('person_id', '=', person)
    .where('created_at', '>', aWeekBefore(now))
    .executeTakeFirst()

export const deleteRegistration = (db: Db, id: string) => db.deleteFrom('registrations').where('id', '=', id).execute()

// ---- links ------------------------------------------------------------------------------------------------------------

export const insertLink = (
  db: Db,
  row: { id: string; person_id: string; kind: LinkKind; token_hash: Buffer; created_at: Date; expires_at: Date },
) => db.insertInto('links').values(row).execute()

export const linkByToken = (db: Db, kind: LinkKind, hash: Buffer, now: Date) =>
  db
    .selectFrom('links')
    .select('person_id')
    .where('token_hash', '=', hashed(hash))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Two presses of the button at once: the row is locked by the first, and the second finds it used. */
export const spendLink = (db: Db, kind: LinkKind, hash: Buffer, now: Date) =>
  db
    .updateTable('links')
    .set({ used_at: now })
    .where('token_hash', '=', hashed(hash))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()

export const deleteLinksOf = (db: Db, person: string) => db.deleteFrom('links').where('person_id', '=', person).execute()

/** Links to a mailbox that is no longer the account's, or asked for by who had the former password. */
export const forgetMailLinks = async (db: Db, person: string) => {
  await deleteLinksOf(db, person)
  await db.deleteFrom('email_changes').where('person_id', '=', person).execute()
}

// ---- changes ----------------------------------------------------------------------------------------------------------

export type AccountChange = {
  first_name?: Sealed<'firstName.account'>
  email?: Sealed<'email.account'>
  email_key?: BlindIndex<'email.account'>
  user_name?: Sealed<'userName.account'>
  user_name_key?: BlindIndex<'userName.account'>
  password?: Sealed<'password.account'>
  language?: Language
  notifications?: string
}

export const updateAccount = (db: Db, person: string, change: AccountChange) =>
  db.updateTable('accounts').set(change).where('person_id', '=', person).execute()

const twoDaysBefore = (now: Date) => new Date(now.getTime() - days(2))

export const emailChangeOf = (db: Db, person: string, now: Date) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'person_id', 'email'])
    .where('person_id', '=', person)
    .where('created_at', '>', twoDaysBefore(now))
    .executeTakeFirst()

export const replaceEmailChange = (
  db: Db,
  row: { id: string; person_id: string; email: Sealed<'email.change'>; created_at: Date },
) =>
  db
    .insertInto('email_changes')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ id: row.id, email: row.email, created_at: row.created_at }),
    )
    .execute()

export const deleteEmailChange = (db: Db, person: string) =>
  db.deleteFrom('email_changes').where('person_id', '=', person).execute()

// ---- long asleep ------------------------------------------------------------------------------------------------------

/** Who was last seen on this day or before and was not warned yet. */
export const unwarned = (db: Db, seenOn: string, many: number) =>
  db
    .selectFrom('accounts')
    .select('person_id')
    .where('last_seen_on', '<=', seenOn)
    .where('warned_on', 'is', null)
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
    .orderBy('last_seen_on')
    .limit(many)
    .execute()
