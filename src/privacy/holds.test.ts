// What is held back from erasure: row by row, seen by whose it is, with an end (GDPR article 17(3); G11).
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { beforeCommit } from '../platform/db'
import { holding, holdingNamed, isHolding, type TableName } from '../register'
import { copyOf } from './copy'
import { erase, eraseIn, foresee } from './erase'
import { type HoldFor, hold, holdUntil, type Row } from './holds'
import { catchUp } from './ledger'
import { sweep } from './sweep'
import { fillable, fillSite } from './testing'
import { mayBeHeld } from './walk'

let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const held = () => fillable(site.p).filter(mayBeHeld)
const later = (time: number) => new Date(site.clock.now().getTime() + time)
const holdRows = (rows: readonly Row[], given: Partial<HoldFor> = {}) =>
  site.p.db
    .transaction()
    .execute((trx) => hold(site.p, trx, rows, { ground: 'report', about: randomUUID(), until: later(days(60)), ...given }))
const ends = (about: string, given: Parameters<typeof holdUntil>[3]) =>
  site.p.db.transaction().execute((trx) => holdUntil(site.p, trx, about, given))
/** Two people with a row in every table, of whom nothing is restricted: what is over of theirs would stay. */
async function filled() {
  const people = await fillSite(site.p)
  await site.p.db.deleteFrom('restrictions').execute()
  return people
}
const ansRows = (an: { ids: ReadonlyMap<TableName, string> }, only: (name: TableName) => boolean = () => true): Row[] =>
  held().flatMap(({ name }) => (only(name) ? [{ table: name, id: an.ids.get(name) ?? '' }] : []))
const isThere = async ({ table, id }: Row) => {
  const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(site.p.db)
  return rows.length > 0
}
const there = async (rows: readonly Row[]) => {
  const left: string[] = []
  for (const row of rows) if (await isThere(row)) left.push(row.table)
  return left
}
const inData = async (person: string) => {
  const { items } = await copyOf(site.p, person, 'nl')
  return items.flatMap(({ holdings }) => holdings).find((one) => one.holding === 'hold.ledger')?.records ?? []
}

