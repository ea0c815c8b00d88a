import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { keyClasses, type TableName } from '../register'
import { erase, eraseIn, foresee } from './erase'
import { type HoldFor, heldFor, hold, holdsAgain, holdUntil, isHoldingBack, liveHolds, type Row } from './holds'
import { tableOf, twoPeople } from './testing'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
let an: string
let bart: string
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
  an = two.an.person
  bart = two.bart.person
})
afterEach(() => site.close())

const add = (name: 'an' | 'bart', table: TableName, given?: Record<string, unknown>) =>
  two.add(name, tableOf(site.p, table), given)
const later = (time: number) => new Date(site.clock.now().getTime() + time)
const about = randomUUID()
const holds = (rows: readonly Row[], given: Partial<HoldFor> = {}) =>
  site.p.db.transaction().execute((trx) => hold(site.p, trx, rows, { ground: 'report', about, until: later(days(60)), ...given }))
const ends = (given: Parameters<typeof holdUntil>[3], which = about) =>
  site.p.db.transaction().execute((trx) => holdUntil(site.p, trx, which, given))
const lines = () =>
  site.p.db
    .selectFrom('holds')
    .select([
      'person_id',
      'held_table',
      'held_row',
      'ground',
      'about_id',
      'staff_id',
      'at',
      'until',
      'released_at',
      'silent_until',
    ])
    .orderBy('held_table')
    .execute()
const noted = async (): Promise<Record<string, string>[]> =>
  (await site.p.ledger.read()).lines.map(({ kind, person, detail }) => ({ kind, person, ...detail }))
const isThere = async (table: TableName, id: string) =>
  (await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(site.p.db)).rows.length > 0
const classes = async (person: string) =>
  (await site.p.db.selectFrom('person_keys').select('class').where('person_id', '=', person).execute())
    .map((one) => one.class)
    .toSorted()
const peopleLeft = async () =>
  (await site.p.db.selectFrom('people').select(['id', 'ended_at']).execute()).map(({ id, ended_at }) => ({ id, ended_at }))

