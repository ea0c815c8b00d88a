// What is over is not seen, whether or not the sweep came by (K31): of every table with a term, the rows that the pages ask the database for.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cutoff, type TableName, tableNamed, tablesOf, termOf } from '../register'
import { testSite } from './testing'
import { makeWorld, pathTo, routesOf, type World } from './testing/world'

/** Rows that an answer of the database held, by their ids. */
const answered = new Set<string>()
let world: World
beforeAll(async () => {
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const answer = Reflect.apply(query, this, given)
    return answer instanceof Promise
      ? answer.then((result: { rows?: Record<string, unknown>[] }) => {
          for (const row of result?.rows ?? [])
            for (const value of Object.values(row)) if (typeof value === 'string') answered.add(value)
          return result
        })
      : answer
  })
  const site = await testSite()
  site.p.limits.count = async (_what, _who, points, seconds) => ({ points, seconds })
  world = await makeWorld(site)
}, 300_000)
afterAll(() => world?.close())

/** Whoever looks must be signed in, at a desk that knows them. */
const timed = () =>
  tablesOf(world.site.p.site.features).filter(
    (name) => termOf(tableNamed(name)) && name !== 'sessions' && !tableNamed(name).unlinkable,
  )
const idsIn = async (table: TableName) => {
  const { rows } = await sql<{
    id: string
  }>`select ${sql.ref(tableNamed(table).key)}::text as id from ${sql.table(table)}`.execute(world.site.p.db)
  return rows.map(({ id }) => id)
}
/** Gives all rows of every table that age: `left` milliseconds before their end. */
async function age(left: number) {
  const { p, clock } = world.site
  for (const name of timed()) {
    const { clock: column = '' } = tableNamed(name)
    const term = termOf(tableNamed(name))
    if (term)
      await sql`update ${sql.table(name)} set ${sql.ref(column)} = ${new Date(cutoff(term, clock.now()).getTime() + left)}`.execute(
        p.db,
      )
  }
}
/** Which tables' rows the pages asked for, visited by everybody. */
async function shown(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const rows = await Promise.all(timed().map(async (name) => [name, await idsIn(name)] as const))
  for (const route of routesOf(world.site.app).filter(({ name }) => name.startsWith('GET')))
    for (const who of ['bart', 'an', 'staff'] as const) {
      answered.clear()
      await world.as(who).get(pathTo(route, world.examples))
      for (const [name, ids] of rows)
        if (ids.some((id) => answered.has(id))) found[name] = [...new Set([...(found[name] ?? []), route.name])]
    }
  return found
}

test('K31: every page leaves out what was over a second ago, and shows it the second before', async () => {
  await age(1000)
  const before = await shown()
  // What this world has of them; each is on some page.
  expect(Object.keys(before).toSorted()).toEqual([
    'asks',
    'chat_messages',
    'chats',
    'claims',
    'complaints',
    'consents',
    'copies',
    'decisions',
    'deliveries',
    'drafts',
    'entries',
    'entry_files',
    'holds',
    'links',
    'outbox',
    'registrations',
    'reports',
    'requests',
    'saved_searches',
    'school_mails',
    'signups',
    'slots',
    'subscribers',
    'tellings',
  ])
  await age(-1000)
  expect(await shown()).toEqual({})
}, 900_000)
