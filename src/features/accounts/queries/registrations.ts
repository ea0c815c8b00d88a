import type { Db } from '../../../platform/db'
import { type BlindIndex, cutoff, holding, Opaque, type Sealed } from '../../../register'
import type { Language } from '../../../std/words'

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

/** What was made before this moment is over, though the sweep may not have been yet. */
const over = (now: Date) => cutoff(holding['userName.pending'].keep, now)

export const insertRegistration = (db: Db, row: NewRegistration) => db.insertInto('registrations').values(row).execute()

export const registrationById = (db: Db, id: string, now: Date) =>
  db
    .selectFrom('registrations')
    .select(['id', 'person_id', 'password', 'created_at'])
    .where('id', '=', id)
    .where('created_at', '>', over(now))
    .executeTakeFirst()

/** This browser is known again as the one in which it was made. */
export const markBrowser = (db: Db, id: string, browser: Buffer) =>
  db.updateTable('registrations').set({ browser_hash: browser }).where('id', '=', id).execute()

/** What somebody registered, within its term, and whether it was done in this browser. */
export const registrationOf = (db: Db, person: string, browser: Buffer, now: Date) =>
  db
    .selectFrom('registrations')
    .select(['id', 'person_id', 'first_name', 'email', 'user_name', 'password', 'language'])
    .select((eb) => eb('browser_hash', '=', new Opaque(browser)).as('here'))
    .where('person_id', '=', person)
    .where('created_at', '>', over(now))
    .executeTakeFirst()

export const deleteRegistration = (db: Db, id: string) => db.deleteFrom('registrations').where('id', '=', id).execute()

export async function userNameTaken(
  db: Db,
  look: {
    account: BlindIndex<'userName.account'>
    /** False where nobody registers. */
    registration: BlindIndex<'userName.pending'> | false
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
  if (held || !look.registration) return held !== undefined
  const asked = await db
    .selectFrom('registrations')
    .select('id')
    .where('user_name_key', '=', look.registration)
    .where('created_at', '>', over(look.now))
    .$if(browser !== undefined, (query) => query.where('browser_hash', '!=', new Opaque(browser ?? Buffer.alloc(0))))
    .$if(own !== undefined, (query) => query.where('id', '!=', own ?? ''))
    .executeTakeFirst()
  return asked !== undefined
}
