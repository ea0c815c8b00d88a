import { hours } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { isSweepLate, sweptSince } from '../../platform/swept'
import { answerable } from './queries'

const template = 'desk.sweepLate'

/** Tells owner and officer, once a day, when what is over was not deleted for a day. Answers how many are told. */
export async function watchSweep(p: Platform): Promise<number> {
  const now = p.clock.now()
  const { at } = await sweptSince(p.db, p.site.features)
  if (!isSweepLate(at, now)) return 0
  p.log('sweep.late', { hours: Math.floor((now.getTime() - at.getTime()) / hours(1)) })
  return p.db.transaction().execute(async (trx) => {
    const people = await answerable(trx, template, new Date(now.getTime() - hours(23)))
    for (const { person_id } of people) await p.mail.queue(trx, person_id, template)
    return people.length
  })
}

/** Beside the sweep, so that one that fails does not hide it; doctor and figures say it also when no job runs at all. */
export const watchJob = (p: Platform): JobSpec => ({
  name: 'desk.watch',
  cron: '47 * * * *',
  work: async () => void (await watchSweep(p)),
})
