import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'

/** Files by a path of our own making, never one that a visitor chose. */
export type Files = {
  write(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  read(path: string): Promise<Buffer>
  /** A file as it is now, to its end: also what is removed while it is read. Throws when it is not there. */
  take(path: string): Promise<AsyncIterable<Uint8Array>>
  /** A stream and its size, or undefined when there is no such file. */
  stream(path: string): Promise<{ size: number; body: ReadableStream<Uint8Array> } | undefined>
  remove(path: string): Promise<void>
  /** What lies in a folder, and when it was last changed. */
  list(path: string): Promise<{ name: string; changed: Date }[]>
}

/** Opens the file when it is first read: the body of an answer to HEAD never is, and would keep it open for good. */
async function* read(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file)
}

/** Files in a folder: written beside, then renamed, so that a file is whole or not there. */
export function fileFolder(folder: string): Files {
  const at = (path: string) => {
    const clean = normalize(path)
    if (clean.startsWith('..') || clean.startsWith('/') || clean.includes('\0')) throw new Error('a file path outside the store')
    return join(folder, clean)
  }
  return {
    async write(path, bytes) {
      const file = at(path)
      await mkdir(dirname(file), { recursive: true })
      // A name of its own: another may write the same file now.
      const fresh = `${file}.${randomUUID()}.new`
      try {
        const handle = await open(fresh, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(fresh, file)
      } finally {
        await rm(fresh, { force: true })
      }
    },
    read: (path) => readFile(at(path)),
    take: async (path) => (await open(at(path))).createReadStream(),
    async stream(path) {
      const found = await stat(at(path)).catch(() => undefined)
      if (!found?.isFile()) return undefined
      return { size: found.size, body: ReadableStream.from(read(at(path))) }
    },
    remove: (path) => rm(at(path), { recursive: true, force: true }),
    async list(path) {
      const found: { name: string; changed: Date }[] = []
      // One by one: all photos of a site at once would keep everybody else's files waiting.
      for (const name of await readdir(at(path)).catch(() => [])) {
        const file = await stat(join(at(path), name)).catch(() => undefined)
        if (file) found.push({ name, changed: file.mtime })
      }
      return found
    },
  }
}
