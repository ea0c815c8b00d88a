import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { dayOf, days, hours } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { addressOf, type Env, giveCookie, readCookie, takeCookie, type Viewer } from '../../platform/http'
import { holding } from '../../register'
import { noteSeen } from './queries/seen'
import {
  deleteSessions,
  deleteSessionsOf,
  insertSession,
  replaceLastSignIn,
  sessionOf,
  sessionsOf,
  touchSession,
} from './queries/sessions'

/** 256 random bits: nobody guesses them, so one quick hash is enough to keep them by. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const tokensOf = (c: Context<Env>): string[] =>
  [readCookie(c, 'stay'), readCookie(c, 'session')].filter((token) => token !== undefined)

/** A session that ends with the browser sleeps at most this long; one that stays lives as long as its holding. */
const idle = { session: hours(12), stay: days(holding['session.account'].keep.days) }
/** The desk asks the second factor anew after this. */
const atDeskFor = hours(12)
/** How long a sign-in by mail stands for the password when something important is changed. */
const linkCountsFor = hours(1)

async function currentSession(c: Context<Env>) {
  const { db, clock } = c.var.p
  const tokens = tokensOf(c)
  if (tokens.length === 0) return undefined
  const now = clock.now().getTime()
  const found = await sessionOf(db, tokens.map(hashOf))
  return found.find((session) => now - session.last_used_at.getTime() < (session.stay ? idle.stay : idle.session))
}

const viewerOf = (now: Date, session: NonNullable<Awaited<ReturnType<typeof currentSession>>>): Viewer => ({
  personId: session.person_id,
  sessionId: session.id,
  role: session.role,
  restricted: session.restricted,
  atDesk: session.second_factor_at !== null && now.getTime() - session.second_factor_at.getTime() < atDeskFor,
})

/** Who is signed in, if anybody: one query, and a write at most once an hour. */
export async function viewer(c: Context<Env>): Promise<Viewer | null> {
  const { db, clock } = c.var.p
  const session = await currentSession(c)
  if (!session) return null
  const now = clock.now()
  if (now.getTime() - session.last_used_at.getTime() >= hours(1)) {
    await touchSession(db, session.id, now)
    const token = session.stay ? readCookie(c, 'stay') : undefined
    if (token) giveCookie(c, 'stay', token)
  }
  if (session.last_seen_on < dayOf(now)) await noteSeen(db, session.person_id, dayOf(now))
  return viewerOf(now, session)
}

/** Who is still signed in, of a request that is answered for minutes: nothing is written for that. */
export async function viewerStill(c: Context<Env>): Promise<Viewer | null> {
  const session = await currentSession(c)
  return session ? viewerOf(c.var.p.clock.now(), session) : null
}

/** Where a person is signed in now. */
export const openSessions = ({ db, clock }: Platform, person: string) => {
  const now = clock.now().getTime()
  return sessionsOf(db, person, { session: new Date(now - idle.session), stay: new Date(now - idle.stay) })
}

/** Whether the mailbox was proved within the hour, so that the password need not be asked. */
export async function cameByLink(c: Context<Env>): Promise<boolean> {
  const session = await currentSession(c)
  return session?.by_link === true && c.var.p.clock.now().getTime() - session.created_at.getTime() < linkCountsFor
}

/** Signs somebody in, in the transaction of `db`: a new token always, whatever the browser had before, and the one address that is kept (K6),
 *  under a key of its own: with the one before it went its key. */
export async function startSession(
  c: Context<Env>,
  db: Db,
  person: string,
  how: { stay: boolean; byLink: boolean },
): Promise<void> {
  const { vault, clock } = c.var.p
  const now = clock.now()
  const token = newToken()
  const before = tokensOf(c)
  if (before.length > 0) await deleteSessions(db, before.map(hashOf))
  await insertSession(db, {
    id: randomUUID(),
    person_id: person,
    token_hash: hashOf(token),
    stay: how.stay,
    by_link: how.byLink,
    created_at: now,
  })
  const keys = await vault.keysAnew(db, person, 'lastSession')
  const row = { id: randomUUID(), person_id: person }
  await replaceLastSignIn(db, { ...row, ...keys.seal('last_sign_ins', row, { ip: addressOf(c) }), at: now })
  await noteSeen(db, person, dayOf(now))
  giveCookie(c, how.stay ? 'stay' : 'session', token)
  if (readCookie(c, how.stay ? 'session' : 'stay')) takeCookie(c, how.stay ? 'session' : 'stay')
}

/** Signs this browser out. */
export async function endSession(c: Context<Env>): Promise<void> {
  const tokens = tokensOf(c)
  if (tokens.length > 0) await deleteSessions(c.var.p.db, tokens.map(hashOf))
  takeCookie(c, 'session')
  takeCookie(c, 'stay')
}

/** Signs a person out everywhere, but for the session that does it if it is given. */
export const endSessionsOf = (db: Db, person: string, but: string | null = null) => deleteSessionsOf(db, person, but)

/** The mark by which a browser that registered is known again: the cookie that will be its session, before it is one. */
export function browserMark(c: Context<Env>): string {
  const known = readCookie(c, 'session')
  if (known) return known
  const made = newToken()
  giveCookie(c, 'session', made)
  return made
}
