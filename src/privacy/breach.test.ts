import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import type { HoldingName, TableName } from '../register'
import { erasedSince, reachOf, reachSum, type Scenario } from './breach'
import { erase } from './erase'
import { tableOf, twoPeople } from './testing'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
  // The database made them by its own clock.
  await site.p.db.updateTable('people').set({ created_at: now() }).execute()
})
afterEach(() => site.close())

const now = () => site.clock.now()
const moved = (milliseconds: number) => new Date(now().getTime() + milliseconds)
const add = (name: 'an' | 'bart', table: TableName, given?: Record<string, unknown>) =>
  two.add(name, tableOf(site.p, table), given)
/** What was reached of somebody, one line each: "language.pending 1", and "locked" where it cannot be read. */
const reached = async (scenario: Scenario, person = two.an.person) =>
  (await reachOf(site.p, scenario))
    .filter((one) => one.person === person)
    .map(({ holding, readable, records }) => `${holding} ${records}${readable ? '' : ' locked'}`)
    .toSorted()

describe('Q15: what a breach reached', () => {
  test('of a stolen dump the sealed cannot be read, on a host that was taken everything can', async () => {
    await add('an', 'registrations', { created_at: now() })
    const open = ['activity.account 1', 'activity.pending 1', 'language.pending 1']
    const sealed = ['email.pending 1', 'firstName.pending 1', 'password.pending 1', 'userName.pending 1']
    const dump = await reached({ kind: 'dump', until: now() })
    expect(dump).toEqual([...open, ...sealed.map((line) => `${line} locked`)].toSorted())
    expect(await reached({ kind: 'host', until: now() })).toEqual([...open, ...sealed].toSorted())
    expect(await reached({ kind: 'dump', until: now() }, two.bart.person)).toEqual(['activity.account 1'])
    const people = new Set((await reachOf(site.p, { kind: 'host', until: now() })).map(({ person }) => person))
    expect(people).toEqual(new Set([two.an.person, two.bart.person]))
  })

  test('what was made after it is not in it, to the second; what has no moment of its making is', async () => {
    await add('an', 'outbox', { created_at: now() })
    await add('an', 'outbox', { created_at: moved(-1000) })
    await add('an', 'outbox', { created_at: moved(1000) })
    // Its clock is of when it was last changed: when it was made nobody knows.
    await add('an', 'drafts', { updated_at: moved(1000) })
    const drafts = ['advert.draft 1', 'advert.draft 1 locked', 'address.draft 1 locked']
    expect(await reached({ kind: 'dump', until: now() })).toEqual(['activity.account 1', ...drafts, 'mail.sent 2'].toSorted())
    expect(await reached({ kind: 'dump', until: moved(-1) })).toEqual([])
  })

  test('the clock of a row counts where it is of its making, else the moment that it has', async () => {
    await add('an', 'saved_searches', { created_at: moved(-1000), used_at: moved(1000) })
    expect(await reached({ kind: 'dump', until: now() })).toContain('search.saved 1 locked')
    expect(await reached({ kind: 'dump', until: moved(-2000) })).toEqual([])
    await add('an', 'undos', { made_at: moved(1000) })
    expect(await reached({ kind: 'dump', until: now() })).not.toContain('advert.change 1')
    expect(await reached({ kind: 'dump', until: moved(1000) })).toContain('advert.change 1')
    await add('bart', 'decisions', { decided_at: moved(1000) })
    await add('bart', 'accounts', { created_at: moved(1000) })
    await add('bart', 'last_sign_ins', { at: moved(1000) })
    expect(await reached({ kind: 'dump', until: now() }, two.bart.person)).toEqual(['activity.account 1'])
  })

  test('what is empty holds nothing, and what several rows or tables say adds up', async () => {
    await add('an', 'reports', { created_at: now(), contact: null, contact_key: null })
    await add('an', 'reports', { created_at: now(), contact: null, contact_key: null })
    await add('an', 'accounts', { created_at: now() })
    const lines = await reached({ kind: 'dump', until: now() })
    expect(lines).toEqual(expect.arrayContaining(['report.notice 2', 'report.notice 2 locked', 'activity.account 2']))
    expect(lines.filter((line) => line.startsWith('email.notice'))).toEqual([])
  })

  test('of what two take part in each has their own', async () => {
    await add('an', 'threads', { created_at: now(), seeker_read_at: null, advertiser_read_at: null })
    for (const { person } of [two.an, two.bart])
      expect(await reached({ kind: 'dump', until: now() }, person)).toEqual(['activity.account 1', 'contacts.thread 1'])
    // What is a seeker's alone is not of the advertiser.
    const { seeker_read_at: column } = tableOf(site.p, 'threads').columns
    if (!column) throw new Error('the register has changed')
    const { about } = column
    await site.p.db.updateTable('threads').set({ seeker_read_at: now() }).execute()
    Object.assign(column, { about: 'advert.thread' })
    try {
      const read = (await reachOf(site.p, { kind: 'dump', until: now() })).filter(({ holding }) => holding === 'advert.thread')
      expect(read.map(({ person }) => person)).toEqual([two.an.person])
    } finally {
      Object.assign(column, { about })
    }
    // Nothing else of the conversation is there but what is one's own.
    await site.p.db.updateTable('threads').set({ seeker_id: null }).execute()
    const both = [...(await reachOf(site.p, { kind: 'dump', until: now() }))].filter(
      ({ holding }) => holding === 'contacts.thread',
    )
    expect(both.map(({ person }) => person)).toHaveLength(1)
  })

  test('at a company it is what the ledger says of that while, by one line what that says', async () => {
    const { p } = site
    const gave = async (person: string, at: Date, holdings: string[], recipient: 'mail' | 'advertiser' = 'mail') => {
      const id = randomUUID()
      await p.db
        .insertInto('disclosures')
        .values({ id, person_id: person, recipient, purpose: 'serviceMail', holdings, at })
        .execute()
      return id
    }
    const [from, until] = [moved(-days(2)), moved(-days(1))]
    const first = await gave(two.an.person, from, ['email.account', 'firstName.account'])
    await gave(two.an.person, until, ['email.account', 'gone.since'])
    await gave(two.an.person, new Date(from.getTime() - 1), ['email.account'])
    await gave(two.an.person, new Date(until.getTime() + 1), ['email.account'])
    await gave(two.an.person, until, ['email.account'], 'advertiser')
    await gave(two.bart.person, until, ['search.saved'])
    const processor: Scenario = { kind: 'processor', recipient: 'mail', from, until }
    expect(await reached(processor)).toEqual(['email.account 2', 'firstName.account 1'])
    expect(await reached(processor, two.bart.person)).toEqual(['search.saved 1'])
    expect(await reached({ kind: 'recipient', disclosure: first })).toEqual(['email.account 1', 'firstName.account 1'])
    expect(await reachOf(p, { kind: 'recipient', disclosure: first })).toHaveLength(2)
    expect(await reachOf(p, { kind: 'recipient', disclosure: randomUUID() })).toEqual([])
  })

  test('in numbers it is by holding, in the order of the register, each person once', () => {
    const of = (person: string, holding: HoldingName, readable: boolean, records: number) => ({
      person,
      holding,
      readable,
      records,
    })
    expect(reachSum([])).toEqual({ people: 0, records: 0, holdings: [] })
    expect(
      reachSum([
        of('an', 'message.thread', false, 3),
        of('bart', 'email.account', true, 1),
        of('an', 'email.account', true, 1),
        of('an', 'email.account', false, 2),
      ]),
    ).toEqual({
      people: 2,
      records: 7,
      holdings: [
        { holding: 'email.account', readable: true, people: 2, records: 2 },
        { holding: 'email.account', readable: false, people: 1, records: 2 },
        { holding: 'message.thread', readable: false, people: 1, records: 3 },
      ],
    })
  })

  test('of who was erased since nothing can be known: they are counted, each once', async () => {
    const { p, clock } = site
    const since = now()
    expect(await erasedSince(p, since)).toBe(0)
    await erase(p, two.an.person)
    expect(await erasedSince(p, since)).toBe(1)
    await p.db.transaction().execute(async (trx) => {
      // Done again by a program that was killed, and something else that is noted.
      p.ledger.note(trx, 'erased', two.an.person)
      p.ledger.note(trx, 'objected', two.bart.person)
    })
    expect(await erasedSince(p, since)).toBe(1)
    clock.pass(1)
    expect(await erasedSince(p, now())).toBe(0)
    await erase(p, two.bart.person)
    expect([await erasedSince(p, now()), await erasedSince(p, since)]).toEqual([1, 2])
  })
})
