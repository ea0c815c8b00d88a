import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal, tooMany } from './http/refusal'
import type { Vault } from './vault'

/** Attempts per keyed hash of whoever makes them: neither an account nor an address of a network is in the database. */
export type Limits = {
  /** Counts one attempt of `who` at `what`; answers how many are left, and for how many seconds. Throws a refusal (429) when there were more
   *  than `points` in `seconds`: a day at most. */
  count(what: string, who: string, points: number, seconds: number): Promise<{ points: number; seconds: number }>
  /** Forgets the attempts, after a success. */
  forget(what: string, who: string): Promise<void>
}

/** Does something that may be too much at once. Answers what it answers, or the seconds to wait: the page then keeps what was typed. */
export async function unlessTooMany<T>(act: () => Promise<T>): Promise<{ done: T; wait?: undefined } | { wait: number }> {
  try {
    return { done: await act() }
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return { wait: error.retryAfter ?? 60 }
    throw error
  }
}

/** A refusal passes by itself: it never outlasts a day, and what one tries meanwhile does not make it longer. So it is no decision with an effect
 *  on a person (GDPR article 22(1)); the statement says that, and the page of the refusal how to go on. */
const longest = 86_400

export function limitsOn(pool: pg.Pool, vault: Vault): Limits {
  const limiters = new Map<string, RateLimiterPostgres>()
  const limiter = (what: string, points: number, duration: number) => {
    const known = limiters.get(what)
    if (known && known.points === points && known.duration === duration) return known
    const made = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: what,
      points,
      duration,
    })
    limiters.set(what, made)
    return made
  }
  const key = (what: string, who: string) => vault.mark(`limit ${what}`, who)
  return {
    async count(what, who, points, seconds) {
      if (seconds > longest) throw new Error(`the limit ${what} outlasts a day`)
      try {
        const left = await limiter(what, points, seconds).consume(key(what, who))
        return { points: left.remainingPoints, seconds: Math.ceil(left.msBeforeNext / 1000) }
      } catch (refused) {
        if (refused instanceof RateLimiterRes) throw tooMany(Math.ceil(refused.msBeforeNext / 1000))
        throw refused
      }
    },
    async forget(what, who) {
      await limiters.get(what)?.delete(key(what, who))
    },
  }
}
