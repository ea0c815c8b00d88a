import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { check, type Errors, errorOf, readForm, type Typed } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Language } from '../../std/words'
import { Button, ButtonRow, ErrorSummary, Form, LinkButton, PasswordInput } from '../../ui'
import { password, registrationWords } from './fields'
import { limits } from './limits'
import { verifyPassword } from './passwords'
import { accountOfPerson } from './queries/accounts'
import { cameByLink } from './sessions'
import { words } from './words'
import type { Words } from './words.nl'

/** The account of who is signed in, bound to its keys. */
async function mine(c: Context<Env>) {
  const { p } = c.var
  const { personId, sessionId } = signedIn(c)
  const [account, keys] = await Promise.all([accountOfPerson(p.db, personId), p.vault.keys(p.db, [personId])])
  if (!account) throw missing()
  return { c, account, keys, held: keys.bind('accounts', account), session: sessionId }
}
export type Mine = Awaited<ReturnType<typeof mine>>

type Fields = (given: { lang: Language; typed?: Typed; errors?: Errors }) => Child
type Outcome = { errors: Errors } | { done: string; language?: Language }

/** One thing of an account that its person changes, on a page of its own. */
type Setting<S extends z.ZodObject> = {
  path: string
  title(text: Words): string
  lead?(text: Words): string
  /** The current password is asked, unless the mailbox was proved within the hour. */
  asksPassword?: boolean
  schema: S
  now(mine: Mine): Typed
  fields: Fields
  save(mine: Mine, values: z.output<S>): Promise<Outcome>
  after?(mine: Mine): Promise<Child>
}

/** The field for the current password, with the way out for who forgot it. */
export const CurrentPassword = ({ lang, errors }: { lang: Language; errors: Errors }) => {
  const { fields, signIn } = words(lang)
  return (
    <>
      <PasswordInput
        lang={lang}
        name="currentPassword"
        {...fields.currentPassword}
        error={errorOf(errors, 'currentPassword')}
        autocomplete="current-password"
      />
      <p>
        <a href={`/${lang}/forgot-password`}>{signIn.forgot}</a>
      </p>
    </>
  )
}

/** What is wrong with the current password as typed; nothing when it need not be asked. */
async function currentPasswordErrors({ c, account, held }: Mine, typed: Typed): Promise<Errors> {
  const { p, language } = c.var
  if (await cameByLink(c)) return []
  const checked = check(z.object({ currentPassword: password() }), typed, language, registrationWords(language))
  if (!checked.ok) return checked.errors
  await limits.askedAgain(p, account.person_id)
  const right = await verifyPassword(held.password?.open('signIn') ?? null, checked.values.currentPassword)
  return right ? [] : [{ name: 'currentPassword', message: words(language).errors.currentPassword.wrong }]
}

/** Whether something grave (ending the account) asks the current password: not when the mailbox was proved within the hour. */
export const asksPassword = async (c: Context<Env>): Promise<boolean> => !(await cameByLink(c))
/** What is wrong with the current password as typed by who is signed in; nothing when it need not be asked. */
export const passwordErrors = async (c: Context<Env>, typed: Typed): Promise<Errors> =>
  currentPasswordErrors(await mine(c), typed)

/** The pages of a setting: GET shows what is, POST changes it. */
export function setting<S extends z.ZodObject>(of: Setting<S>): Hono<Env> {
  const path = `/account/settings/${of.path}`

  async function show(one: Mine, typed: Typed, errors: Errors = []) {
    const { c } = one
    const { language: lang } = c.var
    const text = words(lang)
    const asksPassword = of.asksPassword && !(await cameByLink(c))
    return page(
      c,
      { title: of.title(text), errors, noindex: true, islands: of.asksPassword ? ['islands/password.ts'] : [] },
      <>
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{of.title(text)}</h1>
        {of.lead && <p class="lead">{of.lead(text)}</p>}
        <Form action={`/${lang}${path}`}>
          {of.fields({ lang, typed, errors })}
          {asksPassword && <CurrentPassword lang={lang} errors={errors} />}
          <ButtonRow>
            <Button>{text.settings.save}</Button>
            <LinkButton variant="quiet" href={`/${lang}/account`}>
              {text.settings.cancel}
            </LinkButton>
          </ButtonRow>
        </Form>
        {await of.after?.(one)}
      </>,
    )
  }

  return new Hono<Env>()
    .get(path, async (c) => {
      const one = await mine(c)
      return show(one, of.now(one))
    })
    .post(path, async (c) => {
      const one = await mine(c)
      const { language } = c.var
      const { typed } = await readForm(c)
      const checked = check(of.schema, typed, language, registrationWords(language))
      const errors = [...(checked.ok ? [] : checked.errors), ...(of.asksPassword ? await currentPasswordErrors(one, typed) : [])]
      if (!checked.ok || errors.length > 0) return show(one, typed, errors)
      const outcome = await of.save(one, checked.values)
      if ('errors' in outcome) return show(one, typed, outcome.errors)
      return c.redirect(`/${outcome.language ?? language}/account?done=${outcome.done}`, 303)
    })
}
