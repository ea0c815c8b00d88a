// What is kept for restoring alone: encrypted to a public key whose private half is never on this machine, for the window of the backups.
// The format is age's (age-encryption.org/v1), so that it also opens without this program: age --decrypt --identity FILE.
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { days, minutes } from '../clock'
import { shred, writeOnce } from './disk'

/** A new pair: the private half to print once, the public half to keep. */
export async function newPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The public half of a private key. Throws when it is none. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Bytes as they come, encrypted for who has the private half. */
export async function* lockTo(recipient: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  yield* await encrypter.encrypt(ReadableStream.from(bytes))
}

/** Opens what was locked to the public half of one of these. Throws when it is another's, was changed, or was cut off. */
export async function* unlockWith(identities: readonly string[], bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  yield* await decrypter.decrypt(ReadableStream.from(bytes))
}

async function lock(recipient: string, secret: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(secret)
}

/** Opens one secret of the escrow. Throws. */
export async function unlock(identity: string, locked: Uint8Array): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return Buffer.from(await decrypter.decrypt(locked))
}

/** A secret in escrow: the key of an epoch or of a backup, and since when it is part of what a backup needs. */
type Escrowed = { name: string; since: Date; file: string; read(): Promise<Buffer> }

export type Escrow = {
  /** The public half; undefined when nobody made a pair. */
  recipient(): Promise<string | undefined>
  keepRecipient(recipient: string): Promise<void>
  /** Answers whether it is kept: not without a public key. Doing it again does no harm. */
  put(name: string, since: Date, secret: Uint8Array): Promise<boolean>
  /** The oldest first. */
  list(): Promise<Escrowed[]>
  /** Destroys what has been here for so many days. Answers how many. */
  cull(now: Date, after: number): Promise<number>
}

const stampOf = (at: Date) => at.toISOString().replace(/[-:]/g, '')
const form = /^([a-z]+-[0-9TZ]+)\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)([\d.]+Z)\.age$/

/** A night begins a little earlier or later than the one before: what is over within this time goes now, not a day later. */
const early = minutes(45)

/** The secret with this name, by the name of its file. Undefined for a file that is none. */
function escrowedIn(file: string): Escrowed | undefined {
  const [, name, year, month, day, hour, minute, rest] = form.exec(basename(file)) ?? []
  return name
    ? { name, since: new Date(`${year}-${month}-${day}T${hour}:${minute}:${rest}`), file, read: () => readFile(file) }
    : undefined
}

/** An escrow in a folder: `escrow.pub`, and `escrow/<name>.<since>.age`. */
export function escrowIn(folder: string): Escrow {
  const place = join(folder, 'escrow')
  const publicFile = join(folder, 'escrow.pub')
  const recipient = async () => {
    const text = await readFile(publicFile, 'utf8').catch(() => '')
    return text.trim() || undefined
  }
  const list = async () =>
    (await readdir(place).catch(() => []))
      .flatMap((name) => escrowedIn(join(place, name)) ?? [])
      .sort((a, b) => +a.since - +b.since)
  return {
    recipient,
    list,
    async keepRecipient(fresh) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await shred(publicFile)
      await writeOnce(publicFile, `${fresh}\n`)
    },
    async put(name, since, secret) {
      const to = await recipient()
      if (!to) return false
      await mkdir(place, { recursive: true, mode: 0o700 })
      await writeOnce(join(place, `${name}.${stampOf(since)}.age`), await lock(to, secret))
      return true
    },
    async cull(now, after) {
      const over = (await list()).filter(({ since }) => since.getTime() + days(after) <= now.getTime() + early)
      for (const { file } of over) await shred(file)
      return over.length
    },
  }
}
