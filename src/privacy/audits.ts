import { randomUUID } from 'node:crypto'
import { days } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'

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
