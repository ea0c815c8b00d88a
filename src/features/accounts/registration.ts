import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Errors, Typed } from '../../platform/forms'
import { addressOf, type Env, networkOf, readCookie } from '../../platform/http'
import type { Language } from '../../std/words'
import type { RegistrationValues } from './fields'
import { limits } from './limits'
import { hashPassword, weakness } from './passwords'
import { kept } from './paths'
import { insertRegistration } from './queries/registrations'
import { browserMark, hashOf } from './sessions'
import { freeUserName, isUserNameTaken, someUserName } from './user-names'
import { words } from './words'

/** What is to be shown in the fields before anything was typed: a user name to begin with. */
export const proposed = (language: Language, typed: Typed = {}): Typed => ({ userName: someUserName(language), ...typed })

/** What a schema cannot see: a user name that somebody has, a password that is easily guessed. Empty when all is well. */
export async function registrationErrors(c: Context<Env>, db: Db, values: RegistrationValues): Promise<Errors> {
  const { p, language } = c.var
  const errors: Errors = []
  const mark = readCookie(c, 'session')
  if (await isUserNameTaken(p, db, values.userName, mark ? { browser: hashOf(mark) } : {}))
    errors.push({
      name: 'userName',
      message: words(language).refused.userNameTaken(await freeUserName(p, db, language, values.firstName)),
    })
  const weak = await weakness(values.password, [values.firstName, values.email, values.userName, p.site.name])
  if (weak) errors.push({ name: 'password', message: words(language).errors.password[weak] })
  return errors
}

/** Keeps what somebody registered with until the address is confirmed, and mails that address. Whether it has an account already is
 *  only asked when the mail is made, so that the answer and its cost are the same. `to`: a path of ours to lead to afterwards. Throws a refusal (429) for too many. */
export async function startRegistration(
  p: Platform,
  c: Context<Env>,
  db: Db,
  values: RegistrationValues,
  to?: string,
): Promise<{ person: string }> {
  const { language } = c.var
  await limits.register(p, networkOf(addressOf(c)), values.email)
  const passwordHash = await hashPassword(values.password)
  const { id: person, keys } = await p.vault.newPerson(db, ['service'])
  const row = { id: randomUUID(), person_id: person }
  const sealed = keys.seal('registrations', row, {
    first_name: values.firstName,
    email: values.email,
    user_name: values.userName,
    password: passwordHash,
  })
  await insertRegistration(db, {
    ...row,
    ...sealed,
    email_key: p.vault.index('registrations.email_key', values.email),
    user_name_key: p.vault.index('registrations.user_name_key', values.userName),
    language,
    browser_hash: hashOf(browserMark(c)),
    created_at: p.clock.now(),
  })
  await p.mail.queue(db, person, 'accounts.confirm', kept(to))
  return { person }
}
