// The one form of everything that is kept for restoring: a tar, compressed, encrypted with age. It opens without this program too:
// age --decrypt --identity FILE archive.age | tar --extract --gzip
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { createTarDecoder, packTar } from 'modern-tar'
import { lockTo, unlockWith } from '../vault/escrow'

/** A file in an archive; `mtime` where it matters. */
export type Entry = { name: string; data: Uint8Array<ArrayBuffer>; mtime?: Date }

/** Two blocks of nothing end a tar (POSIX pax, "ustar Interchange Format"). */
const end = Buffer.alloc(1024)

async function* packed(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, data, mtime = new Date(0) } of entries) {
    const tar = await packTar([{ header: { name, size: data.length, mtime, mode: 0o600, type: 'file' }, data }])
    yield tar.subarray(0, -end.length)
  }
  yield end
}

/** Writes entries to a file, whole or not at all, encrypted to `recipient`, with its SHA-256 in a file beside it. Answers its size. Never more in
 *  memory than an entry. */
export async function writeArchive(file: string, recipient: string, entries: AsyncIterable<Entry>): Promise<number> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(`${file}.part`, 'w', 0o600)
  try {
    const squeezed = Readable.from(packed(entries)).compose(createGzip({ level: 3 }))
    for await (const chunk of lockTo(recipient, squeezed)) {
      hash.update(chunk)
      bytes += chunk.length
      await handle.write(chunk)
    }
    await handle.sync()
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await writeFile(`${file}.sha256`, `${hash.digest('hex')}  ${basename(file)}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return bytes
}

/** Whether a file is what its .sha256 says; undefined when there is none beside it. */
export async function isWhole(file: string): Promise<boolean | undefined> {
  const said = await readFile(`${file}.sha256`, 'utf8').catch(() => undefined)
  if (said === undefined) return undefined
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return said.startsWith(hash.digest('hex'))
}

/** The entries of an archive, one after another, opened with one of these private keys. Throws when none of them opens it, or it was changed or
 *  cut off; what was given before that was as it is. */
export async function* readArchive(file: string, identities: readonly string[]): AsyncGenerator<Entry> {
  const plain = Readable.from(unlockWith(identities, createReadStream(file))).compose(createGunzip())
  const entries = ReadableStream.from(plain).pipeThrough(createTarDecoder({ strict: true }))
  for await (const { header, body } of entries)
    yield {
      name: header.name,
      data: Buffer.concat(await Array.fromAsync(body)),
      ...(header.mtime ? { mtime: header.mtime } : {}),
    }
}
