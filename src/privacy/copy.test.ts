import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import type { HoldingName, TableName } from '../register'
import { copyOf } from './copy'
import { hold } from './holds'
import { isPortable, portableOf } from './portable'
import { batch } from './records'
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
const held = async (name: HoldingName, person = an) => {
  const { items } = await copyOf(site.p, person, 'nl')
  const found = items.flatMap(({ holdings }) => holdings).find(({ holding }) => holding === name)
  if (!found) throw new Error(`the site has no ${name}`)
  return found
}

describe('K24: a copy of what is held', () => {
  test('says of whom and from whom it is, and what each holding is for, until when and from where', async () => {
    const { p, clock } = site
    const { about, items } = await copyOf(p, an, 'fr')
    expect(about).toMatchObject({
      schema: 1,
      site: p.site.name,
      controller: p.site.controller,
      officer: p.site.officer,
      person: an,
      language: 'fr',
      madeAt: clock.now().toISOString(),
      statement: { url: `${p.config.publicUrl}/fr/privacy` },
    })
    const names = items.map(({ item }) => item)
    expect(names).toHaveLength(new Set(names).size)
    expect(items.find(({ item }) => item === 'email')).toMatchObject({ name: 'Adresse e‑mail' })
    expect(await held('session.account')).toMatchObject({
      source: { code: 'use' },
      secret: false,
      unlinkable: false,
      records: [],
    })
    const email = await held('email.account')
    expect(email).toMatchObject({ where: 'van je account', keep: { rule: { until: 'accountEnds' } }, source: { code: 'person' } })
    // What only a site that asks has is not among them.
    expect(email.purposes.map(({ purpose }) => purpose)).toEqual(['account', 'signIn', 'serviceMail', 'messaging', 'moderation'])
    expect(email.purposes[0]).toMatchObject({ basis: 'contract' })
    expect((await held('password.account')).secret).toBe(true)
    expect((await held('traffic.log')).unlinkable).toBe(true)
  })

  test('has each row of theirs, by holding, with the day on which it goes', async () => {
    const { p, clock } = site
    const id = await add('an', 'registrations', { created_at: clock.now(), language: 'nl' })
    await add('bart', 'registrations')
    const goes = new Date(clock.now().getTime() + days(7)).toISOString()
    const at = { table: 'registrations', id, goes }
    expect((await held('email.pending')).records).toEqual([{ ...at, values: { email: two.an.marks.get('registrations.email') } }])
    expect((await held('language.pending')).records).toEqual([{ ...at, values: { language: 'nl' } }])
    expect((await held('activity.pending')).records).toEqual([{ ...at, values: { created_at: clock.now().toISOString() } }])
    // It is held, and would let in who finds it.
    expect((await held('password.pending')).records).toEqual([{ ...at, values: {} }])
    await add('an', 'copies', { created_at: clock.now() })
    // What of it is no secret is shown.
    expect((await held('copy.own')).records[0]?.values).toMatchObject({ created_at: clock.now().toISOString() })
    await add('an', 'accounts')
    expect((await held('email.account')).records[0]?.goes).toBeNull()
    expect((await held('notifications.account')).records[0]?.values.notifications).toEqual({ mark: expect.any(String) })
    clock.pass(days(7) + 1000)
    expect((await held('email.pending')).records).toEqual([])
    expect(await p.db.selectFrom('people').select('id').execute()).toHaveLength(2)
  })

  test('keeps what is over while it is held, and gives nothing that the law keeps silent', async () => {
    const { p, clock } = site
    const id = await add('an', 'undos', { made_at: clock.now() })
    await add('an', 'undos', { made_at: clock.now() })
    const until = new Date(clock.now().getTime() + days(60))
    const given = { ground: 'report', about: randomUUID(), until, silentUntil: '2026-11-23' } as const
    await p.db.transaction().execute((trx) => hold(p, trx, [{ table: 'undos', id }], given))
    expect((await held('hold.ledger')).records).toEqual([])
    clock.pass(days(3))
    expect((await held('advert.change')).records.map((one) => one.id)).toEqual([id])
    expect((await held('hold.ledger')).records).toHaveLength(1)
  })

  test('opens what is sealed as it was written: a record as a record, a text as a text', async () => {
    const { p } = site
    const drafts = ['{"rent":42000}', '{broken', '[1]', '{}', 'een {tekst}']
    const { id: person, keys } = await p.vault.newPerson(p.db, ['service'])
    for (const [n, content] of drafts.entries()) {
      const row = { id: randomUUID(), person_id: person }
      await p.db
        .insertInto('drafts')
        .values({
          ...row,
          ...keys.seal('drafts', row, { content, house: null }),
          updated_at: new Date(site.clock.now().getTime() + n),
        })
        .execute()
    }
    const { records } = await held('advert.draft', person)
    expect(records.map(({ values }) => values.content)).toEqual([{ rent: 42000 }, '{broken', '[1]', {}, 'een {tekst}'])
    expect((await held('address.draft', person)).records.map(({ values }) => values.house)).toEqual(drafts.map(() => null))
  })

  test('of what two take part in each has what is of both and what is their own', async () => {
    await add('an', 'threads', { seeker_read_at: site.clock.now() })
    const message = await add('an', 'messages')
    await add('bart', 'messages', { thread_id: two.an.ids.get('threads') })
    const threads = async (person: string) =>
      Object.keys((await held('contacts.thread', person)).records.find(({ table }) => table === 'threads')?.values ?? {})
    const [ans, barts] = [await threads(an), await threads(bart)]
    expect(ans.filter((column) => !barts.includes(column)).toSorted()).toEqual(['seeker_archived', 'seeker_read_at'])
    expect(barts.filter((column) => !ans.includes(column)).toSorted()).toEqual([
      'advertiser_archived',
      'advertiser_read_at',
      'shortlisted',
    ])
    expect((await held('message.thread')).records.map(({ id }) => id)).toEqual([message])
    for (const person of [an, bart]) expect((await copyOf(site.p, person, 'nl')).leftOut).toBe(1)
  })

  test('shows no keyed hash and no search words, and of a picture the widest', async () => {
    const { p } = site
    await add('an', 'listings')
    await add('an', 'photos')
    const { path } = await p.db.selectFrom('photos').select('path').executeTakeFirstOrThrow()
    for (const file of ['400.jpg', '800.jpg', '600.jpg', '1600.avif'])
      await p.files.write(`photos/${path}/${file}`, Buffer.from('x'))
    const { records } = await held('advert.listing')
    const [advert, photo] = ['listings', 'photos'].map((name) => records.find(({ table }) => table === name))
    expect(Object.keys(advert?.values ?? {})).not.toContain('search')
    expect([photo?.files, advert && 'files' in advert]).toEqual([[`photos/${path}/800.jpg`], false])
    expect(advert?.values).toMatchObject({
      rent: 7,
      furnished: true,
      published_at: p.clock.now().toISOString(),
      reference: expect.any(String),
    })
    await p.files.remove(`photos/${path}`)
    await p.files.write(`photos/${path}/b.bin`, Buffer.from('x'))
    await p.files.write(`photos/${path}/a.bin`, Buffer.from('x'))
    const files = (await held('advert.listing')).records.find(({ table }) => table === 'photos')?.files
    expect(files?.toSorted()).toEqual([`photos/${path}/a.bin`, `photos/${path}/b.bin`])
    await add('an', 'accounts')
    expect(JSON.stringify(await copyOf(p, an, 'nl'))).not.toContain('email_key')
  })

  test('has all of much, in order, each once', async () => {
    const many = batch * 2 + 1
    const rows = Array.from({ length: many }, (_, n) => ({
      id: randomUUID(),
      person_id: an,
      template: 'x',
      params: '{}',
      created_at: new Date(site.clock.now().getTime() - days(1) + n * 1000),
    }))
    const mails = async () => (await held('mail.sent')).records.map(({ id }) => id)
    await site.p.db.insertInto('outbox').values(rows.slice(0, batch).toReversed()).execute()
    expect(await mails()).toEqual(rows.slice(0, batch).map(({ id }) => id))
    await site.p.db.insertInto('outbox').values(rows.slice(batch)).execute()
    expect(await mails()).toEqual(rows.map(({ id }) => id))
  })

  test('says who received something of a holding, and when, the oldest first', async () => {
    const { p, clock } = site
    const at = (n: number) => new Date(clock.now().getTime() + n * 1000)
    const gave = (n: number, recipient: 'mail' | 'authority', holdings: HoldingName[], silent_until: string | null = null) =>
      p.db
        .insertInto('disclosures')
        .values({ id: randomUUID(), person_id: an, recipient, purpose: 'serviceMail', holdings, at: at(n), silent_until })
        .execute()
    await gave(2, 'authority', ['email.account'], '2026-11-20')
    await gave(1, 'mail', ['email.account', 'firstName.account'])
    await gave(3, 'authority', ['email.account'], '2026-11-21')
    // A recipient that the register had once.
    await gave(4, 'mail', ['email.account'])
    await sql`update disclosures set recipient = 'gone' where at = ${at(4)}`.execute(p.db)
    const mail = { to: 'mail', name: p.site.recipients.mail?.name, purpose: 'serviceMail', at: at(1).toISOString() }
    expect((await held('email.account')).sent).toEqual([
      mail,
      { to: 'authority', name: 'Een overheid die het mag eisen', purpose: 'serviceMail', at: at(2).toISOString() },
    ])
    expect((await held('firstName.account')).sent).toEqual([mail])
    expect((await held('email.account', bart)).sent).toEqual([])
  })
})