describe('G11, A-RET 41: what is held', () => {
  test('is what is there and somebody’s, each row by itself, written down for who puts a backup back', async () => {
    const [draft, undo, other] = [await add('an', 'drafts'), await add('an', 'undos'), await add('bart', 'drafts')]
    const nobodys = await add('an', 'listings')
    await site.p.db.updateTable('listings').set({ person_id: null, house_number: null, point: null, phone: null }).execute()
    const account = await add('an', 'accounts')
    const rows: Row[] = [
      { table: 'drafts', id: draft },
      { table: 'drafts', id: other },
      { table: 'undos', id: undo },
      { table: 'undos', id: randomUUID() },
      { table: 'listings', id: nobodys },
      { table: 'accounts', id: account },
    ]
    expect(await holds(rows)).toBe(3)
    const until = later(days(60))
    const line = {
      ground: 'report',
      about_id: about,
      staff_id: null,
      at: site.clock.now(),
      until,
      released_at: null,
      silent_until: null,
    }
    expect(
      (await lines()).toSorted((a, b) =>
        `${a.held_table}${a.person_id === an}`.localeCompare(`${b.held_table}${b.person_id === an}`),
      ),
    ).toEqual(
      [
        { person_id: bart, held_table: 'drafts', held_row: other, ...line },
        { person_id: an, held_table: 'drafts', held_row: draft, ...line },
        { person_id: an, held_table: 'undos', held_row: undo, ...line },
      ].toSorted((a, b) => `${a.held_table}${a.person_id === an}`.localeCompare(`${b.held_table}${b.person_id === an}`)),
    )
    const note = { kind: 'held', ground: 'report', about, until: until.toISOString() }
    expect((await noted()).toSorted((a, b) => (a.rows ?? '').localeCompare(b.rows ?? ''))).toEqual(
      [
        { ...note, person: an, table: 'drafts', rows: draft },
        { ...note, person: bart, table: 'drafts', rows: other },
        { ...note, person: an, table: 'undos', rows: undo },
      ].toSorted((a, b) => a.rows.localeCompare(b.rows)),
    )
    expect(await holds([])).toBe(0)
    const { holdings } = await site.p.db
      .selectFrom('holds')
      .select('holdings')
      .where('held_row', '=', undo)
      .executeTakeFirstOrThrow()
    expect(holdings).toEqual(['advert.change'])
  })

  test('for the same is held once, as long as the longest; with who and why where staff said it', async () => {
    const id = await add('an', 'drafts')
    const second = await add('an', 'drafts', { listing_id: randomUUID() })
    const row: Row = { table: 'drafts', id }
    const staff = randomUUID()
    await site.p.db.insertInto('people').values({ id: staff }).execute()
    const given = { ground: 'order', reason: 'Op bevel.', staff, silentUntil: '2026-12-24' } as const
    expect(await holds([row, { table: 'drafts', id: second }], given)).toBe(2)
    expect((await noted()).at(-1)).toMatchObject({ ground: 'order', silentUntil: '2026-12-24' })
    expect((await noted()).at(-1)?.rows?.split(' ').toSorted()).toEqual([id, second].toSorted())
    await site.p.db.deleteFrom('holds').where('held_row', '=', second).execute()
    expect(await lines()).toMatchObject([{ ground: 'order', staff_id: staff, silent_until: '2026-12-24' }])
    const reason = async () => {
      const row = await site.p.db.selectFrom('holds').select(['id', 'person_id', 'reason']).executeTakeFirstOrThrow()
      return (await site.p.vault.keys(site.p.db, [an])).bind('holds', row).reason?.open('rights')
    }
    expect(await reason()).toBe('Op bevel.')
    await holds([row], { until: later(days(5)) })
    expect((await lines()).map(({ until }) => until)).toEqual([later(days(60))])
    await holds([{ table: 'drafts', id: second }], { until: later(days(9)) })
    expect(await heldFor(site.p.db, about, site.clock.now())).toEqual(later(days(60)))
    await site.p.db.deleteFrom('holds').where('held_row', '=', second).execute()
    await ends({ until: later(days(60)), reason: 'Nog altijd.' })
    expect(await reason()).toBe('Nog altijd.')
    await ends({ until: site.clock.now() })
    await holds([row], { until: later(days(90)) })
    expect(await lines()).toMatchObject([{ until: later(days(90)), released_at: null }])
    await holds([row], { about: randomUUID() })
    expect(await lines()).toHaveLength(2)
  })

  test('says why also where nothing of theirs was sealed for that before', async () => {
    const { p, clock } = site
    const { id: person, keys } = await p.vault.newPerson(p.db, ['service'])
    const row = { id: randomUUID(), person_id: person }
    await p.db
      .insertInto('drafts')
      .values({ ...row, ...keys.seal('drafts', row, { content: '{}', house: null }), updated_at: clock.now() })
      .execute()
    expect(await holds([{ table: 'drafts', id: row.id }], { reason: 'Gemeld.' })).toBe(1)
    const { id: other } = await p.vault.newPerson(p.db, ['service'])
    await p.db.updateTable('holds').set({ person_id: other, reason: null }).execute()
    await ends({ until: later(days(9)), reason: 'Korter.' })
    expect(await classes(other)).toEqual(['security', 'service'])
  })

  test('ends at another moment for all that it is held for, and no other', async () => {
    const { p, clock } = site
    const other = randomUUID()
    await holds([
      { table: 'drafts', id: await add('an', 'drafts') },
      { table: 'undos', id: await add('bart', 'undos') },
    ])
    await holds([{ table: 'outbox', id: await add('an', 'outbox') }], { about: other })
    const staff = randomUUID()
    await p.db.insertInto('people').values({ id: staff }).execute()
    await ends({ until: later(days(90)), staff, reason: 'Uitgesteld.' })
    const [draft, outbox, undo] = await lines()
    for (const line of [draft, undo]) expect(line).toMatchObject({ until: later(days(90)), staff_id: staff, released_at: null })
    expect(outbox).toMatchObject({ until: later(days(60)), staff_id: null })
    expect((await noted()).slice(-2).map(({ kind, until }) => [kind, until])).toEqual(
      Array(2).fill(['held.until', later(days(90)).toISOString()]),
    )
    expect(
      (await noted())
        .slice(-2)
        .map(({ person }) => person)
        .toSorted(),
    ).toEqual([an, bart].toSorted())
    expect([await heldFor(p.db, about, clock.now()), await heldFor(p.db, other, clock.now())]).toEqual([
      later(days(90)),
      later(days(60)),
    ])
    expect(await heldFor(p.db, randomUUID(), clock.now())).toBeUndefined()
    await ends({ until: clock.now() })
    expect((await lines()).map(({ released_at }) => released_at)).toEqual([clock.now(), null, clock.now()])
    expect((await lines())[0]?.staff_id).toBe(staff)
    expect(await heldFor(p.db, about, clock.now())).toBeUndefined()
    // What has ended stays so.
    const before = (await noted()).length
    await ends({ until: later(days(5)) })
    expect([(await noted()).length, (await lines())[0]?.until]).toEqual([before, clock.now()])
    const backs = [await isHoldingBack(p.db, an, clock.now()), await isHoldingBack(p.db, bart, clock.now())]
    expect([...backs, await isHoldingBack(p.db, an, later(days(60)))]).toEqual([true, false, false])
  })

  test('is listed by what it is held for, the first to end first', async () => {
    const { p, clock } = site
    const [long, short] = [randomUUID(), randomUUID()]
    const [draft, undo] = [await add('an', 'drafts'), await add('bart', 'undos')]
    await holds([{ table: 'drafts', id: draft }], { about: long, until: later(days(1)), silentUntil: '2026-11-25' })
    clock.pass(1000)
    await holds([{ table: 'undos', id: undo }], { about: long, until: later(days(9)), silentUntil: '2026-11-27' })
    await holds([{ table: 'drafts', id: draft }], { about: short, ground: 'order', until: later(days(2)) })
    const found = await liveHolds(p.db, clock.now())
    expect(found).toEqual([
      {
        about_id: short,
        ground: 'order',
        at: clock.now(),
        until: later(days(2)),
        silent_until: null,
        rows: 1,
        people: 1,
        holdings: ['address.draft', 'advert.draft'],
      },
      {
        about_id: long,
        ground: 'report',
        at: later(-1000),
        until: later(days(9)),
        silent_until: '2026-11-27',
        rows: 2,
        people: 2,
        holdings: ['address.draft', 'advert.change', 'advert.draft'],
      },
    ])
    expect(await liveHolds(p.db, clock.now(), long)).toEqual([found[1]])
    expect((await liveHolds(p.db, later(days(2)))).map(({ about_id }) => about_id)).toEqual([long])
  })

  test('is held again in a database that was put back, where it is still there and theirs', async () => {
    const { p } = site
    const [draft, undo] = [await add('an', 'drafts'), await add('an', 'undos')]
    const at = '2026-11-20T10:00:00.000Z'
    const again = (kind: string, detail: Record<string, string>, person = an) =>
      p.db.transaction().execute(async (trx) => holdsAgain[kind]?.(p, trx, { n: 1, at, kind, person, detail, hash: '' }))
    const until = '2026-12-20T10:00:00.000Z'
    const detail = { table: 'drafts', rows: `${draft} ${randomUUID()}`, ground: 'order', about, until, silentUntil: '2026-12-01' }
    await again('held', { ...detail, table: 'accounts', rows: await add('an', 'accounts') }, bart)
    await again('held', { ...detail, table: 'gone' })
    await again('held', { ...detail, ground: 'whim' })
    await again('held', detail, bart)
    await again('held', { ...detail, rows: randomUUID() })
    expect(await lines()).toEqual([])
    for (let twice = 0; twice < 2; twice++) await again('held', detail)
    await again('held', { table: 'undos', rows: undo, ground: 'report', about: randomUUID(), until })
    const line = { person_id: an, staff_id: null, at: new Date(at), until: new Date(until), released_at: null }
    expect(await lines()).toMatchObject([
      { ...line, held_table: 'drafts', held_row: draft, ground: 'order', about_id: about, silent_until: '2026-12-01' },
      { ...line, held_table: 'undos', held_row: undo, ground: 'report', silent_until: null },
    ])
    await again('held', { ...detail, until: '2026-12-10T10:00:00.000Z' })
    expect((await lines())[0]?.until).toEqual(new Date(until))
    await again('held.until', { about, until: '2027-01-20T10:00:00.000Z' })
    expect(await lines()).toMatchObject([
      { until: new Date('2027-01-20T10:00:00.000Z'), released_at: null },
      { until: new Date(until) },
    ])
    await again('held.until', { about, until: at }, bart)
    expect((await lines())[0]?.released_at).toBeNull()
    await again('held.until', { about, until: at })
    expect(await lines()).toMatchObject([{ until: new Date(at), released_at: new Date(at) }, { released_at: null }])
    await again('held', { ...detail, until })
    expect((await lines())[0]).toMatchObject({ until: new Date(until), released_at: null })
  })
})

