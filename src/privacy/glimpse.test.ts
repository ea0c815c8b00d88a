import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import type { HoldingName, RecipientName } from '../register'
import { copyOf } from './copy'
import { glimpseOf, onPage, pageOf } from './glimpse'
import { tableOf, twoPeople } from './testing'
import { copyOfAll } from './together'

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

const at = (n: number) => new Date(site.clock.now().getTime() - days(20) + n * 1000)
/** So many mails to somebody, each a second after the one before. Answers their ids, in that order. */
async function mails(person: string, many: number): Promise<string[]> {
  const rows = Array.from({ length: many }, (_, n) => ({
    id: randomUUID(),
    person_id: person,
    template: 'x',
    params: '{}',
    created_at: at(n),
  }))
  await site.p.db.insertInto('outbox').values(rows.toReversed()).execute()
  return rows.map(({ id }) => id)
}
const gave = (recipient: RecipientName, second: number, given: { silent_until?: string; holdings?: string[] } = {}) =>
  site.p.db
    .insertInto('disclosures')
    .values({
      id: randomUUID(),
      person_id: an,
      recipient,
      purpose: 'serviceMail',
      holdings: ['email.account'],
      at: at(second),
      ...given,
    })
    .execute()
const glimpsed = async (name: HoldingName) => {
  const { items } = await glimpseOf(site.p, an, 'nl')
  return items.flatMap(({ holdings }) => holdings).find(({ holding }) => holding === name)
}

