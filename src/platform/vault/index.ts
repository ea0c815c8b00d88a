import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  type BlindIndex,
  columnIds,
  gated,
  type HoldingName,
  holding,
  type IndexPath,
  type KeyClass,
  Opaque,
  type Sealed,
  type SealedPath,
  type TableName,
  type Tables,
  tableNamed,
  whileRestricted,
} from '../../register'
import { consentedTo } from '../consent'
import type { Db } from '../db'
import { isRestricted, mustStay } from '../people'
import { type Box, boxUnder } from './box'
import type { Epochs } from './epochs'
import { Held, Stopped } from './held'
import { normalise } from './normalise'
import { type Binding, derive, mark, newKey, SealBroken, seal, unseal } from './seal'

export { Held, Stopped } from './held'
export { normalise } from './normalise'
export { SealBroken } from './seal'

type ColumnsOf<T extends TableName> = Tables[T]['columns']
type SealedIn<T extends TableName> = {
  [K in keyof ColumnsOf<T> & string]: `${T}.${K}` extends SealedPath ? K : never
}[keyof ColumnsOf<T> & string]
type HoldingIn<T extends TableName, K> = K extends keyof ColumnsOf<T>
  ? ColumnsOf<T>[K] extends { about: infer H extends HoldingName }
    ? H
    : never
  : never
type HoldingAt<P extends IndexPath> = P extends `${infer T extends TableName}.${infer K}` ? HoldingIn<T, K> : never
type KeyOf<T extends TableName> = Tables[T]['key']
type SubjectOf<T extends TableName> = Tables[T]['subject']
export type SealingTable = { [T in TableName]: SealedIn<T> extends never ? never : T }[TableName]
/** What of a row its seals are bound to: its id and its person. */
export type Place<T extends TableName> = { [K in KeyOf<T>]: string } & { [K in SubjectOf<T>]: string | null }

type SealedRow<T extends TableName, V> = {
  [K in keyof V]: V[K] extends string ? Sealed<HoldingIn<T, K>> : V[K] extends null ? null : Sealed<HoldingIn<T, K>> | null
}
type HeldRow<T extends TableName, R> = {
  [K in keyof R & SealedIn<T>]: null extends R[K] ? Held<HoldingIn<T, K>> | null : Held<HoldingIn<T, K>>
}

/** A value was asked for a purpose that its holding does not have. */
export class NotForThis extends Error {
  readonly code = 'not_for_this'
}

/** What stops a person's data from being opened: a restriction, the purposes they objected to, and those they did not consent to. */
type Stops = { restricted: boolean; objected: readonly string[]; consented: readonly string[] }

const needsConsent = (purpose: string): boolean => gated.some((one) => one === purpose)

/** Why nothing is done for this purpose; undefined when nothing stops it. */
const stopOf = (stops: Stops | undefined, purpose: string): Stopped['because'] | undefined =>
  stops?.restricted && !whileRestricted.includes(purpose)
    ? 'restriction'
    : stops?.objected.includes(purpose)
      ? 'objection'
      : needsConsent(purpose) && !stops?.consented.includes(purpose)
        ? 'consent'
        : undefined

/** The keys of some people, with what stops their use, for the length of one request. Nothing of it outlives the request. */
export class Keyring {
  readonly #keys: ReadonlyMap<string, Buffer>
  readonly #stops: ReadonlyMap<string, Stops>
  readonly #broken: (path: string) => void
  constructor(keys: ReadonlyMap<string, Buffer>, stops: ReadonlyMap<string, Stops>, broken: (path: string) => void) {
    this.#keys = keys
    this.#stops = stops
    this.#broken = broken
  }

  #placed(
    table: TableName,
    row: Record<string, unknown>,
    column: string,
  ): { key: Buffer | undefined; binding: Binding; person: string } {
    const spec = tableNamed(table)
    const about = spec.columns[column]?.about as HoldingName
    const person = String(row[spec.subject ?? ''])
    const keyClass = holding[about].keys
    return {
      key: this.#keys.get(`${person} ${keyClass}`),
      person,
      binding: {
        column: columnIds[`${table}.${column}` as SealedPath],
        row: String(row[spec.key ?? 'id']),
        person,
        class: keyClass,
      },
    }
  }

  /** Seals values for the columns of one row, under the keys of the row's person. Throws when those keys are not in this ring. */
  seal<T extends SealingTable, V extends { [K in SealedIn<T>]?: string | null }>(
    table: T,
    row: Place<T>,
    values: V,
  ): SealedRow<T, V> {
    const out: Record<string, Opaque | null> = {}
    for (const [column, value] of Object.entries(values) as [string, string | null | undefined][]) {
      if (value === undefined) continue
      const { key, binding } = this.#placed(table, row, column)
      if (!key) throw new Error(`no ${binding.class} key in this ring for ${table}.${column}`)
      out[column] = value === null ? null : new Opaque(seal(key, binding, Buffer.from(value, 'utf8')))
    }
    return out as SealedRow<T, V>
  }

  /** Binds the sealed columns of a row to its person's keys. Nothing is opened yet. */
  bind<T extends SealingTable, R extends Place<T>>(table: T, row: R): HeldRow<T, R> {
    return this.bindRow(table, row) as unknown as HeldRow<T, R>
  }

  /** The same for a table known only at run time, as privacy/ walks them. */
  bindRow(table: TableName, row: Record<string, unknown>): Record<string, Held<HoldingName> | null> {
    const out: Record<string, Held<HoldingName> | null> = {}
    for (const [column, spec] of Object.entries(tableNamed(table).columns)) {
      if (spec.kind !== 'sealed' || !(column in row)) continue
      const value = row[column]
      out[column] = value instanceof Opaque ? this.#held(table, row, column, value) : null
    }
    return out
  }

  #held(table: TableName, row: Record<string, unknown>, column: string, value: Opaque): Held<HoldingName> {
    const { key, binding, person } = this.#placed(table, row, column)
    const name = tableNamed(table).columns[column]?.about as HoldingName
    const stops = this.#stops.get(person)
    const may = (purpose: string) => stopOf(stops, purpose) === undefined
    const open = (purpose: string) => {
      if (purpose !== 'rights' && !(holding[name].for as readonly string[]).includes(purpose))
        throw new NotForThis(`${name} is not held for ${purpose}`)
      const because = stopOf(stops, purpose)
      if (because) throw new Stopped(because)
      try {
        if (!key) throw new SealBroken()
        return unseal(key, binding, value.bytes).toString('utf8')
      } catch (error) {
        if (error instanceof SealBroken) this.#broken(`${table}.${column}`)
        throw error
      }
    }
    return new Held(name, person, `${table}.${column}`, open, may)
  }
}

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

/** One query: what stops the use of keys is as new as the keys. */
const readKeys = (db: Db, people: readonly string[], asks: boolean): Promise<KeyRow[]> =>
  db
    .selectFrom('person_keys')
    .select(['id', 'person_id', 'class', 'epoch_id', 'wrapped'])
    .select([
      isRestricted('person_keys.person_id').as('restricted'),
      sql<string[]>`array(select purpose from objections where objections.person_id = person_keys.person_id and stops)`.as(
        'objected',
      ),
      (asks ? consentedTo('person_keys.person_id') : sql<string[]>`array[]::text[]`).as('consented'),
    ])
    .where('person_id', 'in', people)
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
        return epoch ? [[`${row.person_id} ${row.class}`, unwrap(epoch, row)] as const] : []
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
