import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { rowsIn } from '../app/testing/rows'
import { days } from '../platform/clock'
import { cutoff, termOf } from '../register'
import { erase } from './erase'
import { hold } from './holds'
import { peopleJob, sweep, sweepFiles, sweepPeople, sweepTerms } from './sweep'
import { fillable, fillSite, tableOf, twoPeople } from './testing'

let site: TestSite
/** Nobody's data are restricted: what is over of theirs would stay. */
async function fillFree(p: TestSite['p']) {
  const people = await fillSite(p)
  await p.db.deleteFrom('restrictions').execute()
  return people
}
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

describe('the sweep (K31)', () => {
  test('what one table does not let go of keeps nothing of the others', async () => {
    const { p, clock } = site
    const people = await twoPeople(p)
    const long = new Date(clock.now().getTime() - days(100))
    const [links, registrations] = ['links', 'registrations'].map((name) => fillable(p).find((table) => table.name === name))
    if (!links || !registrations) throw new Error('the register has changed')
    for (const table of [links, registrations]) await sql`delete from ${sql.table(table.name)}`.execute(p.db)
    const link = await people.add('an', links, { created_at: long })
    await people.add('an', registrations, { created_at: long })
    await sql`create table clings (link uuid references links)`.execute(p.db)
    await sql`insert into clings values (${link})`.execute(p.db)
    await expect(sweepTerms(p)).rejects.toMatchObject({ code: 'not_all_swept' })
    expect(site.logged.at(-1)).toContain('"table":"links"')
    expect(await rowsIn(p.db, 'registrations')).toEqual([])
    await sql`drop table clings`.execute(p.db)
    await sweepTerms(p)
    expect(await rowsIn(p.db, 'links')).toEqual([])
  })

  test('G3: files that no row names go after a day, those of a row stay', async () => {
    const { p, clock } = site
    const { an, add } = await twoPeople(p)
    for (const name of ['listings', 'replies'] as const) await add('an', tableOf(p, name))
    const folders: string[] = []
    for (const table of fillable(p)) {
      if (!table.files) continue
      const { column, folder } = table.files
      await add('an', table)
      const { rows } = await sql<{ path: string }>`select ${sql.ref(column)} as path from ${sql.table(table.name)}`.execute(p.db)
      for (const { path } of rows) await p.files.write(`${folder}/${path}/1600.jpg`, Buffer.from('a picture'))
      folders.push(folder)
    }
    expect(folders.toSorted()).toEqual(['avatars', 'copies', 'photos'])
    for (const folder of folders) await p.files.write(`${folder}/broken-off`, Buffer.from(an.person))
    const names = async () => Promise.all(folders.map(async (folder) => (await p.files.list(folder)).map(({ name }) => name)))
    // The clock of the test stands still; that of the disk does not.
    clock.pass(Math.max(0, Date.now() - clock.now().getTime()))
    const before = await names()
    await sweepFiles(p)
    expect(await names()).toEqual(before)
    clock.pass(days(1) + 60_000)
    await sweepFiles(p)
    for (const found of await names()) {
      expect(found).not.toContain('broken-off')
      expect(found.filter((name) => name.includes(an.person.slice(0, 8)))).toHaveLength(1)
    }
  })

  test('who never confirmed goes whole after 7 days, mail and links and keys too', async () => {
    const { p, clock } = site
    const { an } = await fillFree(p)
    const tables = fillable(p)
    for (const table of tables.filter(({ trace, name }) => !trace && name !== 'registrations').toReversed())
      for (const column of [table.subject, ...(table.unlinks ?? [])])
        if (column) await sql`delete from ${sql.table(table.name)} where ${sql.ref(column)} = ${an.person}`.execute(p.db)
    await sweep(p)
    const there = () => p.db.selectFrom('people').select('id').where('id', '=', an.person).execute()
    expect(await there()).toHaveLength(1)
    clock.pass(days(7) + 1000)
    const tally = await sweep(p)
    expect(await there()).toEqual([])
    expect(tally.people).toBeGreaterThan(0)
    expect(await p.db.selectFrom('sweeps').select(['name', 'ran_at']).where('name', '=', 'people').execute()).toEqual([
      { name: 'people', ran_at: clock.now() },
    ])
  })

  test('who cannot be erased keeps nobody else', async () => {
    const { p, clock } = site
    const ids = await p.db.transaction().execute(async (trx) => {
      const made = [await p.vault.newPerson(trx, []), await p.vault.newPerson(trx, []), await p.vault.newPerson(trx, [])]
      return made.map(({ id }) => id).sort()
    })
    clock.pass(days(2))
    await sql`create table clings (person uuid references people)`.execute(p.db)
    await sql`insert into clings values (${ids[0]})`.execute(p.db)
    await expect(sweepPeople(p)).rejects.toMatchObject({ code: 'not_all_swept' })
    expect(site.logged.at(-1)).toContain('"event":"sweep.failed"')
    expect(site.logged.at(-1)).toContain('"table":"people"')
    const there = () => p.db.selectFrom('people').select('id').where('id', 'in', ids).execute()
    expect(await there()).toEqual([{ id: ids[0] }])
    await sql`drop table clings`.execute(p.db)
    await sweepPeople(p)
    expect(await there()).toEqual([])
  })

  test('what was held of who ended goes with them once the hold has passed, and not before', async () => {
    const { p, clock } = site
    const { an, add } = await twoPeople(p)
    const until = new Date(clock.now().getTime() + days(60))
    const row = { table: 'listings', id: await add('an', tableOf(p, 'listings')) } as const
    await p.db.transaction().execute((trx) => hold(p, trx, [row], { ground: 'report', about: randomUUID(), until }))
    await erase(p, an.person)
    const there = async () => ({
      people: await p.db.selectFrom('people').select('id').where('id', '=', an.person).execute(),
      adverts: (await sql`select id from listings where id = ${row.id}`.execute(p.db)).rows,
    })
    clock.pass(days(60) - 1000)
    await sweepPeople(p)
    expect(await there()).toEqual({ people: [{ id: an.person }], adverts: [{ id: row.id }] })
    clock.pass(2000)
    await sweepPeople(p)
    expect(await there()).toEqual({ people: [], adverts: [] })
  })

  test('leaves alone who has an account', async () => {
    const { p, clock } = site
    const { bart, add } = await twoPeople(p)
    await add('bart', tableOf(p, 'accounts'))
    clock.pass(days(400))
    await sweepPeople(p)
    expect(await p.db.selectFrom('accounts').select('id').where('person_id', '=', bart.person).execute()).toHaveLength(1)
  })

  test('of every table with a clock: a row a second before its term stays, a second after it goes', async () => {
    const { p, clock } = site
    const people = await fillFree(p)
    const timed = fillable(p).flatMap((table) => {
      const term = termOf(table)
      return term ? [{ table, term }] : []
    })
    expect(timed.map(({ table }) => table.name)).toEqual(
      expect.arrayContaining(['registrations', 'links', 'sessions', 'drafts', 'outbox', 'copies', 'reports']),
    )
    // What refers to another table comes before it.
    for (const { table, term } of timed.toReversed()) {
      // One row a person may be all that a table takes.
      await sql`delete from ${sql.table(table.name)}`.execute(p.db)
      const edge = cutoff(term, clock.now()).getTime()
      const stays = await people.add('an', table, { [table.clock ?? '']: new Date(edge + 1000) })
      const goes = await people.add('bart', table, { [table.clock ?? '']: new Date(edge - 1000) })
      await sweepTerms(p)
      const { rows } = await sql<{ id: string }>`select ${sql.ref(table.key)} as id from ${sql.table(table.name)}`.execute(p.db)
      expect([table.name, rows.map(({ id }) => id)]).toEqual([table.name, [stays]])
      expect(rows.map(({ id }) => id)).not.toContain(goes)
    }
  })
})

