import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { z } from 'zod'
import { isTaken } from '../../platform/db'
import { choice, choices, type Errors } from '../../platform/forms'
import { type Env, giveLanguage } from '../../platform/http'
import type { Site } from '../../platform/site'
import { normalise } from '../../platform/vault'
import { registerWords } from '../../register'
import { type Language, languages } from '../../std/words'
import { Button, Checkboxes, Form, Radios } from '../../ui'
import { correctFirstName } from './account'
import { EmailField, email, FirstNameField, firstName, NewPasswordField, newPassword, UserNameField } from './fields'
import { limits } from './limits'
import { passwordErrors, setPassword } from './new-password'
import { hashPassword } from './passwords'
import { updateAccount } from './queries/accounts'
import { emailChangeOf, replaceEmailChange } from './queries/email-changes'
import { setting } from './setting'
import { freeUserName, isUserNameTaken, userName } from './user-names'
import { words } from './words'

/** A language by its own name. */
export const languageName = (language: Language): string => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const first = setting({
  path: 'first-name',
  title: (text) => text.settings.firstName,
  schema: z.object({ firstName: firstName() }),
  now: ({ held }) => ({ firstName: held.first_name.open('account') }),
  fields: (given) => <FirstNameField {...given} />,
  async save({ c, account }, values) {
    const { p } = c.var
    await p.db.transaction().execute((trx) => correctFirstName(p, trx, account.person_id, values.firstName))
    return { done: 'firstName' }
  },
})

const name = setting({
  path: 'user-name',
  title: (text) => text.settings.userName,
  schema: z.object({ userName: userName() }),
  now: ({ held }) => ({ userName: held.user_name.open('account') }),
  fields: (given) => <UserNameField {...given} />,
  async save({ c, account, held, keys }, values) {
    const { p, language } = c.var
    const taken = async (): Promise<Errors> => {
      const other = await freeUserName(p, p.db, language, held.first_name.open('account'))
      return [{ name: 'userName', message: words(language).refused.userNameTaken(other) }]
    }
    if (await isUserNameTaken(p, p.db, values.userName, { person: account.person_id })) return { errors: await taken() }
    try {
      await updateAccount(p.db, account.person_id, {
        ...keys.seal('accounts', account, { user_name: values.userName }),
        user_name_key: p.vault.index('accounts.user_name_key', values.userName),
      })
    } catch (error) {
      if (isTaken(error, 'accounts_user_name_key')) return { errors: await taken() }
      throw error
    }
    return { done: 'userName' }
  },
})

/** The new address proves itself by the link in its mail; the old one is told at once, while it still is the account's. */
const address = setting({
  path: 'email',
  title: (text) => text.settings.email,
  lead: (text) => text.settings.emailLead,
  asksPassword: true,
  schema: z.object({ email: email() }),
  now: ({ held }) => ({ email: held.email.open('account') }),
  fields: (given) => <EmailField {...given} />,
  async save({ c, account, held, keys }, values) {
    const { p, language } = c.var
    if (normalise(values.email) === normalise(held.email.open('account')))
      return { errors: [{ name: 'email', message: words(language).refused.sameEmail }] }
    await limits.newAddress(p, account.person_id, values.email)
    await p.db.transaction().execute(async (trx) => {
      const row = { id: randomUUID(), person_id: account.person_id }
      const sealed = keys.seal('email_changes', row, { email: values.email })
      await replaceEmailChange(trx, {
        ...row,
        ...sealed,
        email_key: p.vault.index('email_changes.email_key', values.email),
        created_at: p.clock.now(),
      })
      await p.mail.queue(trx, account.person_id, 'accounts.changeEmail')
      await p.mail.queue(trx, account.person_id, 'accounts.emailChanging')
    })
    return { done: 'email' }
  },
  async after({ c, account, keys }) {
    const { p, language } = c.var
    const { settings, mine } = words(language)
    const change = await emailChangeOf(p.db, account.person_id, p.clock.now())
    if (!change) return null
    return (
      <Form action={`/${language}/account/settings/email/cancellation`}>
        <p>{mine.waiting(keys.bind('email_changes', change).email.open('account'))}</p>
        <Button variant="secondary">{settings.forgetEmail}</Button>
      </Form>
    )
  },
})

const secret = setting({
  path: 'password',
  title: (text) => text.settings.password,
  lead: (text) => text.settings.passwordLead,
  asksPassword: true,
  schema: z.object({ password: newPassword() }),
  now: () => ({}),
  fields: (given) => <NewPasswordField {...given} label={words(given.lang).fields.newPassword} />,
  async save({ c, account, session }, values) {
    const errors = await passwordErrors(c, account.person_id, values.password)
    if (errors.length > 0) return { errors }
    const hash = await hashPassword(values.password)
    await c.var.p.db.transaction().execute((trx) => setPassword(c, trx, account.person_id, hash, session))
    return { done: 'password' }
  },
})

const tongue = setting({
  path: 'language',
  title: (text) => text.settings.language,
  schema: z.object({ language: choice(languages) }),
  now: ({ account }) => ({ language: account.language }),
  fields: ({ lang, typed, errors }) => (
    <Radios
      lang={lang}
      name="language"
      label={words(lang).fields.language.label}
      why={registerWords(lang).items.language.why}
      value={String(typed?.language ?? '')}
      error={errors?.find((error) => error.name === 'language')?.message}
      options={languages.map((language) => ({ value: language, text: languageName(language) }))}
    />
  ),
  async save({ c, account }, values) {
    await updateAccount(c.var.p.db, account.person_id, { language: values.language })
    giveLanguage(c, values.language)
    return { done: 'language', language: values.language }
  },
})

const notices = ['messages', 'alerts'] as const
const mailed = setting({
  path: 'notifications',
  title: (text) => text.settings.notifications,
  schema: z.object({ notifications: choices(notices) }),
  now: ({ account }) => ({ notifications: notices.filter((notice) => account.notifications[notice]) }),
  fields: ({ lang, typed, errors }) => (
    <Checkboxes
      lang={lang}
      name="notifications"
      label={words(lang).fields.notifications.label}
      why={registerWords(lang).items.notifications.why}
      values={[typed?.notifications ?? []].flat()}
      error={errors?.find((error) => error.name === 'notifications')?.message}
      options={notices.map((notice) => ({ value: notice, text: words(lang).fields.notifications[notice] }))}
    />
  ),
  async save({ c, account }, { notifications }) {
    const wanted = { messages: notifications.includes('messages'), alerts: notifications.includes('alerts') }
    await updateAccount(c.var.p.db, account.person_id, { notifications: JSON.stringify(wanted) })
    return { done: 'notifications' }
  },
  async after({ c }) {
    return <>{await Promise.all(c.var.p.features.map(({ belowNotices }) => belowNotices?.(c)))}</>
  },
})

/** What there is to choose on a site: a language where it has several, mails where visitors have accounts. */
export const settingsOf = ({ languages: spoken, features }: Pick<Site, 'languages' | 'features'>) => ({
  language: spoken.length > 1,
  notifications: features.includes('registration'),
})

export const settingPages = (site: Site): Hono<Env>[] => {
  const has = settingsOf(site)
  return [first, address, name, secret, ...(has.language ? [tongue] : []), ...(has.notifications ? [mailed] : [])]
}
