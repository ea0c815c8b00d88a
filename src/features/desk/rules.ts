import type { Role } from '../../register'

/** Who may go where at the desk: the least that a role needs. The first owner of a small site handles its queue too; an officer watches over
 *  the others, and so does nothing that is to be watched. */
export const may = {
  desk: ['owner', 'moderator', 'officer'],
  reports: ['owner', 'moderator'],
  people: ['owner', 'moderator'],
  staff: ['owner'],
  health: ['owner'],
  traffic: ['owner'],
  /** Where no officer is appointed, the owner weighs them. */
  objections: ['owner', 'officer'],
  /** Ending a hold erases: who answers for it, not who handles the reports. */
  holds: ['owner', 'officer'],
  ledger: ['officer'],
  decisions: ['officer'],
} as const satisfies Record<string, readonly Role[]>

export const roles = ['owner', 'moderator', 'officer'] as const satisfies readonly Role[]
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** Until when one may complain against a decision: six months (Digital Services Act, article 20(1)). */
export const complainUntil = (decidedAt: Date): Date =>
  new Date(decidedAt.toTemporalInstant().toZonedDateTimeISO('Europe/Brussels').add({ months: 6 }).toInstant().epochMilliseconds)
