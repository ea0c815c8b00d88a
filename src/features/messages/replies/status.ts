import { minutes } from '../../../platform/clock'
import type { DeclineReason, Outcome } from '../../../register/tables/messages'

/** How a reply stands for the advertiser it came to. */
export const statuses = ['new', 'seen', 'shortlisted', 'viewing', 'declined', 'rented'] as const
export type Status = (typeof statuses)[number]
export const isStatus = (value: unknown): value is Status => statuses.some((status) => status === value)

export const reasons = ['first', 'period', 'budget', 'fit', 'withdrawn', 'other'] as const satisfies readonly DeclineReason[]

/** Between the button and the message: for so long a farewell can be taken back. */
export const undoFor = minutes(10)

export type StatusFacts = {
  outcome: Outcome | null
  advertiser_read_at: Date | null
  shortlisted: boolean
  /** What a farewell on its way says. */
  leaving: Outcome | undefined
  booked: boolean
}
/** The same decision as `statusExpression` in queries/replies.ts: a test holds one to the other. */
export function statusOf({ outcome, leaving, booked, shortlisted, advertiser_read_at }: StatusFacts): Status {
  const ended = leaving ?? outcome
  if (ended) return ended === 'rented' ? 'rented' : 'declined'
  if (booked) return 'viewing'
  if (shortlisted) return 'shortlisted'
  return advertiser_read_at === null ? 'new' : 'seen'
}

/** What a seeker is told of how their reply stands: never what the advertiser only thinks of it. */
export type Told = 'sent' | 'seen' | 'answered' | 'invited' | 'viewing' | Outcome
export function toldOf(facts: {
  outcome: Outcome | null
  booked: boolean
  invited: boolean
  answered_at: Date | null
  advertiser_read_at: Date | null
}): Told {
  if (facts.outcome) return facts.outcome
  if (facts.booked) return 'viewing'
  if (facts.invited) return 'invited'
  if (facts.answered_at) return 'answered'
  return facts.advertiser_read_at ? 'seen' : 'sent'
}
