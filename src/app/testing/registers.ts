// Registers made by chance, to see that what walks a register knows no table by name. For tests.
import fc from 'fast-check'
import {
  type Column,
  type ColumnKind,
  columnIds,
  gated,
  holding,
  holdingNames,
  type Keep,
  keyClasses,
  purposeNames,
  type Table,
  tableNamed,
  tableNames,
  tables,
} from '../../register'

export type MadeTable = Table & { name: string; key: string; columns: Record<string, Column> }
type MadeHolding = { for: string[]; keep: Keep; keys: string; secret?: true }
/** Tables and holdings that take the place of those of the features, a number for each column that is bound, and the SQL that makes them. */
export type MadeRegister = {
  tables: MadeTable[]
  holdings: Record<string, MadeHolding>
  ids: Record<string, number>
  sql: string
}

/** Names of holdings that no table of the platform uses: what they mean is of no account here, only that each has words. */
const used = tableNames
  .map(tableNamed)
  .flatMap(({ feature, columns }) => (feature === 'platform' ? Object.values(columns).map(({ about }) => about) : []))
const labels = holdingNames.filter((name) => !used.includes(name))
/** What rests on consent opens only with it; that has tests of its own. */
const reasons = purposeNames.filter((name) => !gated.includes(name) && name !== 'rights' && name !== 'orders')

const aHolding = fc.record({
  for: fc.uniqueArray(fc.constantFrom<string>(...reasons), { minLength: 1, maxLength: 4 }),
  keys: fc.constantFrom<string>(...keyClasses),
  secret: fc.boolean(),
})
const aColumn = fc.record({
  kind: fc.constantFrom<ColumnKind>('sealed', 'sealed', 'published', 'unsealed'),
  type: fc.constantFrom('text', 'text[]', 'jsonb'),
  nullable: fc.boolean(),
  second: fc.boolean(),
  /** Sealed: it is found by a blind index. Otherwise: it tells about the other who takes part, and about them alone. */
  more: fc.boolean(),
})
const aTerm = fc.oneof(
  fc.record({ days: fc.integer({ min: 3, max: 30 }), after: fc.constant('made' as const) }),
  fc.record({ months: fc.integer({ min: 1, max: 2 }), after: fc.constant('lastUse' as const) }),
)
const aTable = fc.record({
  columns: fc.array(aColumn, { minLength: 1, maxLength: 5 }),
  holdings: fc.tuple(aHolding, aHolding),
  whose: fc.constantFrom<'own' | 'shared' | 'others'>('own', 'own', 'shared', 'others'),
  term: aTerm,
  end: fc.constantFrom<'account' | 'clock' | 'moment' | 'milliseconds'>('account', 'clock', 'moment', 'milliseconds'),
  held: fc.boolean(),
  silent: fc.boolean(),
  files: fc.boolean(),
  trace: fc.boolean(),
  part: fc.boolean(),
})
type Chances<A> = A extends fc.Arbitrary<infer T> ? T : never

const technical = (type: string, nullable = false): Column => ({ kind: 'technical', type, nullable, about: 'nobody' })

/** Columns that say something, with those that find them. */
function sayingColumns({ columns, whose }: Chances<typeof aTable>, about: readonly string[]) {
  const made: Record<string, Column> = {}
  const theirs: Record<string, string> = {}
  for (const [at, { kind, type, nullable, second, more }] of columns.entries()) {
    const name = `c${at}`
    const holding = about[second ? 1 : 0] ?? ''
    // Only a row with an owner has keys to be sealed under.
    if (kind === 'sealed' && whose !== 'others') {
      made[name] = { kind, type: 'bytea', nullable, about: holding }
      if (more) made[`${name}_key`] = { kind: 'blindIndex', type: 'bytea', nullable: true, about: holding, of: name }
    } else {
      const others = more && whose !== 'own'
      made[name] = { kind: kind === 'sealed' ? 'unsealed' : kind, type, nullable: nullable || others, about: holding }
      if (others) theirs[name] = 'other_id'
    }
  }
  return { made, theirs }
}

