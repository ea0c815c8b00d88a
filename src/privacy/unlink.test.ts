import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { leftByAll } from './erase'
import { walk } from './walk'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('rows that nobody is left in are found without reading all of a table', async () => {
  const { p } = site
  for (const table of walk(p.site.features).filter(({ unlinks, subject }) => unlinks && !subject)) {
    const plan = await p.db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      const { rows } = await sql<{
        'QUERY PLAN': string
      }>`explain select 1 from ${sql.table(table.name)} where ${leftByAll(table)}`.execute(trx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain(`${table.name}_left`)
  }
})
