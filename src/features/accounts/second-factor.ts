// What the desk needs of accounts to let its staff in.
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { addAccount } from './account'
import { accountByEmail, accountByUserName } from './queries/accounts'
import { freeUserName } from './user-names'

export { mintLink, personOfLink, useLink } from './links'
export { PasskeyForm, type PasskeyFormProps, passkeyIsland } from './passkey-form'
export { cameByLink, startSession } from './sessions'
export * from './webauthn'

/** The person with this address (it has an at sign) or this user name. */
export async function personCalled(p: Platform, db: Db, who: string): Promise<string | undefined> {
  const account = who.includes('@')
    ? await accountByEmail(db, p.vault.index('accounts.email_key', who))
    : await accountByUserName(db, p.vault.index('accounts.user_name_key', who))
  return account?.person_id
}

/** An account without a password for an address that the operator vouches for: its owner comes in by a link. Answers the person. */
export async function vouchedAccount(
  p: Platform,
  db: Db,
  given: { email: string; firstName: string; language: Language },
): Promise<string> {
  const { id, keys } = await p.vault.newPerson(db, ['service'])
  const userName = await freeUserName(p, db, given.language, given.firstName)
  await addAccount(p, db, id, keys, { ...given, userName, passwordHash: null })
  return id
}
