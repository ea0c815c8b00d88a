import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, line, readForm } from '../../platform/forms'
import { type Env, missing, signedIn, type Viewer } from '../../platform/http'
import { redeem } from '../../platform/ticket'
import { Button, ErrorSummary, Form, Notice } from '../../ui'
import { cameByLink, passkeyIsland } from '../accounts'
import { deskPage } from './desk-page'
import { AppForm, CodeField, FactorPasskeyForm } from './factor-forms'
import { addPasskey, creation, provePasskey, request } from './passkeys'
import { noteSecondFactor, passkeysOf, staffFactors } from './queries'
import { keepSecret, newSecret, spendCode, stepOf } from './totp'
import { words } from './words'

/** Who is staff, whether or not the second factor was given. To others there is nothing here. */
async function staffOf(c: Context<Env>) {
  const { p } = c.var
  const viewer = signedIn(c)
  const staff = viewer.role ? await staffFactors(p.db, viewer.personId) : undefined
  if (!staff) throw missing()
  const name = (await p.vault.keys(p.db, [viewer.personId])).bind('staff', staff).name.open('staffAccess')
  const passkeys = await passkeysOf(p.db, viewer.personId)
  return { viewer, name, app: staff.totp !== null, passkeys: passkeys.length }
}
type Staff = Awaited<ReturnType<typeof staffOf>>
const isSetUp = ({ app, passkeys }: Staff) => app || passkeys > 0

/** A first second factor is set up by who proved the mailbox: a stolen password alone must not be enough to do it first. */
const maySetUp = async (c: Context<Env>, staff: Staff) => (isSetUp(staff) ? staff.viewer.atDesk : cameByLink(c))

/** A page of the desk to go on to. */
const deskPath = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 200 && /^\/(?:nl|fr|en)\/desk(?:\/[\w\-/]*)?(?:\?[\w\-=&.:%]*)?$/.test(value)
    ? value
    : undefined

/** Guesses of a code: three of a million are right at any moment. */
async function countTry(c: Context<Env>, viewer: Viewer): Promise<void> {
  await c.var.p.limits.count('secondFactor.quarter', viewer.personId, 6, 900)
  await c.var.p.limits.count('secondFactor.day', viewer.personId, 30, 86_400)
}

async function letIn(c: Context<Env>, viewer: Viewer, to: string | undefined): Promise<Response> {
  const { p, language } = c.var
  await noteSecondFactor(p.db, viewer.sessionId, p.clock.now())
  await p.limits.forget('secondFactor.quarter', viewer.personId)
  return c.redirect(to ?? `/${language}/desk`, 303)
}

