// The language in which the register is written. What it forbids does not compile.
import type { ColumnType } from 'kysely'
import type { HoldingName, PurposesOf } from './holdings'

/** GDPR article 6(1)(a)–(f). Whether a person may object follows from it (article 21(1): public task, legitimate interest). */
export type Basis = 'consent' | 'contract' | 'legalDuty' | 'vitalInterest' | 'publicTask' | 'legitimateInterest'

export type Span = { days: number } | { months: number } | { years: number }

/** How long a holding is kept. Each form is a rule that the sweep can apply, never prose. */
export type Keep =
  | { until: 'accountEnds' }
  | { until: 'replaced' }
  /** Until the site takes away what it belongs to, or whose it is asks for that. */
  | { until: 'removed' }
  | { days: number; after: 'made' | 'lastUse' }
  | { months: number; after: 'made' | 'lastUse' }
  | { years: number; after: 'bookYear' }

/** The classes of keys that a person has: ending an account destroys `service` today while `accounting` still opens for years. That of
 *  `lastSession` is another after each sign-in; `farewell` is of an address that outlives an account for a few days, and of nothing else. */
export const keyClasses = ['service', 'messages', 'accounting', 'consentProof', 'security', 'lastSession', 'farewell'] as const
export type KeyClass = (typeof keyClasses)[number]

/** How the site came to know it (GDPR article 15(1)(g)): given by the person, arising from use, or written down by the site. */
export type Source = 'person' | 'use' | 'site'

/** What an objection does to a purpose at once (GDPR article 21(1)). `stops`: it is over for this person. `suspends`: it stops until the officer has
 *  weighed whether there are compelling grounds (article 18(1)(d)). `weighed`: it goes on meanwhile, because to stop would defeat it. */
export type OnObjection = 'stops' | 'suspends' | 'weighed'

/** Where consent to a purpose is asked: of whoever looks at the site, for their browser; of a person, for their account; or of whoever reads what goes to an
 *  address, by the feature that mails it. */
export type AskedOf = 'browser' | 'account' | 'address'

/** `longest`: what is held for this purpose alone may not be kept longer, because its ground ends. `feature`: a site without it has not the purpose. `onePage`: it
 *  is asked where it is used, on one page, and nowhere else is anything done for it. */
export type Purpose<Article extends string = string> = { article?: Article; longest?: Span; feature?: string; onePage?: true } & (
  | { basis: 'legitimateInterest' | 'publicTask'; objection: OnObjection; asked?: never }
  | { basis: 'consent'; asked: AskedOf; objection?: never }
  | { basis: 'contract' | 'legalDuty' | 'vitalInterest'; objection?: never; asked?: never }
)

/** A recipient is a processor, a controller of its own, another person on the site, or an authority that the law lets demand it; the `place` of the first two
 *  follows from the site's choice. */
export type RecipientKind = 'processor' | 'controller' | 'person' | 'authority'

// ---- columns ----------------------------------------------------------------------------------------------------------

/** How a column is stored: `type` as PostgreSQL's format_type prints it. */
export type Storage<Select, Insert = Select> = { type: string; nullable: boolean; _?: ColumnType<Select, Insert, Insert> }
const storage = <Select, Insert = Select>(type: string, nullable = false): Storage<Select, Insert> => ({ type, nullable })

export const uuid = storage<string>('uuid')
export const text = storage<string>('text')
export const textOf = <T extends string>() => storage<T>('text')
export const texts = storage<string[]>('text[]')
export const integer = storage<number>('integer')
export const smallint = storage<number>('smallint')
export const bigint = storage<number>('bigint')
export const double = storage<number>('double precision')
export const boolean = storage<boolean>('boolean')
export const date = storage<string>('date')
export const moment = storage<Date>('timestamp with time zone')
export const bytes = storage<Opaque, Buffer>('bytea')
export const json = <T>() => storage<T, string>('jsonb')
export const tsvector = storage<never, never>('tsvector')
export const nullable = <S, I>(of: Storage<S, I>): Storage<S | null, I | null | undefined> => ({ type: of.type, nullable: true })
/** The database fills it in when it is left out: a default. */
export const defaulted = <S, I>(of: Storage<S, I>): Storage<S, I | undefined> => ({ type: of.type, nullable: of.nullable })
/** The database computes it: it is never written. */
export const generated = <S, I>(of: Storage<S, I>): Storage<S, never> => ({ type: of.type, nullable: of.nullable })

