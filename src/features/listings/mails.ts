import type { Feature } from '../../platform/feature'
import type { MailTemplate } from '../../platform/mail'
import { accountsOf } from '../accounts'
import { rulesNamed } from './law'
import { paths } from './paths'
import { advertById } from './queries'
import { words } from './words'

type Kind = 'released' | 'held' | 'claimed' | 'notClaimed'

/** A mail to the owner of an advert, or to who asked for it, about what the desk did. */
const about =
  (kind: Kind): MailTemplate =>
  async (p, db, person, { listing = '' }) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    const advert = await advertById(db, listing)
    if (!account || !advert) return undefined
    const { language } = account
    const text = words(language).mails
    return {
      to: account.email,
      language,
      subject: text[kind].subject,
      paragraphs: [
        ...text[kind].text(advert.title),
        ...(kind === 'held'
          ? rulesNamed(p.site, advert.against).flatMap(({ why, change }) => [why[language], change[language]])
          : []),
      ],
      button: { label: text.toMine, url: `${p.config.publicUrl}${paths(language).mine}` },
    }
  }

export const mails: NonNullable<Feature['mails']> = {
  'listings.released': about('released'),
  'listings.held': about('held'),
  'listings.claimed': about('claimed'),
  'listings.notClaimed': about('notClaimed'),
}
