// A copy of a running site from which it can be started again, on this server or another. Two archives, both encrypted to a key that is not here:
// the data, without any key; and the keys, of which only the newest is kept. docs/decisions/0010 says what follows.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { seconds } from '../clock'
import type { Config } from '../config'
import { type Connection, connect, type Db } from '../db'
import { drift } from '../db/drift'
import type { Feature } from '../feature'
import type { Log } from '../log'
import { openPostgres } from '../postgres'
import { Told } from '../told'
import { type Escrow, newPair } from '../vault/escrow'
import { keyFolder } from '../vault/provider'
import { type Entry, writeArchive } from './archive'
import { filesBelow } from './files'
import { archiveKeys } from './keys'
import { leaveMark } from './marks'
import { dumpTables } from './tables'
import { type Words, words } from './words'

export { leaveMark, markOf } from './marks'

/** A backup cannot be made, or not be put back: what the operator must know. */
export class BackupRefused extends Told {
  readonly code = 'backup_refused'
  constructor(say: (text: Words) => string) {
    super((language) => say(words(language)))
  }
}

/** What is first in an archive of data. `check` tells the key of an epoch from any other: it is a keyed hash. */
export const manifestShape = z.object({
  form: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  epochs: z.array(z.object({ id: z.int(), check: z.string() })).min(1),
})
export type Manifest = z.output<typeof manifestShape>

export type Site = { features: readonly Feature[]; backupDays: number }
const namesOf = ({ features }: Site) => features.map(({ name }) => name)

/** Opens the database of a site, the embedded one or another, for as long as `work` takes. */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const embedded = databaseUrl ? undefined : await openPostgres({ dataDir, log })
  const connection = connect(databaseUrl ?? { ...embedded?.connection })
  try {
    return await work(connection)
  } finally {
    await connection.close()
    await embedded?.stop()
  }
}

async function manifestOf(db: Db, now: Date): Promise<Manifest> {
  const migrations = await db.selectFrom('migrations').select('name').orderBy('name').execute()
  const { rows: epochs } = await sql<{ id: number; check: string }>`
    select id, encode(key_check, 'base64') as check from key_epochs
    where closed_at is null or exists (select 1 from person_keys where epoch_id = key_epochs.id) order by id`.execute(db)
  return { form: 1, at: now.toISOString(), migrations: migrations.map(({ name }) => name), epochs }
}

const isWithin = (folder: string, other: string) => !relative(folder, other).startsWith('..')
const form = /^huisrecht-\d{8}T\d{6}Z\.age$/

/** Backups in a folder, the oldest first. */
export const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => form.test(name)).sort()

function refusePlaces({ dataDir, keysDir }: Config, home: string, keys: string): void {
  for (const folder of [home, keys]) {
    if (isWithin(dataDir, folder)) throw new BackupRefused((text) => text.inData(folder))
    if (isWithin(folder, keysDir) || isWithin(keysDir, folder)) throw new BackupRefused((text) => text.withKeys(folder))
  }
  if (isWithin(home, keys) || isWithin(keys, home)) throw new BackupRefused((text) => text.together(home, keys))
  if (isWithin(dataDir, keysDir)) throw new BackupRefused((text) => text.keysInData)
}

export type BackUp = {
  folder: string
  /** Where the archive of the keys goes. */
  keys: string
  keep: number
  now: Date
  /** Hears of each file as it is written. */
  progress?: (name: string) => void
}

/** When an archive that is made now was made, as its name and that of its key say it: to the second. One of a second that is taken says the next, and
 *  replaces neither. */
async function stampIn(folder: string, escrow: Escrow, now: Date): Promise<string> {
  const keys = new Set((await escrow.list()).map(({ name }) => name))
  for (let at = now; ; at = new Date(+at + seconds(1))) {
    const stamp = at.toISOString().replace(/\.\d+|[-:]/g, '')
    if (!keys.has(`backup-${stamp}`) && !existsSync(join(folder, `huisrecht-${stamp}.age`))) return stamp
  }
}

/** Makes a backup in `folder` and keeps the last `keep` there, and the archive of the keys beside it. Answers where, and how much. Throws BackupRefused. */
export async function backUp(
  config: Config,
  site: Site,
  log: Log,
  { folder, keys: keysFolder, keep, now, progress = () => {} }: BackUp,
): Promise<{ place: string; keys: string; entries: number; bytes: number; gone: number }> {
  const [home, keyHome] = [resolve(folder), resolve(keysFolder)]
  refusePlaces(config, home, keyHome)
  const { escrow } = keyFolder(config.keysDir)
  const recipient = await escrow.recipient()
  if (!recipient) throw new BackupRefused((text) => text.noKey)
  await mkdir(home, { recursive: true, mode: 0o700 })
  await escrow.cull(now, site.backupDays)
  const stamp = await stampIn(home, escrow, now)
  const place = join(home, `huisrecht-${stamp}.age`)
  // A key for this archive alone, which goes when its days are over: then the archive does not open any more, whoever kept it.
  const own = await newPair()
  await escrow.put(`backup-${stamp}`, now, Buffer.from(own.identity))
  let entries = 0
  const counted = async function* (from: AsyncIterable<Entry>): AsyncGenerator<Entry> {
    for await (const entry of from) {
      entries++
      progress(entry.name)
      yield entry
    }
  }
  const bytes = await withDatabase(config, log, ({ db }) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const [first] = await drift(trx, namesOf(site))
        if (first !== undefined) throw new BackupRefused((text) => text.drift(first))
        const everything = async function* (): AsyncGenerator<Entry> {
          yield { name: 'manifest.json', data: Buffer.from(JSON.stringify(await manifestOf(trx, now))) }
          yield* dumpTables(trx, namesOf(site))
          // After the database: what its rows name is there then. What waits to be fetched once is made again.
          const isCopy = (path: string) => path === 'copies' || path.endsWith('.new')
          for await (const file of filesBelow(join(config.dataDir, 'files'), isCopy))
            yield { ...file, name: `files/${file.name}` }
        }
        return writeArchive(place, own.recipient, counted(everything()))
      }),
  )
  const keys = await archiveKeys(config.keysDir, recipient, keyHome)
  await leaveMark(config.dataDir, 'backup', now)
  const old = (await backupsIn(home)).slice(0, -keep)
  for (const one of old) for (const end of ['', '.sha256']) await rm(join(home, `${one}${end}`), { force: true })
  return { place, keys, entries, bytes, gone: old.length }
}

/** Whether a folder has data of a site. */
export const hasData = (dataDir: string): boolean => ['postgres', 'files'].some((name) => existsSync(join(dataDir, name)))
