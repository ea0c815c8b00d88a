import { randomUUID } from 'node:crypto'
import { dayOf } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import type { Held, Keyring } from '../../platform/vault'
import { tellRecipients } from '../../privacy'
import type { Language } from '../../std/words'
import { accountOfPerson, accountsOfPeople, insertAccount, updateAccount } from './queries/accounts'

export type Person = {
  firstName: Held<'firstName.account'>
  email: Held<'email.account'>
  userName: Held<'userName.account'>
  language: Language
  notifications: { messages: boolean; alerts: boolean }
}

/** The accounts of these people, sealed, by the id of the person. Who has no account (any more) is not in it. */
export async function accountsOf(
  p: Platform,
  db: Db,
  people: readonly (string | null | undefined)[],
  ring?: Keyring | Promise<Keyring>,
): Promise<Map<string, Person>> {
  const known = [...new Set(people.filter((id) => id != null))]
  const [rows, keys] = await Promise.all([accountsOfPeople(db, known), ring ?? p.vault.keys(db, known)])
  return new Map(
    rows.map((row) => {
      const { first_name, email, user_name } = keys.bind('accounts', row)
      const { language, notifications } = row
      return [row.person_id, { firstName: first_name, email, userName: user_name, language, notifications }]
    }),
  )
}

/** What an account begins with. `passwordHash` null: they sign in by a link in a mail until they choose one. */
export type Beginning = { firstName: string; email: string; userName: string; passwordHash: string | null; language: Language }

/** Gives a person an account, its address taken as confirmed. `keys` hold the person's class `service`. Throws what isTaken knows
 *  (accounts_email_key, accounts_user_name_key) when another has the address or the user name. */
export async function addAccount(p: Platform, db: Db, person: string, keys: Keyring, given: Beginning): Promise<void> {
  const row = { id: randomUUID(), person_id: person }
  const sealed = keys.seal('accounts', row, {
    first_name: given.firstName,
    email: given.email,
    user_name: given.userName,
    password: given.passwordHash,
  })
  await insertAccount(db, {
    ...row,
    ...sealed,
    email_key: p.vault.index('accounts.email_key', given.email),
    user_name_key: p.vault.index('accounts.user_name_key', given.userName),
    language: given.language,
    created_at: p.clock.now(),
    last_seen_on: dayOf(p.clock.now()),
  })
}

/** Gives an account another first name; who got the former is told. Throws a refusal (404) when there is none. */
export async function correctFirstName(p: Platform, db: Db, person: string, firstName: string): Promise<void> {
  const keys = await p.vault.keysToSeal(db, person, ['service'])
  const account = await accountOfPerson(db, person)
  if (!account) throw missing()
  await updateAccount(db, person, keys.seal('accounts', account, { first_name: firstName }))
  await tellRecipients(p, db, { change: 'corrected', person }, ['firstName.account'])
}
