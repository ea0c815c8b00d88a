import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestSite } from '../app/testing'
import { askingSite } from '../features/consent/testing'
import { days } from '../platform/clock'
import { type HoldingName, holding, type PurposeName, type TableName } from '../register'
import { hold } from './holds'
import { restrict } from './restrict'
import { sweepJobs } from './sweep'
import { tableOf, twoPeople } from './testing'
import { eraseUnfounded, sweepUnfounded } from './withdraw'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
let restore: (() => void)[] = []
beforeEach(async () => {
  site = await askingSite()
  two = await twoPeople(site.p)
})
afterEach(async () => {
  for (const back of restore) back()
  restore = []
  await site.close()
})

/** Until the end of the test something is held for these purposes alone. */
function isFor(name: HoldingName, ...purposes: PurposeName[]) {
  const was = holding[name].for
  Object.assign(holding[name], { for: purposes })
  restore.push(() => Object.assign(holding[name], { for: was }))
}
const add = (name: 'an' | 'bart', table: TableName, given?: Record<string, unknown>) =>
  two.add(name, tableOf(site.p, table), given)
let answered = 0
const says = (person: string, purpose: PurposeName, given: boolean) =>
  site.p.db
    .insertInto('consents')
    .values({
      id: randomUUID(),
      person_id: person,
      browser: null,
      purpose,
      given,
      how: 'choices',
      text_hash: '',
      version: 1,
      language: 'nl',
      at: site.clock.now(),
      seq: ++answered,
    })
    .execute()
/** Whose rows lie in a table. */
const left = async (table: TableName) => {
  const { rows } = await sql<{ person_id: string }>`select person_id from ${sql.table(table)}`.execute(site.p.db)
  return rows.map(({ person_id }) => (person_id === two.an.person ? 'an' : 'bart')).toSorted()
}
const withdraws = async (person = two.an.person) => {
  const after = await site.p.db.transaction().execute((trx) => eraseUnfounded(site.p, trx, person))
  await after()
}

describe('K26: what is held for nothing but what somebody does not consent to', () => {
  test('goes, of them alone; what has another ground stays', async () => {
    isFor('search.saved', 'commercialMail', 'statistics')
    isFor('advert.change', 'commercialMail', 'account')
    for (const name of ['an', 'bart'] as const)
      for (const table of ['saved_searches', 'found_adverts', 'undos', 'outbox'] as const)
        await add(name, table, table === 'found_adverts' ? { search_id: two[name].ids.get('saved_searches') } : {})
    await withdraws()
    expect(await left('saved_searches')).toEqual(['bart'])
    expect(await left('found_adverts')).toEqual(['bart'])
    for (const table of ['undos', 'outbox'] as const) expect([table, await left(table)]).toEqual([table, ['an', 'bart']])
  })

  test('stays while one of its purposes is consented to, and goes when that is taken back', async () => {
    isFor('search.saved', 'commercialMail', 'statistics')
    await add('an', 'saved_searches')
    await says(two.bart.person, 'commercialMail', true)
    await says(two.an.person, 'statistics', true)
    await withdraws()
    expect(await left('saved_searches')).toEqual(['an'])
    await says(two.an.person, 'statistics', false)
    await withdraws()
    expect(await left('saved_searches')).toEqual([])
  })

  test('is emptied where the row has another ground too', async () => {
    isFor('address.draft', 'commercialMail')
    await add('an', 'drafts')
    await add('bart', 'drafts')
    await withdraws()
    const drafts = await site.p.db.selectFrom('drafts').select(['person_id', 'house', 'content', 'updated_at']).execute()
    const of = (person: string) => drafts.find(({ person_id }) => person_id === person)
    expect(of(two.an.person)?.house).toBeNull()
    expect(of(two.an.person)?.content).not.toBeNull()
    expect(of(two.bart.person)?.house).not.toBeNull()
  })

  test('goes with its files', async () => {
    const { p } = site
    isFor('copy.own', 'commercialMail')
    for (const name of ['an', 'bart'] as const) {
      await add(name, 'copies')
      const { file } = await p.db
        .selectFrom('copies')
        .select('file')
        .where('person_id', '=', two[name].person)
        .executeTakeFirstOrThrow()
      await p.files.write(`copies/${file}`, Buffer.from(name))
    }
    await withdraws()
    expect(await left('copies')).toEqual(['bart'])
    const files = await p.files.list('copies')
    expect(files).toHaveLength(1)
    expect((await p.files.read(`copies/${files[0]?.name}`)).toString()).toBe('bart')
  })

  test('stays while it is held, or its person’s data are restricted', async () => {
    const { p, clock } = site
    isFor('advert.change', 'commercialMail')
    const held = await add('an', 'undos')
    await add('an', 'undos')
    await add('bart', 'undos')
    const until = new Date(clock.now().getTime() + days(60))
    await p.db
      .transaction()
      .execute((trx) => hold(p, trx, [{ table: 'undos', id: held }], { ground: 'report', about: randomUUID(), until }))
    await restrict(p, two.bart.person, { ground: 'claims' })
    for (const { person } of [two.an, two.bart]) await withdraws(person)
    expect(await left('undos')).toEqual(['an', 'bart'])
  })
})

describe('K26: the sweep of what lost its ground', () => {
  test('is of everybody, where a site asks at all', async () => {
    const { p } = site
    isFor('search.saved', 'commercialMail')
    isFor('address.draft', 'commercialMail')
    await add('an', 'saved_searches')
    await add('an', 'drafts')
    await add('bart', 'saved_searches')
    await add('bart', 'saved_searches')
    await says(two.bart.person, 'commercialMail', true)
    const { mail } = p.site.recipients
    const features = p.site.features.filter((name) => name !== 'newsletter')
    await sweepUnfounded({ ...p, site: { ...p.site, features, recipients: mail ? { mail } : {} } })
    expect(await left('saved_searches')).toEqual(['an', 'bart', 'bart'])
    await sweepUnfounded(p)
    expect(await left('saved_searches')).toEqual(['bart', 'bart'])
    expect(await p.db.selectFrom('drafts').select('house').execute()).toEqual([{ house: null }])
    expect(await left('drafts')).toEqual(['an'])
  })

  test('takes what was unfounded when a restriction ends', async () => {
    isFor('advert.change', 'commercialMail')
    await restrict(site.p, two.an.person, { ground: 'claims' })
    await add('an', 'undos')
    await sweepUnfounded(site.p)
    expect(await left('undos')).toEqual(['an'])
    await site.p.db.deleteFrom('restrictions').execute()
    const job = sweepJobs(site.p).find(({ name }) => name === 'privacy.unfounded')
    await job?.work({}, new AbortController().signal)
    expect(await left('undos')).toEqual([])
  })
})