/** Bytes that came from the database. They do not print; only platform/ reads them. */
export class Opaque {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  toPostgres(): Buffer {
    return this.bytes
  }
  toString(): string {
    return '[sealed]'
  }
  toJSON(): string {
    return '[sealed]'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]'
  }
}

declare const holdingOf: unique symbol
/** A sealed value as it lies in the database. To read it: bind its row to the person's keys, then open it for a purpose of its holding. */
export type Sealed<H extends string> = Opaque & { readonly [holdingOf]: H }
/** A keyed hash of a sealed value, to find it by. */
export type BlindIndex<H extends string> = Opaque & { readonly [holdingOf]: `index of ${H}` }

export type ColumnKind = 'technical' | 'sealed' | 'published' | 'unsealed' | 'blindIndex' | 'byDay'
/** `coming` and `retiring`: for one release the column may be absent from, or still present in, the database. */
export type Column<Select = unknown, Insert = unknown, About extends string = string, Kind extends ColumnKind = ColumnKind> = {
  kind: Kind
  type: string
  nullable: boolean
  about: About
  /** Of a blind index: the sealed column that it finds. */
  of?: string
  state?: 'coming' | 'retiring'
  _?: ColumnType<Select, Insert, Insert>
}

/** Says nothing about a person. */
export const technical = <S, I>(of: Storage<S, I>): Column<S, I, 'nobody', 'technical'> => ({
  kind: 'technical',
  type: of.type,
  nullable: of.nullable,
  about: 'nobody',
})

/** Made public by the person themselves. */
export const published = <H extends HoldingName, S, I>(holding: H, of: Storage<S, I>): Column<S, I, H, 'published'> => ({
  kind: 'published',
  type: of.type,
  nullable: of.nullable,
  about: holding,
})

/** A time, an id or a setting that tells something about a person and that the program must compute with: kept short, and listed by a test. */
export const unsealed = <H extends HoldingName, S, I>(holding: H, of: Storage<S, I>): Column<S, I, H, 'unsealed'> => ({
  kind: 'unsealed',
  type: of.type,
  nullable: of.nullable,
  about: holding,
})

/** Sealed under the key of the row's subject, of the class of the holding. */
export const sealed = <H extends HoldingName>(holding: H): Column<Sealed<H>, Sealed<H>, H, 'sealed'> => ({
  kind: 'sealed',
  type: 'bytea',
  nullable: false,
  about: holding,
})

export const sealedOrNull = <H extends HoldingName>(
  holding: H,
): Column<Sealed<H> | null, Sealed<H> | null | undefined, H, 'sealed'> => ({
  kind: 'sealed',
  type: 'bytea',
  nullable: true,
  about: holding,
})

/** HMAC of a sealed value under a key of this column alone, so that it can be found without being read. `of`: the column of that value, from
 *  which it is made again when a backup is put back. */
export const blindIndex = <H extends HoldingName>(
  holding: H,
  of: string,
): Column<BlindIndex<H>, BlindIndex<H>, H, 'blindIndex'> => ({
  kind: 'blindIndex',
  type: 'bytea',
  nullable: false,
  about: holding,
  of,
})

/** Sealed under the key of a day, which is destroyed when the term of the holding has passed: of nobody that the program knows. */
export const byDay = <H extends HoldingName>(holding: H): Column<Opaque, Opaque, H, 'byDay'> => ({
  kind: 'byDay',
  type: 'bytea',
  nullable: false,
  about: holding,
})

/** The same of a value that may be absent. */
export const blindIndexOrNull = <H extends HoldingName>(
  holding: H,
  of: string,
): Column<BlindIndex<H> | null, BlindIndex<H> | null | undefined, H, 'blindIndex'> => ({
  kind: 'blindIndex',
  type: 'bytea',
  nullable: true,
  about: holding,
  of,
})

// ---- tables -----------------------------------------------------------------------------------------------------------

