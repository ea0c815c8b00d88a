import type { Context } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../platform/feature'
import { choice, lines } from '../../platform/forms'
import type { Env } from '../../platform/http'
import { limits, longest, threadIdShape } from './rules'

export const messageForm = z.object({ text: lines(longest) })
export const switchForm = z.object({ on: choice(['1', '0']) })
export const unsentForm = z.object({ id: z.preprocess((value) => value, z.uuid()), act: choice(['send', 'drop']) })
export const unblockForm = z.object({
  thread: z.preprocess((value) => value, z.string().regex(new RegExp(`^${threadIdShape}$`))),
})

export type Limit = keyof typeof limits

/** Counts one attempt against a limit. Throws a refusal (429). */
export async function count(p: Platform, what: Limit, who: string): Promise<void> {
  await p.limits.count(`messages.${what}`, who, limits[what].points, limits[what].seconds)
}

/** The number of a page in a list, from 1. */
export const pageOf = (c: Context<Env>): number => {
  const asked = Number(c.req.query('page') ?? '1')
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}
