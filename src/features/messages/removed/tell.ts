import type { Db } from '../../../platform/db'
import type { Events, Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import type { MailTemplate } from '../../../platform/mail'
import { accountsOf } from '../../accounts'
import { threadPath } from '../paths'
import { threadById } from '../queries/threads'
import { words as threadWords } from '../words'
import { clearRemoved, isSwindle, markRemoved, statusOfListing } from './queries'
import { words } from './words'

const job = 'messages.removed'

/** When the desk takes an advert offline, a job tells its seekers: the reasons stand written once the decision is committed. */
export async function hearOfListing(p: Platform, db: Db, { listing, person }: Events['listing.changed']): Promise<void> {
  const status = await statusOfListing(db, listing)
  if (status === 'removed') await p.jobs.send(db, job, { listing, ...(person ? { person } : {}) })
  if (status === 'published') await clearRemoved(db, listing, person)
}

/** Tells whoever wrote about an advert that the desk took it offline; if it was a swindle, whoever wrote to its advertiser about any. */
async function tell(p: Platform, listing: string, advertiser: string | undefined): Promise<void> {
  if ((await statusOfListing(p.db, listing)) !== 'removed') return
  const swindle = advertiser !== undefined && (await isSwindle(p.db, listing))
  await p.db.transaction().execute(async (trx) => {
    const marked = swindle ? await markRemoved(trx, { advertiser }, 'advertiser') : await markRemoved(trx, { listing }, 'advert')
    for (const { id, seeker_id } of marked) if (seeker_id) await p.mail.queue(trx, seeker_id, 'messages.removed', { thread: id })
  })
}

export const removedJob = (p: Platform): JobSpec => ({
  name: job,
  work: ({ listing = '', person }) => tell(p, listing, person),
})

/** That there is something to know about a conversation. It goes out whatever mails one wants: it keeps people from being swindled. */
const removed: MailTemplate = async (p, db, person, { thread = '' }) => {
  const row = await threadById(db, thread)
  const me = (await accountsOf(p, db, [person])).get(person)
  if (!row?.removed || row.seeker_id !== person || !me) return undefined
  const { mail } = words(me.language)
  return {
    to: me.email,
    language: me.language,
    subject: mail.subject,
    paragraphs: [threadWords(me.language).mails.hello(me.firstName.open('serviceMail')), mail.text],
    button: { label: mail.button, url: `${p.config.publicUrl}${threadPath(me.language, row.public_id)}` },
  }
}

export const mails: Record<string, MailTemplate> = { 'messages.removed': removed }
