import { disclose } from '../../platform/egress'
import type { MailTemplate } from '../../platform/mail'
import { accountsOf } from '../accounts'
import { inboxPath, threadPath } from './paths'
import { pendingOf } from './queries/pending'
import { threadById } from './queries/threads'
import { isUnread, otherSide, personAt, sideOf } from './rules'
import { aboutOf } from './view'
import { words } from './words'

/** There is something to read: who wrote and about which advert, never what. */
const news: MailTemplate = async (p, db, person, { thread = '' }) => {
  const row = await threadById(db, thread)
  if (!row || (row.seeker_id !== person && row.advertiser_id !== person)) return undefined
  const side = sideOf(row, person)
  const author = personAt(row, otherSide(side))
  const people = await accountsOf(p, db, [person, author])
  const [me, other] = [people.get(person), people.get(author ?? '')]
  // Read meanwhile, gone meanwhile, or not wanted.
  if (!author || !me || !other || !isUnread(row, side) || !me.notifications.messages) return undefined
  // The author's first name goes through the mail server too: with the author's knowledge (K14), and into their ledger.
  const { 'firstName.account': name } = await disclose(p, db, author, 'mail', 'serviceMail', {
    'firstName.account': other.firstName,
  })
  const { mails } = words(me.language)
  const { subject, text } = row.answered_at ? mails.answered : mails.replied
  return {
    to: me.email,
    language: me.language,
    subject: subject(name),
    paragraphs: [mails.hello(me.firstName.open('serviceMail')), text(name, aboutOf(row, me.language))],
    button: { label: mails.read, url: `${p.config.publicUrl}${threadPath(me.language, row.public_id)}` },
    after: [mails.why],
  }
}

/** A reply that waited for its author's address could not be sent any more; the text is still theirs. */
const unsent: MailTemplate = async (p, db, person, { reply = '' }) => {
  const me = (await accountsOf(p, db, [person])).get(person)
  if (!me || !(await pendingOf(db, person)).some((row) => row.id === reply)) return undefined
  const { mails } = words(me.language)
  return {
    to: me.email,
    language: me.language,
    subject: mails.unsent.subject,
    paragraphs: [mails.hello(me.firstName.open('serviceMail')), mails.unsent.text],
    button: { label: mails.unsent.button, url: `${p.config.publicUrl}${inboxPath(me.language)}` },
  }
}

export const mails: Record<string, MailTemplate> = { 'messages.new': news, 'messages.unsent': unsent }
