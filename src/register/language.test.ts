import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { isTable, tableNames, tablesOf } from '.'
import {
  bigint,
  blindIndex,
  blindIndexOrNull,
  boolean,
  byDay,
  bytes,
  date,
  defaulted,
  double,
  generated,
  integer,
  json,
  keyClasses,
  moment,
  nullable,
  Opaque,
  published,
  type Storage,
  sealed,
  sealedOrNull,
  smallint,
  table,
  technical,
  text,
  textOf,
  texts,
  tsvector,
  unsealed,
  uuid,
} from './language'

test('a storage is named as PostgreSQL prints it, and is not empty unless that is said', () => {
  const all: readonly Storage<unknown>[] = [
    uuid,
    text,
    textOf(),
    texts,
    integer,
    smallint,
    bigint,
    double,
    boolean,
    date,
    moment,
    bytes,
    json(),
    tsvector,
  ]
  const names =
    'uuid, text, text, text[], integer, smallint, bigint, double precision, boolean, date, timestamp with time zone, bytea, jsonb, tsvector'
  expect(all.map(({ type }) => type)).toEqual(names.split(', '))
  for (const of of all) {
    const { type } = of
    expect([of, nullable(of), defaulted(of), generated(of)]).toEqual([
      { type, nullable: false },
      { type, nullable: true },
      { type, nullable: false },
      { type, nullable: false },
    ])
    expect([defaulted(nullable(of)), generated(nullable(of))]).toEqual([nullable(of), nullable(of)])
  }
})

test('a column says what kind it is, of whom it tells, and how it is stored', () => {
  const about = 'email.account'
  const stored = { type: 'bytea', nullable: false, about }
  expect(technical(nullable(date))).toEqual({ kind: 'technical', type: 'date', nullable: true, about: 'nobody' })
  expect(published(about, text)).toEqual({ kind: 'published', type: 'text', nullable: false, about })
  expect(unsealed(about, nullable(moment))).toEqual({ kind: 'unsealed', ...nullable(moment), about })
  expect([sealed(about), sealedOrNull(about)]).toEqual([
    { kind: 'sealed', ...stored },
    { kind: 'sealed', ...stored, nullable: true },
  ])
  expect([blindIndex(about, 'email'), blindIndexOrNull(about, 'email')]).toEqual([
    { kind: 'blindIndex', ...stored, of: 'email' },
    { kind: 'blindIndex', ...stored, of: 'email', nullable: true },
  ])
  expect(byDay(about)).toEqual({ kind: 'byDay', ...stored })
})

test('a table has the key that it says, or its id', () => {
  const columns = { id: technical(uuid), number: technical(integer) }
  expect(table({ feature: 'x', columns })).toEqual({ feature: 'x', columns, key: 'id' })
  expect(table({ feature: 'x', columns, key: 'number' }).key).toBe('number')
})

test('bytes from the database print as nothing but that they are sealed', () => {
  const value = new Opaque(Buffer.from('an@example.org'))
  expect([`${value}`, JSON.stringify({ value }), inspect(value)]).toEqual(['[sealed]', '{"value":"[sealed]"}', '[sealed]'])
  expect([value.bytes, value.toPostgres()].map(String)).toEqual(['an@example.org', 'an@example.org'])
})

test('a person has these classes of keys and no others', () => {
  expect(keyClasses.join(' ')).toBe('service messages accounting consentProof security lastSession farewell')
})

test('a site has the tables of the platform and of its own features', () => {
  expect(tablesOf(['messages', 'listings']).filter((name) => /^(people|accounts|listings|threads)$/.test(name))).toEqual([
    'people',
    'listings',
    'threads',
  ])
  expect(tablesOf([])).toContain('rate_limits')
  expect(tablesOf([])).not.toContain('accounts')
  expect([isTable('people'), isTable('cats'), tableNames.every(isTable)]).toEqual([true, false, true])
})
