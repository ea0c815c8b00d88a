import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { email } from '../../platform/forms'
import type { Held } from '../../platform/vault'
import type { Role } from '../../register'
import { isLanguage } from '../../std/words'
import { personCalled, vouchedAccount } from '../accounts'
import { allStaff, deleteStaff, forgetFactors, insertStaff, setRole, staffFactors } from './queries'

export type Colleague = {
  person: string
  role: Role
  name: Held<'role.staff'>
  since: Date
  app: boolean
  passkeys: number
}

/** The name of a colleague, or `resting` of one whose data are only stored. */
export const nameOf = ({ name }: Pick<Colleague, 'name'>, resting: string): string =>
  name.may('staffAccess') ? name.open('staffAccess') : resting

/** Who works at the desk, the longest first. */
export async function colleagues(p: Platform, db: Db): Promise<Colleague[]> {
  const rows = await allStaff(db)
  const keys = await p.vault.keys(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    person: row.person_id,
    role: row.role,
    name: keys.bind('staff', row).name,
    since: row.created_at,
    app: row.app,
    passkeys: Number(row.passkeys),
  }))
}

/** The person with this e-mail address or user name; for an address that has no account, one is made. */
export async function personFor(
  p: Platform,
  who: string,
  given: { firstName?: string | undefined; language?: string | undefined } = {},
): Promise<string | undefined> {
  const known = await personCalled(p, p.db, who)
  if (known || !email().safeParse(who).success) return known
  const firstName = given.firstName ?? who.split('@')[0] ?? who
  const language = isLanguage(given.language) ? given.language : (p.site.languages[0] ?? 'en')
  return p.db.transaction().execute((trx) => vouchedAccount(p, trx, { email: who, firstName, language }))
}

/** Gives a person a role at the desk, or another one. `name` is what colleagues know them by. */
export async function appoint(p: Platform, db: Db, given: { person: string; role: Role; name: string }): Promise<void> {
  const { person, role, name } = given
  if (await staffFactors(db, person)) return setRole(db, person, role)
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  await insertStaff(db, { ...row, ...keys.seal('staff', row, { name }), role, created_at: p.clock.now() })
}

/** Takes the desk from a person, with whatever let them in. Their account stays. */
export async function dismiss(db: Db, person: string): Promise<void> {
  await forgetFactors(db, person)
  await deleteStaff(db, person)
}
