import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type BlindIndex, columnIds, type IndexPath, type KeyClass, Opaque, type TableName } from '../../register'
import { consentedTo } from '../consent'
import { anyOf, type Db, prepared } from '../db'
import { isRestricted, mustStay } from '../people'
import { type Box, boxUnder } from './box'
import type { Epochs } from './epochs'
import { type HoldingIn, Keyring, type Stops } from './keyring'
import { normalise } from './normalise'
import { type Binding, derive, mark, newKey, SealBroken, seal, unseal } from './seal'

export { Held, Stopped } from './held'
export { Keyring, NotForThis } from './keyring'
export { normalise } from './normalise'
export { SealBroken } from './seal'

type HoldingAt<P extends IndexPath> = P extends `${infer T extends TableName}.${infer K}` ? HoldingIn<T, K> : never

export type Vault = {
  /** The keys of these people: one query. A person whose keys are gone has none in the ring. */
  keys(db: Db, people: readonly (string | null | undefined)[]): Promise<Keyring>
  /** The same for one person, who does not end before the transaction of `db` is over, making the classes that are not there yet. Throws a
   *  refusal (404) for who has ended: what comes after that is nobody's. */
  keysToSeal(db: Db, person: string, classes: readonly KeyClass[]): Promise<Keyring>
  /** The same for what the site writes down about a person until the hold on something of theirs has passed: also who has ended. */
  keysWhileHeld(db: Db, person: string, classes: readonly KeyClass[]): Promise<Keyring>
  /** The same with a new key of one class, in the place of the one before: what that one sealed opens no more. One at a time for each person. */
  keysAnew(db: Db, person: string, keyClass: KeyClass): Promise<Keyring>
  /** A new person, with keys of these classes. */
  newPerson(db: Db, classes: readonly KeyClass[]): Promise<{ id: string; keys: Keyring }>
  /** Destroys a person's keys of these classes: what was sealed under them does not open again. */
  destroyKeys(db: Db, person: string, classes: readonly KeyClass[]): Promise<void>
  /** The blind index of a value, to find its row by. */
  index<P extends IndexPath>(path: P, value: string): BlindIndex<HoldingAt<P>>
  /** A keyed hash for a use of its own (rate limits, marks in a browser), as base64url. */
  mark(use: string, value: string): string
  /** Seals a text that is no person's, such as what staff wrote about a case, for one row of one use, under a key of the program itself; and opens it again.
   *  Throws SealBroken for what was moved, changed or sealed elsewhere. */
  keep(use: string, row: string, text: string): Buffer
  read(use: string, row: string, kept: Opaque): string
  /** Wraps bytes that belong to nobody in particular, such as an archive's, under a key made for them alone. */
  box(): Box & { key: string }
  boxOf(key: string): Box
}

/** What a person's key is wrapped for: moved to another row, person, class or epoch it does not open. */
const keyBinding = (id: string, person: string, keyClass: string, epoch: number): Binding => ({
  column: 0,
  row: `${id} ${epoch}`,
  person,
  class: keyClass,
})

export type WrappedKey = { id: string; person_id: string; class: string; epoch_id: number; wrapped: Opaque }

type KeyRow = WrappedKey & Stops

/** Opens a person's key with the key of its epoch. Throws SealBroken. */
export const unwrap = (epoch: Buffer, row: WrappedKey): Buffer =>
  unseal(epoch, keyBinding(row.id, row.person_id, row.class, row.epoch_id), row.wrapped.bytes)
/** Wraps a person's key under the key of an epoch. */
export const wrap = (epoch: Buffer, row: Omit<WrappedKey, 'wrapped'>, key: Buffer): Buffer =>
  seal(epoch, keyBinding(row.id, row.person_id, row.class, row.epoch_id), key)

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** One query: what stops the use of keys is as new as the keys. */
const readKeys = (db: Db, people: readonly string[], asks: boolean): Promise<KeyRow[]> =>
  db
    .selectFrom('person_keys')
    .modifyFront(prepared)
    .select(['id', 'person_id', 'class', 'epoch_id', 'wrapped'])
    .select([
      isRestricted('person_keys.person_id').as('restricted'),
      sql<string[]>`array(select purpose from objections where objections.person_id = person_keys.person_id and stops)`.as(
        'objected',
      ),
      (asks ? consentedTo('person_keys.person_id') : sql<string[]>`array[]::text[]`).as('consented'),
    ])
    .where('person_id', '=', anyOf(people))
    .execute()

