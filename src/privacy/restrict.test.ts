import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { announceLifting, lift, liftDue, liftJob, restrict, restrictionOf, restrictionsAgain } from './restrict'
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

const missing = { status: 404 }
const noted = async () => (await site.p.ledger.read()).lines.map(({ kind, person, detail }) => ({ kind, person, ...detail }))
const mails = async () =>
  (await site.p.db.selectFrom('outbox').select(['person_id', 'template']).orderBy('created_at').execute()).map(
    ({ person_id, template }) => [person_id, template],
  )
const told = async () =>
  (await site.p.db.selectFrom('told').select(['recipient', 'change']).orderBy('change', 'desc').execute()).map(
    ({ recipient, change }) => `${recipient} ${change}`,
  )
const ends = (person: string) =>
  site.p.db.updateTable('people').set({ ended_at: site.clock.now() }).where('id', '=', person).execute()
/** The platform, with the names of the jobs that it sends. */
const counted = () => {
  const sent: string[] = []
  const jobs = { ...site.p.jobs, send: async (_db: unknown, name: string) => void sent.push(name) }
  return { sent, q: { ...site.p, jobs } }
}

describe('G7: a restriction', () => {
  test('asked by the person says why, and needs no mail; who has theirs is told once', async () => {
    const { p, clock } = site
    await restrict(p, an, { ground: 'accuracy', reason: 'Mijn naam klopt niet.' })
    expect(await restrictionOf(p, an)).toEqual({
      ground: 'accuracy',
      byStaff: false,
      at: clock.now(),
      liftsAt: null,
      reason: 'Mijn naam klopt niet.',
    })
    expect([await restrictionOf(p, bart), await mails()]).toEqual([undefined, []])
    expect(await noted()).toEqual([{ kind: 'restricted', person: an, ground: 'accuracy', by: 'person' }])
    await ends(bart)
    await expect(restrict(p, bart, { ground: 'claims' })).rejects.toMatchObject(missing)
  })

  test('says why also where nothing of theirs was sealed before', async () => {
    const { id: person } = await site.p.vault.newPerson(site.p.db, [])
    await restrict(site.p, person, { ground: 'claims', reason: 'Er komt een zaak.' })
    expect((await restrictionOf(site.p, person))?.reason).toBe('Er komt een zaak.')
  })

  test('by staff is mailed; asked again it goes on as it was, and its lifting is off', async () => {
    const { p, clock } = site
    const at = clock.now()
    await restrict(p, an, { ground: 'claims', byStaff: true })
    await restrict(p, bart, { ground: 'claims', byStaff: true })
    expect(await restrictionOf(p, an)).toEqual({ ground: 'claims', byStaff: true, at, liftsAt: null, reason: null })
    expect(await noted()).toContainEqual({ kind: 'restricted', person: an, ground: 'claims', by: 'staff' })
    for (const person of [an, bart]) await announceLifting(p, person)
    const lifts = new Date(at.getTime() + days(3))
    expect((await restrictionOf(p, an))?.liftsAt).toEqual(lifts)
    clock.pass(1000)
    await restrict(p, an, { ground: 'unlawful', reason: 'Iets anders.', byStaff: true })
    expect(await restrictionOf(p, an)).toEqual({ ground: 'claims', byStaff: true, at, liftsAt: null, reason: null })
    expect((await restrictionOf(p, bart))?.liftsAt).toEqual(lifts)
    expect((await mails()).filter(([, template]) => template === 'desk.restricted')).toHaveLength(2)
  })

  test('is told to who has something of the person, once, and so is its end', async () => {
    const { p } = site
    await two.add('an', tableOf(p, 'accounts'))
    await p.db
      .insertInto('disclosures')
      .values({
        id: randomUUID(),
        person_id: an,
        recipient: 'authority',
        purpose: 'orders',
        holdings: ['email.account'],
        at: p.clock.now(),
      })
      .execute()
    await restrict(p, an, { ground: 'claims' })
    await restrict(p, an, { ground: 'claims' })
    expect(await told()).toEqual(['authority restricted'])
    await lift(p, an)
    expect(await told()).toEqual(['authority restricted', 'authority lifted'])
  })

  test('is lifted when asked, and once: the mails that waited leave', async () => {
    const { p } = site
    await restrict(p, an, { ground: 'claims' })
    await restrict(p, bart, { ground: 'claims' })
    await p.mail.queue(p.db, an, 'accounts.passwordChanged')
    const { sent, q } = counted()
    await lift(q, an)
    expect([await restrictionOf(p, an), sent]).toEqual([undefined, ['mail.send']])
    expect((await restrictionOf(p, bart))?.ground).toBe('claims')
    expect((await noted()).at(-1)).toEqual({ kind: 'restriction.lifted', person: an })
    const lines = (await noted()).length
    await lift(q, an)
    expect([(await noted()).length, sent]).toEqual([lines, ['mail.send']])
    await ends(bart)
    await expect(lift(p, bart)).rejects.toMatchObject(missing)
  })
})

