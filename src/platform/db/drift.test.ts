import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { featuresOf } from '../../app/features'
import { testSite } from '../../app/testing'
import { freshDatabase } from '../../app/testing/scratch'
import { featureOrder } from '../../floors'
import { tableNamed, tableNames, tablesOf } from '../../register'
import { drift } from './drift'
import { migrate, migrationsOf } from './migrate'

// G1: a column that the register does not name cannot exist.
describe('G1: the register and the live catalogue', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  // No site has them all, but the register has.
  const features = featureOrder
  beforeEach(async () => {
    fresh = await freshDatabase()
    await migrate(fresh.connection.db, migrationsOf(featuresOf(features)))
  })
  afterEach(async () => {
    await fresh.connection.close()
    await fresh.drop()
  })
  const differences = () => drift(fresh.connection.db, features)

  test('agree', async () => {
    expect(await differences()).toEqual([])
  })

  const planted: [string, RegExp][] = [
    ['alter table accounts add column shoe_size text', /column accounts\.shoe_size/],
    ['alter table accounts drop column warned_on', /column accounts\.warned_on, which the database lacks/],
    ['alter table accounts alter column language type varchar(2)', /accounts\.language is character varying\(2\)/],
    ['alter table listings alter column street set not null', /listings\.street may not be empty/],
    ['create table visits (ip text)', /table visits/],
    ['create schema shadow; create table shadow.visits (ip text)', /table shadow\.visits/],
    ['create view everybody as select id from people', /view everybody/],
    ['create materialized view everybody as select id from people', /materialised view everybody/],
    ['create sequence visitors', /sequence visitors/],
    ['create index spy on listings (lower(title))', /derives spy/],
    ["create index spy on listings (id) where title = 'x'", /derives spy/],
    ['alter table photos add column spy text generated always as (path) stored', /photos\.spy/],
    [
      'create function spy() returns trigger language plpgsql as $$ begin return new; end $$; create trigger spy before insert on people for each row execute function spy()',
      /people trigger spy/,
    ],
    ['create statistics spy on street, postcode from listings', /statistics spy/],
    ['drop table blocks', /table blocks, which the database lacks/],
    ['drop index listings_search', /derives listings_search, which the database lacks/],
  ]
  test.each(planted)('differ after %s', async (statement, named) => {
    await sql.raw(statement).execute(fresh.connection.db)
    expect((await differences()).join('\n')).toMatch(named)
  })

  test('differ in every column of which the register says another type, or that it may be empty or not; and in whatever it derives', async () => {
    const all = tablesOf(features).map((name) => ({ name, table: tableNamed(name) }))
    expect(all.map(({ name }) => name)).toEqual(tableNames)
    const columns = all.flatMap(({ name, table }) =>
      Object.entries(table.columns).map(([column, spec]) => ({ path: `${name}.${column}`, spec })),
    )
    /** What differs while something of these is something else. */
    const differing = async <T extends object>(places: readonly T[], other: (place: T) => Partial<T>) => {
      const was = places.map((place) => ({ ...place }))
      for (const place of places) Object.assign(place, other(place))
      try {
        return await differences()
      } finally {
        for (const [at, place] of places.entries()) Object.assign(place, was[at])
      }
    }
    const specs = columns.map(({ spec }) => spec)
    expect(await differing(specs, () => ({ type: 'money' }))).toEqual(
      columns.map(({ path, spec }) => `${path} is ${spec.type} in the database and money in the register`),
    )
    expect(await differing(specs, ({ nullable }) => ({ nullable: !nullable }))).toEqual(
      columns.map(({ path, spec: { nullable } }) =>
        nullable
          ? `${path} may be empty in the database, and may not in the register`
          : `${path} may not be empty in the database, and may in the register`,
      ),
    )
    const derived = all.flatMap(({ table }) => table.derived ?? [])
    const undeclared = await differing(
      all.map(({ table }) => table),
      () => ({ derived: [] }),
    )
    expect(undeclared.toSorted()).toEqual(
      derived.map((name) => `the database derives ${name}, which the register does not know`).toSorted(),
    )
    expect(await differences()).toEqual([])
  })
})

describe('migrations', () => {
  test('applied again change nothing, and twice at once neither', async () => {
    const site = await testSite()
    const all = migrationsOf(site.p.features)
    expect(await Promise.all([migrate(site.p.db, all), migrate(site.p.db, all)])).toEqual([[], []])
    await site.close()
  })

  test('each table of the register belongs to the platform or to a feature', () => {
    const owners = new Set(tableNames.map((name) => tableNamed(name).feature))
    expect([...owners].filter((owner) => owner !== 'platform' && !featureOrder.some((name) => name === owner))).toEqual([])
    expect(owners).toContain('platform')
  })
})
