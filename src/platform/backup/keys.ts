// The archive of the keys: what is needed beside a backup to put it back. Only the newest is kept, so that what was destroyed since is in none.
import { mkdir, open, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dayFolder } from '../vault/days'
import { overwrite, writeOnce } from '../vault/disk'
import { unlock } from '../vault/escrow'
import type { KeyProvider } from '../vault/provider'
import { type Entry, readArchive, writeArchive } from './archive'
import { filesBelow } from './files'

export const keyArchive = 'huisrecht-keys.age'

/** Writes the archive of the keys into `folder`, in the place of the one before, which is overwritten. Answers its path. */
export async function archiveKeys(keysDir: string, recipient: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, keyArchive)
  const before = await open(file, 'r+').catch(() => undefined)
  try {
    await writeArchive(
      file,
      recipient,
      filesBelow(keysDir, (path) => path === dayFolder || path.endsWith('.new')),
    )
    if (before) await overwrite(before)
  } finally {
    await before?.close()
  }
  return file
}

/** What is in an archive of keys. Throws when the private key does not open it. */
export async function readKeys(file: string, identity: string): Promise<Entry[]> {
  return Array.fromAsync(readArchive(file, [identity]))
}

/** Puts an archive of keys into an empty folder. */
export async function unpackKeys(entries: readonly Entry[], keysDir: string): Promise<void> {
  for (const { name, data, mtime } of entries) {
    const file = join(keysDir, name)
    if (name.split('/').includes('..')) continue
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeOnce(file, data)
    // Since when an epoch is open.
    if (mtime) await utimes(file, mtime, mtime)
  }
}

export type OpenedEscrow = { name: string; since: Date; secret: Buffer }

/** What the escrow holds, opened with the private key. What was locked to an earlier one stays closed. */
export async function openEscrow({ escrow }: KeyProvider, identity: string): Promise<OpenedEscrow[]> {
  const opened: OpenedEscrow[] = []
  for (const { name, since, read } of await escrow.list()) {
    const secret = await unlock(identity, await read()).catch(() => undefined)
    if (secret) opened.push({ name, since, secret })
  }
  return opened
}
