import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Entry } from './archive'

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The files below a folder, by their paths in it. What vanishes meanwhile is not in it. */
export async function* filesBelow(
  folder: string,
  leftOut: (path: string) => boolean = () => false,
  at = folder,
): AsyncGenerator<Entry> {
  const entries = await readdir(at, { withFileTypes: true }).catch((error) => {
    if (isGone(error)) return []
    throw error
  })
  for (const entry of entries) {
    const path = join(at, entry.name)
    const name = relative(folder, path)
    if (leftOut(name)) continue
    if (entry.isDirectory()) yield* filesBelow(folder, leftOut, path)
    else if (entry.isFile()) {
      const found = await Promise.all([readFile(path), stat(path)]).catch((error) => {
        if (isGone(error)) return undefined
        throw error
      })
      if (found) yield { name, data: found[0], mtime: found[1].mtime }
    }
  }
}