describe('a term', () => {
  const at = (iso: string) => new Date(iso)
  test('of days is a number of times 24 hours', () => {
    expect(cutoff({ days: 7, after: 'made' }, at('2026-11-21T10:00:00Z'))).toEqual(at('2026-11-14T10:00:00Z'))
  })
  test('of months is of the calendar where the product is used, over the change of the clock', () => {
    expect(cutoff({ months: 6, after: 'made' }, at('2026-11-21T10:00:00Z'))).toEqual(at('2026-05-21T09:00:00Z'))
    expect(cutoff({ months: 1, after: 'made' }, at('2026-03-31T10:00:00Z'))).toEqual(at('2026-02-28T11:00:00Z'))
  })
})

test('K31 G3: of whom many are over goes a part at a time, each job where the one before was; what it did is counted', async () => {
  const { p, clock } = site
  await sweep(p)
  const made = Array.from({ length: 9 }, () => ({ id: crypto.randomUUID(), created_at: clock.now() }))
  await p.db.insertInto('people').values(made).execute()
  clock.pass(days(1) + 1000)
  const left = async () => Number((await sql<{ n: string }>`select count(*) as n from people`.execute(p.db)).rows[0]?.n)
  const before = await left()
  const { signal } = new AbortController()
  const sent: Record<string, string>[] = []
  const jobs = { ...p.jobs, send: async (_db: unknown, _name: string, data: Record<string, string>) => void sent.push(data) }
  const job = peopleJob({ ...p, jobs }, 4)
  await job.work({}, signal)
  expect(sent).toMatchObject([{ erased: '4', failed: '0' }])
  expect(before - (await left())).toBe(4)
  // Done again from where it was, nobody is counted twice.
  await job.work(sent[0] ?? {}, signal)
  await job.work(sent[1] ?? {}, signal)
  expect(sent.map(({ erased }) => erased)).toEqual(['4', '8'])
  expect(before - (await left())).toBe(9)
  const wrote = await p.db.selectFrom('sweeps').select('deleted').where('name', '=', 'people').executeTakeFirst()
  expect(wrote?.deleted).toBe(9)
  expect(site.logged.at(-1)).toMatch(/"sweep.people".*"erased":"9"/)
}, 120_000)
