import { createHash } from 'node:crypto'
import { normalise } from '../../platform/vault'

const mostBytes = 1_000_000

/** It cannot answer now: it is asked again later. */
export class GravatarTrouble extends Error {
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

export type Gravatar = {
  /** Its address, without a slash at the end. */
  base: string
  /** Milliseconds. */
  patience: number
}

/** The picture that Gravatar has for an address, by the hash of it (docs.gravatar.com, images), so many points wide, as it was sent; undefined for none, or for
 *  what is no picture. Throws GravatarTrouble, which names neither. */
export async function pictureOf({ base, patience }: Gravatar, email: string, points: number): Promise<Uint8Array | undefined> {
  const hash = createHash('sha256').update(normalise(email)).digest('hex')
  const url = `${base}/avatar/${hash}?s=${points}&d=404&r=g`
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