/** The n-th table of a register: it says two things, with one term; a part is part of an earlier table that belongs to nobody alone. */
function tableOf(chance: Chances<typeof aTable>, n: number, earlier: readonly MadeTable[]): MadeTable {
  const { whose, end } = chance
  const { made, theirs } = sayingColumns(chance, [labels[2 * n] ?? '', labels[2 * n + 1] ?? ''])
  const whole = chance.part && whose !== 'others' ? earlier.find(({ subject }) => !subject) : undefined
  const held = chance.held && whose !== 'others'
  return {
    feature: 'platform',
    name: `made_${n}`,
    key: 'id',
    columns: {
      id: technical('uuid'),
      ...(whose === 'others' ? { one_id: technical('uuid', true) } : { person_id: technical('uuid') }),
      ...(whose === 'own' ? {} : { other_id: technical('uuid', true) }),
      ...(whole ? { whole_id: technical('uuid', true) } : {}),
      ...made,
      ...(end === 'clock' ? { at: technical('timestamp with time zone') } : {}),
      ...(end === 'moment' ? { over_at: technical('timestamp with time zone') } : {}),
      ...(end === 'milliseconds' ? { over_at: technical('bigint') } : {}),
      ...(chance.silent ? { silent_until: technical('date', true) } : {}),
      ...(chance.files ? { file: technical('text', true) } : {}),
    },
    ...(whose === 'others' ? { unlinks: ['one_id', 'other_id'] } : { subject: 'person_id' }),
    ...(whose === 'shared' ? { unlinks: ['other_id'] } : {}),
    ...(Object.keys(theirs).length > 0 ? { theirs } : {}),
    ...(whole ? { partOf: { column: 'whole_id', table: whole.name } } : {}),
    ...(end === 'clock' ? { clock: 'at' } : {}),
    ...(end === 'moment' || end === 'milliseconds' ? { expires: 'over_at' } : {}),
    ...(held ? {} : { goesWith: true }),
    ...(chance.silent ? { silentUntil: 'silent_until' } : {}),
    ...(chance.files ? { files: { column: 'file', folder: `made_${n}` } } : {}),
    ...(chance.trace ? { trace: true } : {}),
  }
}

/** The statement that makes a table. No reference to a person has an `on delete`: what an erasure forgets makes it fail. */
function sqlOf({ name, columns, subject, unlinks, partOf }: MadeTable): string {
  const lines = Object.entries(columns).map(([column, { type, nullable }]) =>
    [
      column,
      type,
      ...(nullable ? [] : ['not null']),
      ...(column === 'id' ? ['primary key'] : []),
      ...(column === subject || unlinks?.includes(column) ? ['references people'] : []),
      ...(partOf && column === partOf.column ? [`references ${partOf.table} on delete cascade`] : []),
    ].join(' '),
  )
  return `create table ${name} (${lines.join(', ')});`
}

/** A register of a few tables. */
export const aRegister: fc.Arbitrary<MadeRegister> = fc.array(aTable, { minLength: 2, maxLength: 5 }).map((chances) => {
  const made: MadeTable[] = []
  for (const [n, chance] of chances.entries()) made.push(tableOf(chance, n, made))
  const holdings = chances.flatMap(({ holdings, end, term }, n) =>
    holdings.map(({ secret, ...one }, at): [string, MadeHolding] => [
      labels[2 * n + at] ?? '',
      { ...one, keep: end === 'clock' ? term : { until: 'accountEnds' }, ...(secret ? { secret } : {}) },
    ]),
  )
  const bound = made.flatMap(({ name, columns }) =>
    Object.entries(columns).flatMap(([column, { kind }]) =>
      kind === 'sealed' || kind === 'blindIndex' ? [`${name}.${column}`] : [],
    ),
  )
  return {
    tables: made,
    holdings: Object.fromEntries(holdings),
    ids: Object.fromEntries(bound.map((path, at) => [path, 9000 + at])),
    sql: made.map(sqlOf).join('\n'),
  }
})

/** Has the program know this register while `work` runs, beside what the platform keeps. */
export async function knowing<T>(made: MadeRegister, work: () => Promise<T>): Promise<T> {
  const names: string[] = tableNames
  const [known, before] = [names.length, { ...holding }]
  names.push(...made.tables.map(({ name }) => name))
  Object.assign(tables, Object.fromEntries(made.tables.map((table) => [table.name, table])))
  Object.assign(holding, made.holdings)
  Object.assign(columnIds, made.ids)
  try {
    return await work()
  } finally {
    for (const name of names.splice(known)) Reflect.deleteProperty(tables, name)
    for (const path of Object.keys(made.ids)) Reflect.deleteProperty(columnIds, path)
    Object.assign(holding, before)
  }
}