describe('G7: its lifting', () => {
  test('is announced once, and comes three days later, once that mail has left', async () => {
    const { p, clock } = site
    await restrict(p, an, { ground: 'claims' })
    await restrict(p, bart, { ground: 'claims' })
    const lifts = new Date(clock.now().getTime() + days(3))
    await announceLifting(p, an)
    clock.pass(1000)
    await announceLifting(p, an)
    expect([(await restrictionOf(p, an))?.liftsAt, await mails()]).toEqual([lifts, [[an, 'desk.lifting']]])
    expect((await restrictionOf(p, bart))?.liftsAt).toBeNull()
    const isRestricted = async () => (await restrictionOf(p, an)) !== undefined
    const leaves = (template: string) =>
      p.db.updateTable('outbox').set({ sent_at: clock.now() }).where('template', '=', template).execute()
    clock.pass(days(3) - 1000)
    await liftDue(p)
    expect(await isRestricted()).toBe(true)
    await leaves('desk.lifting')
    // Of another kind, or of somebody else, none needs to have left.
    await p.mail.queue(p.db, an, 'desk.restricted')
    await p.mail.queue(p.db, bart, 'desk.lifting')
    clock.pass(-1)
    await liftDue(p)
    expect(await isRestricted()).toBe(true)
    clock.pass(1)
    await liftJob(p).work({}, new AbortController().signal)
    expect([await isRestricted(), (await restrictionOf(p, bart))?.ground]).toEqual([false, 'claims'])
    expect(liftJob(p)).toMatchObject({ name: 'privacy.lifting', cron: '*/10 * * * *' })
  })

  test('of nothing, or of who has ended, is not announced', async () => {
    const { p } = site
    await announceLifting(p, an)
    expect(await mails()).toEqual([])
    await restrict(p, an, { ground: 'claims' })
    await ends(an)
    await expect(announceLifting(p, an)).rejects.toMatchObject(missing)
  })
})

describe('G3 G7: a database that was put back', () => {
  const at = '2026-11-20T10:00:00.000Z'
  const again = (kind: string, person: string, detail: Record<string, string> = {}, p = site.p) =>
    p.db.transaction().execute(async (trx) => restrictionsAgain[kind]?.(p, trx, { n: 1, at, kind, person, detail, hash: '' }))

  test('has what was restricted and lifted since', async () => {
    const { p } = site
    await again('restricted', an, { ground: 'claims', by: 'staff' })
    await again('restricted', bart, { ground: 'accuracy', by: 'person' })
    const ans = { ground: 'claims', byStaff: true, at: new Date(at), liftsAt: null, reason: null }
    expect(await restrictionOf(p, an)).toEqual(ans)
    expect(await restrictionOf(p, bart)).toMatchObject({ ground: 'accuracy', byStaff: false })
    // It was being lifted, and was asked for again.
    for (const person of [an, bart]) await announceLifting(p, person)
    await again('restricted', an, { ground: 'unlawful', by: 'staff' })
    expect(await restrictionOf(p, an)).toEqual(ans)
    expect((await restrictionOf(p, bart))?.liftsAt).not.toBeNull()
    await p.mail.queue(p.db, an, 'accounts.passwordChanged')
    await site.p.db.updateTable('outbox').set({ sent_at: p.clock.now() }).where('template', '=', 'desk.lifting').execute()
    const { sent, q } = counted()
    await again('restriction.lifted', an, {}, q)
    expect([await restrictionOf(p, an), (await restrictionOf(p, bart))?.ground]).toEqual([undefined, 'accuracy'])
    expect(sent).toEqual(['mail.send'])
  })

  test('leaves out who is not there any more, and a ground that the law does not know', async () => {
    await again('restricted', randomUUID(), { ground: 'claims', by: 'staff' })
    await again('restricted', an, { ground: 'whim', by: 'staff' })
    expect(await site.p.db.selectFrom('restrictions').select('id').execute()).toEqual([])
  })
})
