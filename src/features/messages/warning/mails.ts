import type { MailTemplate } from '../../../platform/mail'
import { accountsOf } from '../../accounts'
import { threadPath } from '../paths'
import { aboutOf } from '../view'
import { words as threadWords } from '../words'
import { warnedThreads } from './queries'
import { words } from './words'

/** It names the conversations, as their seeker knows them, and nobody. It goes out whatever mails one wants: it keeps people from being swindled, and is no news. */
const about =
  (kind: 'warned' | 'withdrawn'): MailTemplate =>
  async (p, db, person, { threads = '' }) => {
    const found = await warnedThreads(db, threads.split(','), person)
    // What was withdrawn before it was told, or stands again, is told by the other mail.
    const still = found.filter(({ withdrawn_at }) => (withdrawn_at !== null) === (kind === 'withdrawn'))
    const me = (await accountsOf(p, db, [person])).get(person)
    if (!me || still.length === 0) return undefined
    const { language } = me
    const text = words(language).mails[kind]
    return {
      to: me.email,
      language,
      subject: text.subject,
      paragraphs: [threadWords(language).mails.hello(me.firstName.open('serviceMail')), ...text.text],
      list: still.map((row) => ({
        text: aboutOf(row, language),
        url: `${p.config.publicUrl}${threadPath(language, row.public_id)}`,
      })),
      after: [text.after],
    }
  }

export const mails: Record<string, MailTemplate> = {
  'messages.warned': about('warned'),
  'messages.withdrawn': about('withdrawn'),
}
