import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Binding, newKey, seal, unseal } from './seal'

/** Where the keys come from: a folder, or a key service. The root never changes; epochs are made and destroyed. */
export interface KeyProvider {
  /** The 32-byte root, or undefined when none was ever made. */
  root(): Promise<Buffer | undefined>
  /** Makes the root, and answers it: the one that is there, when another program was first. */
  createRoot(): Promise<Buffer>
  /** The key of an epoch, or undefined when it is not there. */
  epoch(id: number): Promise<Buffer | undefined>
  /** The same for an epoch. */
  createEpoch(id: number): Promise<Buffer>
  readonly place: string
}

const binding = (id: number): Binding => ({ column: 0, row: String(id), person: '', class: 'epoch' })

/** Written whole or not at all, readable by its owner only, on the disk before it counts. What is there already stays: another program was first. */
async function writeOnce(file: string, content: string): Promise<void> {
  const fresh = `${file}.${randomUUID()}.new`
  try {
    const handle = await open(fresh, 'wx', 0o400)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Unlike a renamed file, a linked one takes the place of no other.
    await link(fresh, file).catch((error: unknown) => {
      if (!existsSync(file)) throw error
    })
  } finally {
    await rm(fresh, { force: true })
  }
  await onDisk(dirname(file))
}

/** A new name is in its folder for good once the folder is on the disk: without it, a power cut takes the key and leaves what it sealed. */
async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Keys in a folder outside the data, owner-only: `root.key`, and `epochs/<n>.key` each sealed under the root. */
export function keyFolder(folder: string): KeyProvider {
  const rootFile = join(folder, 'root.key')
  const epochFile = (id: number) => join(folder, 'epochs', `${id}.key`)
  const prepare = async () => {
    await mkdir(join(folder, 'epochs'), { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    await onDisk(folder)
    // A parent that may not be opened was there before us.
    await onDisk(dirname(folder)).catch(() => {})
  }
  const root = async () =>
    existsSync(rootFile) ? Buffer.from((await readFile(rootFile, 'utf8')).trim(), 'base64url') : undefined
  const needRoot = async () => {
    const key = await root()
    if (key?.length !== 32) throw new Error(`${rootFile} does not hold a key`)
    return key
  }
  const needEpoch = async (id: number) =>
    unseal(await needRoot(), binding(id), Buffer.from((await readFile(epochFile(id), 'utf8')).trim(), 'base64url'))
  return {
    place: folder,
    root,
    async createRoot() {
      await prepare()
      await writeOnce(rootFile, `${newKey().toString('base64url')}\n`)
      return needRoot()
    },
    async epoch(id) {
      return existsSync(epochFile(id)) ? needEpoch(id) : undefined
    },
    async createEpoch(id) {
      await prepare()
      await writeOnce(epochFile(id), `${seal(await needRoot(), binding(id), newKey()).toString('base64url')}\n`)
      return needEpoch(id)
    },
  }
}
