import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { erase } from '../../privacy'
import { asleep, noteWarned, unwarned } from './queries/seen'

/** What a day means for accounts that sleep (activity.account is kept 24 months after the last use, with a warning at 23): who was last
 *  seen on `warnSeen` or before is warned; who was last seen on `endSeen` or before and was warned on `endWarned` or before is ended.
 *  `endOf` is the day on which somebody who is warned today will be ended. Days as "2026-11-21". */
export function dormancy(today: string) {
  const day = Temporal.PlainDate.from(today)
  return {
    warnSeen: day.subtract({ months: 23 }).toString(),
    endSeen: day.subtract({ months: 24 }).toString(),
    endWarned: day.subtract({ days: 30 }).toString(),
    endOf: day.add({ days: 31 }).toString(),
  }
}

const many = 200

/** Warns who has been away for 23 months; says how many. */
export async function warnDormant(p: Platform): Promise<number> {
  const today = dayOf(p.clock.now())
  const people = await unwarned(p.db, dormancy(today).warnSeen, many)
  for (const { person_id } of people)
    await p.db.transaction().execute(async (trx) => {
      await noteWarned(trx, person_id, today)
      await p.mail.queue(trx, person_id, 'accounts.dormant')
    })
  return people.length < many ? people.length : people.length + (await warnDormant(p))
}

/** Ends whose account has slept for 24 months and was warned a month ago; says how many. */
export async function endDormant(p: Platform): Promise<number> {
  const { endSeen, endWarned } = dormancy(dayOf(p.clock.now()))
  const people = await asleep(p.db, endSeen, endWarned, many)
  for (const { person_id } of people) await erase(p, person_id)
  return people.length < many ? people.length : people.length + (await endDormant(p))
}

export const dormantJob = (p: Platform): JobSpec => ({
  name: 'accounts.dormant',
  cron: '20 4 * * *',
  async work() {
    await warnDormant(p)
    await endDormant(p)
  },
})
