import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../platform/feature'
import { check, type Errors, line, readForm, type Typed, ticked } from '../../platform/forms'
import { addressOf, type Env, giveLanguage, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { JobSpec } from '../../platform/jobs'
import { Button, ErrorSummary, Form, LinkButton } from '../../ui'
import { limits } from './limits'
import { personOfLink, useLink } from './links'
import { kept, ownPath, withTo } from './paths'
import { accountOfPerson } from './queries/accounts'
import { startSession } from './sessions'
import { accountOf, StayField, WhoField } from './sign-in'
import { words } from './words'

const templates = { signIn: 'accounts.signIn', reset: 'accounts.reset' } as const
type Kind = keyof typeof templates

/** Mails a link to an account; an id that is nobody's gets nothing. The request queues it without knowing which, so that an address
 *  that is known costs what any other does. */
export const linkJob = (p: Platform): JobSpec => ({
  name: 'accounts.link',
  async work({ person = '', kind = '', to }) {
    const template = kind === 'reset' ? templates.reset : templates.signIn
    if (await accountOfPerson(p.db, person))
      await p.db.transaction().execute((trx) => p.mail.queue(trx, person, template, to ? { to } : {}))
  },
})

async function askLink(c: Context<Env>, kind: Kind, who: string, to: string | undefined): Promise<void> {
  const { p } = c.var
  await limits.mailLink(p, networkOf(addressOf(c)), who)
  const account = await accountOf(c, who)
  await p.jobs.send(p.db, 'accounts.link', {
    person: account?.person_id ?? randomUUID(),
    kind,
    ...kept(to),
  })
}

function askPage(c: Context<Env>, kind: Kind, to: string | undefined, typed: Typed = {}, errors: Errors = []) {
  const { language: lang } = c.var
  const { signIn, forgot } = words(lang)
  const text = kind === 'reset' ? forgot : { title: signIn.linkTitle, lead: signIn.linkLead, submit: signIn.linkSubmit }
  const action = kind === 'reset' ? 'forgot-password' : 'sign-in/link'
  return page(
    c,
    { title: text.title, errors, noindex: true },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Form action={`/${lang}/${action}`} hidden={to ? { to } : {}}>
        <WhoField c={c} typed={typed} errors={errors} />
        <Button>{text.submit}</Button>
      </Form>
      <p>
        <a href={withTo(`/${lang}/sign-in`, to)}>{signIn.otherWay}</a>
      </p>
    </>,
  )
}

const asks = (kind: Kind) => ({
  get: (c: Context<Env>) => askPage(c, kind, ownPath(c.req.query('to'))),
  async post(c: Context<Env>) {
    const { typed } = await readForm(c)
    const { language } = c.var
    const checked = check(z.object({ who: line(254) }), typed, language, words(language).errors)
    const to = ownPath(typed.to)
    if (!checked.ok) return askPage(c, kind, to, typed, checked.errors)
    await askLink(c, kind, checked.values.who, to)
    return c.redirect(`/${language}/sign-in/sent?for=${kind}`, 303)
  },
})

function withPage(c: Context<Env>, token: string, to: string | undefined) {
  const { language: lang } = c.var
  const { signIn } = words(lang)
  return page(
    c,
    { title: signIn.withTitle, noindex: true },
    <>
      <h1>{signIn.withTitle}</h1>
      <p class="lead">{signIn.withLead}</p>
      <Form action={`/${lang}/sign-in/with/${token}`} hidden={to ? { to } : {}}>
        <StayField c={c} />
        <Button>{signIn.submit}</Button>
      </Form>
    </>,
  )
}

export const mailLinkPages = new Hono<Env>()
  .get('/sign-in/link', asks('signIn').get)
  .post('/sign-in/link', asks('signIn').post)
  .get('/forgot-password', asks('reset').get)
  .post('/forgot-password', asks('reset').post)
  .get('/sign-in/sent', (c) => {
    const { language: lang } = c.var
    const { signIn } = words(lang)
    const again = c.req.query('for') === 'reset' ? 'forgot-password' : 'sign-in/link'
    return page(
      c,
      { title: signIn.sentTitle, noindex: true },
      <>
        <h1>{signIn.sentTitle}</h1>
        <p class="lead">{signIn.sent}</p>
        <p>{signIn.sentNot}</p>
        <LinkButton variant="secondary" href={`/${lang}/${again}`}>
          {signIn.again}
        </LinkButton>
      </>,
    )
  })
  .get('/sign-in/with/:token', async (c) => {
    const { p } = c.var
    const token = c.req.param('token')
    await limits.useLink(p, networkOf(addressOf(c)))
    await personOfLink(p, p.db, 'signIn', token)
    return withPage(c, token, ownPath(c.req.query('to')))
  })
  .post('/sign-in/with/:token', async (c) => {
    const { p, language } = c.var
    await limits.useLink(p, networkOf(addressOf(c)))
    const { typed } = await readForm(c)
    const checked = check(z.object({ stay: ticked() }), typed, language)
    const stay = checked.ok && checked.values.stay
    const account = await p.db.transaction().execute(async (trx) => {
      const person = await useLink(p, trx, 'signIn', c.req.param('token'))
      await startSession(c, trx, person, { stay, byLink: true })
      return accountOfPerson(trx, person)
    })
    giveLanguage(c, account?.language ?? language)
    return c.redirect(ownPath(typed.to) ?? `/${account?.language ?? language}`, 303)
  })
