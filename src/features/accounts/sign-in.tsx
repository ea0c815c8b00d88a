import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, errorOf, line, readForm, type Typed, ticked, typedOf } from '../../platform/forms'
import { addressOf, type Env, giveLanguage, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Checkboxes, ErrorSummary, Form, Notice, PasswordInput, TextInput } from '../../ui'
import { password } from './fields'
import { limits } from './limits'
import { passkeyIsland } from './passkey-form'
import { SignInByPasskey, signInByPasskey } from './passkeys-page'
import { hashPassword, isOutdated, verifyPassword } from './passwords'
import { ownPath, withTo } from './paths'
import { accountByEmail, accountByUserName, updateAccount } from './queries/accounts'
import { endSession, startSession } from './sessions'
import { words } from './words'

const who = () => line(254)

/** The account of an address (it has an at sign) or of a user name (it has none): K3. */
export const accountOf = (c: Context<Env>, typed: string) => {
  const { db, vault } = c.var.p
  return typed.includes('@')
    ? accountByEmail(db, vault.index('accounts.email_key', typed))
    : accountByUserName(db, vault.index('accounts.user_name_key', typed))
}

type FieldProps = { c: Context<Env>; typed?: Typed; errors?: Errors; passkeys?: boolean }

export const WhoField = ({ c, typed, errors, passkeys }: FieldProps) => (
  <TextInput
    lang={c.var.language}
    name="who"
    label={words(c.var.language).fields.who}
    value={typedOf(typed, 'who')}
    error={errorOf(errors, 'who')}
    autocomplete={passkeys ? 'username webauthn' : 'username'}
    spellcheck={false}
  />
)

export const StayField = ({ c, typed }: FieldProps) => {
  const { stay } = words(c.var.language).fields
  return (
    <Checkboxes
      lang={c.var.language}
      name="stay"
      label={stay.legend}
      values={typed?.stay ? ['1'] : []}
      options={[{ value: '1', text: stay.label, hint: stay.hint }]}
    />
  )
}

function signInPage(c: Context<Env>, to: string | undefined, typed: Typed = {}, errors: Errors = []) {
  const { language: lang } = c.var
  const { signIn, register, fields, confirmEmail } = words(lang)
  const done = { out: signIn.out, email: confirmEmail.done }[c.req.query('done') ?? '']
  return page(
    c,
    { title: signIn.title, errors, noindex: true, islands: ['islands/password.ts', passkeyIsland] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{signIn.title}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <Form action={`/${lang}/sign-in`} hidden={to ? { to } : {}}>
        <WhoField c={c} typed={typed} errors={errors} passkeys />
        <PasswordInput
          lang={lang}
          name="password"
          label={fields.password.label}
          error={errorOf(errors, 'password')}
          autocomplete="current-password"
        />
        <StayField c={c} typed={typed} />
        <Button>{signIn.submit}</Button>
      </Form>
      <SignInByPasskey c={c} to={to} offered={errors.length === 0} />
      <ul>
        <li>
          <a href={`/${lang}/forgot-password`}>{signIn.forgot}</a>
        </li>
        <li>
          <a href={withTo(`/${lang}/sign-in/link`, to)}>{signIn.byLink}</a>
        </li>
        {c.var.p.site.features.includes('registration') && (
          <li>
            {signIn.none} <a href={withTo(`/${lang}/register`, to)}>{register.title}</a>
          </li>
        )}
      </ul>
    </>,
  )
}

/** Looks an account up and holds the password against it. Whether or not there is one, the same is done. */
async function recognised(c: Context<Env>, typed: string, secret: string) {
  const { p } = c.var
  const account = await accountOf(c, typed)
  const keys = await p.vault.keys(p.db, [account?.person_id ?? randomUUID()])
  const stored = (account && keys.bind('accounts', account).password?.open('signIn')) ?? null
  return (await verifyPassword(stored, secret)) && account && stored ? { account, keys, stored } : undefined
}

export const signInPages = new Hono<Env>()
  .get('/sign-in', async (c) => {
    const to = ownPath(c.req.query('to'))
    if (c.var.viewer) return c.redirect(to ?? `/${c.var.language}/account`, 303)
    return signInPage(c, to)
  })
  .post('/sign-in', async (c) => {
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const to = ownPath(typed.to)
    const schema = z.object({ who: who(), password: password(), stay: ticked() })
    const { errors: said, refused } = words(language)
    const checked = check(schema, typed, language, { ...said, password: { required: refused.noPassword } })
    if (!checked.ok) return signInPage(c, to, typed, checked.errors)
    const { values } = checked
    await limits.signIn(p, networkOf(addressOf(c)), values.who)
    const found = await recognised(c, values.who, values.password)
    if (!found) return signInPage(c, to, typed, [{ name: 'who', message: refused.wrong }])
    const { account, keys, stored } = found
    const better = isOutdated(stored) ? await hashPassword(values.password) : undefined
    await p.db.transaction().execute(async (trx) => {
      if (better) await updateAccount(trx, account.person_id, keys.seal('accounts', account, { password: better }))
      await startSession(c, trx, account.person_id, { stay: values.stay, byLink: false })
    })
    await limits.signedIn(p, values.who)
    giveLanguage(c, account.language)
    return c.redirect(to ?? `/${account.language}`, 303)
  })
  .post('/sign-in/passkey', async (c) => {
    const { typed } = await readForm(c)
    const { failed } = words(c.var.language).passkeys
    return (await signInByPasskey(c, typed)) ?? signInPage(c, ownPath(typed.to), {}, [{ name: '', message: failed }])
  })
  .post('/sign-out', async (c) => {
    await endSession(c)
    return c.redirect(`/${c.var.language}`, 303)
  })
