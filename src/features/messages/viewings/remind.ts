import type { Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import { takeReminders } from './queries'
import { remindBefore } from './rules'

/** Mails both people of each viewing of the coming day, once. */
export const remind = (p: Platform): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const now = p.clock.now()
    for (const { thread_id, seeker_id, advertiser_id } of await takeReminders(trx, now, new Date(now.getTime() + remindBefore)))
      for (const person of [seeker_id, advertiser_id])
        if (person) await p.mail.queue(trx, person, 'messages.reminder', { thread: thread_id })
  })

export const remindJob = (p: Platform): JobSpec => ({ name: 'messages.remind', work: () => remind(p), cron: '*/10 * * * *' })