async function askPage(c: Context<Env>, staff: Staff, to?: string, errors: Errors = []): Promise<Response> {
  const { p, language: lang } = c.var
  const { viewer } = staff
  const text = words(lang).factor
  const options = await request(p, p.db, viewer.personId)
  const action = `/${lang}/desk/second-factor`
  return deskPage(
    c,
    viewer,
    { title: text.title, errors, islands: options ? [passkeyIsland] : [] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      {staff.app && (
        <Form action={action} hidden={to ? { to } : {}}>
          <CodeField lang={lang} errors={errors} />
          <Button>{text.submit}</Button>
        </Form>
      )}
      {options && (
        <>
          {staff.app && <h2>{text.passkey}</h2>}
          <FactorPasskeyForm {...{ p, lang, viewer, to, action, submit: text.usePasskey, request: options }} />
        </>
      )}
      <p class="soft">{text.lost}</p>
    </>,
  )
}

async function setUpPage(c: Context<Env>, staff: Staff, secret = newSecret(), errors: Errors = []): Promise<Response> {
  const { p, language: lang } = c.var
  const { viewer, name } = staff
  const text = words(lang).factor
  const create = await creation(p, p.db, viewer.personId, name)
  return deskPage(
    c,
    viewer,
    { title: text.setUpTitle, errors, islands: [passkeyIsland] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.setUpTitle}</h1>
      <p>{text.setUpLead}</p>
      <h2>{text.app}</h2>
      <AppForm {...{ p, lang, viewer, secret, name, errors }} />
      <h2>{text.passkeyTitle}</h2>
      <p>{text.passkeyLead}</p>
      <FactorPasskeyForm
        {...{ p, lang, viewer, create, action: `/${lang}/desk/second-factor/passkeys`, submit: text.makePasskey }}
      />
    </>,
  )
}

function provePage(c: Context<Env>, { viewer }: Staff): Promise<Response> {
  const { language: lang } = c.var
  const text = words(lang).factor
  const sent = c.req.query('sent') !== undefined
  return deskPage(
    c,
    viewer,
    { title: text.proveTitle },
    <>
      <h1>{text.proveTitle}</h1>
      {sent ? (
        <Notice tone="success" live>
          <p>{text.proveSent}</p>
        </Notice>
      ) : (
        <>
          <p>{text.prove}</p>
          <Form action={`/${lang}/desk/second-factor/link`}>
            <Button>{text.proveSubmit}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

const digits = (typed: unknown) => (typeof typed === 'string' ? typed.replace(/\s/g, '') : typed)
const codeSchema = z.object({ code: z.preprocess(digits, line(10)) })

export const secondFactorPages = new Hono<Env>()
  .get('/desk/second-factor', async (c) => {
    const staff = await staffOf(c)
    const to = deskPath(c.req.query('to'))
    if (staff.viewer.atDesk) return c.redirect(to ?? `/${c.var.language}/desk`, 303)
    if (isSetUp(staff)) return askPage(c, staff, to)
    return (await maySetUp(c, staff)) ? setUpPage(c, staff) : provePage(c, staff)
  })
  .post('/desk/second-factor', async (c) => {
    const { p, language } = c.var
    const staff = await staffOf(c)
    const { viewer } = staff
    const { typed } = await readForm(c)
    const to = deskPath(typed.to)
    const text = words(language).factor
    if (!isSetUp(staff)) return c.redirect(`/${language}/desk/second-factor`, 303)
    if (typeof typed.credential === 'string') {
      await countTry(c, viewer)
      const challenge = await redeem(p, 'passkey request', viewer.sessionId, String(typed.ticket))
      const proved = challenge && (await provePasskey(p, p.db, viewer.personId, challenge, typed.credential))
      return proved ? letIn(c, viewer, to) : askPage(c, staff, to, [{ name: '', message: text.passkeyFailed }])
    }
    const checked = check(codeSchema, typed, language, text.errors)
    if (!checked.ok) return askPage(c, staff, to, checked.errors)
    await countTry(c, viewer)
    return (await spendCode(p, p.db, viewer.personId, checked.values.code))
      ? letIn(c, viewer, to)
      : askPage(c, staff, to, [{ name: 'code', message: text.wrong }])
  })
  .post('/desk/second-factor/link', async (c) => {
    const { p, language } = c.var
    const staff = await staffOf(c)
    if (isSetUp(staff)) throw missing()
    await p.limits.count('secondFactor.link', staff.viewer.personId, 5, 3600)
    await p.db.transaction().execute((trx) => p.mail.queue(trx, staff.viewer.personId, 'desk.setUp'))
    return c.redirect(`/${language}/desk/second-factor?sent`, 303)
  })
  .post('/desk/second-factor/app', async (c) => {
    const { p, language } = c.var
    const staff = await staffOf(c)
    if (!(await maySetUp(c, staff))) return c.redirect(`/${language}/desk/second-factor`, 303)
    const { viewer } = staff
    const { typed } = await readForm(c)
    const text = words(language).factor
    const secret = await redeem(p, 'app', viewer.sessionId, String(typed.ticket))
    if (!secret) return setUpPage(c, staff, undefined, [{ name: 'code', message: text.stale }])
    const checked = check(codeSchema, typed, language, text.errors)
    if (!checked.ok) return setUpPage(c, staff, secret, checked.errors)
    const step = stepOf(secret, checked.values.code, p.clock.now())
    if (!step) return setUpPage(c, staff, secret, [{ name: 'code', message: text.setUpWrong }])
    const first = !isSetUp(staff)
    await p.db.transaction().execute((trx) => keepSecret(p, trx, viewer.personId, secret, step))
    return first ? letIn(c, viewer, undefined) : c.redirect(`/${language}/desk/security?done=added`, 303)
  })
  .post('/desk/second-factor/passkeys', async (c) => {
    const { p, language } = c.var
    const staff = await staffOf(c)
    if (!(await maySetUp(c, staff))) return c.redirect(`/${language}/desk/second-factor`, 303)
    const { viewer } = staff
    const { typed } = await readForm(c)
    const challenge = await redeem(p, 'passkey create', viewer.sessionId, String(typed.ticket))
    const added = challenge && (await addPasskey(p, p.db, viewer.personId, challenge, String(typed.credential)))
    if (!added) return setUpPage(c, staff, undefined, [{ name: '', message: words(language).factor.passkeyFailed }])
    return isSetUp(staff) ? c.redirect(`/${language}/desk/security?done=added`, 303) : letIn(c, viewer, undefined)
  })