describe('K25: what one may take along', () => {
  test('is what they gave themselves, by consent or for a contract, and of which something is there', async () => {
    const { p } = site
    const portable = (holding: HoldingName) => isPortable({ holding })
    // Given, and for a contract; made by use; secret; for the interest of the site alone.
    expect((['email.account', 'session.account', 'password.account', 'email.form'] as const).map(portable)).toEqual([
      true,
      false,
      false,
      false,
    ])
    const id = await add('an', 'accounts')
    await add('an', 'listings')
    await add('an', 'photos')
    const { path } = await p.db.selectFrom('photos').select('path').executeTakeFirstOrThrow()
    await p.files.write(`photos/${path}/1600.jpg`, Buffer.from('x'))
    const copy = await copyOf(p, an, 'nl')
    const { schema, site: name, madeAt, items } = portableOf(copy)
    expect([schema, name, madeAt]).toEqual([1, p.site.name, copy.about.madeAt])
    const found = new Map(items.map(({ holding, ...item }) => [holding, item]))
    const email = found.get('email.account')
    expect([email?.item, email && (await Array.fromAsync(email.records))]).toEqual([
      'E‑mailadres',
      [{ table: 'accounts', id, values: { email: two.an.marks.get('accounts.email') } }],
    ])
    const adverts = await Array.fromAsync(found.get('advert.listing')?.records ?? [])
    expect(adverts.map(({ table, files }) => [table, files])).toEqual([
      ['listings', undefined],
      ['photos', [`photos/${path}/1600.jpg`]],
    ])
    for (const none of ['search.saved', 'session.account', 'password.account']) expect(found.has(none)).toBe(false)
  })
})
