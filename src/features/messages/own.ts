import type { Context } from 'hono'
import { type Env, missing, signedIn } from '../../platform/http'
import { ownAdvertNamed } from './queries/adverts'
import { threadOf } from './queries/threads'
import { otherSide, personAt, sideOf } from './rules'

/** A thread of who is signed in. Throws missing() for one that is not theirs. */
export async function ownThread(c: Context<Env>) {
  const { personId } = signedIn(c)
  const row = await threadOf(c.var.p.db, c.req.param('thread') ?? '', personId)
  if (!row) throw missing()
  const side = sideOf(row, personId)
  return { row, side, personId, other: personAt(row, otherSide(side)) }
}
export type Own = Awaited<ReturnType<typeof ownThread>>

/** The same for what only the advertiser of a thread does. */
export async function ownAsAdvertiser(c: Context<Env>): Promise<Own> {
  const own = await ownThread(c)
  if (own.side !== 'advertiser') throw missing()
  return own
}

/** An advert of who is signed in, in whatever state. Throws missing() for one that is not theirs. */
export async function ownAdvert(c: Context<Env>) {
  const { personId } = signedIn(c)
  const advert = await ownAdvertNamed(c.var.p.db, c.req.param('publicId') ?? '', personId)
  if (!advert) throw missing()
  return { ...advert, personId }
}
export type OwnAdvert = Awaited<ReturnType<typeof ownAdvert>>
