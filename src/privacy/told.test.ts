import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import asking from '../app/testing/asks/site'
import { askingSite } from '../features/consent/testing'
import { type Feature, feature, type Telling } from '../platform/feature'
import type { HoldingName, RecipientName } from '../register'
import { onPaper } from './on-paper'
import { tellingById, tellRecipients, toldOf, waitingTellings } from './tell'
import { tableOf, twoPeople } from './testing'
import { tellJob, tellsItself, toldBy } from './told'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
let an: string
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
  an = two.an.person
})
afterEach(() => site.close())

const gave = (recipient: RecipientName, given: { silent_until?: string; holdings?: HoldingName[]; person_id?: string } = {}) =>
  site.p.db
    .insertInto('disclosures')
    .values({
      id: randomUUID(),
      person_id: an,
      recipient,
      purpose: 'x',
      holdings: ['email.account'],
      at: site.clock.now(),
      ...given,
    })
    .execute()
const account = () => two.add('an', tableOf(site.p, 'accounts'))
const tells = (change: 'corrected' | 'erased' | 'restricted' | 'lifted', holdings?: HoldingName[], p = site.p) =>
  p.db.transaction().execute((trx) => tellRecipients(p, trx, { change, person: an }, holdings))
const noted = async () =>
  (await toldOf(site.p.db, an)).map(({ recipient, change, told_at }) => `${recipient} ${change}${told_at ? ' told' : ''}`)
/** The platform with another feature, and the jobs that it sends. */
const withFeature = (given: Partial<Feature>) => {
  const sent: [string, object][] = []
  const jobs = { ...site.p.jobs, send: async (_db: unknown, name: string, data: object) => void sent.push([name, data]) }
  return { sent, p: { ...site.p, jobs, features: [...site.p.features, feature({ name: 'search', ...given })] } }
}

describe('A-ERA 33: who is told what became of somebody’s data', () => {
  test('is who received something of it, but who keeps nothing, and whom the law keeps silent', async () => {
    await account()
    await gave('mail')
    await gave('geopunt')
    expect(await tells('corrected')).toEqual([])
    await gave('authority', { silent_until: '2026-11-21' })
    await gave('authority', { person_id: two.bart.person })
    expect(await tells('corrected')).toEqual([])
    await gave('authority', { silent_until: '2026-11-20' })
    await gave('authority')
    await gave('campaigns')
    expect(await tells('corrected')).toEqual(['campaigns', 'authority'])
    expect((await noted()).toSorted()).toEqual(['authority corrected', 'campaigns corrected'])
  })

  test('is who received these holdings, where only they changed', async () => {
    await account()
    await gave('authority', { holdings: ['email.account', 'message.thread'] })
    await gave('campaigns', { holdings: ['firstName.account'] })
    expect(await tells('corrected', ['firstName.account'])).toEqual(['campaigns'])
    expect(await tells('corrected', ['message.thread', 'phone.listing'])).toEqual(['authority'])
    expect(await tells('corrected', ['phone.listing'])).toEqual([])
  })

  test('knows them by the address of their account; of who has none nobody can be told, nor a person that no feature tells', async () => {
    const { p } = site
    await gave('authority')
    await gave('advertiser')
    await two.add('bart', tableOf(p, 'accounts'))
    await two.add('an', tableOf(p, 'registrations'))
    expect([await tells('corrected'), await waitingTellings(p.db)]).toEqual([[], []])
    await account()
    await gave('campaigns')
    expect(await tells('restricted')).toEqual(['campaigns', 'authority'])
    expect(await tells('corrected', undefined, { ...p, features: [] })).toEqual(['campaigns', 'authority'])
    await p.db.deleteFrom('told').where('change', '=', 'corrected').execute()
    await p.db.deleteFrom('tellings').where('change', '=', 'corrected').execute()
    const rows = await waitingTellings(p.db)
    expect(rows.map(({ recipient, change }) => `${recipient} ${change}`).toSorted()).toEqual([
      'authority restricted',
      'campaigns restricted',
    ])
    for (const row of rows) {
      const keys = await p.vault.keys(p.db, [row.person_id])
      expect(keys.bind('tellings', row).email.open('requests')).toBe(two.an.marks.get('accounts.email'))
      expect([an, two.bart.person]).not.toContain(row.person_id)
      expect(await tellingById(p.db, row.id)).toMatchObject({ id: row.id, recipient: row.recipient })
      expect((await p.db.selectFrom('told').select('person_id').where('id', '=', row.id).execute())[0]?.person_id).toBe(an)
    }
    const found = await p.db
      .selectFrom('tellings')
      .select('id')
      .where('email_key', '=', p.vault.index('tellings.email_key', two.an.marks.get('accounts.email') ?? ''))
      .execute()
    expect(found).toHaveLength(2)
    expect(await tellingById(p.db, randomUUID())).toBeUndefined()
  })

  test('of an erasure nothing stays to read', async () => {
    await account()
    await gave('authority')
    expect(await tells('erased')).toEqual(['authority'])
    expect([await noted(), (await waitingTellings(site.p.db)).length]).toEqual([[], 1])
  })

  test('of the end of a restriction it is who was told of that one', async () => {
    const { p, clock } = site
    await account()
    await gave('authority')
    const told = (change: 'restricted' | 'corrected', recipient: RecipientName, person_id = an) =>
      p.db.insertInto('told').values({ id: randomUUID(), person_id, recipient, change, at: clock.now(), told_at: null }).execute()
    const restricts = (person_id: string) =>
      p.db
        .insertInto('restrictions')
        .values({ id: randomUUID(), person_id, ground: 'claims', by_staff: false, at: clock.now() })
        .execute()
    await told('restricted', 'campaigns')
    clock.pass(1000)
    await restricts(an)
    await restricts(two.bart.person)
    await told('corrected', 'campaigns')
    await told('restricted', 'campaigns', two.bart.person)
    expect(await tells('lifted')).toEqual([])
    await told('restricted', 'authority')
    expect(await tells('lifted')).toEqual(['authority'])
  })

  test('a feature tells those that it can; who is nobody to tell is not named', async () => {
    await account()
    for (const one of ['advertiser', 'seeker', 'campaigns', 'authority'] as const) await gave(one)
    const heard: string[] = []
    const { p } = withFeature({
      tells: {
        advertiser: async (_p, _db, { change }) => heard.push(`advertiser ${change}`) > 0,
        seeker: async () => false,
        campaigns: async () => false,
      },
    })
    expect(await tells('corrected', undefined, p)).toEqual(['advertiser', 'authority'])
    expect(heard).toEqual(['advertiser corrected'])
    expect((await noted()).toSorted()).toEqual(['advertiser corrected told', 'authority corrected'])
  })

  test('the last stands first, and what waits longest is told first', async () => {
    const { p, clock } = site
    await account()
    await gave('authority')
    for (const change of ['corrected', 'restricted'] as const) {
      await tells(change)
      clock.pass(1000)
    }
    expect(await noted()).toEqual(['authority restricted', 'authority corrected'])
    expect((await waitingTellings(p.db)).map(({ change }) => change)).toEqual(['corrected', 'restricted'])
  })
})

