// GDPR article 19 between people: who was written to is told when what they got was corrected, was erased or may not be used.
import type { Db } from '../../../platform/db'
import type { Changed, Feature, Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import type { MailTemplate } from '../../../platform/mail'
import { changes } from '../../../register'
import { accountsOf } from '../../accounts'
import { threadPath } from '../paths'
import { otherSide, type Side } from '../rules'
import { aboutOf } from '../view'
import { words } from '../words'
import { ownThreads, thoseAt, writtenIn } from './queries'

const job = 'messages.changed'
/** So many threads in one job: the mails of a job are queued in one transaction. */
const batch = 100

/** Queues what is to be told before anything goes: the number of a thread outlives the name in it. */
const tellAs =
  (side: Side) =>
  async (p: Platform, db: Db, { change, person }: Changed): Promise<boolean> => {
    const threads = await writtenIn(db, person, side)
    for (let from = 0; from < threads.length; from += batch)
      await p.jobs.send(db, job, { threads: threads.slice(from, from + batch).join(','), to: otherSide(side), change })
    return threads.length > 0
  }

/** An advertiser got something of whoever replied, and a seeker of whoever answered. */
export const tells: NonNullable<Feature['tells']> = { advertiser: tellAs('seeker'), seeker: tellAs('advertiser') }

/** One mail to each, whatever the number of conversations. */
export const tellJob = (p: Platform): JobSpec => ({
  name: job,
  retries: 12,
  async work({ threads = '', to, change = '' }) {
    const side = to === 'seeker' ? to : 'advertiser'
    await p.db.transaction().execute(async (trx) => {
      const found = await thoseAt(trx, threads.split(','), side)
      for (const [person, theirs] of Map.groupBy(found, (row) => row.person))
        if (person) await p.mail.queue(trx, person, job, { threads: theirs.map(({ id }) => id).join(','), change })
    })
  },
})

/** It says that something changed, and in which conversations, not what; and it goes out whatever mails one wants. */
const changed: MailTemplate = async (p, db, person, params) => {
  const change = changes.find((one) => one === params.change)
  const threads = await ownThreads(db, (params.threads ?? '').split(','), person)
  const me = (await accountsOf(p, db, [person])).get(person)
  if (!change || !me || threads.length === 0) return undefined
  const { mails } = words(me.language)
  return {
    to: me.email,
    language: me.language,
    subject: mails.changed[change].subject,
    paragraphs: [mails.hello(me.firstName.open('serviceMail')), mails.changed[change].text],
    list: threads.map((row) => ({
      text: aboutOf(row, me.language),
      url: `${p.config.publicUrl}${threadPath(me.language, row.public_id)}`,
    })),
    after: [mails.changed.why],
  }
}

export const mails: Record<string, MailTemplate> = { [job]: changed }
