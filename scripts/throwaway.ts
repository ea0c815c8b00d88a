// Where tests put what they throw away: hundreds of databases, a few hundred files each.
import { accessSync, constants, readFileSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
/** Many times what a whole check has there at once. */
const room = 6 * 2 ** 30

/** Whether Linux has a folder in memory with room for it, that programs may be started from: PostgreSQL is copied into its data where root runs it. */
function isRoomy(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    const mounted = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory)
    const runs = mounted !== undefined && !mounted.split(' ')[3]?.split(',').includes('noexec')
    return runs && bavail * bsize > room && process.availableMemory() > room
  } catch {
    return false
  }
}

/** Takes memory for the temporary folder of this process and its children, unless somebody said which it is. To make and to drop a database on a disk costs the
 *  kernel five times what the rest of a test does. */
export function throwAwayInMemory(): void {
  if (!process.env.TMPDIR && isRoomy()) process.env.TMPDIR = memory
}
