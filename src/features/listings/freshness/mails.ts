import type { Feature } from '../../../platform/feature'
import type { MailTemplate } from '../../../platform/mail'
import { accountsOf, mintLink } from '../../accounts'
import { advertsAskedAbout } from './queries'
import { words } from './words'

const named = 12

/** One mail about all of an owner's adverts that are asked about, or that paused: its link leads to a page with a button for each. */
const about =
  (kind: 'stillFree' | 'lapsed'): MailTemplate =>
  async (p, db, person) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    const adverts = (await advertsAskedAbout(db, person)).filter(({ lapsed }) => kind === 'stillFree' || lapsed)
    if (!account || adverts.length === 0) return undefined
    const { language } = account
    const text = words(language).mails[kind]
    const titles = adverts.slice(0, named).map(({ title }) => `• ${title}`)
    if (adverts.length > named) titles.push(words(language).mails.more(adverts.length - named))
    return {
      to: account.email,
      language,
      subject: text.subject(adverts.length, p.site.name),
      paragraphs: [...text.text(adverts.length), ...titles],
      button: {
        label: text.button,
        url: `${p.config.publicUrl}/${language}/adverts/still-free/${await mintLink(p, db, person, 'adverts')}`,
      },
      after: [...(kind === 'lapsed' ? [words(language).mails.byRule] : []), ...words(language).mails.after],
    }
  }

export const freshnessMails: NonNullable<Feature['mails']> = {
  'listings.stillFree': about('stillFree'),
  'listings.lapsed': about('lapsed'),
}
