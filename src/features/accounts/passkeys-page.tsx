import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, errorOf, line, optional, readForm } from '../../platform/forms'
import { addressOf, type Env, giveLanguage, missing, networkOf, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { nobody, readTicket, redeem, ticketFor } from '../../platform/ticket'
import { Button, ErrorSummary, Form, Notice, Table, TextInput, Time } from '../../ui'
import { limits } from './limits'
import { PasskeyForm, passkeyIsland } from './passkey-form'
import { creation, keepPasskey, ownPasskeys, passkeyOwner } from './passkeys'
import { ownPath } from './paths'
import { accountOfPerson } from './queries/accounts'
import { deletePasskey } from './queries/passkeys'
import { cameByLink, startSession } from './sessions'
import { CurrentPassword, passwordErrors } from './setting'
import { requestOptions } from './webauthn'
import { words } from './words'

const path = '/account/settings/passkeys'
/** What tickets are for: the password was given, a passkey is being made, one is being used. */
const uses = { proof: 'passkey proof', create: 'own passkey create', request: 'sign-in passkey' } as const

/** The button below the sign-in form, and passkeys among the names to fill in (`offered`: not again after one failed); without JavaScript, or a browser that has no passkeys, it is not there. */
export async function SignInByPasskey({ c, to, offered }: { c: Context<Env>; to: string | undefined; offered: boolean }) {
  const { p, language: lang } = c.var
  const { passkeys } = words(lang)
  return (
    <PasskeyForm
      p={p}
      use={uses.request}
      session={nobody}
      action={`/${lang}/sign-in/passkey`}
      submit={passkeys.use}
      failed={passkeys.failed}
      hidden={{ stay: '', ...(to ? { to } : {}) }}
      request={await requestOptions(p, 'alone')}
      autofill={offered}
    />
  )
}

const mayAdd = async (c: Context<Env>, sessionId: string) =>
  readTicket(c.var.p, uses.proof, sessionId, c.req.query('proof') ?? '') !== undefined || (await cameByLink(c))

/** Who may make a passkey gets the button; others are asked the password first: with a passkey one comes in for good. */
async function AddPasskey({ c, errors, proved }: { c: Context<Env>; errors: Errors; proved: boolean }) {
  const { p, language: lang } = c.var
  const { passkeys: text } = words(lang)
  const { personId, sessionId } = signedIn(c)
  if (!proved && !(await mayAdd(c, sessionId)))
    return (
      <Form action={`/${lang}${path}/proof`}>
        <CurrentPassword lang={lang} errors={errors} />
        <Button>{text.goOn}</Button>
      </Form>
    )
  const account = await accountOfPerson(p.db, personId)
  if (!account) throw missing()
  const name = (await p.vault.keys(p.db, [personId])).bind('accounts', account).user_name.open('account')
  return (
    <PasskeyForm
      p={p}
      use={uses.create}
      session={sessionId}
      action={`/${lang}${path}`}
      submit={text.make}
      failed={text.failed}
      create={await creation(p, p.db, personId, name)}
    >
      <TextInput
        lang={lang}
        name="label"
        label={text.label}
        hint={text.labelHint}
        error={errorOf(errors, 'label')}
        maxlength={60}
        width={20}
      />
    </PasskeyForm>
  )
}

async function passkeysPage(c: Context<Env>, errors: Errors = [], proved = false) {
  const { p, language: lang } = c.var
  const { personId } = signedIn(c)
  const { passkeys: text } = words(lang)
  const own = await ownPasskeys(p, p.db, personId)
  const done = { added: text.added, removed: text.removed }[c.req.query('done') ?? '']
  return page(
    c,
    { title: text.title, errors, noindex: true, islands: [passkeyIsland, 'islands/password.ts'] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <p class="lead">{text.lead}</p>
      {own.length > 0 && (
        <Table
          id="passkeys"
          caption={text.caption}
          columns={[{ title: text.columns.name }, { title: text.columns.since }, { title: text.columns.actions }]}
          rows={own.map(({ id, label, since }) => [
            label,
            <Time at={since} lang={lang} />,
            <Form action={`/${lang}${path}/${id}/removal`}>
              <Button variant="quiet" small>
                {text.remove}
                <span class="visually-hidden"> {label}</span>
              </Button>
            </Form>,
          ])}
        />
      )}
      <h2>{text.add}</h2>
      <noscript>
        <p class="soft">{text.noScript}</p>
      </noscript>
      <AddPasskey c={c} errors={errors} proved={proved} />
    </>,
  )
}

const asUuid = z.uuid()

export const passkeysPages = new Hono<Env>()
  .get(path, (c) => passkeysPage(c))
  .post(`${path}/proof`, async (c) => {
    const { p, language } = c.var
    const { sessionId } = signedIn(c)
    const { typed } = await readForm(c)
    const errors = await passwordErrors(c, typed)
    if (errors.length > 0) return passkeysPage(c, errors)
    return c.redirect(`/${language}${path}?proof=${encodeURIComponent(ticketFor(p, uses.proof, sessionId, 'password'))}`, 303)
  })
  .post(path, async (c) => {
    const { p, language } = c.var
    const { personId: person, sessionId } = signedIn(c)
    const { typed } = await readForm(c)
    const { passkeys: text } = words(language)
    // A ticket was given to who proved it was them, and stands for that.
    const ticket = String(typed.ticket)
    const proved = readTicket(p, uses.create, sessionId, ticket) !== undefined
    const checked = check(z.object({ label: optional(line(60)) }), typed, language)
    if (!checked.ok) return passkeysPage(c, checked.errors, proved)
    const challenge = await redeem(p, uses.create, sessionId, ticket)
    const label = checked.values.label ?? text.unnamed
    const json = String(typed.credential)
    const kept =
      challenge !== undefined &&
      (await p.db.transaction().execute(async (trx) => {
        const done = await keepPasskey(p, trx, { person, challenge, json, label })
        if (done) await p.mail.queue(trx, person, 'accounts.passkeyAdded')
        return done
      }))
    if (!kept) return passkeysPage(c, [{ name: '', message: text.failed }], proved)
    return c.redirect(`/${language}${path}?done=added`, 303)
  })
  .post(`${path}/:passkey/removal`, async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const id = asUuid.safeParse(c.req.param('passkey')).data
    if (!id || !(await deletePasskey(p.db, personId, id))) throw missing()
    return c.redirect(`/${language}${path}?done=removed`, 303)
  })

/** Signs in who answers with a passkey. Answers undefined when it is not one. */
export async function signInByPasskey(c: Context<Env>, typed: Record<string, unknown>): Promise<Response | undefined> {
  const { p } = c.var
  await limits.passkey(p, networkOf(addressOf(c)))
  const challenge = await redeem(p, uses.request, nobody, String(typed.ticket))
  if (challenge === undefined) return undefined
  const owner = await p.db.transaction().execute(async (trx) => {
    const found = await passkeyOwner(p, trx, challenge, String(typed.credential))
    if (found) await startSession(c, trx, found.person, { stay: typed.stay === '1', byLink: false })
    return found
  })
  if (!owner) return undefined
  giveLanguage(c, owner.language)
  return c.redirect(ownPath(typed.to) ?? `/${owner.language}`, 303)
}
