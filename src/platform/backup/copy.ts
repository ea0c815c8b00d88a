import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

export type Copied = { path: string; bytes: number; sha256: string }

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Copies a file, and says what was copied. Throws what reading or writing throws. */
export async function copyFile(from: string, to: string): Promise<Omit<Copied, 'path'>> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    createReadStream(from),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(to, { mode: 0o600 }),
  )
  return { bytes, sha256: hash.digest('hex') }
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** The files below a folder by their paths in it, but for those that are left out. What vanishes meanwhile is not in it. */
export async function* filesBelow(
  folder: string,
  leftOut: (path: string) => boolean = () => false,
  at = folder,
): AsyncGenerator<string> {
  const entries = await readdir(at, { withFileTypes: true }).catch((error) => {
    if (isGone(error)) return []
    throw error
  })
  for (const entry of entries) {
    const path = join(at, entry.name)
    if (leftOut(relative(folder, path))) continue
    if (entry.isDirectory()) yield* filesBelow(folder, leftOut, path)
    else if (entry.isFile()) yield relative(folder, path)
  }
}

/** Copies a folder that is in use. Answers what was copied, by its path under `as`; a file that vanished meanwhile is none of it. */
export async function copyFolder(from: string, to: string, as: string, leftOut?: (path: string) => boolean): Promise<Copied[]> {
  const copied: Copied[] = []
  await mkdir(join(to, as), { recursive: true, mode: 0o700 })
  for await (const path of filesBelow(from, leftOut)) {
    try {
      copied.push({ path: join(as, path), ...(await copyFile(join(from, path), join(to, as, path))) })
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  return copied
}
