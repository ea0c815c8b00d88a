import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import { check, type Errors, readForm, type Typed, ticked } from '../../platform/forms'
import { addressOf, type Env, gone, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Checkboxes, ErrorSummary, Form } from '../../ui'
import { NewPasswordField, newPassword, registrationWords } from './fields'
import { limits } from './limits'
import { personOfLink, useLink } from './links'
import { hashPassword, weakness } from './passwords'
import { accountOfPerson, updateAccount } from './queries/accounts'
import { forgetMailLinks } from './queries/links'
import { deletePasskeysOf, passkeyCount } from './queries/passkeys'
import { endSessionsOf, startSession } from './sessions'
import { words } from './words'

/** An account with what its new password must not say, opened for the person themselves. Throws gone() when there is none. */
async function opened(c: Context<Env>, person: string) {
  const { p } = c.var
  const account = await accountOfPerson(p.db, person)
  if (!account) throw gone()
  const held = (await p.vault.keys(p.db, [person])).bind('accounts', account)
  // Who has their data restricted may choose a password to get in with; what it must not say is then not looked at.
  const said = [held.first_name, held.email, held.user_name].flatMap((one) => (one.may('account') ? [one.open('account')] : []))
  return [...said, p.site.name]
}

/** Why a password will not do for somebody, as the words of the field. */
export async function passwordErrors(c: Context<Env>, person: string, password: string): Promise<Errors> {
  const weak = await weakness(password, await opened(c, person))
  return weak ? [{ name: 'password', message: words(c.var.language).errors.password[weak] }] : []
}

/** Gives somebody another password: other sessions end, and so does whatever was asked by mail with the former one. */
export async function setPassword(c: Context<Env>, db: Db, person: string, hash: string, but: string | null): Promise<void> {
  const { p } = c.var
  const account = await accountOfPerson(db, person)
  if (!account) throw gone()
  const keys = await p.vault.keys(db, [person])
  await updateAccount(db, person, keys.seal('accounts', account, { password: hash }))
  await endSessionsOf(db, person, but)
  await forgetMailLinks(db, person)
  await p.mail.queue(db, person, 'accounts.passwordChanged')
}

async function newPasswordPage(c: Context<Env>, person: string, token: string, typed: Typed = {}, errors: Errors = []) {
  const { p, language: lang } = c.var
  const { forgot, fields, passkeys } = words(lang)
  const has = (await passkeyCount(p.db, person)) > 0
  return page(
    c,
    { title: forgot.newTitle, errors, noindex: true, islands: ['islands/password.ts'] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{forgot.newTitle}</h1>
      <p class="lead">{forgot.newLead}</p>
      <Form action={`/${lang}/new-password/${token}`}>
        <NewPasswordField lang={lang} errors={errors} label={fields.newPassword} />
        {has && (
          <Checkboxes
            lang={lang}
            name="passkeys"
            label={passkeys.removeAll.legend}
            values={typed.passkeys ? ['1'] : []}
            options={[{ value: '1', text: passkeys.removeAll.label, hint: passkeys.removeAll.hint }]}
          />
        )}
        <Button>{forgot.newSubmit}</Button>
      </Form>
    </>,
  )
}

export const newPasswordPages = new Hono<Env>()
  .get('/new-password/:token', async (c) => {
    const { p } = c.var
    await limits.useLink(p, networkOf(addressOf(c)))
    const token = c.req.param('token')
    return newPasswordPage(c, await personOfLink(p, p.db, 'reset', token), token)
  })
  .post('/new-password/:token', async (c) => {
    const { p, language } = c.var
    const token = c.req.param('token')
    await limits.useLink(p, networkOf(addressOf(c)))
    const person = await personOfLink(p, p.db, 'reset', token)
    const { typed } = await readForm(c)
    const checked = check(z.object({ password: newPassword(), passkeys: ticked() }), typed, language, registrationWords(language))
    const errors = checked.ok ? await passwordErrors(c, person, checked.values.password) : checked.errors
    if (!checked.ok || errors.length > 0) return newPasswordPage(c, person, token, typed, errors)
    const { password, passkeys } = checked.values
    const hash = await hashPassword(password)
    await p.db.transaction().execute(async (trx) => {
      await useLink(p, trx, 'reset', token)
      await setPassword(c, trx, person, hash, null)
      if (passkeys) await deletePasskeysOf(trx, person)
      await startSession(c, trx, person, { stay: false, byLink: true })
    })
    return c.redirect(`/${language}/account?done=password`, 303)
  })