/** The epoch that keys are made under. `for share`: a rotation that closes it waits for us. One that closed it while we waited has opened
 *  another, which only a new statement sees. */
async function openEpoch(db: Db): Promise<number> {
  const find = () => db.selectFrom('key_epochs').select('id').where('closed_at', 'is', null).forShare().executeTakeFirst()
  const found = (await find()) ?? (await find())
  if (!found) throw new SealBroken()
  return found.id
}

/** The vault over an open root and the keys of epochs. `asks`: the site asks consent, so that there are consents to look up. */
export function vaultOver(root: Buffer, epochs: Epochs, broken: (path: string) => void, asks = false): Vault {
  const indexKeys = new Map<string, Buffer>()
  const keyFor = (use: string): Buffer => {
    const known = indexKeys.get(use) ?? derive(root, use)
    indexKeys.set(use, known)
    return known
  }
  const ringOf = async (db: Db, people: readonly string[]): Promise<{ ring: Keyring; rows: WrappedKey[] }> => {
    for (let again = false; ; again = true) {
      const rows = await readKeys(db, people, asks)
      const keys = await epochs.of(rows.map((row) => row.epoch_id))
      const open = rows.flatMap((row) => {
        const epoch = keys.get(row.epoch_id)
        // Of the keys of fifty people a list of them uses one each.
        return epoch ? [[`${row.person_id} ${row.class}`, once(() => unwrap(epoch, row))] as const] : []
      })
      if (open.length === rows.length) {
        const stops = new Map(
          rows.map(({ person_id, restricted, objected, consented }) => [person_id, { restricted, objected, consented }]),
        )
        return { ring: new Keyring(new Map(open), stops, broken), rows }
      }
      // The epoch ended between the two: the keys are under the next one by now.
      if (again) throw new SealBroken()
    }
  }

  const vault: Vault = {
    async keys(db, people) {
      const known = [...new Set(people.filter((id) => id != null))]
      return known.length === 0 ? new Keyring(new Map(), new Map(), broken) : (await ringOf(db, known)).ring
    },
    async keysToSeal(db, person, classes) {
      await mustStay(db, person)
      return vault.keysWhileHeld(db, person, classes)
    },
    async keysWhileHeld(db, person, classes) {
      const { ring, rows: present } = await ringOf(db, [person])
      const missing = classes.filter((name) => !present.some((row) => row.class === name))
      if (missing.length === 0) return ring
      const epoch_id = await openEpoch(db)
      const epoch = (await epochs.of([epoch_id])).get(epoch_id)
      if (!epoch) throw new SealBroken()
      const rows = missing.map((name) => {
        const row = { id: randomUUID(), person_id: person, class: name, epoch_id }
        return { ...row, wrapped: wrap(epoch, row, newKey()) }
      })
      // Another request may make the same key at the same time: the first one stays, and both read it.
      await db
        .insertInto('person_keys')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['person_id', 'class']).doNothing())
        .execute()
      return (await ringOf(db, [person])).ring
    },
    async keysAnew(db, person, keyClass) {
      // Two at once would seal under one key.
      await db.selectFrom('people').select('id').where('id', '=', person).forNoKeyUpdate().execute()
      await vault.destroyKeys(db, person, [keyClass])
      return vault.keysToSeal(db, person, [keyClass])
    },
    async newPerson(db, classes) {
      const id = randomUUID()
      await db.insertInto('people').values({ id }).execute()
      return { id, keys: await vault.keysWhileHeld(db, id, classes) }
    },
    async destroyKeys(db, person, classes) {
      if (classes.length === 0) return
      await db.deleteFrom('person_keys').where('person_id', '=', person).where('class', 'in', classes).execute()
    },
    index: (path, value) => new Opaque(mark(keyFor(`index ${columnIds[path]}`), normalise(value))) as never,
    mark: (use, value) => mark(keyFor(`mark ${use}`), value).toString('base64url'),
    keep: (use, row, text) => seal(keyFor(`keep ${use}`), { column: 0, row, person: '', class: use }, Buffer.from(text)),
    read: (use, row, kept) => unseal(keyFor(`keep ${use}`), { column: 0, row, person: '', class: use }, kept.bytes).toString(),
    box() {
      const key = newKey()
      return { key: key.toString('base64url'), ...boxUnder(key) }
    },
    boxOf: (key) => boxUnder(Buffer.from(key, 'base64url')),
  }
  return vault
}
