import type { Feature } from '../../platform/feature'
import { locales } from '../../std/words'
import { reportById } from './queries'
import { answerTo } from './report'
import { words } from './words'

/** The number by which people and staff speak of a notice or a decision: the first part of its id, which is random. */
export const referenceOf = (id: string): string => id.slice(0, 8)

export const mails: NonNullable<Feature['mails']> = {
  /** The receipt of a notice: Digital Services Act, article 16(4). */
  'desk.received': async (p, db, _person, { report: id = '' }) => {
    const row = await reportById(db, id)
    const answer = await answerTo(p, db, id)
    if (!row || !answer) return undefined
    const { language } = answer
    const { mails: text, report } = words(language)
    const { received } = text
    const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(
      row.created_at,
    )
    return {
      ...answer,
      subject: received.subject(p.site.name),
      paragraphs: received.text(text.about[row.target], report.reasons[row.reason].text.toLowerCase(), day),
      after: [received.reference(referenceOf(row.id))],
    }
  },
}
