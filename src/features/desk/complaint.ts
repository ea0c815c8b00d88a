import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { DeskAct, Platform } from '../../platform/feature'
import { gone, missing, type Viewer } from '../../platform/http'
import type { ComplaintDecision, Measure } from '../../register'
import { targetOf } from './decide'
import { allStaff, complaintAgainst, decisionById, insertComplaint, lockComplaint, settleComplaint } from './queries'
import { complainUntil, may } from './rules'

/** A decision about this person's own, with the complaint against it if there is one. Throws missing() for another's. */
export async function ownDecision(p: Platform, db: Db, id: string, person: string) {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await decisionById(db, id) : undefined
  if (!row || row.person_id !== person) throw missing()
  const complaint = await complaintAgainst(db, row.id)
  return { row, complaint, open: p.clock.now() < complainUntil(row.decided_at) }
}

/** Keeps what a person has against a decision about them. Throws gone() when six months have passed; a second complaint changes nothing. */
export async function complain(p: Platform, db: Db, decision: string, person: string, explanation: string): Promise<void> {
  const { open } = await ownDecision(p, db, decision, person)
  if (!open) throw gone()
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  await insertComplaint(db, {
    ...row,
    ...keys.seal('complaints', row, { explanation }),
    decision_id: decision,
    created_at: p.clock.now(),
  })
}

/** Whether this member of staff decides a complaint: nobody their own, and who decided first only where the site has nobody else for it. */
export async function maySettle(
  db: Db,
  { personId }: Viewer,
  complaint: { person_id: string },
  against: { decided_by: string | null },
): Promise<boolean> {
  if (complaint.person_id === personId) return false
  if (against.decided_by !== personId) return true
  const staff = await allStaff(db)
  return !staff.some(
    ({ person_id, role }) =>
      person_id !== personId && person_id !== complaint.person_id && may.reports.some((one) => one === role),
  )
}

/** What undoes a measure; of a warning there is nothing to undo. */
const undoing: Partial<Record<Measure, DeskAct>> = { removed: 'release', held: 'release', paused: 'resume', ending: 'resume' }

/** Decides a complaint, undoes the measure if it was wrong, and mails the person. Answers false, and does nothing, when it was decided
 *  already. Throws missing() for who may not decide it. */
export async function settle(
  p: Platform,
  viewer: Viewer,
  complaint: string,
  { decision, reason }: { decision: ComplaintDecision; reason: string },
): Promise<boolean> {
  return p.db.transaction().execute(async (trx) => {
    const row = await lockComplaint(trx, complaint)
    if (!row) return false
    const against = await decisionById(trx, row.decision_id)
    if (!against || !(await maySettle(trx, viewer, row, against))) throw missing()
    const undo = decision === 'reversed' ? undoing[against.decision] : undefined
    if (undo) await targetOf(p, against.target)?.act(p, trx, against.target_id, undo)
    const keys = await p.vault.keysToSeal(trx, row.person_id, ['security'])
    await settleComplaint(trx, row.id, {
      ...keys.seal('complaints', row, { decision_reason: reason }),
      decision,
      decided_at: p.clock.now(),
      decided_by: viewer.personId,
    })
    // Also of what its owner has deleted meanwhile, which no act finds.
    if (undo) await p.emit(trx, 'measure.undone', { person: row.person_id, target: against.target, targetId: against.target_id })
    await p.mail.queue(trx, row.person_id, 'desk.complaintDecided', { complaint: row.id })
    return true
  })
}