export type Columns = Record<string, Column>
type NamesWhere<C extends Columns, Kind extends ColumnKind> = {
  [K in keyof C & string]: C[K]['kind'] extends Kind ? K : never
}[keyof C & string]
export type PersonalColumns<C extends Columns> = NamesWhere<C, 'sealed' | 'published' | 'unsealed' | 'blindIndex' | 'byDay'>
export type SealedColumns<C extends Columns> = NamesWhere<C, 'sealed'>

/** A term that a clock can count: days or months. */
export type Term = Extract<Keep, { after: 'made' | 'lastUse' }>

/** Whose the rows are. `subject`: the column naming the person under whose keys the row is sealed and whose erasure deletes it.
 *  `unlinks`: columns naming others who take part in it: their erasure empties the column, and a row that nobody is left in goes. */
type Whose<C extends Columns, S> = [PersonalColumns<C>] extends [never]
  ? { subject?: S; unlinks?: never; unlinkable?: never }
  : [SealedColumns<C>] extends [never]
    ?
        | { subject: S; unlinks?: readonly (keyof C & string)[]; unlinkable?: never }
        | { subject?: never; unlinks: readonly (keyof C & string)[]; unlinkable?: never }
        /** No row says whose it is, and we do not find out (GDPR article 11): keyed hashes, requests from a network. */
        | { subject?: never; unlinks?: never; unlinkable: true }
    : { subject: S; unlinks?: readonly (keyof C & string)[]; unlinkable?: never }

type Spec<C extends Columns, K, S> = {
  /** The feature, or the part of the platform, whose migrations make the table. A site without the feature has not the table. */
  feature: string
  columns: C
  /** The column that identifies the row, `id` unless said; its value is bound into every seal of the row. */
  key?: K
  /** Rows go when the term of the table's holdings has passed since this moment. */
  clock?: keyof C & string
  /** The term of rows that are about nobody, and so have no holding that says it. */
  keep?: Term
  /** A row of this table keeps itself from erasure and sweep until this moment. */
  heldUntil?: keyof C & string
  /** The moment at which a row is over by itself: a timestamp, or milliseconds since 1970. */
  expires?: keyof C & string
  /** The row of another table that these are part of: while they are held, it stays too. */
  partOf?: { column: keyof C & string; table: string }
  /** The rows go with what is another's, as a favourite with the advert: they cannot be held. */
  goesWith?: true
  /** Of several people who take part, the columns that tell about one of them only. */
  theirs?: { readonly [K in keyof C & string]?: keyof C & string }
  /** Files that belong to a row: in the file store under `folder`, by the name in `column`. They are in a copy, and go with the row. */
  files?: { column: keyof C & string; folder: string }
  /** The last day on which the person may not be told of a row (GDPR article 23): until then it is not in a copy. */
  silentUntil?: keyof C & string
  /** The rows tell only what the site did for a person: when nothing else is left, they go, and the person with them. */
  trace?: true
  /** Expression indexes, triggers, generated expressions: whatever else in the database may carry a value, by name. */
  derived?: readonly string[]
} & Whose<C, S>

/** Declares a table. Its key and its subject stay known by name, so that a row that lacks them cannot be bound to keys. */
export const table = <
  const C extends Columns,
  const K extends keyof C & string = 'id' & keyof C,
  const S extends keyof C & string = never,
>(
  spec: Spec<C, K, S>,
) => ({ key: 'id', ...spec }) as unknown as Omit<Table, 'columns' | 'key' | 'subject'> & { columns: C; key: K; subject: S }

/** A table as the program reads it at run time. */
export type Table = {
  feature: string
  columns: Columns
  key: string
  clock?: string
  keep?: Term
  heldUntil?: string
  expires?: string
  partOf?: { column: string; table: string }
  goesWith?: true
  theirs?: { readonly [column: string]: string | undefined }
  files?: { column: string; folder: string }
  silentUntil?: string
  trace?: true
  subject?: string
  unlinks?: readonly string[]
  unlinkable?: true
  derived?: readonly string[]
}

type Row<T> = T extends { columns: infer C extends Columns }
  ? { [K in keyof C]: C[K] extends Column<infer S, infer I, string> ? ColumnType<S, I, I> : never }
  : never
export type DatabaseOf<Tables> = { [N in keyof Tables]: Row<Tables[N]> }

export type { HoldingName, PurposesOf }
