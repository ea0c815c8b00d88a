import type { Db } from '../db'
import { type Vault, vaultOver } from './index'
import type { KeyProvider } from './provider'
import { derive, mark } from './seal'

/** The keys do not fit the data: the program refuses to start, and makes no new ones. */
export class KeysRefused extends Error {
  readonly code = 'keys_refused'
}

const checkOf = (root: Buffer, epoch: Buffer): Buffer => mark(derive(root, 'check'), epoch.toString('base64url'))

/** Opens the vault of a database: its first start makes the keys, every other start must find them. Throws KeysRefused. */
export async function openVault(db: Db, provider: KeyProvider, broken: (path: string) => void): Promise<Vault> {
  return db.transaction().execute(async (trx) => {
    // Two programs that start at once must not both make keys.
    await trx.selectFrom('migrations').select('name').orderBy('name').limit(1).forUpdate().execute()
    const epochs = await trx.selectFrom('key_epochs').select(['id', 'key_check']).orderBy('id').execute()
    if (epochs.length === 0) {
      const root = (await provider.root()) ?? (await provider.createRoot())
      const epoch = (await provider.epoch(1)) ?? (await provider.createEpoch(1))
      await trx
        .insertInto('key_epochs')
        .values({ id: 1, key_check: checkOf(root, epoch) })
        .execute()
      return vaultOver(root, new Map([[1, epoch]]), broken)
    }
    const root = await provider.root()
    if (!root)
      throw new KeysRefused(
        `The database holds sealed data, but there are no keys in ${provider.place}. Put back the key folder that belongs to this data (KEYS_DIR). Without it nothing can be read, and making new keys would not help.`,
      )
    const keys = new Map<number, Buffer>()
    for (const { id, key_check } of epochs) {
      const key = await provider.epoch(id).catch(() => undefined)
      if (!key || !checkOf(root, key).equals(key_check.bytes))
        throw new KeysRefused(
          `The keys in ${provider.place} do not belong to this database (generation ${id} ${key ? 'is another key' : 'is missing or does not open'}). Put back the key folder that belongs to this data (KEYS_DIR).`,
        )
      keys.set(id, key)
    }
    return vaultOver(root, keys, broken)
  })
}
