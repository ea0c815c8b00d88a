import type { Db } from '../../../platform/db'
import type { BlindIndex, Notifications, Sealed } from '../../../register'
import type { Language } from '../../../std/words'

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
