import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DayKeys, daysIn } from './days'
import { onDisk, shred, writeOnce } from './disk'
import { type Escrow, escrowIn } from './escrow'
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
  /** Puts back the key of an epoch that a backup needs. */
  restoreEpoch(id: number, key: Buffer): Promise<void>
  /** The epochs whose keys are here, and since when. */
  epochs(): Promise<{ id: number; since: Date }[]>
  /** Destroys the key of an epoch: what it wrapped does not open again. One that is not there is no error. */
  destroyEpoch(id: number): Promise<void>
  readonly escrow: Escrow
  readonly days: DayKeys
  readonly place: string
}

const binding = (id: number): Binding => ({ column: 0, row: String(id), person: '', class: 'epoch' })

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
  const root = async () => (existsSync(rootFile) ? Buffer.from(await readFile(rootFile, 'utf8'), 'base64url') : undefined)
  const needRoot = async () => {
    const key = await root()
    if (key?.length !== 32) throw new Error(`${rootFile} does not hold a key`)
    return key
  }
  /** Undefined also when it goes at this moment: another program may end the epoch. */
  const epoch = async (id: number) => {
    const text = await readFile(epochFile(id), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    })
    return text === undefined ? undefined : unseal(await needRoot(), binding(id), Buffer.from(text, 'base64url'))
  }
  return {
    place: folder,
    root,
    async createRoot() {
      await prepare()
      await writeOnce(rootFile, `${newKey().toString('base64url')}\n`)
      return needRoot()
    },
    epoch,
    async createEpoch(id) {
      await prepare()
      await writeOnce(epochFile(id), `${seal(await needRoot(), binding(id), newKey()).toString('base64url')}\n`)
      const made = await epoch(id)
      if (!made) throw new Error(`the key of epoch ${id} cannot be read back`)
      return made
    },
    async restoreEpoch(id, key) {
      await prepare()
      await shred(epochFile(id))
      await writeOnce(epochFile(id), `${seal(await needRoot(), binding(id), key).toString('base64url')}\n`)
    },
    async epochs() {
      const names = await readdir(join(folder, 'epochs')).catch(() => [])
      const ids = names.flatMap((name) => (/^\d+\.key$/.test(name) ? [Number.parseInt(name, 10)] : []))
      return Promise.all(ids.map(async (id) => ({ id, since: (await stat(epochFile(id))).mtime })))
    },
    destroyEpoch: (id) => shred(epochFile(id)),
    escrow: escrowIn(folder),
    days: daysIn(folder, needRoot),
  }
}
