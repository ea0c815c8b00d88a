import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config'
import type { Connection, Db } from '../db'
import { migrate, migrationsOf } from '../db/migrate'
import type { Log } from '../log'
import { vaultOver } from '../vault'
import { recipientOf } from '../vault/escrow'
import { checkOf } from '../vault/open'
import { type KeyProvider, keyFolder } from '../vault/provider'
import { type Entry, isWhole, readArchive } from './archive'
import { BackupRefused, hasData, type Manifest, manifestShape, type Site, withDatabase } from './index'
import { type OpenedEscrow, openEscrow, readKeys, unpackKeys } from './keys'
import { indexAgain, loadRows, loosen, tableIn } from './tables'

export type Restore = {
  archive: string
  /** The archive of the keys; not needed where KEYS_DIR is still whole. */
  keys?: string | undefined
  /** The private key. */
  identity: string
  progress?: (name: string) => void
}

export type Restored = { at: Date; rows: number; files: number; closed: number }

/** The keys of the epochs that a backup needs, of this folder or of its escrow. Throws BackupRefused. */
async function epochsFor(
  { epochs }: Manifest,
  root: Buffer,
  provider: KeyProvider,
  escrow: readonly OpenedEscrow[],
): Promise<Map<number, Buffer>> {
  const found = new Map<number, Buffer>()
  for (const { id, check } of epochs) {
    const here = await provider.epoch(id).catch(() => undefined)
    const kept = escrow.filter(({ name }) => name === `epoch-${id}`).map(({ secret }) => secret)
    const key = [...(here ? [here] : []), ...kept].find(
      (one) => checkOf(root, one).toString('base64') === check.replaceAll('\n', ''),
    )
    if (!key) throw new BackupRefused((text) => text.destroyed)
    found.set(id, key)
  }
  return found
}

/** What else lies open in the folder belongs to moments after the backup: it goes to the escrow, so that backups of those moments still open. */
async function closeOthers(provider: KeyProvider, needed: ReadonlyMap<number, Buffer>): Promise<void> {
  for (const { id, since } of await provider.epochs()) {
    const key = await provider.epoch(id).catch(() => undefined)
    if (key && needed.get(id)?.equals(key)) continue
    if (key) await provider.escrow.put(`epoch-${id}`, since, key)
    await provider.destroyEpoch(id)
  }
  for (const [id, key] of needed) if (!(await provider.epoch(id))) await provider.restoreEpoch(id, key)
}

async function empty({ pool }: Connection): Promise<boolean> {
  const { rows } = await pool.query(
    "select 1 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace limit 1",
  )
  return rows.length === 0
}

const first = async (entries: AsyncIterator<Entry>): Promise<Manifest> => {
  const { value } = await entries.next()
  return manifestShape.parse(JSON.parse(Buffer.from(value?.data ?? '').toString()))
}

async function rowsInto(db: Db, site: Site, entries: AsyncIterator<Entry>, done: { rows: number }, said: (name: string) => void) {
  const names = site.features.map(({ name }) => name)
  for (;;) {
    const { value: entry } = await entries.next()
    const table = entry && tableIn(entry.name, names)
    if (!entry || !table) return entry
    said(entry.name)
    done.rows += await loadRows(db, table, Buffer.from(entry.data).toString())
  }
}

/** Puts a backup back into an empty place, with the private key: the database, its blind indexes made again, and the files. Whoever was erased
 *  since is erased again at the next start, before anything is served. Answers what was put back. Throws BackupRefused. */
export async function restore(config: Config, site: Site, log: Log, asked: Restore): Promise<Restored> {
  const { archive, identity, progress = () => {} } = asked
  if ((await isWhole(archive).catch(() => undefined)) === false) throw new BackupRefused((text) => text.notWhole(archive))
  if (hasData(config.dataDir)) throw new BackupRefused((text) => text.taken(config.dataDir))
  await recipientOf(identity).catch(() => {
    throw new BackupRefused((text) => text.noPrivateKey)
  })
  const provider = keyFolder(config.keysDir)
  if (!(await provider.root())) {
    const { keys } = asked
    if (!keys) throw new BackupRefused((text) => text.nameKeys(config.keysDir))
    const entries = await readKeys(keys, identity).catch(() => {
      throw new BackupRefused((text) => text.keysClosed(keys))
    })
    await unpackKeys(entries, config.keysDir)
  }
  const root = await provider.root()
  if (!root) throw new BackupRefused((text) => text.noKeys(config.keysDir))
  const escrow = await openEscrow(provider, identity)
  const own = escrow.filter(({ name }) => name.startsWith('backup-')).map(({ secret }) => secret.toString())
  const entries = readArchive(archive, own)
  const manifest = await first(entries).catch(() => {
    throw new BackupRefused((text) => text.closed(archive, site.backupDays))
  })
  const epochs = await epochsFor(manifest, root, provider, escrow)
  const known = migrationsOf(site.features)
  const strange = manifest.migrations.find((name) => !known.some((one) => one.name === name))
  if (strange) throw new BackupRefused((text) => text.newer(strange))
  const draft = join(config.dataDir, 'restoring')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const done: Restored = { at: new Date(manifest.at), rows: 0, files: 0, closed: 0 }
  await withDatabase({ ...config, dataDir: draft }, log, async (connection) => {
    const { db } = connection
    if (!(await empty(connection))) throw new BackupRefused((text) => text.notEmpty)
    await migrate(
      db,
      known.filter(({ name }) => manifest.migrations.includes(name)),
    )
    let next = await db.transaction().execute(async (trx) => {
      const tighten = await loosen(
        trx,
        site.features.map(({ name }) => name),
      )
      const after = await rowsInto(trx, site, entries, done, progress)
      const vault = vaultOver(root, { of: async () => epochs }, (path) => log('security.seal_broken', { path }))
      done.closed = await indexAgain(trx, vault, site.features)
      await tighten()
      return after
    })
    for (; next; next = (await entries.next()).value) {
      if (!next.name.startsWith('files/') || next.name.split('/').includes('..')) continue
      progress(next.name)
      const file = join(draft, next.name)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, next.data, { mode: 0o600 })
      done.files++
    }
  })
  await closeOthers(provider, epochs)
  for (const name of ['postgres', 'files']) await rename(join(draft, name), join(config.dataDir, name)).catch(() => {})
  await rm(draft, { recursive: true, force: true })
  return done
}
