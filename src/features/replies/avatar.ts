import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import sharp from 'sharp'
import { seconds } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import { normalise, Stopped } from '../../platform/vault'
import { giveAvatar, type ReplyRow, replyById } from './queries'

const job = 'replies.avatar'
const folder = 'avatars'
/** Twice as large as it is shown, for screens that have the points. */
const size = 96
const mostBytes = 1_000_000
const patience = seconds(10)

export const avatarPath = (avatar: string): string => `/${folder}/${avatar}/${size}.webp`

/** Gravatar cannot answer now: it is asked again later. */
class GravatarTrouble extends Error {
  readonly code = 'gravatar_trouble'
}

/** JPEG, PNG, GIF and WebP by how they begin, whatever the answer says of itself. An SVG is none: it may lead elsewhere. */
const begins = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF[\s\S]{4}WEBP)/

/** What an answer says, up to the most that a picture may weigh; undefined for one that weighs more. */
async function bounded(answer: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let read = 0
  for await (const part of answer.body ?? []) {
    read += part.byteLength
    if (read > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The picture that Gravatar has for a hash, as it was sent; undefined for none, or for what is no picture. Throws GravatarTrouble. */
async function asked(base: string, hash: string): Promise<Uint8Array | undefined> {
  const url = `${base}/avatar/${hash}?s=${size}&d=404&r=g`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error', credentials: 'omit' })
    if (answer.status === 429 || answer.status >= 500) throw new GravatarTrouble()
    const bytes = answer.ok ? await bounded(answer) : undefined
    if (!bytes) await answer.body?.cancel().catch(() => {})
    return bytes && begins.test(Buffer.from(bytes.subarray(0, 12)).toString('latin1')) ? bytes : undefined
  } catch {
    // What it throws may name the address of the request, with the hash in it.
    throw new GravatarTrouble()
  }
}

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
  const hash = createHash('sha256').update(normalise(told['email.reply'])).digest('hex')
  const found = await asked(p.config.gravatar, hash)
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
