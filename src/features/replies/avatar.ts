import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import sharp from 'sharp'
import { seconds } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { type Env, missing, Refusal } from '../../platform/http'
import { Stopped } from '../../platform/vault'
import { removeWith } from '../../privacy'
import { pictureOf } from './gravatar'
import { avatarOf, deleteAvatar, insertAvatar, picturesOf, type ReplyRow, replyById, setPicture } from './queries'
import { inTurn } from './turn'

const job = 'replies.avatar'
const folder = 'avatars'
/** Twice as large as it is shown, for screens that have the points. */
const size = 96
const patience = seconds(10)

export const avatarPath = (avatar: string): string => `/${folder}/${avatar}/${size}.webp`

/** The same picture made anew: small, and nothing left of what stood in the file beside it. Undefined for one that does not hold together. */
const encoded = (bytes: Uint8Array): Promise<Uint8Array | undefined> =>
  sharp(bytes, { limitInputPixels: 2048 * 2048, failOn: 'error' })
    .autoOrient()
    .resize(size, size, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 80 })
    .toBuffer()
    .catch(() => undefined)

/** Whether Gravatar can be asked: the site names it, and so the statement does. Without it there is nothing to keep, and no table. */
export const asksGravatar = ({ site }: Pick<Platform, 'site'>): boolean => site.features.includes('avatars')

/** Keeps that who sent a reply wants the picture that Gravatar has of them, in the transaction of `db`. */
export async function wishAvatar(p: Platform, db: Db, { id, person_id }: Pick<ReplyRow, 'id' | 'person_id'>): Promise<void> {
  if (asksGravatar(p)) await insertAvatar(db, { id: randomUUID(), person_id, reply_id: id, asked_at: p.clock.now() })
}

/** Whether that was asked of this reply, and not taken back. */
export const wantsAvatar = async (p: Platform, reply: string): Promise<boolean> =>
  asksGravatar(p) && (await avatarOf(p.db, reply)) !== undefined

/** The pictures that there are for these replies, by reply. */
export const avatarsOf = async (p: Platform, replies: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  asksGravatar(p) ? picturesOf(p.db, replies) : new Map()

/** Whether one was asked for and is not there. */
const lacksAvatar = async (db: Db, reply: string): Promise<boolean> => (await avatarOf(db, reply))?.picture === null

/** Queues the question, of who asked for it and proved that the address is theirs, in the transaction of `db`. */
export async function askForAvatar(
  p: Platform,
  db: Db,
  { id, confirmed_at }: Pick<ReplyRow, 'id' | 'confirmed_at'>,
): Promise<void> {
  if (asksGravatar(p) && confirmed_at && (await lacksAvatar(db, id))) await p.jobs.send(db, job, { reply: id })
}

async function fetchAvatar(p: Platform, id: string): Promise<void> {
  const row = await replyById(p.db, id, p.clock.now())
  if (row?.state !== 'shown' || !row.confirmed_at || !(await lacksAvatar(p.db, id))) return
  const { email } = (await p.vault.keys(p.db, [row.person_id])).bind('replies', row)
  if (!email) return
  const told = await disclose(p, p.db, row.person_id, 'gravatar', 'replying', { 'email.reply': email }).catch((error) => {
    // Who wants to be left alone is asked nothing for.
    if (error instanceof Stopped) return undefined
    throw error
  })
  if (!told) return
  const found = await pictureOf({ base: p.config.gravatar, patience }, told['email.reply'], size)
  const picture = found && (await encoded(found))
  if (!picture) return
  await keep(p, row, picture).catch((error) => {
    // It has gone meanwhile.
    if (!(error instanceof Refusal)) throw error
  })
}

/** Gives a reply that is still shown its picture. */
const keep = (p: Platform, reply: ReplyRow, picture: Uint8Array): Promise<void> =>
  inTurn(p, reply, async (trx, { id, state }) => {
    if (state !== 'shown' || !(await lacksAvatar(trx, id))) return
    const name = randomBytes(16).toString('hex')
    await setPicture(trx, id, name)
    // Last: what fails before it leaves no file behind.
    await p.files.write(`${folder}/${name}/${size}.webp`, picture)
  })

export const avatarJob = (p: Platform) => ({ name: job, work: ({ reply = '' }) => fetchAvatar(p, reply) })

/** Takes the picture of a reply away, in the transaction of `db`: a job does it, and what this answers does it at once, after the commit. That it was asked for
 *  stays: a reply that is shown again gets it again. */
export async function hideAvatar(p: Platform, db: Db, reply: string): Promise<() => Promise<void>> {
  const picture = asksGravatar(p) && (await avatarOf(db, reply))?.picture
  if (!picture) return async () => {}
  await setPicture(db, reply, null)
  return removeWith(p, db, [`${folder}/${picture}`])
}

/** The same, of who asks for none any more. */
export async function forgetAvatar(p: Platform, db: Db, reply: string): Promise<() => Promise<void>> {
  const remove = await hideAvatar(p, db, reply)
  if (asksGravatar(p)) await deleteAvatar(db, reply)
  return remove
}

/** Pictures from our own disk: no browser ever speaks to Gravatar. Asked for anew within the hour, so that one that was taken away is gone. */
export const avatarFiles = new Hono<Env>().get('/avatars/:path{[0-9a-f]{32}}/:file{96\\.webp}', async (c) => {
  const found = await c.var.p.files.stream(`${folder}/${c.req.param('path')}/${c.req.param('file')}`)
  if (!found) throw missing()
  return c.body(found.body, 200, {
    'content-type': 'image/webp',
    'content-length': String(found.size),
    'cache-control': 'public, max-age=3600',
  })
})
