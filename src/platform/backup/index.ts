// A copy of a running site from which it can be started again: the database as of one moment, and the files. Never the keys.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import type { Config } from '../config'
import type { Log } from '../log'
import { openPostgres } from '../postgres'
import { type Copied, copyFile, copyFolder, digestOf } from './copy'
import { leaveMark } from './marks'

export { leaveMark, markOf } from './marks'

const run = promisify(execFile)

/** A backup cannot be made, or is not whole: what the operator must know. */
export class BackupRefused extends Error {
  readonly code = 'backup_refused'
}

const manifest = z.object({
  at: z.iso.datetime(),
  kind: z.enum(['base', 'dump']),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})

/** What PostgreSQL makes anew, or what must not be copied (its documentation §26.3.4). */
const leftOut = (path: string): boolean =>
  /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//.test(path) ||
  /^(?:postmaster\.(?:pid|opts)|backup_label|tablespace_map)$/.test(path) ||
  /(?:^|\/)(?:pgsql_tmp|\.s\.PGSQL)/.test(path)
/** These folders must be there, empty. */
const empty = [
  'pg_wal/archive_status',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_commit_ts',
  'pg_stat',
  'pg_logical/snapshots',
  'pg_logical/mappings',
]

/** The files of the embedded server and the WAL that makes them one moment, while it goes on working. */
async function copyServer(config: Config, log: Log, to: string): Promise<Copied[]> {
  const server = await openPostgres({ dataDir: config.dataDir, log })
  const client = new pg.Client(server.superuser)
  try {
    await client.connect()
    // Holds the WAL from here on, as long as this connection lasts.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [`backup_${process.pid}`])
    const begun = await client.query<{ segment: string }>("select pg_walfile_name(pg_backup_start('huisrecht', true)) as segment")
    const copied = await copyFolder(server.folder, to, 'postgres', leftOut)
    const ended = await client.query<{ segment: string; label: string }>(
      'select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(false)',
    )
    const [first = '', last = '', label = ''] = [begun.rows[0]?.segment, ended.rows[0]?.segment, ended.rows[0]?.label]
    for (const folder of empty) await mkdir(join(to, 'postgres', folder), { recursive: true, mode: 0o700 })
    for (const segment of (await readdir(join(server.folder, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name)))
      if (segment >= first && segment <= last) {
        const path = join('postgres', 'pg_wal', segment)
        copied.push({ path, ...(await copyFile(join(server.folder, 'pg_wal', segment), join(to, path))) })
      }
    const file = join(to, 'postgres', 'backup_label')
    await writeFile(file, label, { mode: 0o600 })
    copied.push({ path: join('postgres', 'backup_label'), bytes: label.length, sha256: await digestOf(file) })
    return copied
  } finally {
    await client.end().catch(() => {})
    await server.stop()
  }
}

async function dump(url: string, to: string): Promise<Copied[]> {
  const file = join(to, 'database.dump')
  try {
    await run('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`, url])
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new BackupRefused(
      missing
        ? 'DATABASE_URL names a PostgreSQL of your own, and there is no pg_dump here to copy it with: install postgresql-client.'
        : 'pg_dump could not copy the database of DATABASE_URL. Run it by hand to see why.',
    )
  }
  return [{ path: 'database.dump', bytes: (await stat(file)).size, sha256: await digestOf(file) }]
}

const isWithin = (folder: string, other: string) => !relative(folder, other).startsWith('..')

/** Backups in a folder, the oldest first. */
export const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => /^huisrecht-\d{8}T\d{6}Z$/.test(name)).sort()

/** Makes a backup in a new folder inside `folder`, and keeps the last `keep` there. Answers its path, and how much it holds. Throws BackupRefused. */
export async function backUp(
  config: Config,
  log: Log,
  { folder, keep, now }: { folder: string; keep: number; now: Date },
): Promise<{ place: string; files: number; bytes: number; gone: number }> {
  const home = resolve(folder)
  if (isWithin(config.dataDir, home))
    throw new BackupRefused(`${home} lies inside DATA_DIR: what takes the data takes the backup.`)
  if (isWithin(home, config.keysDir) || isWithin(config.keysDir, home))
    throw new BackupRefused(`${home} and KEYS_DIR lie together: keep the keys apart from any copy of the data.`)
  if (isWithin(config.dataDir, config.keysDir)) throw new BackupRefused('KEYS_DIR lies inside DATA_DIR. Move the keys out first.')
  const place = join(home, `huisrecht-${now.toISOString().replace(/\.\d+|[-:]/g, '')}`)
  const draft = `${place}.part`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    const database = config.databaseUrl ? await dump(config.databaseUrl, draft) : await copyServer(config, log, draft)
    // After the database: what its rows name is there then.
    const files = [...database, ...(await copyFolder(join(config.dataDir, 'files'), draft, 'files'))]
    const kind = config.databaseUrl ? 'dump' : 'base'
    await writeFile(join(draft, 'manifest.json'), JSON.stringify({ at: now.toISOString(), kind, files }))
    await rename(draft, place)
    await leaveMark(config.dataDir, 'backup', now)
    const old = (await backupsIn(home)).slice(0, -keep)
    for (const name of old) await rm(join(home, name), { recursive: true, force: true })
    return { place, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), gone: old.length }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** Puts a backup back into an empty DATA_DIR, after looking whether it is whole. Answers its moment. Throws BackupRefused. */
export async function restore(config: Config, place: string): Promise<{ at: Date; kind: 'base' | 'dump'; files: number }> {
  const text = await readFile(join(place, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new BackupRefused(`${place} is no backup: there is no manifest.json in it.`)
  const { at, kind, files } = manifest.parse(JSON.parse(text))
  for (const folder of ['postgres', 'files'])
    if (existsSync(join(config.dataDir, folder)))
      throw new BackupRefused(
        `There are data in ${config.dataDir} already. Move them away first, or set DATA_DIR to another folder.`,
      )
  const broken: string[] = []
  for (const { path, sha256 } of files) if ((await digestOf(join(place, path)).catch(() => '')) !== sha256) broken.push(path)
  if (broken.length > 0)
    throw new BackupRefused(`${place} is not whole: ${broken.length} files are missing or changed, the first is ${broken[0]}.`)
  const draft = `${config.dataDir}/restoring`
  await rm(draft, { recursive: true, force: true })
  for (const { path } of files) await copyFile(join(place, path), join(draft, path))
  if (kind === 'base') for (const folder of empty) await mkdir(join(draft, 'postgres', folder), { recursive: true, mode: 0o700 })
  for (const name of await readdir(draft)) await rename(join(draft, name), join(config.dataDir, name))
  await rm(draft, { recursive: true, force: true })
  return { at: new Date(at), kind, files: files.length }
}
