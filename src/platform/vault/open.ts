import type { Db } from '../db'
import { Told } from '../told'
import { type Words, words } from '../words'
import { epochsOf } from './epochs'
import { type Vault, vaultOver } from './index'
import type { KeyProvider } from './provider'
import { derive, mark } from './seal'

/** The keys do not fit the data: the program refuses to start, and makes no new ones. */
export class KeysRefused extends Told {
  readonly code = 'keys_refused'
  constructor(say: (text: Words['keys']) => string) {
    super((language) => say(words(language).keys))
  }
}

/** What tells the right key of an epoch from a wrong one: a keyed hash. */
export const checkOf = (root: Buffer, epoch: Buffer): Buffer => mark(derive(root, 'check'), epoch.toString('base64url'))

/** The epochs that keys are made under, or lie under. */
const neededEpochs = (db: Db) =>
  db
    .selectFrom('key_epochs')
    .select(['id', 'key_check'])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('closed_at', 'is', null),
        exists(selectFrom('person_keys').select('id').whereRef('epoch_id', '=', 'key_epochs.id')),
      ]),
    )
    .orderBy('id')
    .execute()

/** Opens the vault of a database: its first start makes the keys, every other start must find them. `asks`: the site asks consent. Throws KeysRefused. */
export async function openVault(
  db: Db,
  provider: KeyProvider,
  broken: (path: string) => void,
  now = new Date(),
  asks = false,
): Promise<Vault> {
  return db.transaction().execute(async (trx) => {
    // Two programs that start at once must not both make keys.
    await trx.selectFrom('migrations').select('name').orderBy('name').limit(1).forUpdate().execute()
    const epochs = await neededEpochs(trx)
    if (epochs.length === 0) {
      const root = (await provider.root()) ?? (await provider.createRoot())
      const epoch = (await provider.epoch(1)) ?? (await provider.createEpoch(1))
      await trx
        .insertInto('key_epochs')
        .values({ id: 1, opened_at: now, key_check: checkOf(root, epoch) })
        .execute()
      return vaultOver(root, epochsOf(provider), broken, asks)
    }
    const root = await provider.root()
    if (!root) throw new KeysRefused((text) => text.none(provider.place))
    const wrong = async (needed: typeof epochs) => {
      for (const { id, key_check } of needed) {
        const key = await provider.epoch(id).catch(() => undefined)
        if (!key || !checkOf(root, key).equals(key_check.bytes)) return { id, key }
      }
      return undefined
    }
    // A renewal may have ended one while we looked: it is needed no more then.
    const misfit = (await wrong(epochs)) && (await wrong(await neededEpochs(trx)))
    if (misfit) throw new KeysRefused((text) => text.strange(provider.place, misfit.id, misfit.key !== undefined))
    return vaultOver(root, epochsOf(provider), broken, asks)
  })
}
