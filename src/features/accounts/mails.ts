import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import type { MailText } from '../../platform/mail'
import type { Language } from '../../std/words'
import { mintLink } from './links'
import { withTo } from './paths'
import { accountByEmail, accountOfPerson } from './queries/accounts'
import { emailChangeOf } from './queries/email-changes'
import { registrationOf } from './queries/registrations'
import { hashOf } from './sessions'
import { words } from './words'

type Said = { subject: (site: string) => string; text: readonly string[]; button: string; after?: readonly string[] }

/** A mail that says this, with a button to `path`. */
const leading = (p: Platform, language: Language, { subject, text, button, after }: Said, path: string) => ({
  subject: subject(p.site.name),
  paragraphs: text,
  button: { label: button, url: `${p.config.publicUrl}/${language}${path}` },
  after,
})

/** A mail to the confirmed address of an account: what it says, and where its button leads. */
async function toAccount(
  p: Platform,
  db: Db,
  person: string,
  make: (language: Language) => Promise<readonly [Said, path: string]> | readonly [Said, path: string],
  purpose?: 'signIn',
): Promise<MailText | undefined> {
  const row = await accountOfPerson(db, person)
  if (!row) return undefined
  const { language } = row
  const { email } = (await p.vault.keys(db, [person])).bind('accounts', row)
  const [said, path] = await make(language)
  return { to: email, ...(purpose && { purpose }), language, ...leading(p, language, said, path) }
}

export const registrationMails: NonNullable<Feature['mails']> = {
  /** To the address with which somebody registered. Only here is it looked up whether it has an account. */
  'accounts.confirm': async (p, db, person, { to }) => {
    const row = await registrationOf(db, person, hashOf(randomUUID()), p.clock.now())
    if (!row) return undefined
    const { language } = row
    const { email } = (await p.vault.keys(db, [person])).bind('registrations', row)
    const known = await accountByEmail(db, p.vault.index('accounts.email_key', email.open('registration')))
    const said = words(language).mails[known ? 'known' : 'confirm']
    const path = withTo(`/confirm/${await mintLink(p, db, person, 'confirm')}`, to)
    return { to: email, language, ...leading(p, language, { ...said, text: said.text(p.site.name) }, path) }
  },
}

export const mails: NonNullable<Feature['mails']> = {
  'accounts.signIn': (p, db, person, { to }) =>
    toAccount(
      p,
      db,
      person,
      async (language) => {
        const token = await mintLink(p, db, person, 'signIn')
        return [words(language).mails.signIn, withTo(`/sign-in/with/${token}`, to)]
      },
      'signIn',
    ),
  'accounts.reset': (p, db, person) =>
    toAccount(
      p,
      db,
      person,
      async (language) => [words(language).mails.reset, `/new-password/${await mintLink(p, db, person, 'reset')}`],
      'signIn',
    ),
  /** To the new address. One that has an account is told so, and gets no link. */
  'accounts.changeEmail': async (p, db, person) => {
    const account = await accountOfPerson(db, person)
    const row = await emailChangeOf(db, person, p.clock.now())
    if (!account || !row) return undefined
    const { language } = account
    const { email } = (await p.vault.keys(db, [person])).bind('email_changes', row)
    const known = await accountByEmail(db, p.vault.index('accounts.email_key', email.open('account')))
    const { changeEmail, changeEmailKnown } = words(language).mails
    const text = known
      ? leading(p, language, changeEmailKnown, '/sign-in')
      : leading(p, language, changeEmail, `/confirm-email/${await mintLink(p, db, person, 'changeEmail')}`)
    return { to: email, language, ...text }
  },
  'accounts.emailChanging': (p, db, person) =>
    toAccount(p, db, person, (language) => [words(language).mails.emailChanging, '/forgot-password']),
  'accounts.passwordChanged': (p, db, person) =>
    toAccount(p, db, person, (language) => [words(language).mails.passwordChanged, '/forgot-password']),
  'accounts.passkeyAdded': (p, db, person) =>
    toAccount(p, db, person, (language) => [words(language).mails.passkeyAdded, '/account/settings/passkeys']),
}
