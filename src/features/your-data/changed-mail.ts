import type { MailTemplate } from '../../platform/mail'
import { versionsOf } from '../../privacy'
import { dateIn } from '../../std/written'
import { accountsOf } from '../accounts'
import { words } from './words'

/** What changed in the statement, to who had an account when it did. */
export const changed: MailTemplate = async (p, db, person, { version: number = '' }) => {
  const account = (await accountsOf(p, db, [person])).get(person)
  const version = (await versionsOf(db)).find((one) => String(one.number) === number)
  if (!account || !version) return undefined
  const { language } = account
  const text = words(language).changed
  const concerning = version.changes.filter(({ weight }) => weight !== 'editorial')
  return {
    to: account.email,
    language,
    subject: text.subject(p.site.name),
    paragraphs: [
      text.lead(p.site.name, dateIn(version.publishedAt, language)),
      ...concerning.map(({ said }) => said[language]),
      ...(version.weight === 'askAgain' ? [text.askAgain] : []),
    ],
    button: { label: text.button, url: `${p.config.publicUrl}/${language}/privacy` },
    after: [text.after],
  }
}
