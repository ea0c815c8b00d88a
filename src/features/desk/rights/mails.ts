import type { Db } from '../../../platform/db'
import type { Feature, Platform } from '../../../platform/feature'
import type { MailText } from '../../../platform/mail'
import { addressesOf, objectionById, restrictionOf } from '../../../privacy'
import { registerWords } from '../../../register'
import type { Language } from '../../../std/words'
import { dateIn } from '../../../std/written'
import { accountsOf } from '../../accounts'
import { words } from './words'

type Said = { subject: string; paragraphs: readonly string[]; after?: readonly string[] }

/** A mail about a person's rights: it leaves also while their data are restricted, and says no more than it must. */
async function aboutRights(
  p: Platform,
  db: Db,
  person: string,
  path: string,
  say: (language: Language) => Promise<Said | undefined> | Said,
): Promise<MailText | undefined> {
  const account = (await accountsOf(p, db, [person])).get(person)
  // Who has no account is written to where they are known, and gets in by a question about their data.
  const reach = account
    ? { to: account.email, language: account.language, purpose: 'rights' as const }
    : (await addressesOf(p, db, [person])).get(person)
  const said = reach && (await say(reach.language))
  if (!said) return undefined
  const url = `${p.config.publicUrl}/${reach.language}/${account ? `account/${path}` : 'privacy/ask'}`
  return { ...reach, ...said, button: { label: words(reach.language).mails.button, url } }
}

export const rightsMails: NonNullable<Feature['mails']> = {
  /** Staff restricted a person's data. */
  'desk.restricted': (p, db, person) =>
    aboutRights(p, db, person, 'restriction', (language) => {
      const { restricted } = words(language).mails
      return { subject: restricted.subject(p.site.name), paragraphs: [restricted.text] }
    }),
  /** A restriction is about to be lifted: GDPR article 18(3). */
  'desk.lifting': (p, db, person) =>
    aboutRights(p, db, person, 'restriction', async (language) => {
      const now = await restrictionOf(p, person)
      const { lifting } = words(language).mails
      return now?.liftsAt
        ? { subject: lifting.subject(p.site.name), paragraphs: [lifting.text(dateIn(now.liftsAt, language))] }
        : undefined
    }),
  /** What the officer decided on an objection. */
  'desk.objection': (p, db, person, { objection: id = '' }) =>
    aboutRights(p, db, person, 'objections', async (language) => {
      const row = await objectionById(p, id)
      if (!row?.decided_at) return undefined
      const { objection: text } = words(language).mails
      const purpose = registerWords(language).purposes[row.purpose].name
      return {
        subject: text.subject(p.site.name),
        paragraphs: [row.stops ? text.stops(purpose) : text.goesOn(purpose)],
        ...(row.stops ? {} : { after: [text.complain(p.site.authority.name[language])] }),
      }
    }),
}