describe('K24: a page of all that is held', () => {
  test('shows up to five of a holding, of more the three that are newest, and how many there are', async () => {
    const five = await mails(an, 5)
    await mails(bart, 3)
    const few = await glimpsed('mail.sent')
    expect([few?.records.map(({ id }) => id), few?.count]).toEqual([five, 5])
    const [sixth = ''] = await mails(an, 1)
    await site.p.db
      .updateTable('outbox')
      .set({ created_at: at(9) })
      .where('id', '=', sixth)
      .execute()
    const many = await glimpsed('mail.sent')
    expect([many?.records.map(({ id }) => id), many?.count]).toEqual([[sixth, five[4], five[3]], 6])
    expect((await glimpsed('search.saved'))?.records).toEqual([])
  })

  test('says who received something of it, how often, and when last; not who the law keeps silent, nor whom nobody knows', async () => {
    expect((await glimpsed('email.account'))?.sent).toEqual([])
    await gave('authority', 1, { silent_until: '2026-11-20' })
    await gave('mail', 2)
    await gave('mail', 4)
    await gave('mail', 3, { holdings: ['email.account', 'firstName.account'] })
    await gave('seeker', 5, { silent_until: '2026-11-21' })
    // A recipient that the register had once.
    await gave('mail', 6)
    await sql`update disclosures set recipient = 'gone' where at = ${at(6)}`.execute(site.p.db)
    expect((await glimpsed('email.account'))?.sent).toMatchObject([
      { name: 'Een overheid die het mag eisen', times: 1, last: at(1).toISOString() },
      { name: site.p.site.recipients.mail?.name, times: 3, last: at(4).toISOString() },
    ])
    expect((await glimpsed('firstName.account'))?.sent.map(({ times }) => times)).toEqual([1])
  })

  test('leads to the others, a page at a time, the newest first', async () => {
    const ids = (await mails(an, onPage + 2)).toReversed()
    for (let n = 0; n < onPage + 1; n++) await gave('mail', n)
    const page = async (name: HoldingName, n: number) => await pageOf(site.p, an, 'nl', name, n)
    const [first, second, third] = [await page('mail.sent', 1), await page('mail.sent', 2), await page('mail.sent', 3)]
    expect(first?.records.all.map(({ id }) => id)).toEqual(ids.slice(0, onPage))
    expect(second?.records.all.map(({ id }) => id)).toEqual(ids.slice(onPage))
    expect(third?.records.all).toEqual([])
    expect(first?.records).toMatchObject({
      count: onPage + 2,
      item: 'Welke mails we je stuurden',
      said: { holding: 'mail.sent' },
    })
    const [sent, last] = [(await page('email.account', 1))?.sent, (await page('email.account', 2))?.sent]
    expect(sent?.all.map((one) => one.at)).toEqual(Array.from({ length: onPage }, (_, n) => at(onPage - n).toISOString()))
    expect(last?.all.map((one) => one.at)).toEqual([at(0).toISOString()])
    expect(sent).toMatchObject({ count: onPage + 1, said: { holding: 'email.account' } })
  })

  test('of what stands in several tables is the newest of each, one after the other; what has no clock goes by when it was made', async () => {
    const [threads, messages] = [tableOf(site.p, 'threads'), tableOf(site.p, 'messages')]
    const ids: string[] = []
    for (let n = 0; n < 3; n++) ids.unshift(await two.add('an', threads, { created_at: at(n) }))
    const written: string[] = []
    for (let n = 0; n < onPage; n++) written.unshift(await two.add('an', messages, { created_at: at(n) }))
    const page = async (n: number) => (await pageOf(site.p, an, 'nl', 'contacts.thread', n))?.records.all.map(({ id }) => id)
    expect(await page(1)).toEqual([...ids, ...written.slice(0, onPage - 3)])
    expect(await page(2)).toEqual(written.slice(onPage - 3))
    expect((await glimpsed('contacts.thread'))?.records.map(({ id }) => id)).toEqual(ids)
  })

  test('of what has a clock it is the last to be over', async () => {
    const ids: string[] = []
    for (let n = 0; n < 6; n++)
      ids.unshift(await two.add('an', tableOf(site.p, 'saved_searches'), { used_at: at(n), created_at: at(-n) }))
    expect((await glimpsed('search.saved'))?.records.map(({ id }) => id)).toEqual(ids.slice(0, 3))
    const names = async (copy: Promise<{ items: { holdings: { holding: HoldingName }[] }[] }>) =>
      (await copy).items.map(({ holdings }) => holdings.map(({ holding }) => holding))
    expect(await names(glimpseOf(site.p, an, 'nl'))).toEqual(await names(copyOf(site.p, an, 'nl')))
  })

  test('counts of a conversation what is one’s own', async () => {
    const { seeker_read_at: column } = tableOf(site.p, 'threads').columns
    if (!column) throw new Error('the register has changed')
    const { about } = column
    Object.assign(column, { about: 'advert.thread' })
    try {
      await two.add('an', tableOf(site.p, 'threads'), { seeker_read_at: at(0) })
      const found = async (person: string) => (await pageOf(site.p, person, 'nl', 'advert.thread', 1))?.records
      expect([(await found(an))?.count, (await found(an))?.all.length]).toEqual([1, 1])
      expect([(await found(bart))?.count, (await found(bart))?.all.length]).toEqual([0, 0])
    } finally {
      Object.assign(column, { about })
    }
  })

  test('has none of a holding that the site has not', async () => {
    const features = site.p.site.features.filter((name) => name !== 'alerts')
    const p = { ...site.p, site: { ...site.p.site, features } }
    expect(await pageOf(p, an, 'nl', 'search.saved', 1)).toBeUndefined()
    expect(await pageOf(site.p, an, 'nl', 'search.saved', 1)).toMatchObject({ records: { all: [], count: 0 } })
  })
})

describe('K25: a mailbox that is several people', () => {
  test('has one copy of all of them, and none of nobody', async () => {
    const { p } = site
    expect(await copyOfAll(p, [], 'nl')).toBeUndefined()
    const [ans, barts] = [await mails(an, 2), await mails(bart, 1)]
    await gave('mail', 1)
    await p.db.updateTable('disclosures').set({ person_id: bart }).execute()
    await gave('mail', 2)
    // Each wrote the other, who takes part in both conversations: what the other wrote is left out.
    const threads = tableOf(p, 'threads')
    const messages = tableOf(p, 'messages')
    await two.add('an', threads)
    await two.add('bart', messages, { thread_id: two.an.ids.get('threads') })
    await two.add('an', messages)
    await two.add('an', messages)
    const copy = await copyOfAll(p, [an, bart], 'nl')
    const of = (name: HoldingName) => copy?.items.flatMap(({ holdings }) => holdings).find(({ holding }) => holding === name)
    expect(of('mail.sent')?.records.map(({ id }) => id)).toEqual([...ans, ...barts])
    expect(of('email.account')?.sent.map((one) => one.at)).toEqual([at(2).toISOString(), at(1).toISOString()])
    expect(of('message.thread')?.records).toHaveLength(3)
    expect([copy?.leftOut, copy?.about.person]).toEqual([3, an])
    expect((await copyOfAll(p, [bart], 'nl'))?.leftOut).toBe(2)
  })
})
