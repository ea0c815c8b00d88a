import { execFile } from 'node:child_process'
import { chmod, chown, readdir, readFile, stat } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account'
import { explain, PostgresUnavailable } from './unavailable'
import { makeWhole } from './whole'

const run = promisify(execFile)

/** How a server that is started in `folder` finds it. As root the way to it may be closed to the server's user (a clone in /root); its working folder is not. */
export const seenBy = (account: Account, folder: string): string => (account === undefined ? folder : '/proc/self/cwd')

/** What the programs of PostgreSQL get of our environment: PGDATA, PGPORT and their kin would lead them elsewhere. */
export const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** What PostgreSQL keeps of its files in its own memory, in MB: a sixteenth of what the machine has, in bytes, 64 on a server of 1 GB, at most 1024. */
export const buffersIn = (memory: number): number => Math.min(Math.max(Math.floor(memory / 16 / 2 ** 20), 64), 1024)
const memory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/** Written into postgresql.conf once, where the operator may change them. */
const tunable = {
  shared_buffers: `${buffersIn(memory())}MB`,
  max_wal_size: '256MB',
  // What was erased leaves the WAL when its segments are recycled, so few are kept.
  min_wal_size: '32MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
}

/** Sorting and lower case are the same on each machine; character classes are the system's, without which pg_trgm loses every accented letter. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
const characters = process.platform === 'darwin' ? '--lc-ctype=UTF-8' : '--lc-ctype=C.UTF-8'

/** Says whether the database files are there. Throws PostgresUnavailable if they are of another major version, not ours to read, or something else. */
export async function clusterIn(folder: string, major: string): Promise<boolean> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw explain(String(error), folder)
  })
  if (version === undefined) {
    const files = await readdir(folder).catch(() => [])
    if (files.length === 0) return false
    throw new PostgresUnavailable('not-a-cluster', (text) => text.notACluster(folder))
  }
  if (version.trim() === major) return true
  throw new PostgresUnavailable('other-version', (text) => text.otherVersion(folder, version.trim(), major))
}

/** Makes the database files with initdb; `hasty` does not wait for the disk. Throws PostgresUnavailable. */
export async function makeCluster(folder: string, bin: string, account: Account, hasty: boolean): Promise<void> {
  const settings = Object.entries(tunable).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const how = [
    '-U',
    'postgres',
    '-A',
    'trust',
    '--no-instructions',
    ...(hasty ? ['--no-sync'] : []),
    ...locale,
    characters,
    ...settings,
  ]
  try {
    await makeWhole(folder, async (draft) => {
      if (account !== undefined) await chown(draft, account.uid, account.gid)
      await run(join(bin, 'initdb'), ['-D', seenBy(account, draft), ...how], { ...account, cwd: draft, env: environment })
    })
  } catch (error) {
    throw explain(error instanceof Error && 'stderr' in error && error.stderr ? String(error.stderr) : String(error), folder)
  }
}

/** Sees to it that the server's user owns the files, and nobody else may change them: those of a restored backup may belong to root and be open. */
export async function own(folder: string, account: Account): Promise<void> {
  const { uid, mode } = await stat(folder)
  if (account !== undefined && uid !== account.uid) await run('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  // The server itself refuses more than this.
  if ((mode & 0o027) !== 0) await chmod(folder, 0o700)
}
