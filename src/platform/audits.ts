import { randomUUID } from 'node:crypto'
import { days, hours } from './clock'
import type { Db } from './db'
import type { Platform } from './feature'

/** One audit: how much of each thing was compared, and how much of it did not agree. */
export type Audit = { at: Date; agree: boolean; checks: { about: string; compared: number; different: number }[] }

/** Writes down that an audit ran, and what came of it. Those of more than a year ago go. */
export async function noteAudit({ db, clock }: Pick<Platform, 'db' | 'clock'>, checks: Audit['checks']): Promise<void> {
  const at = clock.now()
  const agree = checks.every(({ different }) => different === 0)
  await db
    .insertInto('audits')
    .values({ id: randomUUID(), at, agree, checks: JSON.stringify(checks) })
    .execute()
  await db
    .deleteFrom('audits')
    .where('at', '<', new Date(at.getTime() - days(365)))
    .execute()
}

/** The audit that ran last. Undefined when none did. */
export const lastAudit = (db: Db): Promise<Audit | undefined> =>
  db.selectFrom('audits').select(['at', 'agree', 'checks']).orderBy('at', 'desc').limit(1).executeTakeFirst()

/** A site audits itself each night; who stops that is told within a day and two hours. */
const most = hours(26)

/** How a site stands to its statement: the last audit, and since when there was none (a site that never had one counts from its installation). */
export async function auditState(db: Db, now: Date): Promise<{ last: Audit | undefined; since: Date; late: boolean }> {
  const last = await lastAudit(db)
  const installed = await db
    .selectFrom('migrations')
    .select((of) => of.fn.min('applied_at').as('at'))
    .executeTakeFirst()
  const since = last?.at ?? installed?.at ?? now
  return { last, since, late: now.getTime() - since.getTime() > most }
}
