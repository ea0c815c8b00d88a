import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import type { TableName } from '../register'
import { demandable, handedOverIn, markOfLine, noteHandedOver, type Order, ordered, silenceEnded } from './hand-over'
import { tableOf, twoPeople } from './testing'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
})
afterEach(() => site.close())

const add = (name: 'an' | 'bart', table: TableName, given?: Record<string, unknown>) =>
  two.add(name, tableOf(site.p, table), given)
const handed = (order: Partial<Order> & Pick<Order, 'holdings'>) =>
  site.p.db
    .transaction()
    .execute((trx) => ordered(site.p, trx, { people: [two.an.person], from: '2026-11-21', until: '2026-11-21', ...order }))

describe('G11: what an authority gets', () => {
  test('is nothing that it may not demand', async () => {
    expect(demandable).toEqual(expect.arrayContaining(['email.account', 'message.thread']))
    for (const never of ['password.account', 'search.saved', 'passkey.account'] as const) {
      expect(demandable).not.toContain(never)
      await expect(handed({ holdings: ['email.account', never] })).rejects.toThrow(`no authority may demand ${never}`)
    }
  })

  test('is of these people and holdings alone, an account itself at any time', async () => {
    const { an, bart } = two
    const account = await add('an', 'accounts', { created_at: new Date('2020-01-01T10:00:00Z') })
    await add('bart', 'accounts')
    const records = await handed({ holdings: ['email.account', 'firstName.account'] })
    expect(records.toSorted((a, b) => a.holding.localeCompare(b.holding))).toEqual([
      {
        person: an.person,
        holding: 'email.account',
        table: 'accounts',
        row: account,
        at: '2020-01-01T10:00:00.000Z',
        values: { email: an.marks.get('accounts.email') },
      },
      {
        person: an.person,
        holding: 'firstName.account',
        table: 'accounts',
        row: account,
        at: '2020-01-01T10:00:00.000Z',
        values: { first_name: an.marks.get('accounts.first_name') },
      },
    ])
    const both = await handed({ people: [an.person, bart.person], holdings: ['email.account'] })
    expect(both.map(({ person }) => person)).toEqual([an.person, bart.person])
    expect(await handed({ people: [], holdings: ['email.account'] })).toEqual([])
  })

  test('is of the days that it names, as Brussels counts them, the first and the last too', async () => {
    const at = (moment: string) => add('an', 'outbox', { created_at: new Date(moment) })
    await at('2026-11-18T22:59:59Z')
    const first = await at('2026-11-18T23:00:00Z')
    const last = await at('2026-11-20T22:59:59Z')
    await at('2026-11-20T23:00:00Z')
    const records = await handed({ holdings: ['mail.sent'], from: '2026-11-19', until: '2026-11-20' })
    expect(records.map(({ row, at }) => [row, at])).toEqual([
      [first, '2026-11-18T23:00:00.000Z'],
      [last, '2026-11-20T22:59:59.000Z'],
    ])
    expect(Object.keys(records[0]?.values ?? {}).toSorted()).toEqual(['created_at', 'params', 'sent_at', 'template'])
  })

  test('has no row without a moment but of an account itself, and names files', async () => {
    const { p, clock } = site
    // The moment of a session is when it was last used; of a sign-in, `at`.
    await add('an', 'sessions', { last_used_at: clock.now(), created_at: new Date(clock.now().getTime() - days(9)) })
    await add('an', 'last_sign_ins', { at: clock.now() })
    const moments = await handed({ holdings: ['session.account', 'ip.lastSession'] })
    expect(moments.map(({ holding, at }) => [holding, at])).toEqual([
      ['session.account', clock.now().toISOString()],
      ['ip.lastSession', clock.now().toISOString()],
    ])
    await add('an', 'listings', { created_at: clock.now() })
    const photo = await add('an', 'photos', { created_at: clock.now() })
    const { path } = await p.db.selectFrom('photos').select('path').where('id', '=', photo).executeTakeFirstOrThrow()
    await p.files.write(`photos/${path}/1600.jpg`, Buffer.from('a room'))
    const records = await handed({ holdings: ['advert.listing'] })
    const values = records.find(({ table }) => table === 'photos')?.values
    expect(values?.files).toEqual([`photos/${path}/1600.jpg`])
    expect(records.find(({ table }) => table === 'listings')?.values).not.toHaveProperty('files')
    const early = await handed({ holdings: ['advert.listing'], from: '2026-11-01', until: '2026-11-20' })
    expect(early).toEqual([])
  })
})

