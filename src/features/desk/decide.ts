import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { DeskTarget, Platform } from '../../platform/feature'
import type { Viewer } from '../../platform/http'
import type { DecisionGround, DecisionTarget, Measure, ReportDecision, ReportReason } from '../../register'
import { insertDecision, lockReport, settleReport } from './queries'

/** How the feature that it belongs to handles something that is reported. Undefined on a site without that feature. */
export const targetOf = (p: Platform, target: DecisionTarget): DeskTarget | undefined =>
  p.features.map((feature) => feature.deskTargets?.[target]).find((found) => found !== undefined)

export type Statement = {
  person: string
  target: DecisionTarget
  targetId: string
  decision: Measure
  ground: DecisionGround
  facts: string
  /** Decided because of a notice, and not on the site's own initiative (article 17(3)(b)). */
  noticed?: boolean
  /** The caller's own mail says all this, of several decisions at once. */
  ownMail?: boolean
}

/** Writes down what somebody of the staff, or a rule of the program, decided about something of a person, in the words that they read, and mails them the
 *  statement of reasons (Digital Services Act, article 17); of a rule, with the way to a human (GDPR article 22(3)). Whatever the program by itself does to what
 *  is somebody's goes through here: listings/automatic.test.ts holds it to that. Answers
 *  the id of the decision. */
export async function stateReasons(p: Platform, db: Db, by: Viewer | 'rule', given: Statement): Promise<string> {
  const { person, target, targetId, decision, ground, facts } = given
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  await insertDecision(db, {
    ...row,
    ...keys.seal('decisions', row, { facts }),
    target,
    target_id: targetId,
    decision,
    ground,
    decided_at: p.clock.now(),
    ...(by === 'rule' ? { automatic: true } : { decided_by: by.personId }),
  })
  await p.emit(db, 'measure.taken', { person, target, targetId, decision, ground })
  if (!given.ownMail)
    await p.mail.queue(db, person, 'desk.measure', { decision: row.id, ...(given.noticed ? { noticed: '1' } : {}) })
  return row.id
}

export type Verdict = {
  decision: ReportDecision
  /** For who reported. */
  reason: string
  /** For whom a measure is about. */
  ground?: ReportReason
  facts?: string
}

const acts = { removed: 'remove', released: 'release' } as const

/** Decides a notice: does what was decided, tells who reported, and gives reasons to those it is about. Answers false, and does nothing,
 *  when it was decided already. `affected`: whom a measure is about. */
export async function decide(
  p: Platform,
  viewer: Viewer,
  report: string,
  affected: readonly string[],
  verdict: Verdict,
): Promise<boolean> {
  return p.db.transaction().execute(async (trx) => {
    const row = await lockReport(trx, report)
    if (!row) return false
    const { decision, reason, ground, facts } = verdict
    const act = decision === 'removed' || decision === 'released' ? acts[decision] : undefined
    if (act) await targetOf(p, row.target)?.act(p, trx, row.target_id, act, facts ? { facts, by: viewer.personId } : undefined)
    if ((decision === 'removed' || decision === 'warned') && ground && facts)
      for (const person of affected)
        await stateReasons(p, trx, viewer, {
          person,
          target: row.target,
          targetId: row.target_id,
          decision,
          ground,
          facts,
          noticed: true,
        })
    const keys = await p.vault.keysToSeal(trx, row.person_id, ['security'])
    await settleReport(trx, row.id, {
      ...keys.seal('reports', row, { decision_reason: reason }),
      decision,
      decided_at: p.clock.now(),
      decided_by: viewer.personId,
    })
    await p.mail.queue(trx, row.person_id, 'desk.decided', { report: row.id })
    return true
  })
}
