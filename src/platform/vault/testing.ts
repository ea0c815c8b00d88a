// A vault over a database and keys of its own, without the program around it: what only needs these is tried ten times as quickly.
import { freshDatabase } from '../../app/testing/scratch'
import { standingClock } from '../clock'
import { openVault } from './open'
import { keyFolder } from './provider'

export type TestVault = Awaited<ReturnType<typeof testVault>>

/** `broken`: the columns in which a seal was found broken. Call `close` when done. */
export async function testVault() {
  const { connection, keysDir, dataDir, drop } = await freshDatabase()
  const clock = standingClock()
  connection.keepTime(clock)
  const { db } = connection
  const keys = keyFolder(keysDir)
  const broken: string[] = []
  const vault = await openVault(db, keys, (path) => broken.push(path), clock.now())
  return {
    db,
    keys,
    keysDir,
    dataDir,
    clock,
    vault,
    broken,
    async close() {
      await connection.close()
      await drop()
    },
  }
}
