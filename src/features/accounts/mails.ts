import { randomUUID } from 'node:crypto'
import { dayOf } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import type { MailText } from '../../platform/mail'
import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import { dormancy } from './dormant'
import { mintLink } from './links'
import { withTo } from './paths'
import { accountByEmail, accountOfPerson } from './queries/accounts'
import { emailChangeOf } from './queries/email-changes'
import { registrationOf } from './queries/registrations'
import { hashOf } from './sessions'
import { words } from './words'

const urlOf = (p: Platform, language: Language, path: string): string => `${p.config.publicUrl}/${language}${path}`

/** A mail to the confirmed address of an account. */
async function toAccount(
  p: Platform,
  db: Db,
  person: string,
  make: (language: Language) => Promise<Omit<MailText, 'to' | 'language'>>,
): Promise<MailText | undefined> {
  const row = await accountOfPerson(db, person)
  if (!row) return undefined
  const { email } = (await p.vault.keys(db, [person])).bind('accounts', row)
  return { to: email, language: row.language, ...(await make(row.language)) }
}

export const mails: NonNullable<Feature['mails']> = {
  /** To the address with which somebody registered. Only here is it looked up whether it has an account. */
  'accounts.confirm': async (p, db, person, { to }) => {
    const row = await registrationOf(db, person, hashOf(randomUUID()), p.clock.now())
    if (!row) return undefined
    const { language } = row
    const { email } = (await p.vault.keys(db, [person])).bind('registrations', row)
    const known = await accountByEmail(db, p.vault.index('accounts.email_key', email.open('registration')))
    const text = words(language).mails[known ? 'known' : 'confirm']
    const token = await mintLink(p, db, person, 'confirm')
    return {
      to: email,
      language,
      subject: text.subject(p.site.name),
      paragraphs: text.text(p.site.name),
      button: { label: text.button, url: urlOf(p, language, withTo(`/confirm/${token}`, to)) },
      after: text.after,
    }
  },
  'accounts.signIn': (p, db, person, { to }) =>
    toAccount(p, db, person, async (language) => {
      const { signIn } = words(language).mails
      const url = urlOf(p, language, withTo(`/sign-in/with/${await mintLink(p, db, person, 'signIn')}`, to))
      return {
        subject: signIn.subject(p.site.name),
        paragraphs: signIn.text,
        button: { label: signIn.button, url },
        after: signIn.after,
      }
    }),
  'accounts.reset': (p, db, person) =>
    toAccount(p, db, person, async (language) => {
      const { reset } = words(language).mails
      const url = urlOf(p, language, `/new-password/${await mintLink(p, db, person, 'reset')}`)
      return {
        subject: reset.subject(p.site.name),
        paragraphs: reset.text,
        button: { label: reset.button, url },
        after: reset.after,
      }
    }),
  /** To the new address. One that has an account is told so, and gets no link. */
  'accounts.changeEmail': async (p, db, person) => {
    const account = await accountOfPerson(db, person)
    const row = await emailChangeOf(db, person, p.clock.now())
    if (!account || !row) return undefined
    const { language } = account
    const { email } = (await p.vault.keys(db, [person])).bind('email_changes', row)
    const known = await accountByEmail(db, p.vault.index('accounts.email_key', email.open('account')))
    const { changeEmail, changeEmailKnown } = words(language).mails
    const about = { to: email, language }
    if (known)
      return {
        ...about,
        subject: changeEmailKnown.subject(p.site.name),
        paragraphs: changeEmailKnown.text,
        button: { label: changeEmailKnown.button, url: urlOf(p, language, '/sign-in') },
      }
    return {
      ...about,
      subject: changeEmail.subject(p.site.name),
      paragraphs: changeEmail.text,
      button: {
        label: changeEmail.button,
        url: urlOf(p, language, `/confirm-email/${await mintLink(p, db, person, 'changeEmail')}`),
      },
      after: changeEmail.after,
    }
  },
  'accounts.emailChanging': (p, db, person) =>
    toAccount(p, db, person, async (language) => {
      const { emailChanging } = words(language).mails
      return {
        subject: emailChanging.subject(p.site.name),
        paragraphs: emailChanging.text,
        button: { label: emailChanging.button, url: urlOf(p, language, '/forgot-password') },
      }
    }),
  'accounts.passwordChanged': (p, db, person) =>
    toAccount(p, db, person, async (language) => {
      const { passwordChanged } = words(language).mails
      return {
        subject: passwordChanged.subject(p.site.name),
        paragraphs: passwordChanged.text,
        button: { label: passwordChanged.button, url: urlOf(p, language, '/forgot-password') },
      }
    }),
  'accounts.passkeyAdded': (p, db, person) =>
    toAccount(p, db, person, async (language) => {
      const { passkeyAdded } = words(language).mails
      return {
        subject: passkeyAdded.subject(p.site.name),
        paragraphs: passkeyAdded.text,
        button: { label: passkeyAdded.button, url: urlOf(p, language, '/account/settings/passkeys') },
      }
    }),
  'accounts.dormant': (p, db, person) =>
    toAccount(p, db, person, async (language) => {
      const { dormant } = words(language).mails
      const end = dormancy(dayOf(p.clock.now())).endOf
      const day = dayIn(end, language)
      return {
        subject: dormant.subject(p.site.name),
        paragraphs: dormant.text(p.site.name, day),
        button: { label: dormant.button, url: urlOf(p, language, '/sign-in') },
      }
    }),
}
