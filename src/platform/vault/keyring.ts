import {
  columnIds,
  gated,
  type HoldingName,
  holding,
  Opaque,
  opensFor,
  type Sealed,
  type SealedPath,
  type TableName,
  type Tables,
  tableNamed,
  whileRestricted,
} from '../../register'
import { Held, Stopped } from './held'
import { type Binding, SealBroken, seal, unseal } from './seal'

type ColumnsOf<T extends TableName> = Tables[T]['columns']
type SealedIn<T extends TableName> = {
  [K in keyof ColumnsOf<T> & string]: `${T}.${K}` extends SealedPath ? K : never
}[keyof ColumnsOf<T> & string]
export type HoldingIn<T extends TableName, K> = K extends keyof ColumnsOf<T>
  ? ColumnsOf<T>[K] extends { about: infer H extends HoldingName }
    ? H
    : never
  : never
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
export type Stops = { restricted: boolean; objected: readonly string[]; consented: readonly string[] }

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
  readonly #keys: ReadonlyMap<string, () => Buffer>
  readonly #stops: ReadonlyMap<string, Stops>
  readonly #broken: (path: string) => void
  constructor(keys: ReadonlyMap<string, () => Buffer>, stops: ReadonlyMap<string, Stops>, broken: (path: string) => void) {
    this.#keys = keys
    this.#stops = stops
    this.#broken = broken
  }

  #placed(
    table: TableName,
    row: Record<string, unknown>,
    column: string,
  ): { key: (() => Buffer) | undefined; binding: Binding; person: string } {
    const spec = tableNamed(table)
    const about = spec.columns[column]?.about as HoldingName
    // A table with a sealed column has a subject: language.ts.
    const person = String(row[spec.subject as string])
    const keyClass = holding[about].keys
    return {
      key: this.#keys.get(`${person} ${keyClass}`),
      person,
      binding: {
        column: columnIds[`${table}.${column}` as SealedPath],
        row: String(row[spec.key]),
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
      out[column] = value === null ? null : new Opaque(seal(key(), binding, Buffer.from(value)))
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
      if (!opensFor(name, purpose)) throw new NotForThis(`${name} is not held for ${purpose}`)
      const because = stopOf(stops, purpose)
      if (because) throw new Stopped(because)
      try {
        if (!key) throw new SealBroken()
        return unseal(key(), binding, value.bytes).toString()
      } catch (error) {
        if (error instanceof SealBroken) this.#broken(`${table}.${column}`)
        throw error
      }
    }
    return new Held(name, person, `${table}.${column}`, open, may)
  }
}
