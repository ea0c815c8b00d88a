import type { Language } from '../../std/words'
import {
  blindIndexOrNull,
  boolean,
  defaulted,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  table,
  technical,
  textOf,
  unsealed,
  uuid,
} from '../language'

export type ReportReason = 'scam' | 'discrimination' | 'unlawful' | 'wrong' | 'abuse' | 'other'
export type ReportTarget = 'listing' | 'thread' | 'reply'
/** What something may be decided about: what can be reported, and an account that nobody uses. */
export type DecisionTarget = ReportTarget | 'account'
export type ReportDecision = 'nothing' | 'removed' | 'warned' | 'released'
/** What restricts or warns a person, and so needs a statement of reasons. `paused`: by a rule alone, because nobody said that the room is still free.
 *  `ending`: an account, by a rule alone, because nobody used it. */
export type Measure = 'removed' | 'warned' | 'held' | 'paused' | 'ending'
/** The rule that was broken. `unconfirmed`: an advert is public for as long as its owner says that the room is free. `unused`: an account is
 *  kept for 24 months after it was last used. */
export type DecisionGround = ReportReason | 'unconfirmed' | 'unused'
export type ComplaintDecision = 'upheld' | 'reversed'

export const deskTables = {
  /** A notice about an advert, a thread or a reply (Digital Services Act, article 16). */
  reports: table({
    feature: 'moderation',
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
      contact: sealedOrNull('email.notice'),
      contact_key: blindIndexOrNull('email.notice', 'contact'),
      /** What the reporter is answered in. */
      language: unsealed('report.notice', textOf<Language>()),
      created_at: unsealed('report.notice', moment),
      decided_at: unsealed('report.notice', nullable(moment)),
      decided_by: technical(nullable(uuid)),
      decision: unsealed('report.notice', nullable(textOf<ReportDecision>())),
      decision_reason: sealedOrNull('report.notice'),
    },
  }),
  /** What staff decided about something of a person, with the statement of reasons (Digital Services Act, article 17). */
  decisions: table({
    feature: 'moderation',
    subject: 'person_id',
    clock: 'decided_at',
    unlinks: ['decided_by'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      target: unsealed('decision.notice', textOf<DecisionTarget>()),
      target_id: unsealed('decision.notice', uuid),
      decision: unsealed('decision.notice', textOf<Measure>()),
      ground: unsealed('decision.notice', textOf<DecisionGround>()),
      facts: sealed('decision.notice'),
      decided_at: unsealed('decision.notice', moment),
      decided_by: technical(nullable(uuid)),
      /** Decided by a rule of the program, without a human (GDPR article 22). */
      automatic: unsealed('decision.notice', defaulted(boolean)),
    },
  }),
  /** What somebody has against such a decision, and what came of it (Digital Services Act, article 20). */
  complaints: table({
    feature: 'moderation',
    subject: 'person_id',
    clock: 'created_at',
    unlinks: ['decided_by'],
    partOf: { column: 'decision_id', table: 'decisions' },
    derived: ['complaints_waiting'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      decision_id: technical(uuid),
      explanation: sealed('complaint.notice'),
      created_at: unsealed('complaint.notice', moment),
      decided_at: unsealed('complaint.notice', nullable(moment)),
      decided_by: technical(nullable(uuid)),
      decision: unsealed('complaint.notice', nullable(textOf<ComplaintDecision>())),
      decision_reason: sealedOrNull('complaint.notice'),
    },
  }),
}