describe('G11: the ledger of what was handed over', () => {
  const order = randomUUID()
  const notes = (people: readonly string[], silentUntil: string | null) =>
    site.p.db.transaction().execute((trx) =>
      noteHandedOver(
        site.p,
        trx,
        people.flatMap((person) => [
          { person, holding: 'mail.sent' as const },
          { person, holding: 'email.account' as const },
          { person, holding: 'mail.sent' as const },
        ]),
        { order, silentUntil },
      ),
    )
  const rows = () =>
    site.p.db
      .selectFrom('disclosures')
      .select(['id', 'person_id', 'recipient', 'purpose', 'holdings', 'at', 'order_id', 'silent_until'])
      .execute()
  const ended = () => site.p.db.transaction().execute((trx) => silenceEnded(site.p, trx))

  test('has a line for each who is still there, each holding once, and a mark by which a change is seen', async () => {
    const { an, bart } = two
    await site.p.db.updateTable('people').set({ ended_at: site.clock.now() }).where('id', '=', bart.person).execute()
    const lines = await notes([an.person, bart.person], null)
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    if (!row) throw new Error('there is a line')
    expect(row).toMatchObject({
      person_id: an.person,
      recipient: 'authority',
      purpose: 'orders',
      holdings: ['mail.sent', 'email.account'],
      order_id: order,
      silent_until: null,
    })
    expect(lines).toEqual([{ id: row.id, person: an.person, mark: markOfLine(row) }])
    const marks = [
      markOfLine({ ...row, holdings: row.holdings.toReversed() }),
      markOfLine({ ...row, holdings: ['mail.sent'] }),
      markOfLine({ ...row, id: randomUUID() }),
      markOfLine({ ...row, person_id: bart.person }),
      markOfLine({ ...row, at: new Date(row.at.getTime() + 1) }),
    ]
    expect(marks.map((mark) => mark === lines[0]?.mark)).toEqual([true, false, false, false, false])
  })

  test('is told of from the day after the silence, and once', async () => {
    const { p, clock } = site
    const { an, bart } = two
    const [line] = await notes([an.person], '2026-11-22')
    await notes([bart.person], '2026-11-30')
    if (!line) throw new Error('there is a line')
    const told = async () => (await handedOverIn(p, p.db, line.id))?.person_id
    clock.pass(days(1))
    expect([await ended(), await told()]).toEqual([[], undefined])
    clock.pass(days(1))
    expect(await told()).toBe(an.person)
    expect(await ended()).toEqual([{ id: line.id, person: an.person }])
    expect((await rows()).map(({ silent_until }) => silent_until).toSorted()).toEqual(['2026-11-30', null].toSorted())
    expect(await ended()).toEqual([])
    const { holdings, order_id } = (await handedOverIn(p, p.db, line.id)) ?? {}
    expect([holdings, order_id]).toEqual([['mail.sent', 'email.account'], order])
    expect(await handedOverIn(p, p.db, randomUUID())).toBeUndefined()
  })

  test('of many whose silence ends, a hundred are told of at a time', async () => {
    const { p, clock } = site
    await p.db
      .insertInto('disclosures')
      .values(
        Array.from({ length: 101 }, () => ({
          id: randomUUID(),
          person_id: two.an.person,
          recipient: 'authority' as const,
          purpose: 'orders',
          holdings: [],
          at: clock.now(),
          silent_until: '2026-11-20',
        })),
      )
      .execute()
    expect([(await ended()).length, (await ended()).length, (await ended()).length]).toEqual([100, 1, 0])
  })
})
