import { mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Whether there is a process of this id, whosever it is. */
export const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes the unfinished drafts of `place` whose makers were killed. */
export async function sweep(place: string): Promise<void> {
  const draft = new RegExp(`^${RegExp.escape(basename(place))}\\.new-(\\d+)-`)
  for (const name of await readdir(dirname(place))) {
    const maker = draft.exec(name)?.[1]
    if (maker !== undefined && !alive(Number(maker)))
      await rm(join(dirname(place), name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Makes the folder `place` whole or not at all: `make` fills a draft beside it, which is then renamed into it. Of two programs that do so at once one
 * wins, and the other's draft is thrown away. Throws what `make` throws.
 */
export async function makeWhole(place: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = await mkdtemp(`${place}.new-${process.pid}-`)
  try {
    await make(draft)
    await rename(draft, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    const around = await open(dirname(place))
    await around.sync().finally(() => around.close())
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 })
  }
}
