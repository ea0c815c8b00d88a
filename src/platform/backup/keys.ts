import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from './copy'

async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  for await (const path of filesBelow(folder)) contents.set(path, await readFile(join(folder, path)))
  return contents
}

/** What tells one set of keys from another, by the names of its files and one quick hash: nothing can be read with it. */
export async function keyPrint(keysDir: string): Promise<string> {
  const hash = createHash('sha256')
  for (const [path, bytes] of [...(await contentsOf(keysDir))].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(path).update(createHash('sha256').update(bytes).digest())
  return hash.digest('base64url').slice(0, 16)
}

/** The key files that a copy lacks or has otherwise; empty when the copy can stand for the keys. */
export async function missingFrom(copy: string, keysDir: string): Promise<string[]> {
  const [keys, there] = await Promise.all([contentsOf(keysDir), contentsOf(copy)])
  return [...keys].filter(([path, bytes]) => !there.get(path)?.equals(bytes)).map(([path]) => path)
}
