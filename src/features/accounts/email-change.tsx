import { Hono } from 'hono'
import { isTaken } from '../../platform/db'
import { addressOf, type Env, gone, networkOf, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { tellRecipients } from '../../privacy'
import { Button, Form } from '../../ui'
import { limits } from './limits'
import { personOfLink, useLink } from './links'
import { accountOfPerson, updateAccount } from './queries/accounts'
import { deleteEmailChange, emailChangeOf } from './queries/email-changes'
import { forgetMailLinks } from './queries/links'
import { words } from './words'

export const emailChangePages = new Hono<Env>()
  .post('/account/settings/email/cancellation', async (c) => {
    await deleteEmailChange(c.var.p.db, signedIn(c).personId)
    return c.redirect(`/${c.var.language}/account`, 303)
  })
  .get('/confirm-email/:token', async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await limits.useLink(p, networkOf(addressOf(c)))
    await personOfLink(p, p.db, 'changeEmail', token)
    const { confirmEmail } = words(lang)
    return page(
      c,
      { title: confirmEmail.title, noindex: true },
      <>
        <h1>{confirmEmail.title}</h1>
        <p class="lead">{confirmEmail.text}</p>
        <Form action={`/${lang}/confirm-email/${token}`}>
          <Button>{confirmEmail.submit}</Button>
        </Form>
      </>,
    )
  })
  .post('/confirm-email/:token', async (c) => {
    const { p, language } = c.var
    await limits.useLink(p, networkOf(addressOf(c)))
    const changed = p.db.transaction().execute(async (trx) => {
      const person = await useLink(p, trx, 'changeEmail', c.req.param('token'))
      const account = await accountOfPerson(trx, person)
      const change = await emailChangeOf(trx, person, p.clock.now())
      if (!account || !change) throw gone()
      const keys = await p.vault.keys(trx, [person])
      const email = keys.bind('email_changes', change).email.open('account')
      await tellRecipients(p, trx, { change: 'corrected', person }, ['email.account'])
      await updateAccount(trx, person, {
        ...keys.seal('accounts', account, { email }),
        email_key: p.vault.index('accounts.email_key', email),
      })
      await forgetMailLinks(trx, person)
      await p.emit(trx, 'account.moved', { person })
      return person
    })
    // Somebody made an account with the address in the meantime: it is theirs as much, and the link is spent.
    const person = await changed.catch((error: unknown) => {
      throw isTaken(error, 'accounts_email_key') ? gone() : error
    })
    const here = c.var.viewer?.personId === person
    return c.redirect(here ? `/${language}/account?done=emailDone` : `/${language}/sign-in?done=email`, 303)
  })
