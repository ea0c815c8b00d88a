import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shred, writeOnce } from './disk'
import { type Binding, newKey, seal, unseal } from './seal'

/** Keys of single days, as "2026-11-21" in UTC: what was sealed on a day cannot be opened once its key is destroyed. They are in no backup. */
export type DayKeys = {
  /** Undefined when it was never made, or is destroyed. */
  of(day: string): Promise<Buffer | undefined>
  /** The key of a day, made when it is not there. */
  make(day: string): Promise<Buffer>
  list(): Promise<string[]>
  /** Destroys the key of a day. One that is not there is no error. */
  destroy(day: string): Promise<void>
}

/** The folder of the days below that of the keys: the archive of the keys leaves it out. */
export const dayFolder = 'days'

const binding = (day: string): Binding => ({ column: 0, row: day, person: '', class: 'day' })

/** Keys of days in `days/<day>.key`, each sealed under the root. */
export function daysIn(folder: string, root: () => Promise<Buffer>): DayKeys {
  const place = join(folder, dayFolder)
  const file = (day: string) => join(place, `${day}.key`)
  const of = async (day: string) => {
    if (!existsSync(file(day))) return undefined
    return unseal(await root(), binding(day), Buffer.from(await readFile(file(day), 'utf8'), 'base64url'))
  }
  return {
    of,
    async make(day) {
      const there = await of(day)
      if (there) return there
      await mkdir(place, { recursive: true, mode: 0o700 })
      await writeOnce(file(day), `${seal(await root(), binding(day), newKey()).toString('base64url')}\n`)
      const made = await of(day)
      if (!made) throw new Error('the key of a day cannot be read back')
      return made
    },
    async list() {
      const names = await readdir(place).catch(() => [])
      return names.flatMap((name) => /^(\d{4}-\d\d-\d\d)\.key$/.exec(name)?.[1] ?? []).sort()
    },
    destroy: (day) => shred(file(day)),
  }
}
