import { closeSync, openSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '../log'
import { accountFor } from './account'
import { clusterIn, makeCluster, own } from './cluster'
import { findPackage, runnable } from './package'
import { type Address, addressAt, announce, furnish, isLast } from './presence'
import { endServer, postmaster, type Start, startServer } from './server'
import { explain, PostgresUnavailable } from './unavailable'
import { sweep } from './whole'

export type { Address } from './presence'

export type Embedded = {
  /** For the program: its own database, under a role that is no superuser. */
  connection: Address
  /** For the work of an operator (CHECKPOINT, pg_switch_wal): the superuser, in the same database. */
  superuser: Address
  /** The database files; `show data_directory` may name them otherwise. */
  folder: string
  /** Whether this program started the server; otherwise it joined one that ran. */
  started: boolean
  /** Leaves the server, and stops it if no other program uses it. May be called again. */
  stop(): Promise<void>
}

const name = 'huisrecht'
/** sun_path has room for 108 bytes on Linux and 104 on macOS, a final NUL included. */
const longest = 103

/** Opens the way to the socket in `folder`: the folder itself, or where its path is too long for a socket, the folder as this process has it open. */
function wayTo(folder: string): { host: string; close(): void } {
  if (Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= longest) return { host: folder, close: () => {} }
  if (process.platform !== 'linux') {
    throw new PostgresUnavailable('path-too-long', (text) => text.pathTooLong(folder, longest - 23))
  }
  const open = openSync(folder, 'r')
  return { host: `/proc/${process.pid}/fd/${open}`, close: () => closeSync(open) }
}

/** Another server has the folder, or is about to; or processes of a killed one have not ended yet. */
const taken = /lock file ".*" (already exists|is empty)|pre-existing shared memory block/

/**
 * Opens the embedded PostgreSQL under `dataDir` (made if it is not there): joins the server that runs, or starts one, after SIGKILL of whatever used it
 * too. While it is open, a server that dies is started again. `settings` are PostgreSQL's, for this start. Throws PostgresUnavailable with a code and a
 * message for the operator. A server outlives the SIGKILL of its program: the next one joins it, and the last to leave stops it.
 */
export async function openPostgres({
  dataDir,
  log,
  settings = {},
}: {
  dataDir: string
  log: Log
  settings?: Record<string, string>
}): Promise<Embedded> {
  const found = await findPackage()
  // Closed to others; the server's own user does not need the way to it.
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((error) => {
    throw explain(String(error), dataDir)
  })
  const room = await realpath(dataDir)
  const folder = join(room, 'postgres')
  let leaving = false
  let started = false

  const start = async (): Promise<Start> => {
    try {
      const account = await accountFor(folder)
      const bin = await runnable(found, account, room, log)
      await sweep(folder)
      if (!(await clusterIn(folder, found.major))) await makeCluster(folder, bin, account, settings.fsync === 'off')
      await own(folder, account)
      return await startServer(folder, bin, account, join(room, 'postgres.log'), settings)
    } catch (error) {
      throw error instanceof PostgresUnavailable ? error : explain(String(error), folder)
    }
  }

  let way: ReturnType<typeof wayTo> | undefined
  const enter = async (): Promise<pg.Client | undefined> => {
    let mine: Start | undefined
    let giveUp = Date.now() + 60_000
    // Who leaves while a server of theirs is starting waits for it, to stop it.
    for (let wait = 5; !leaving || mine !== undefined; wait = Math.min(wait * 1.3, 200), await pause(wait)) {
      if (way === undefined && (await clusterIn(folder, found.major))) way = wayTo(folder)
      const answer = way === undefined ? 'absent' : await announce(way.host)
      if (typeof answer === 'object') {
        started ||= mine !== undefined && mine.pid === (await postmaster(folder))?.pid
        return answer
      }
      if (mine?.said !== undefined && taken.test(mine.said) && Date.now() < giveUp) mine = undefined
      if (mine?.said !== undefined) throw explain(mine.said, folder)
      const another = mine === undefined && (await postmaster(folder))?.alive
      if (answer === 'busy')
        giveUp = Date.now() + 60_000 // Recovery takes its time, and says that it lives.
      else if (Date.now() > giveUp) throw explain('It does not answer on its socket.', folder)
      else if (mine === undefined && !another) mine = await start()
    }
    return undefined
  }

  let presence: pg.Client | undefined
  let returning: Promise<void> = Promise.resolve()
  const attend = (client: pg.Client | undefined) => {
    presence = client
    client?.once('end', () => {
      presence = undefined
      if (!leaving) returning = comeBack()
    })
  }
  const comeBack = async () => {
    log('postgres.lost')
    for (; !leaving && presence === undefined; await pause(presence === undefined ? 1000 : 0)) {
      const again = await enter().catch((error) =>
        log('postgres.unavailable', { code: error instanceof PostgresUnavailable ? error.code : 'unknown' }),
      )
      if (again) attend(again)
    }
    if (presence !== undefined) log('postgres.back')
  }

  const leave = async () => {
    leaving = true
    await returning
    // A presence that broke while leaving: the server is stopping, by another's hand.
    const last = presence !== undefined && (await isLast(presence).catch(() => false))
    if (last) await endServer(folder)
    await presence?.end().catch(() => {})
    way?.close()
  }

  const first = await enter().catch((error) => {
    way?.close()
    throw error
  })
  attend(first)
  try {
    if (first !== undefined) await furnish(first, name)
  } catch (error) {
    await leave()
    throw explain(error instanceof Error ? error.message : String(error), folder)
  }
  log(started ? 'postgres.started' : 'postgres.joined', { folder })
  const host = way?.host ?? folder
  let left: Promise<void> | undefined
  return {
    connection: addressAt(host, name, name),
    superuser: addressAt(host, 'postgres', name),
    folder,
    started,
    stop: () => {
      left ??= leave()
      return left
    },
  }
}
