import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import sharp from 'sharp'
import { seconds } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import { Stopped } from '../../platform/vault'
import { pictureOf } from './gravatar'
import { giveAvatar, type ReplyRow, replyById } from './queries'

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

/** Whether Gravatar can be asked: the site names it, and so the statement does. */
export const asksGravatar = ({ site }: Pick<Platform, 'site'>): boolean => site.recipients.gravatar !== undefined

type Wish = Pick<ReplyRow, 'id' | 'gravatar' | 'avatar' | 'confirmed_at'>
/** Queues the question, of who asked for it and proved that the address is theirs, in the transaction of `db`. */
export async function askForAvatar(p: Platform, db: Db, { id, gravatar, avatar, confirmed_at }: Wish): Promise<void> {
  if (gravatar && !avatar && confirmed_at && asksGravatar(p)) await p.jobs.send(db, job, { reply: id })
}

async function fetchAvatar(p: Platform, id: string): Promise<void> {
  const row = await replyById(p.db, id, p.clock.now())
  if (row?.state !== 'shown' || !row.gravatar || row.avatar || !row.confirmed_at || !asksGravatar(p)) return
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
  const avatar = randomBytes(16).toString('hex')
  await p.files.write(`${folder}/${avatar}/${size}.webp`, picture)
  // It may have gone meanwhile.
  if (!(await giveAvatar(p.db, id, avatar))) await removeAvatar(p, avatar)
}

export const avatarJob = (p: Platform) => ({ name: job, work: ({ reply = '' }) => fetchAvatar(p, reply) })

export async function removeAvatar(p: Platform, avatar: string | null): Promise<void> {
  if (avatar) await p.files.remove(`${folder}/${avatar}`)
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
