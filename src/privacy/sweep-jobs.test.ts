import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { feature, type Platform } from '../platform/feature'
import { peopleJob, sweepJobs, sweepPeople, sweepTerms } from './sweep'
import { tableOf, twoPeople } from './testing'

let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const { signal } = new AbortController()
const ago = (time: number) => new Date(site.clock.now().getTime() - time)
/** The platform, with the jobs that it sends. */
const counted = (p: Platform = site.p) => {
  const sent: [string, Record<string, string>][] = []
  const jobs = {
    ...p.jobs,
    send: async (_db: unknown, name: string, data: Record<string, string>) => void sent.push([name, data]),
  }
  return { sent, p: { ...p, jobs } }
}
/** So many people of whom nothing is known, made two days ago, in the order of their ids. */
async function nobodies(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => randomUUID()).toSorted()
  await site.p.db
    .insertInto('people')
    .values(ids.map((id) => ({ id, created_at: ago(days(2)) })))
    .execute()
  return ids
}
const left = async () => (await site.p.db.selectFrom('people').select('id').orderBy('id').execute()).map(({ id }) => id)
/** These people cannot be erased. */
async function cling(ids: readonly string[]): Promise<void> {
  await sql`create table clings (person uuid references people)`.execute(site.p.db)
  for (const id of ids) await sql`insert into clings values (${id})`.execute(site.p.db)
}

describe('K31: the sweep of terms', () => {
  test('takes the files of what goes, and says how many rows went', async () => {
    const two = await twoPeople(site.p)
    const copies = tableOf(site.p, 'copies')
    await two.add('an', copies, { created_at: ago(days(2)), file: 'over' })
    await two.add('an', copies, { created_at: ago(days(2)), file: null })
    await two.add('bart', copies, { created_at: ago(0), file: 'stays' })
    for (const name of ['over', 'stays']) await site.p.files.write(`copies/${name}`, Buffer.from(name))
    const { p, sent } = counted()
    const tally = await sweepTerms(p)
    expect([tally.copies, tally.outbox, Object.keys(tally).includes('accounts')]).toEqual([2, 0, false])
    expect(sent).toEqual([['privacy.files', { paths: 'copies/over' }]])
    expect((await p.files.list('copies')).map(({ name }) => name)).toEqual(['stays'])
    const wrote = await p.db.selectFrom('sweeps').select(['ran_at', 'deleted']).where('name', '=', 'copies').execute()
    expect(wrote).toEqual([{ ran_at: site.clock.now(), deleted: 2 }])
    expect(site.logged.join('\n')).not.toContain('traffic.forgotten')
  })

  test('counters go at their own moment', async () => {
    const { p, clock } = site
    const now = clock.now().getTime()
    await p.db
      .insertInto('rate_limits')
      .values([
        { key: 'stays', points: 1, expire: now + 1000 },
        { key: 'goes', points: 1, expire: now - 1000 },
      ])
      .execute()
    await sweepTerms(p)
    expect(await p.db.selectFrom('rate_limits').select('key').where('key', 'in', ['stays', 'goes']).execute()).toEqual([
      { key: 'stays' },
    ])
  })

  test('goes on until nothing is over', async () => {
    const { an } = await twoPeople(site.p)
    await sql`insert into outbox (id, person_id, template, params, created_at)
      select gen_random_uuid(), ${an.person}, 'x', '{}', ${ago(days(31))}::timestamptz from generate_series(1, 1001)`.execute(
      site.p.db,
    )
    expect((await sweepTerms(site.p)).outbox).toBe(1001)
    expect((await sweepTerms(site.p)).outbox).toBe(0)
  })

  test('says in the log for how many days what came in is forgotten', async () => {
    const { traffic } = site.p
    await sweepTerms({ ...site.p, traffic: { ...traffic, forget: async () => ['2026-11-01', '2026-11-02'] } })
    expect(site.logged.join('\n')).toContain('"event":"traffic.forgotten","days":2')
  })
})

describe('G3: the sweep of people', () => {
  test('leaves who was made today, and takes who was not', async () => {
    const { p, clock } = site
    const [old] = await nobodies(1)
    const { id } = await p.vault.newPerson(p.db, [])
    await p.db.updateTable('people').set({ created_at: clock.now() }).where('id', '=', id).execute()
    expect([await sweepPeople(p), await left()]).toEqual([1, [id]])
    expect(old).not.toBe(id)
    clock.pass(days(1))
    expect([await sweepPeople(p), await left()]).toEqual([0, [id]])
    clock.pass(1)
    expect([await sweepPeople(p), await left()]).toEqual([1, []])
  })

  test('leaves of whom something became known meanwhile, and does not count them', async () => {
    const ids = await nobodies(2)
    const two = await twoPeople(site.p)
    const draft = await two.add('an', tableOf(site.p, 'drafts'))
    const meanwhile = feature({
      name: 'search',
      beforeErase: async (_p, db) =>
        void (await db
          .updateTable('drafts')
          .set({ person_id: ids[1] ?? '' })
          .where('id', '=', draft)
          .execute()),
    })
    expect(await sweepPeople({ ...site.p, features: [...site.p.features, meanwhile] })).toBe(1)
    expect(await left()).toEqual([ids[1] ?? '', two.an.person, two.bart.person].toSorted())
    expect(site.logged.join('\n')).not.toContain('sweep.failed')
  })

  test('goes part by part, each after the last of the one before, and fails at the end when somebody could not go', async () => {
    const ids = await nobodies(4)
    await cling(ids.slice(0, 2))
    const { p, sent } = counted()
    const job = peopleJob(p, 3)
    expect(job).toMatchObject({ name: 'privacy.people', cron: '41 3 * * *' })
    await job.work({}, signal)
    expect(sent).toEqual([['privacy.people', { after: ids[2], erased: '1', failed: '2' }]])
    await expect(job.work(sent[0]?.[1] ?? {}, signal)).rejects.toMatchObject({ code: 'not_all_swept' })
    expect(site.logged.at(-1)).toMatch(/"sweep.people".*"erased":"2","failed":"2"/)
    expect(await left()).toEqual(ids.slice(0, 2))
    await sql`drop table clings`.execute(p.db)
  })
})

test('K31: the jobs of the sweep each do their part, at their hour', async () => {
  const { p } = site
  const jobs = sweepJobs(p)
  expect(jobs.map(({ name, cron }) => [name, cron])).toEqual([
    ['privacy.terms', '17 * * * *'],
    ['privacy.orphans', '40 2 * * *'],
    ['privacy.unfounded', '29 3 * * *'],
    ['privacy.people', '41 3 * * *'],
  ])
  const [terms, orphans] = jobs
  const two = await twoPeople(p)
  await two.add('an', tableOf(p, 'outbox'), { created_at: ago(days(31)) })
  await terms?.work({}, signal)
  expect((await sql`select 1 from outbox`.execute(p.db)).rows).toEqual([])
  await p.files.write('copies/broken-off', Buffer.from('x'))
  site.clock.pass(Math.max(0, Date.now() - site.clock.now().getTime()) + days(1) + 60_000)
  await orphans?.work({}, signal)
  expect(await p.files.list('copies')).toEqual([])
})
