import { pbkdf2Sync, randomBytes, randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { hours } from '../clock'
import type { Env } from '../http/env'
import { addressOf, networkOf } from '../http/guard'
import { nobody, readTicket, redeem, ticketFor } from '../ticket'
import { type Typed, typedOf } from './index'

// What sending a form costs a robot that sends many: the browser of a person finds a number while they write (islands/work.ts), and they notice nothing.
// Nobody is told apart by it, and nothing is asked of another. Without scripts, in an old browser or too late it is not there: fewer forms an hour are taken then.

/** So many rounds of a hash for each number that is tried, and so many numbers to try. */
const rounds = 1000
const most = 3000
const use = 'work'

/** The keyed hash of a number, as a browser works it out too. */
const hashOf = (salt: string, number: string): string => pbkdf2Sync(salt, number, rounds, 16, 'sha256').toString('hex')

/** What a page asks of the browser: good once, for four hours. */
export function workFor({ var: { p } }: Context<Env>) {
  const salt = randomBytes(12).toString('hex')
  const sought = hashOf(salt, String(randomInt(most)))
  return { ticket: ticketFor(p, use, nobody, `${salt}-${sought}`, hours(4)), rounds, most }
}

/** Whether a form came with the number that its page asked for, for the first time. */
async function isWorked({ var: { p } }: Context<Env>, typed: Typed): Promise<boolean> {
  const [, ticket = '', number = ''] = /^(.+)\.(\d{1,6})$/.exec(typedOf(typed, 'worked')) ?? []
  const [salt = '', sought] = readTicket(p, use, nobody, ticket)?.split('-') ?? []
  if (!sought || hashOf(salt, number) !== sought) return false
  return (await redeem(p, use, nobody, ticket)) !== undefined
}

/** Counts what a network sends in an hour: ten, three of them without work. Throws a refusal (429) for more. */
export async function countSent(c: Context<Env>, typed: Typed, what: string): Promise<void> {
  const { limits } = c.var.p
  const network = networkOf(addressOf(c))
  await limits.count(`${what}.network`, network, 10, 3600)
  if (!(await isWorked(c, typed))) await limits.count(`${what}.unworked`, network, 3, 3600)
}
