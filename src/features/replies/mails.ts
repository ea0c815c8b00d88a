import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import type { MailText } from '../../platform/mail'
import { dateIn } from '../../std/written'
import { titlesByKey } from '../writing'
import { linkFor } from './links'
import { type ReplyRow, repliesFrom, replyById } from './queries'
import { words } from './words'

/** What an article is called, by its key; without it when it is there no more. */
export async function titleOf(p: Platform, db: Db, article: string): Promise<string> {
  return (await titlesByKey(p, db)).get(article) ?? ''
}

async function found(p: Platform, db: Db, id: string) {
  const row = await replyById(db, id, p.clock.now())
  if (!row) return undefined
  const held = (await p.vault.keys(db, [row.person_id])).bind('replies', row)
  return { row, held, title: await titleOf(p, db, row.article), text: words(row.language).mails }
}
type Found = NonNullable<Awaited<ReturnType<typeof found>>>

const urlFor = (p: Platform, bearer: 'author' | 'parent', row: ReplyRow) => `${p.config.publicUrl}${linkFor(p, bearer, row)}`

/** A mail to who wrote a reply, with the link by which they see to it. */
const toAuthor =
  (say: (of: Found, p: Platform) => Pick<MailText, 'subject' | 'paragraphs' | 'tells' | 'after'> & { label: string }) =>
  async (p: Platform, db: Db, _person: string, { reply = '' }: Record<string, string>): Promise<MailText | undefined> => {
    const of = await found(p, db, reply)
    if (!of?.held.email) return undefined
    const { label, ...said } = say(of, p)
    const button = { label, url: urlFor(p, 'author', of.row) }
    return { to: of.held.email, purpose: 'replying', language: of.row.language, ...said, button }
  }

export const mails: NonNullable<Feature['mails']> = {
  /** That a reply came in with this address, which may be anybody's: nothing of what it says. */
  'replies.received': toAuthor(({ title, text: { received } }) => ({
    subject: received.subject,
    paragraphs: [received.lead(title), received.author],
    label: received.confirm,
    after: [received.notYou],
  })),
  'replies.shown': toAuthor(({ title, text: { shown } }) => ({
    subject: shown.subject,
    paragraphs: [shown.lead(title)],
    label: shown.look,
  })),
  /** Why it is not, or no more, on the page, and what one can do about it. */
  'replies.refused': toAuthor(({ held, row, title, text: { refused } }) => ({
    subject: refused.subject,
    tells: held.refusal ? [held.refusal] : [],
    paragraphs: [
      refused.lead(title),
      refused.reason(held.refusal?.open('replying') ?? ''),
      row.complaint ? refused.last : refused.may,
    ],
    label: refused.look,
  })),
  /** To the parent of who is under 16 (Q7). What was written, they read behind the link. */
  'replies.parent': async (p, db, _person, { reply = '' }) => {
    const of = await found(p, db, reply)
    if (!of?.held.parent || of.row.state !== 'parent') return undefined
    const { parent } = of.text
    return {
      to: of.held.parent,
      purpose: 'replying',
      language: of.row.language,
      subject: parent.subject(p.site.name),
      paragraphs: [parent.lead(p.site.name, of.title), parent.ask],
      button: { label: parent.look, url: urlFor(p, 'parent', of.row) },
      after: [parent.notYou],
    }
  },
  /** To who asks what they wrote, at the address with which they did (Q6). */
  'replies.links': async (p, db, _person, { reply = '' }) => {
    const of = await found(p, db, reply)
    if (!of?.held.email || !of.row.email_key) return undefined
    const { links } = of.text
    const rows = await repliesFrom(db, of.row.email_key, p.clock.now())
    const titles = await titlesByKey(p, db)
    return {
      to: of.held.email,
      purpose: 'replying',
      language: of.row.language,
      subject: links.subject,
      paragraphs: [links.lead],
      list: rows.map((row) => ({
        text: links.one(titles.get(row.article) ?? '', dateIn(row.created_at, of.row.language)),
        url: urlFor(p, 'author', row),
      })),
      after: [links.notYou],
    }
  },
}