test('A-ERA 33: who consented is known at the company that serves the purpose, whether or not it got anything yet', async () => {
  await site.close()
  site = await askingSite()
  two = await twoPeople(site.p)
  an = two.an.person
  await account()
  const { p } = site
  const yes = {
    purpose: 'commercialMail',
    given: true,
    how: 'choices',
    text_hash: '',
    version: 1,
    language: 'nl',
    seq: 1,
  } as const
  await p.db
    .insertInto('consents')
    .values({ id: randomUUID(), person_id: an, browser: null, at: site.clock.now(), ...yes })
    .execute()
  expect(await tells('corrected')).toEqual(['campaigns'])
  const { campaigns: _, ...others } = onPaper(asking).site.recipients
  expect(await tells('corrected', undefined, { ...p, site: { ...p.site, recipients: others } })).toEqual([])
})

describe('A-ERA 33: telling a company', () => {
  const telling = async (given: Partial<Feature>) => {
    await account()
    await gave('campaigns')
    await gave('authority')
    const made = withFeature(given)
    await tells('restricted', undefined, made.p)
    const row = (await waitingTellings(site.p.db)).find(({ recipient }) => recipient === 'campaigns')
    if (!row) throw new Error('there is something to tell')
    return { ...made, row }
  }
  const { signal } = new AbortController()

  test('is a job where a program can, and then the address goes with its key', async () => {
    const heard: Telling[] = []
    const { p, sent, row } = await telling({ tellsLater: { campaigns: async (_p, one) => void heard.push(one) } })
    expect(sent).toEqual([['privacy.tell', { telling: row.id }]])
    expect([tellsItself(p, 'campaigns'), tellsItself(p, 'authority'), tellsItself(site.p, 'campaigns')]).toEqual([
      true,
      false,
      false,
    ])
    site.clock.pass(60_000)
    expect(tellJob(p)).toMatchObject({ name: 'privacy.tell', retries: 12 })
    for (let twice = 0; twice < 2; twice++) await tellJob(p).work({ telling: row.id }, signal)
    expect(heard).toMatchObject([{ change: 'restricted', person: row.person_id }])
    expect(heard[0]?.address.holding).toBe('email.telling')
    expect((await noted()).toSorted()).toEqual(['authority restricted', 'campaigns restricted told'])
    expect((await toldOf(p.db, an)).find(({ recipient }) => recipient === 'campaigns')?.told_at).toEqual(site.clock.now())
    const left = await p.db.selectFrom('people').select('id').where('id', '=', row.person_id).execute()
    expect([left, await tellingById(p.db, row.id)]).toEqual([[], undefined])
    expect(site.logged.at(-1)).toMatch(/"recipient.told","recipient":"campaigns","change":"restricted","by":"program"/)
  })

  test('that no program tells waits for staff, who say when it was; once said, it stays', async () => {
    const { p, sent, row } = await telling({})
    expect(sent).toEqual([])
    await tellJob(p).work({ telling: row.id }, signal)
    expect(await tellingById(p.db, row.id)).toBeDefined()
    const at = site.clock.now()
    await toldBy(p, 'staff', row)
    site.clock.pass(60_000)
    await toldBy(p, 'staff', row)
    expect((await toldOf(p.db, an)).find(({ recipient }) => recipient === 'campaigns')?.told_at).toEqual(at)
    expect((await toldOf(p.db, an)).find(({ recipient }) => recipient === 'authority')?.told_at).toBeNull()
  })
})
