import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { featureOrder } from '../../floors'
import { tableNamed, tableNames } from '../../register'
import { drift } from './drift'
import { migrate, migrationsOf } from './migrate'

// G1: a column that the register does not name cannot exist.
describe('G1: the register and the live catalogue', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await testSite()
  })
  afterEach(() => site.close())
  const differences = () => drift(site.p.db, site.p.site.features)

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
    await sql.raw(statement).execute(site.p.db)
    expect((await differences()).join('\n')).toMatch(named)
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