describe('A-RET 41: a hold', () => {
  test('keeps the rows that it names, of any table, through sweep and erasure, to the second of its end', async () => {
    const { p, clock } = site
    const { an, bart } = await filled()
    const rows = ansRows(an, (name) => name !== 'restrictions')
    const names = rows.map(({ table }) => table)
    expect(names).toEqual(expect.arrayContaining(['messages', 'listings', 'photos', 'outbox', 'reports', 'drafts']))
    await holdRows(rows)
    const holds = await p.db.selectFrom('holds').select('held_table').where('until', '>', clock.now()).execute()
    expect(holds.map((one) => one.held_table).sort()).toEqual(names.toSorted())
    const receipt = await erase(p, an.person)
    const told = receipt.kept.map(({ holding, until }) => `${holding} ${until}`)
    expect(told).toEqual(
      expect.arrayContaining(['message.thread 2027-01-20', 'advert.listing 2027-01-20', 'hold.ledger 2027-01-20']),
    )
    expect(receipt.erased.map((line) => line.holding)).not.toContain('message.thread')
    expect(receipt.erased.map((line) => line.holding)).toContain('password.account')
    clock.pass(days(60) - 1000)
    await sweep(p)
    expect(await there(rows)).toEqual(names)
    // Nothing of what the other has is held.
    await erase(p, bart.person)
    expect(await there(rows)).toEqual(names)
    clock.pass(2000)
    await sweep(p)
    expect(await there(rows)).toEqual([])
    expect(await p.db.selectFrom('people').select('id').where('id', '=', an.person).execute()).toEqual([])
  })

  test('of one row keeps that one alone, readable, with the keys that it needs and what it is a part of', async () => {
    const { p } = site
    const { an } = await filled()
    const [message] = ansRows(an, (name) => name === 'messages')
    if (!message) throw new Error('messages can be held')
    await holdRows([message])
    await erase(p, an.person)
    expect(await there(ansRows(an))).toEqual(['messages'])
    const row = await p.db
      .selectFrom('messages')
      .select(['id', 'person_id', 'body', 'thread_id'])
      .where('id', '=', message.id)
      .executeTakeFirstOrThrow()
    const keys = await p.vault.keys(p.db, [an.person])
    expect(keys.bind('messages', row).body.open('disputes')).toBe(an.marks.get('messages.body'))
    const classes = await p.db.selectFrom('person_keys').select('class').where('person_id', '=', an.person).execute()
    // Why it is held nobody wrote: there is nothing else to read.
    expect(classes.map((one) => one.class)).toEqual([holding['message.thread'].keys])
    expect(await p.db.selectFrom('threads').select('id').where('id', '=', row.thread_id).execute()).toHaveLength(1)
  })

  test('of a photo keeps the advert too, and its files, out of sight', async () => {
    const { p } = site
    const { an } = await filled()
    await holdRows(ansRows(an, (name) => name === 'photos'))
    await erase(p, an.person)
    expect(await there(ansRows(an))).toEqual(['listings', 'photos'])
    const advert = await p.db.selectFrom('listings').select('status').where('person_id', '=', an.person).executeTakeFirstOrThrow()
    expect(advert.status).toBe('paused')
    expect(await p.files.list('photos')).toHaveLength(2)
  })

  test('is not put on what would let in who finds it, nor on what goes with another’s', () => {
    const never = fillable(site.p)
      .filter((table) => table.subject && !mayBeHeld(table))
      .map(({ name }) => name)
    expect(never).toEqual(
      expect.arrayContaining(['accounts', 'sessions', 'links', 'passkeys', 'staff', 'copies', 'favourites', 'holds']),
    )
    for (const { columns } of held())
      for (const { about } of Object.values(columns)) if (isHolding(about)) expect(holdingNamed(about).secret).toBeUndefined()
  })

  test('reaches no row that the database takes away with one of another: the register says of what each is a part', async () => {
    const { rows } = await sql<{ table: string; of: string }>`
      select conrelid::regclass::text as table, confrelid::regclass::text as of from pg_constraint where contype = 'f' and confdeltype = 'c'`.execute(
      site.p.db,
    )
    const tables = held()
    const wrong = rows.filter(({ table, of }) => {
      const found = tables.find(({ name }) => name === table)
      return found && of !== 'people' && found.partOf?.table !== of
    })
    expect(wrong).toEqual([])
  })

  test('stands in the data of whose it is, with why and until when; not while the law forbids to tell, and the receipt neither', async () => {
    const { p, clock } = site
    const { an, bart } = await filled()
    const about = randomUUID()
    await p.db.deleteFrom('holds').execute()
    await holdRows(
      ansRows(an, (name) => name === 'messages'),
      { about, ground: 'order', reason: 'Op bevel van de politie.', silentUntil: '2026-11-30' },
    )
    expect(await inData(an.person)).toEqual([])
    expect((await foresee(p, an.person)).kept).toEqual([])
    expect((await foresee(p, an.person)).goes).toContain('message.thread')
    clock.pass(days(10))
    const [record] = await inData(an.person)
    expect(record?.values).toMatchObject({ ground: 'order', reason: 'Op bevel van de politie.', released_at: null })
    expect(record?.values.holdings).toContain('message.thread')
    expect((await foresee(p, an.person)).kept.map((line) => line.holding)).toContain('message.thread')
    expect(await inData(bart.person)).toEqual([])
    clock.pass(-days(10))
    expect((await erase(p, an.person)).kept).toEqual([])
    expect(await there(ansRows(an))).toEqual(['messages'])
  })

  test('ends sooner or later when staff say so, with a reason that its person reads', async () => {
    const { p, clock } = site
    const { an } = await filled()
    const [about, rows] = [randomUUID(), ansRows(an, (name) => name === 'messages')]
    await p.db.deleteFrom('holds').execute()
    await holdRows(rows, { about })
    await ends(about, { until: later(days(100)), reason: 'De zaak is uitgesteld.' })
    expect((await inData(an.person))[0]?.values).toMatchObject({ reason: 'De zaak is uitgesteld.', released_at: null })
    // Held again for the same, and shorter: the longest stays.
    await holdRows(rows, { about, until: later(days(5)) })
    expect((await inData(an.person))[0]?.values.until).toBe(later(days(100)).toISOString())
    await ends(about, { until: clock.now(), reason: 'De zaak is geseponeerd.' })
    expect((await inData(an.person))[0]?.values).toMatchObject({
      reason: 'De zaak is geseponeerd.',
      released_at: clock.now().toISOString(),
    })
    const receipt = await erase(p, an.person)
    expect([receipt.kept, await there(rows)]).toEqual([[], []])
  })

  test('of messages in a row past its term: the sweep leaves it, and takes the one beside it', async () => {
    const { p } = site
    const { an, add } = await filled()
    const outbox = fillable(p).find(({ name }) => name === 'outbox')
    if (!outbox) throw new Error('there is an outbox')
    const old = later(-days(31))
    const [stays, goes] = [await add('an', outbox, { created_at: old }), await add('an', outbox, { created_at: old })]
    await holdRows([{ table: 'outbox', id: stays }])
    await sweep(p)
    expect([await isThere({ table: 'outbox', id: stays }), await isThere({ table: 'outbox', id: goes })]).toEqual([true, false])
    expect(an.person).not.toBe('')
  })
})

describe('G3: a database that was put back', () => {
  test('keeps what was held after it was made, for as long as was said since', async () => {
    const { p } = site
    const { an } = await filled()
    const [about, rows] = [randomUUID(), ansRows(an, (name) => name === 'messages')]
    await p.db.deleteFrom('holds').execute()
    const before = await sql<{ seq: number; hash: string }>`select seq, hash from ledger_position`.execute(p.db)
    await holdRows(rows, { about })
    await ends(about, { until: later(days(100)), reason: 'Uitgesteld.' })
    await p.db
      .transaction()
      .execute(async (trx) => {
        await eraseIn(p, trx, an.person)
        beforeCommit(trx, () => Promise.reject(new Error('killed')))
      })
      .catch(() => {})
    await p.db.deleteFrom('holds').execute()
    await sql`update ledger_position set seq = ${before.rows[0]?.seq}, hash = ${before.rows[0]?.hash}`.execute(p.db)
    expect(await catchUp(p)).toBe(3)
    expect(await there(ansRows(an))).toEqual(['messages'])
    expect(await p.db.selectFrom('holds').select(['ground', 'until']).execute()).toEqual([
      { ground: 'report', until: later(days(100)) },
    ])
  })
})
