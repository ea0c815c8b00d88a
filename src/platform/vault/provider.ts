import { existsSync } from 'node:fs'
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Binding, newKey, seal, unseal } from './seal'

/** Where the keys come from: a folder, or a key service. The root never changes; epochs are made and destroyed. */
export interface KeyProvider {
  /** The 32-byte root, or undefined when none was ever made. */
  root(): Promise<Buffer | undefined>
  createRoot(): Promise<Buffer>
  /** The key of an epoch, or undefined when it is not there. */
  epoch(id: number): Promise<Buffer | undefined>
  createEpoch(id: number): Promise<Buffer>
  readonly place: string
}

const binding = (id: number): Binding => ({ column: 0, row: String(id), person: '', class: 'epoch' })

/** Written whole or not at all, readable by its owner only, on the disk before it counts. */
async function writeOnce(file: string, content: string): Promise<void> {
  const fresh = `${file}.new`
  // What was left when the program was stopped in here may be read by its owner, not written.
  await rm(fresh, { force: true })
  const handle = await open(fresh, 'w', 0o400)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, file)
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
  return {
    place: folder,
    root,
    async createRoot() {
      await prepare()
      const key = newKey()
      await writeOnce(rootFile, `${key.toString('base64url')}\n`)
      return key
    },
    async epoch(id) {
      const file = epochFile(id)
      if (!existsSync(file)) return undefined
      return unseal(await needRoot(), binding(id), Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url'))
    },
    async createEpoch(id) {
      await prepare()
      const key = newKey()
      await writeOnce(epochFile(id), `${seal(await needRoot(), binding(id), key).toString('base64url')}\n`)
      return key
    },
  }
}
