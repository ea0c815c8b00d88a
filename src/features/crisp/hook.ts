import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { minutes } from '../../platform/clock'
import type { CrispConfig } from '../../platform/config'
import { readBytes } from '../../platform/forms'
import { addressOf, type Env, forbidden, missing, networkOf, Refusal } from '../../platform/http'
import { heard } from './conversation'
import { CrispTrouble, sessionShape } from './rest'
import { crispOf } from './settings'

/** What is signed so long ago is a replay. */
const fresh = minutes(5)
/** A message with a long text, and no more. */
const mostBytes = 256 * 1024

/** In a time that says nothing of where they differ. */
const same = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

/** Whether Crisp signed this body for a hook of a plugin (integrations, §8.3). It signs the JSON as its own program writes it: what comes may be that, or may not. */
export function isSigned(
  secret: string,
  { timestamp, signature, body }: { timestamp: string; signature: string; body: string },
): boolean {
  const written = [body, JSON.stringify(parsed(body))]
  return written.some((text) => same(signature, createHmac('sha256', secret).update(`[${timestamp};${text}]`).digest('hex')))
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What we read of a hook: of a message neither its text nor who wrote it. */
const shape = z.object({
  website_id: z.string(),
  event: z.string(),
  data: z.object({ session_id: z.string().regex(sessionShape), timestamp: z.number().optional() }),
  timestamp: z.number(),
})

type Proof = { timestamp: string | undefined; signature: string | undefined; key: string | undefined; body: string }

/** Whether a hook is of Crisp: signed just now, for that of a plugin; by the secret in its address, for that of the website, which Crisp does not sign. */
export function isOfCrisp(
  { hookSecret, hookKey }: Pick<CrispConfig, 'hookSecret' | 'hookKey'>,
  now: Date,
  proof: Proof,
): boolean {
  const { timestamp = '', signature, key, body } = proof
  if (signature !== undefined)
    return (
      hookSecret !== undefined &&
      Math.abs(now.getTime() - Number(timestamp || Number.NaN)) <= fresh &&
      isSigned(hookSecret, { timestamp, signature, body })
    )
  return hookKey !== undefined && key !== undefined && same(key, hookKey)
}

export const hookPath = /^\/crisp\/hook$/

/** What Crisp tells us. What we have no use for, or does not hold, is answered alike: it need not be told again. */
export const hook = new Hono<Env>().post('/crisp/hook', async (c) => {
  const { p } = c.var
  await p.limits.count('crisp.hook', networkOf(addressOf(c)), 1200, 60)
  const crisp = crispOf(p)
  if (!crisp.hookSecret && !crisp.hookKey) throw missing()
  const body = new TextDecoder().decode(await readBytes(c, mostBytes))
  const proof = {
    timestamp: c.req.header('x-crisp-request-timestamp'),
    signature: c.req.header('x-crisp-signature'),
    key: c.req.query('key'),
    body,
  }
  if (!isOfCrisp(crisp, p.clock.now(), proof)) {
    p.log('security.hook_refused', { by: 'crisp' })
    throw forbidden()
  }
  const told = shape.safeParse(parsed(body))
  if (told.success && told.data.website_id === crisp.website) {
    const { event, data, timestamp } = told.data
    await heard(p, { event, session: data.session_id, at: new Date(data.timestamp ?? timestamp) }).catch((error) => {
      // Told again once it answers, it is known.
      throw error instanceof CrispTrouble ? new Refusal(503, 60) : error
    })
  }
  return c.body(null, 204)
})
