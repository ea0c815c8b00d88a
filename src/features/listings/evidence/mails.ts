import type { Feature } from '../../../platform/feature'
import { accountsOf, mintLink } from '../../accounts'
import { paths } from '../paths'
import { evidenceById, schoolMail } from './queries'
import { seenAs } from './trust'
import { words } from './words'

export const evidenceMails: NonNullable<Feature['mails']> = {
  /** Goes to the address of the school, and says to whom it belongs no more than that. */
  async 'listings.school'(p, db, person) {
    const row = await schoolMail(db, person)
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!row || !account) return undefined
    const { language } = account
    const text = words(language).mails.school
    const { address } = (await p.vault.keys(db, [person])).bind('school_mails', row)
    return {
      to: address,
      language,
      subject: text.subject,
      paragraphs: text.text,
      button: {
        label: text.button,
        url: `${p.config.publicUrl}/${language}/account/school/${await mintLink(p, db, person, 'school')}`,
      },
    }
  },
  async 'listings.evidence'(p, db, person, { evidence = '' }) {
    const row = await evidenceById(db, evidence)
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!row || !account || row.state === 'waiting') return undefined
    const { language } = account
    const { mails, refusals } = words(language)
    const { subject, text } = mails[row.state]
    return {
      to: account.email,
      language,
      subject,
      paragraphs: text(row.refusal ? refusals[row.refusal] : seenAs(row, language), row.title),
      button: { label: mails.button, url: `${p.config.publicUrl}${paths(language).mine}` },
    }
  },
}
