import type { Feature, Platform } from '../../platform/feature'
import { tokenOf } from '../../platform/links'
import type { MailText } from '../../platform/mail'
import { holding } from '../../register'
import type { Language } from '../../std/words'
import { dateIn } from '../../std/written'
import { accountsOf } from '../accounts'
import { bodyInMail } from '../writing'
import { type Said, saidIn } from './letters'
import { paths } from './paths'
import { letterById, signupById, subscriberById } from './queries'
import { endsOn, leaveAlone, leftAloneUntil } from './subscribing'
import { words } from './words'

const asMail = (
  p: Platform,
  { title, summary, body, path }: Said,
  language: Language,
): Pick<MailText, 'language' | 'subject' | 'paragraphs' | 'body' | 'button'> => ({
  language,
  subject: title,
  paragraphs: summary ? [summary] : [],
  body: bodyInMail(p, body),
  ...(path ? { button: { label: words(language).mails.letter.read, url: `${p.config.publicUrl}${path}` } } : {}),
})

export const mails: NonNullable<Feature['mails']> = {
  /** To an address that somebody gave: it may be anybody's. Who wants to be left alone gets none. */
  'newsletter.confirm': async (p, db, person, { signup = '' }) => {
    const row = await signupById(db, signup)
    if (!row) return undefined
    const { email: to } = (await p.vault.keys(db, [person])).bind('signups', row)
    if (await leftAloneUntil(p, db, to.open('serviceMail'))) return undefined
    const { language } = row
    const text = words(language).mails.confirm
    return {
      to,
      language,
      subject: text.subject(p.site.name),
      paragraphs: [text.text(p.site.name)],
      button: { label: text.button, url: p.config.publicUrl + paths(language).signup(tokenOf(p, 'newsletter signup', row.id)) },
      after: [text.notYou(holding['email.signup'].keep.days)],
    }
  },
  'newsletter.letter': async (p, db, person, { letter: id = '', subscriber = '' }) => {
    const [letter, row] = [await letterById(db, id), await subscriberById(db, subscriber)]
    const said = letter && (await saidIn(p, db, letter))
    if (!said || row?.person_id !== person) return undefined
    const { email: to } = (await p.vault.keys(db, [person])).bind('subscribers', row)
    // Who took it back while it waited gets it no more.
    if (!to.may('newsletter') || (await leftAloneUntil(p, db, to.open('newsletter')))) return undefined
    const { language } = letter
    const text = words(language).mails.letter
    const link = p.config.publicUrl + paths(language).subscription(tokenOf(p, 'newsletter subscriber', row.id))
    return {
      to,
      purpose: 'newsletter',
      ...asMail(p, said, language),
      after: [text.why(p.site.name, dateIn(endsOn(row), language))],
      links: [{ label: text.stop, url: link }],
      unsubscribe: link,
      refused: () => leaveAlone(p, to.open('rights')),
    }
  },
  /** To a member of staff, to see what everybody would get. */
  'newsletter.test': async (p, db, person, { letter: id = '' }) => {
    const letter = await letterById(db, id)
    const said = letter && (await saidIn(p, db, letter))
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!said || !account) return undefined
    const text = words(account.language).mails.test
    const mail = asMail(p, said, letter.language)
    return { to: account.email, ...mail, subject: text.subject(mail.subject), after: [text.why] }
  },
}
