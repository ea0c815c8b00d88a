import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { staffIn, tellOf } from './queries'
import { remindBefore } from './rules'

/** Who hears that a request waits: the officers, or the owners where there is none. */
async function answerers(p: Platform): Promise<string[]> {
  const staff = await staffIn(p.db, ['owner', 'officer'])
  const officers = staff.filter(({ role }) => role === 'officer')
  return (officers.length > 0 ? officers : staff).map(({ person_id }) => person_id)
}

/** Tells staff of requests: once when four days are left (day 10), once when the time is over (day 14). */
export async function watch(p: Platform): Promise<void> {
  const now = p.clock.now()
  const people = await answerers(p)
  await p.db.transaction().execute(async (trx) => {
    const late = await tellOf(trx, now, 2)
    const soon = await tellOf(trx, new Date(now.getTime() + remindBefore), 1)
    for (const person of people) {
      for (const { id } of late) await p.mail.queue(trx, person, 'requests.late', { request: id })
      for (const { id } of soon) await p.mail.queue(trx, person, 'requests.soon', { request: id })
    }
    if (late.length > 0) p.log('requests.late', { requests: late.length })
  })
}

export const clockJob = (p: Platform): JobSpec => ({ name: 'requests.clock', cron: '*/10 * * * *', work: () => watch(p) })