describe('G3: an erasure', () => {
  test('counts what went, by holding, and leaves what is another’s', async () => {
    const { p, clock } = site
    await add('an', 'outbox')
    await add('an', 'outbox')
    await add('an', 'accounts')
    await add('bart', 'outbox')
    const { at, erased, kept, told } = await erase(p, an)
    expect([at, kept, told]).toEqual([clock.now().toISOString(), [], []])
    const rows = new Map(erased.map((line) => [line.holding, line.rows]))
    expect([rows.get('mail.sent'), rows.get('email.account'), rows.size]).toEqual([2, 1, erased.length])
    expect(await p.db.selectFrom('outbox').select('person_id').execute()).toEqual([{ person_id: bart }])
    expect([await classes(an), await classes(bart)]).toEqual([[], [...keyClasses].toSorted()])
    expect((await peopleLeft()).map(({ id }) => id)).toEqual([bart])
    expect(await noted()).toEqual([{ kind: 'erased', person: an }])
  })

  test('has those told who received something, takes no file where there is none, and counts nothing that stays', async () => {
    const { p } = site
    await add('an', 'accounts')
    await add('an', 'copies', { file: null })
    const draft = await add('an', 'drafts')
    await p.db
      .insertInto('disclosures')
      .values({ id: randomUUID(), person_id: an, recipient: 'authority', purpose: 'orders', holdings: [], at: site.clock.now() })
      .execute()
    await holds([{ table: 'drafts', id: draft }])
    const sent: string[] = []
    const jobs = { ...p.jobs, send: async (_db: unknown, name: string) => void sent.push(name) }
    const { told, erased } = await erase({ ...p, jobs }, an)
    expect([told, sent, erased.filter(({ rows }) => rows === 0)]).toEqual([['authority'], [], []])
    expect(await p.db.selectFrom('tellings').select('change').execute()).toEqual([{ change: 'erased' }])
  })

  test('says of what is kept the longest of each, and nothing of what the law keeps silent', async () => {
    const [first, second] = [await add('an', 'drafts'), await add('an', 'drafts', { listing_id: randomUUID() })]
    await holds([{ table: 'drafts', id: first }], { until: later(days(20)) })
    await holds([{ table: 'drafts', id: second }], { until: later(days(10)) })
    await holds([{ table: 'outbox', id: await add('an', 'outbox') }], { until: later(days(30)) })
    const { kept } = await erase(site.p, an)
    const until = (name: string) => kept.find(({ holding }) => holding === name)?.until
    expect([until('advert.draft'), until('mail.sent'), until('activity.account')]).toEqual([
      '2026-12-11',
      '2026-12-21',
      '2026-12-21',
    ])
    await holds([{ table: 'drafts', id: await add('bart', 'drafts') }], { silentUntil: '2026-12-24' })
    expect((await erase(site.p, bart)).kept).toEqual([])
    expect((await peopleLeft()).find(({ id }) => id === bart)?.ended_at).toEqual(site.clock.now())
  })

  test('of who is not there does nothing, and of who is noted already notes nothing', async () => {
    const { p } = site
    const nobody = await erase(p, randomUUID())
    expect([nobody.erased, nobody.kept, nobody.told, await noted()]).toEqual([[], [], [], []])
    await p.db
      .insertInto('disclosures')
      .values({ id: randomUUID(), person_id: an, recipient: 'authority', purpose: 'orders', holdings: [], at: site.clock.now() })
      .execute()
    await add('an', 'accounts')
    const { receipt } = await p.db.transaction().execute((trx) => eraseIn(p, trx, an, 'noted'))
    expect([receipt.told, await noted()]).toEqual([[], []])
    expect((await peopleLeft()).map(({ id }) => id)).toEqual([bart])
  })

  test('takes their name out of what they took part in, and what nobody is left in', async () => {
    const { p } = site
    const thread = await add('an', 'threads', {
      shortlisted: true,
      seeker_read_at: site.clock.now(),
      advertiser_read_at: site.clock.now(),
    })
    const receipt = await erase(p, an)
    expect(receipt.erased).toContainEqual({ holding: 'contacts.thread', rows: 1 })
    const row = await p.db
      .selectFrom('threads')
      .select(['seeker_id', 'advertiser_id', 'seeker_read_at', 'advertiser_read_at', 'shortlisted'])
      .executeTakeFirst()
    expect(row).toEqual({
      seeker_id: null,
      advertiser_id: bart,
      seeker_read_at: null,
      advertiser_read_at: site.clock.now(),
      shortlisted: true,
    })
    await erase(p, bart)
    expect(await isThere('threads', thread)).toBe(false)
  })

  test('leaves what a hold keeps, with the keys that it needs, and says so as far as the law lets it', async () => {
    const { p, clock } = site
    await add('an', 'accounts')
    const [thread, draft] = [await add('an', 'threads'), await add('an', 'drafts')]
    const message = await add('an', 'messages')
    await holds([{ table: 'messages', id: message }])
    await holds([{ table: 'drafts', id: draft }], { silentUntil: '2026-11-21', until: later(days(90)), about: randomUUID() })
    const seen = await foresee(p, an)
    expect(seen.goes).toEqual(expect.arrayContaining(['email.account', 'advert.draft']))
    expect(seen.goes).not.toContain('message.thread')
    const hold = { because: 'hold', until: '2027-01-20' }
    const keptOf = [
      { holding: 'contacts.thread', rows: 1, ...hold },
      { holding: 'message.thread', rows: 1, ...hold },
    ]
    expect(seen.kept).toEqual(expect.arrayContaining([...keptOf, { holding: 'hold.ledger', rows: 1, ...hold }]))
    expect(seen.kept.map(({ holding }) => holding)).not.toContain('advert.draft')
    const { kept } = await erase(p, an)
    expect(kept).toEqual(expect.arrayContaining([...keptOf, { holding: 'activity.account', rows: 1, ...hold }]))
    expect(kept.map(({ holding }) => holding)).not.toContain('advert.draft')
    expect([await isThere('messages', message), await isThere('drafts', draft), await isThere('threads', thread)]).toEqual([
      true,
      true,
      true,
    ])
    expect(await isThere('accounts', two.an.ids.get('accounts') ?? '')).toBe(false)
    // Nobody is left in it, and it holds what is held.
    await erase(p, bart)
    expect([await isThere('threads', thread), await isThere('messages', message)]).toEqual([true, true])
    expect(await classes(an)).toEqual(['messages', 'service'])
    const ended = (await peopleLeft()).find(({ id }) => id === an)?.ended_at
    expect(ended).toEqual(clock.now())
    clock.pass(days(5))
    // The law lets it be told by now; the account ended when it did.
    expect((await erase(p, an)).kept.find(({ holding }) => holding === 'advert.draft')).toEqual({
      holding: 'advert.draft',
      rows: 1,
      because: 'hold',
      until: '2027-02-19',
    })
    expect((await peopleLeft()).find(({ id }) => id === an)?.ended_at).toEqual(ended)
    clock.pass(days(90))
    await erase(p, an)
    expect(await peopleLeft()).toEqual([])
    expect(await isThere('threads', thread)).toBe(false)
  })

  test('foresees no more than there is', async () => {
    const { p } = site
    expect(await foresee(p, an)).toEqual({ goes: ['activity.account'], kept: [] })
    await add('bart', 'threads')
    await add('bart', 'drafts')
    expect((await foresee(p, an)).goes.toSorted()).toEqual(['activity.account', 'contacts.thread'])
    const { goes } = await foresee(p, bart)
    expect(goes.toSorted()).toEqual(['activity.account', 'address.draft', 'advert.draft', 'contacts.thread'])
  })

  test('takes the files along, once it is committed', async () => {
    const { p } = site
    await add('an', 'listings')
    await add('an', 'photos')
    await add('bart', 'listings')
    await add('bart', 'photos')
    const paths = await p.db.selectFrom('photos').select(['person_id', 'path']).execute()
    for (const { path } of paths) await p.files.write(`photos/${path}/1600.jpg`, Buffer.from('a room'))
    const { after } = await p.db.transaction().execute((trx) => eraseIn(p, trx, an))
    expect(await p.files.list('photos')).toHaveLength(2)
    await after()
    const left = (await p.files.list('photos')).map(({ name }) => name)
    expect(left).toEqual(paths.flatMap(({ person_id, path }) => (person_id === bart ? [path] : [])))
  })
})
