import { timingSafeEqual } from 'node:crypto'
import { minutes } from './clock'
import type { Platform } from './feature'
import { Refusal } from './http/refusal'

const sign = (p: Platform, use: string, session: string, value: string, until: string): string =>
  p.vault.mark(`ticket ${use}`, [session, value, until].join(' '))

/** A value that a form carries there and back (a challenge, a secret about to be set up): signed, for one session (or for `nobody`), for ten
 *  minutes unless it is said otherwise. Nothing is kept meanwhile, so any node may take it in. `value` has no full stop in it. */
export function ticketFor(p: Platform, use: string, session: string, value: string, life = minutes(10)): string {
  const until = String(p.clock.now().getTime() + life)
  return [value, until, sign(p, use, session, value, until)].join('.')
}

/** Whose ticket it is when nobody is signed in. */
export const nobody = 'nobody'

/** The value of a ticket of this session, as often as one asks. Undefined for any other, and for one that is too old. */
export function readTicket(p: Platform, use: string, session: string, ticket: string): string | undefined {
  const [value = '', until = '', signature = ''] = ticket.split('.')
  const [expected, given] = [Buffer.from(sign(p, use, session, value, until)), Buffer.from(signature)]
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  return Number(until) < p.clock.now().getTime() ? undefined : value
}

/** The value of a ticket of this session, once. Undefined for any other, for one that was used, and for one that is too old. */
export async function redeem(p: Platform, use: string, session: string, ticket: string): Promise<string | undefined> {
  const value = readTicket(p, use, session, ticket)
  if (value === undefined) return undefined
  try {
    // A day: longer than any ticket lives.
    await p.limits.count('ticket', ticket.split('.')[2] ?? '', 1, 86_400)
  } catch (refused) {
    if (refused instanceof Refusal) return undefined
    throw refused
  }
  return value
}
