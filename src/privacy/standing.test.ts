import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { erase } from './erase'
import { standing } from './standing'
import { fillable, fillSite } from './testing'
import { walk } from './walk'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('one question finds every table in which something of a person stands, and none of who ended', async () => {
  const { p } = site
  const { an, bart } = await fillSite(p)
  const of = async (person: string) => [...(await standing(p.db, p.site.features, person))].sort()
  const all = [...fillable(p).map(({ name }) => name), 'people', 'person_keys'].sort()
  expect([await of(an.person), await of(bart.person)]).toEqual([all, all])
  await erase(p, bart.person)
  expect([await of(an.person), await of(bart.person)]).toEqual([all, []])
})

test('a connection plans the question once', async () => {
  const { p } = site
  await p.db.transaction().execute(async (trx) => {
    const planned = async () => {
      const { rows } = await sql<{ asked: number }>`
        select (generic_plans + custom_plans)::int as asked from pg_prepared_statements where statement like '/* prepared */ select%'`.execute(
        trx,
      )
      return rows.reduce((sum, { asked }) => sum + asked, 0)
    }
    const before = await planned()
    for (let n = 0; n < 3; n++) await standing(trx, p.site.features, '00000000-0000-0000-0000-000000000000')
    expect(await planned()).toBe(before + 3)
  })
})

test('each site asks of its own tables', async () => {
  const { p } = site
  const { an } = await fillSite(p)
  await fc.assert(
    fc.asyncProperty(fc.subarray([...p.site.features]), async (features) => {
      const own = walk(features).filter(({ subject, unlinks }) => subject || unlinks)
      expect([...(await standing(p.db, features, an.person))].sort()).toEqual(own.map(({ name }) => name).sort())
    }),
    { numRuns: 5 },
  )
})
