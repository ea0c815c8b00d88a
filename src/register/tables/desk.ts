import type { Language } from '../../std/words'
import { moment, nullable, sealed, sealedOrNull, table, technical, textOf, unsealed, uuid } from '../language'

export type ReportReason = 'scam' | 'discrimination' | 'unlawful' | 'wrong' | 'abuse' | 'other'
export type ReportTarget = 'listing' | 'thread'
export type ReportDecision = 'nothing' | 'removed' | 'warned' | 'released'

export const deskTables = {
  /** A notice about an advert or a thread (Digital Services Act, article 16); `hold` keeps a thread while it is looked at. */
  reports: table({
    feature: 'desk',
    subject: 'person_id',
    clock: 'created_at',
    unlinks: ['decided_by'],
    derived: ['reports_waiting'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      target: unsealed('report.notice', textOf<ReportTarget>()),
      target_id: unsealed('report.notice', uuid),
      reason: unsealed('report.notice', textOf<ReportReason>()),
      explanation: sealed('report.notice'),
      /** The address of a reporter without an account. */
      contact: sealedOrNull('report.notice'),
      /** What the reporter is answered in. */
      language: unsealed('report.notice', textOf<Language>()),
      created_at: unsealed('report.notice', moment),
      decided_at: unsealed('report.notice', nullable(moment)),
      decided_by: technical(nullable(uuid)),
      decision: unsealed('report.notice', nullable(textOf<ReportDecision>())),
      decision_reason: sealedOrNull('report.notice'),
    },
  }),
}
