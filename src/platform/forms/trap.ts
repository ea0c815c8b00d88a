import type { Context } from 'hono'
import type { Env } from '../http/env'
import { type Typed, typedOf } from './index'

// What tells a robot from a person without asking anything of the person: how fast it is, and what it fills in.

/** A person needs longer than this to read a form and fill it in; milliseconds. */
const quickest = 2_000

/** When a page was made, so that it cannot be made up: to be sent along as `since`. */
const stampOf = (c: Context<Env>, at: number): string => `${at}.${c.var.p.vault.mark('form', String(at))}`
export const stampNow = (c: Context<Env>): string => stampOf(c, c.var.p.clock.now().getTime())

/** Whether a form came back as a robot sends it: at once, from a page that we did not make, or with the field filled in that nobody sees. */
export function isRobots(c: Context<Env>, typed: Typed): boolean {
  const since = typedOf(typed, 'since')
  const at = Number(since.split('.')[0])
  const isOurs = Number.isSafeInteger(at) && stampOf(c, at) === since
  return !isOurs || c.var.p.clock.now().getTime() - at < quickest || typedOf(typed, 'website') !== ''
}
