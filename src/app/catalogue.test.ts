import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from './testing'
import { anTakesHerCopy, endsAccount, startJourney, wholeJourney } from './testing/journey'

/** The queue keeps its own schema, about which the register only says that it is technical: this holds it to that. */
const tables = [
  'bam',
  'job',
  'job_common',
  'job_dependency',
  'queue',
  'queue_stats',
  'schedule',
  'subscription',
  'version',
  'warning',
]
/** What may stand in a job: ids and codes, under these names. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const code = /^[a-zA-Z][a-zA-Z.]{0,40}$/
const file = /^(?:photos|copies)\/[0-9a-f-]{32,36}$/
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' && value.split(/[\n,]/).every((one) => uuid.test(one) || code.test(one) || file.test(one))

describe('the queue', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
    const journey = startJourney(site)
    await wholeJourney(journey)
    await anTakesHerCopy(journey)
    await endsAccount(journey, 'an')
  }, 60_000)
  afterAll(() => site?.close())

  const jobs = async () =>
    (
      await sql<{
        name: string
        data: Record<string, unknown> | null
        output: unknown
      }>`select name, data, output from pgboss.job`.execute(site.p.db)
    ).rows
  const talkative = (rows: Awaited<ReturnType<typeof jobs>>) =>
    rows.filter(
      ({ data, output }) => !Object.values(data ?? {}).every(isPlain) || (output !== null && JSON.stringify(output) !== '{}'),
    )

  test('has the tables that we know of', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'pgboss' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`.execute(site.p.db)
    // Figures lie in a table for each day.
    expect([...new Set(rows.map(({ name }) => name.replace(/_\d{8}$/, '')))]).toEqual(tables)
  })

  test('carries ids and codes, and nothing that a person typed', async () => {
    const rows = await jobs()
    expect(rows.length).toBeGreaterThan(5)
    expect(talkative(rows)).toEqual([])
    await site.p.jobs.send(site.p.db, 'mail.send', { outbox: 'an@example.org' })
    expect(talkative(await jobs()).map(({ data }) => data)).toEqual([{ outbox: 'an@example.org' }])
  })

  test('keeps of a failure its code alone', async () => {
    expect(await site.p.jobs.drain()).toEqual({ done: expect.any(Number), failed: 1 })
    const { rows } = await sql<{ output: unknown }>`select output from pgboss.job where output is not null`.execute(site.p.db)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('example.org')
    expect(JSON.stringify(rows)).toContain('22P02')
  })
})
