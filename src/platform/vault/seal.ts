// The one cryptography module: the format of a sealed value, and nothing else. docs/decisions/0003 has the reasons.
//   version(1) suite(1) nonce(12) tag(16) ciphertext     AES-256-GCM, a random nonce; NIST SP 800-38D
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const version = 1
const suite = 1
const nonceAt = 2
const tagAt = nonceAt + 12
const bodyAt = tagAt + 16

/** What a seal is bound to. A value moved to another column, row, person or class does not open. */
export type Binding = { column: number; row: string; person: string; class: string }

/** Each part with its length before it, so that no two bindings make the same bytes. */
const associated = (binding: Binding): Buffer =>
  Buffer.concat(
    [String(version), String(suite), String(binding.column), binding.row, binding.person, binding.class].map((part) => {
      const bytes = Buffer.from(part, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return Buffer.concat([length, bytes])
    }),
  )

/** The length told is a class, not the length: 16, 32, … 4096, then whole multiples of 4096. */
const sizeClass = (length: number): number =>
  length <= 4096 ? 2 ** Math.max(4, Math.ceil(Math.log2(length))) : Math.ceil(length / 4096) * 4096

const pad = (text: Buffer): Buffer => {
  const padded = Buffer.alloc(sizeClass(text.length + 4))
  padded.writeUInt32BE(text.length)
  text.copy(padded, 4)
  return padded
}

/** A value that does not open: tampered with, moved, cut short, of another version or another key. */
export class SealBroken extends Error {
  readonly code = 'seal_broken'
  constructor() {
    super('a sealed value does not open')
  }
}

/** Seals bytes under a 32-byte key, bound to where they belong. */
export function seal(key: Buffer, binding: Binding, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associated(binding))
  const body = Buffer.concat([cipher.update(pad(plain)), cipher.final()])
  return Buffer.concat([Buffer.of(version, suite), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made. Throws SealBroken, and says no more: never the bytes. */
export function unseal(key: Buffer, binding: Binding, sealed: Buffer): Buffer {
  if (sealed.length < bodyAt + 16 || sealed[0] !== version || sealed[1] !== suite) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(nonceAt, tagAt), { authTagLength: 16 })
  decipher.setAAD(associated(binding))
  decipher.setAuthTag(sealed.subarray(tagAt, bodyAt))
  try {
    const padded = Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()])
    return padded.subarray(4, 4 + padded.readUInt32BE())
  } catch {
    throw new SealBroken()
  }
}

/** A 32-byte key for one use, derived from another (RFC 5869). */
export const derive = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `huisrecht ${use}`, 32))

/** A keyed hash, 32 bytes. */
export const mark = (key: Buffer, value: string): Buffer => createHmac('sha256', key).update(value, 'utf8').digest()

export const newKey = (): Buffer => randomBytes(32)
