import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { minutes } from '../../platform/clock'
import { type Db, takeTurn } from '../../platform/db'
import type { Errors, Typed } from '../../platform/forms'
import { idOfSent } from '../../platform/forms/once'
import { addressOf, type Env, networkOf, pathOf, readCookie } from '../../platform/http'
import type { Language } from '../../std/words'
import type { RegistrationValues } from './fields'
import { limits } from './limits'
import { hashPassword, verifyPassword, weakness } from './passwords'
import { kept } from './paths'
import { insertRegistration, markBrowser, registrationById } from './queries/registrations'
import { browserMark, hashOf } from './sessions'
import { freeUserName, isUserNameTaken, someUserName } from './user-names'
import { words } from './words'

/** What is to be shown in the fields before anything was typed: a user name to begin with. */
export const proposed = (language: Language, typed: Typed = {}): Typed => ({ userName: someUserName(language), ...typed })

/** What a schema cannot see: a user name that somebody has, a password that is easily guessed. Empty when all is well. */
async function registrationErrors(c: Context<Env>, db: Db, values: RegistrationValues): Promise<Errors> {
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
 *  only asked when the mail is made, so that the answer and its cost are the same. Throws a refusal (429) for too many. */
async function start(c: Context<Env>, db: Db, id: string, values: RegistrationValues, to: string | undefined): Promise<string> {
  const { p, language } = c.var
  await limits.register(p, networkOf(addressOf(c)), values.email)
  const passwordHash = await hashPassword(values.password)
  const { id: person, keys } = await p.vault.newPerson(db, ['service'])
  const row = { id, person_id: person }
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
  return person
}

/** What was registered with these words before, by who knows the password that was typed then: the id that is made of them tells nothing of a password. Throws a
 *  refusal (429) for too many. */
async function registered(c: Context<Env>, db: Db, id: string, { email, password }: RegistrationValues) {
  const { p } = c.var
  const row = await registrationById(db, id, p.clock.now())
  if (!row) return undefined
  await limits.register(p, networkOf(addressOf(c)), email)
  const held = (await p.vault.keys(db, [row.person_id])).bind('registrations', row)
  return (await verifyPassword(held.password.open('registration'), password)) ? row : undefined
}

/** Whose mail has not come within this presses the button once more to get another; before that they pressed it twice. */
const patience = minutes(1)

/** Answers a second press as the first. */
async function again(c: Context<Env>, db: Db, row: Awaited<ReturnType<typeof registered>> & object, to: string | undefined) {
  const { p } = c.var
  // The answer to the first press may not have arrived, and the mark of this browser with it.
  await markBrowser(db, row.id, hashOf(browserMark(c)))
  if (p.clock.now().getTime() - row.created_at.getTime() >= patience)
    await p.mail.queue(db, row.person_id, 'accounts.confirm', kept(to))
}

/** `to`: a path of ours to lead to once the address is confirmed. `also` is done in the same transaction, for the person who registers. */
export type Registering = { to: string | undefined; also?: (db: Db, person: string) => Promise<void> }

/** Registers who filled in a form: once, however often its button was pressed. Answers what is wrong with what was typed; nothing, when the mail is on its way.
 *  Throws a refusal (429) for too many. */
export async function register(
  c: Context<Env>,
  { password: _, ...typed }: Typed,
  values: RegistrationValues,
  { to, also }: Registering,
): Promise<Errors> {
  const { p } = c.var
  const id = idOfSent(p, 'registration', pathOf(c), typed)
  const before = await registered(c, p.db, id, values)
  if (before) {
    await again(c, p.db, before, to)
    return []
  }
  const errors = await registrationErrors(c, p.db, values)
  if (errors.length > 0) return errors
  await p.db.transaction().execute(async (trx) => {
    await takeTurn(trx, id)
    const meanwhile = await registered(c, trx, id, values)
    if (meanwhile) return again(c, trx, meanwhile, to)
    const isFree = (await registrationById(trx, id, p.clock.now())) === undefined
    const person = await start(c, trx, isFree ? id : randomUUID(), values, to)
    await also?.(trx, person)
  })
  return []
}
