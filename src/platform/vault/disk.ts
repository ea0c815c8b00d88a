// Files that keys lie in: on the disk before they count, and off it when they go.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, type FileHandle, link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A new name is in its folder for good once the folder is on the disk: without it, a power cut takes the key and leaves what it sealed. */
export async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Written whole or not at all, readable by its owner only, on the disk before it counts. What is there already stays: another program was first. */
export async function writeOnce(file: string, content: string | Uint8Array): Promise<void> {
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

/** Overwrites the bytes of an open file with others, on the disk. */
export async function overwrite(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat()
  await handle.write(randomBytes(size), 0, size, 0)
  await handle.sync()
}

/** Overwrites a file where it lies, then takes it away. One that is not there is no error. A file system that copies on writing, or a disk that
 *  moves its blocks, may still hold the old bytes: keep such a folder on an encrypted disk (NIST SP 800-88r2 §3.2). */
export async function shred(file: string): Promise<void> {
  if (!existsSync(file)) return
  await chmod(file, 0o600)
  const handle = await open(file, 'r+')
  await overwrite(handle).finally(() => handle.close())
  await rm(file, { force: true })
  await onDisk(dirname(file))
}
