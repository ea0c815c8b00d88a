import { hours } from '../../../platform/clock'
import type { MailTemplate } from '../../../platform/mail'
import { accountsOf } from '../../accounts'
import { threadPath } from '../paths'
import { threadById } from '../queries/threads'
import { words as threadWords } from '../words'
import { bookingIn } from './queries'
import { remindBefore, stands } from './rules'
import { words } from './words'
import type { Words } from './words.nl'

/** A mail that says that there is something to look at, and where: neither who, nor when, nor which house. */
const about =
  (which: Exclude<keyof Words['mails'], 'button'>): MailTemplate =>
  async (p, db, person, { thread = '' }) => {
    const row = await threadById(db, thread)
    const me = (await accountsOf(p, db, [person])).get(person)
    if (!row || !me?.notifications.messages || (row.seeker_id !== person && row.advertiser_id !== person)) return undefined
    if (which === 'reminder') {
      const booking = await bookingIn(db, thread)
      const left = booking && stands(booking) ? booking.starts_at.getTime() - p.clock.now().getTime() : -1
      // Called off or moved since it was queued.
      if (left <= 0 || left > remindBefore + hours(1)) return undefined
    }
    const { mails } = words(me.language)
    return {
      to: me.email,
      language: me.language,
      subject: mails[which].subject,
      paragraphs: [threadWords(me.language).mails.hello(me.firstName.open('serviceMail')), mails[which].text],
      button: { label: mails.button, url: `${p.config.publicUrl}${threadPath(me.language, row.public_id)}` },
    }
  }

export const mails: Record<string, MailTemplate> = {
  'messages.viewing': about('changed'),
  'messages.reminder': about('reminder'),
}
