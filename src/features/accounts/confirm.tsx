import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isTaken } from '../../platform/db'
import { check, type Errors, readForm } from '../../platform/forms'
import { addressOf, type Env, gone, networkOf, readCookie } from '../../platform/http'
import { page } from '../../platform/http/page'
import { eraseIn } from '../../privacy'
import { Button, ErrorSummary, Form, SummaryList } from '../../ui'
import { addAccount } from './account'
import { NewPasswordField, newPassword, registrationWords } from './fields'
import { limits } from './limits'
import { personOfLink, useLink } from './links'
import { hashPassword, weakness } from './passwords'
import { ownPath } from './paths'
import { accountByEmail } from './queries/accounts'
import { deleteRegistration, registrationOf } from './queries/registrations'
import { hashOf, newToken, startSession } from './sessions'
import { freeUserName, isUserNameTaken } from './user-names'
import { words } from './words'

/** What a link confirms, opened. Throws gone() when its time is over. */
async function registered(c: Context<Env>, token: string) {
  const { p } = c.var
  await limits.useLink(p, networkOf(addressOf(c)))
  const person = await personOfLink(p, p.db, 'confirm', token)
  const row = await registrationOf(p.db, person, hashOf(readCookie(c, 'session') ?? newToken()), p.clock.now())
  if (!row) throw gone()
  const held = (await p.vault.keys(p.db, [person])).bind('registrations', row)
  const email = held.email.open('registration')
  const known = await accountByEmail(p.db, p.vault.index('accounts.email_key', email))
  return {
    person,
    row: row.id,
    here: row.here === true,
    known: known?.person_id,
    language: row.language,
    email,
    firstName: held.first_name.open('registration'),
    userName: held.user_name.open('registration'),
    passwordHash: held.password.open('registration'),
  }
}
type Registered = Awaited<ReturnType<typeof registered>>

/** Whoever registered may have used a stranger's address: in another browser the password is chosen anew, by who reads the mail. */
const asksPassword = (registration: Registered): boolean => !registration.known && !registration.here

async function confirmPage(
  c: Context<Env>,
  token: string,
  registration: Registered,
  to: string | undefined,
  errors: Errors = [],
) {
  const { language: lang } = c.var
  const { confirm, fields } = words(lang)
  const { known, email, firstName, userName } = registration
  const title = known ? confirm.knownTitle : confirm.title
  return page(
    c,
    { title, errors, noindex: true, islands: asksPassword(registration) ? ['islands/password.ts'] : [] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{known ? confirm.known : confirm.text}</p>
      <SummaryList
        lang={lang}
        rows={[
          { label: fields.email.label, value: email },
          ...(known
            ? []
            : [
                { label: fields.firstName.label, value: firstName },
                { label: fields.userName.label, value: userName },
              ]),
        ]}
      />
      <Form action={`/${lang}/confirm/${token}`} hidden={to ? { to } : {}}>
        {asksPassword(registration) && (
          <>
            <p>{confirm.elsewhere}</p>
            <NewPasswordField lang={lang} errors={errors} />
          </>
        )}
        <Button>{confirm.submit}</Button>
      </Form>
      <p class="soft">{confirm.notYou}</p>
    </>,
  )
}

/** Makes the registration an account, or signs in to the one that the address has already; either way the mailbox was proved. */
async function confirmed(c: Context<Env>, token: string, registration: Registered, passwordHash: string): Promise<string> {
  const { p } = c.var
  const { person: former, known, email, firstName, userName, language } = registration
  const outcome = await p.db.transaction().execute(async (trx) => {
    await useLink(p, trx, 'confirm', token)
    let notice = 'welcome'
    if (!known) {
      const taken = await isUserNameTaken(p, trx, userName, { own: registration.row })
      const name = taken ? await freeUserName(p, trx, language, firstName) : userName
      if (taken) notice = 'renamed'
      const keys = await p.vault.keys(trx, [former])
      await addAccount(p, trx, former, keys, { firstName, email, userName: name, passwordHash, language })
      await deleteRegistration(trx, registration.row)
    }
    const person = known ?? former
    await p.emit(trx, 'account.confirmed', { person, former })
    const erased = person === former ? undefined : await eraseIn(p, trx, former)
    await startSession(c, trx, person, { stay: false, byLink: true })
    return { notice: known ? 'welcomeBack' : notice, after: erased?.after }
  })
  await outcome.after?.()
  return outcome.notice
}

export const confirmPages = new Hono<Env>()
  .get('/confirm/:token', async (c) => {
    const token = c.req.param('token')
    return confirmPage(c, token, await registered(c, token), ownPath(c.req.query('to')))
  })
  .post('/confirm/:token', async (c) => {
    const { p, language } = c.var
    const token = c.req.param('token')
    const registration = await registered(c, token)
    const { typed } = await readForm(c)
    const to = ownPath(typed.to)
    let { passwordHash } = registration
    if (asksPassword(registration)) {
      const checked = check(z.object({ password: newPassword() }), typed, language, registrationWords(language))
      if (!checked.ok) return confirmPage(c, token, registration, to, checked.errors)
      const { firstName, email, userName } = registration
      const weak = await weakness(checked.values.password, [firstName, email, userName, p.site.name])
      if (weak)
        return confirmPage(c, token, registration, to, [{ name: 'password', message: words(language).errors.password[weak] }])
      passwordHash = await hashPassword(checked.values.password)
    }
    const notice = await confirmed(c, token, registration, passwordHash).catch(async (error: unknown) => {
      // The same address was confirmed, or the same user name taken, a moment ago: look again, once.
      if (!isTaken(error, 'accounts_email_key') && !isTaken(error, 'accounts_user_name_key')) throw error
      return confirmed(c, token, await registered(c, token), passwordHash)
    })
    return c.redirect(to ?? `/${language}/account?done=${notice}`, 303)
  })
