import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import type { PurposeName } from '../register'
import {
  decideObjection,
  object,
  objectionById,
  objectionsAgain,
  objectionsOf,
  takeObjectionBack,
  waitingObjections,
} from './object'
import { twoPeople } from './testing'

let site: TestSite
let an: string
let bart: string
beforeEach(async () => {
  site = await testSite()
  const two = await twoPeople(site.p)
  an = two.an.person
  bart = two.bart.person
})
afterEach(() => site.close())

const missing = { status: 404 }
const rows = () =>
  site.p.db.selectFrom('objections').select(['id', 'person_id', 'purpose', 'stops', 'decided_at']).orderBy('purpose').execute()
const noted = async () => (await site.p.ledger.read()).lines.map(({ kind, person, detail }) => ({ kind, person, ...detail }))
const idOf = async (purpose: PurposeName) => (await rows()).find((row) => row.purpose === purpose)?.id ?? ''
const mails = () => site.p.db.selectFrom('outbox').select(['person_id', 'template', 'params']).execute()
const ends = (person: string) =>
  site.p.db.updateTable('people').set({ ended_at: site.clock.now() }).where('id', '=', person).execute()

describe('G8: who objects to a purpose', () => {
  test('stops it at once, where the law lets them, and its reason is theirs to read', async () => {
    const { p, clock } = site
    await object(p, an, 'demand', 'Ik zoek niet meer.')
    await object(p, an, 'disputes')
    expect(await rows()).toMatchObject([
      { person_id: an, purpose: 'demand', stops: true, decided_at: null },
      { person_id: an, purpose: 'disputes', stops: true, decided_at: null },
    ])
    const row = await objectionById(p, await idOf('demand'))
    if (!row) throw new Error('there is an objection')
    const keys = await p.vault.keys(p.db, [an])
    expect(keys.bind('objections', row).reason?.open('rights')).toBe('Ik zoek niet meer.')
    expect((await objectionById(p, await idOf('disputes')))?.reason).toBeNull()
    expect((await objectionsOf(p, an)).toSorted((a, b) => a.purpose.localeCompare(b.purpose))).toEqual([
      { purpose: 'demand', at: clock.now(), stops: true, waits: false, answer: null },
      { purpose: 'disputes', at: clock.now(), stops: true, waits: true, answer: null },
    ])
    expect(await objectionsOf(p, bart)).toEqual([])
    expect(await noted()).toEqual([
      { kind: 'objected', person: an, purpose: 'demand', stops: '1' },
      { kind: 'objected', person: an, purpose: 'disputes', stops: '1' },
    ])
  })

  test('to what is weighed first stops nothing yet', async () => {
    await object(site.p, an, 'security')
    expect(await rows()).toMatchObject([{ purpose: 'security', stops: false }])
    expect(await noted()).toEqual([{ kind: 'objected', person: an, purpose: 'security', stops: '' }])
  })

  test('cannot to what rests on no interest of the site, nor once they have ended', async () => {
    await expect(object(site.p, an, 'publishing')).rejects.toMatchObject(missing)
    await ends(an)
    await expect(object(site.p, an, 'demand')).rejects.toMatchObject(missing)
    expect([await rows(), await noted()]).toEqual([[], []])
  })

  test('says why also where nothing of theirs was sealed before', async () => {
    const { p } = site
    const { id: person } = await p.vault.newPerson(p.db, [])
    await object(p, person, 'disputes', 'Ik heb geen geschil.')
    const { id: other } = await p.vault.newPerson(p.db, [])
    const objection = randomUUID()
    await p.db
      .insertInto('objections')
      .values({ id: objection, person_id: other, purpose: 'disputes', at: p.clock.now(), stops: true })
      .execute()
    await decideObjection(p, objection, { stops: true, answer: 'Goed.' })
    expect((await objectionsOf(p, other)).map(({ answer }) => answer)).toEqual(['Goed.'])
  })

  test('twice has objected once, since the first time', async () => {
    const { p, clock } = site
    const at = clock.now()
    await object(p, an, 'demand', 'Ik zoek niet meer.')
    clock.pass(1000)
    await object(p, an, 'demand', 'Nog eens.')
    const row = await objectionById(p, await idOf('demand'))
    if (!row) throw new Error('there is an objection')
    expect(row.at).toEqual(at)
    expect((await p.vault.keys(p.db, [an])).bind('objections', row).reason?.open('rights')).toBe('Ik zoek niet meer.')
    expect(await rows()).toHaveLength(1)
  })

  test('takes it back for that purpose alone, and what was not objected to needs no note', async () => {
    const { p } = site
    for (const person of [an, bart]) await object(p, person, 'demand')
    await object(p, an, 'disputes')
    await takeObjectionBack(p, an, 'demand')
    expect((await rows()).map(({ person_id, purpose }) => [person_id, purpose])).toEqual([
      [bart, 'demand'],
      [an, 'disputes'],
    ])
    expect((await noted()).at(-1)).toEqual({ kind: 'objection.takenBack', person: an, purpose: 'demand' })
    const lines = (await noted()).length
    await takeObjectionBack(p, an, 'demand')
    expect(await noted()).toHaveLength(lines)
    await ends(an)
    await expect(takeObjectionBack(p, an, 'disputes')).rejects.toMatchObject(missing)
  })
})

describe('G8: an objection that is weighed', () => {
  test('waits for the officer, the oldest first; what stops by itself does not', async () => {
    const { p, clock } = site
    await object(p, an, 'security')
    clock.pass(1000)
    await object(p, an, 'demand')
    await object(p, bart, 'disputes')
    clock.pass(-2000)
    await object(p, bart, 'fraud')
    expect((await waitingObjections(p)).map(({ purpose }) => purpose)).toEqual(['fraud', 'security', 'disputes'])
    await decideObjection(p, await idOf('security'), { stops: true, answer: 'Goed.' })
    expect((await waitingObjections(p)).map(({ purpose }) => purpose)).toEqual(['fraud', 'disputes'])
  })

  test('ends with a decision that the person reads, is mailed and stands in the ledger', async () => {
    const { p, clock } = site
    await object(p, an, 'disputes')
    await object(p, an, 'security')
    clock.pass(60_000)
    const [goesOn, stops] = [await idOf('disputes'), await idOf('security')]
    await decideObjection(p, goesOn, { stops: false, answer: 'Er loopt een geschil.' })
    await decideObjection(p, stops, { stops: true, answer: 'U hebt gelijk.' })
    expect(await rows()).toMatchObject([
      { purpose: 'disputes', stops: false, decided_at: clock.now() },
      { purpose: 'security', stops: true, decided_at: clock.now() },
    ])
    const told = (await objectionsOf(p, an)).map(({ purpose, waits, answer }) => `${purpose} ${waits} ${answer}`)
    expect(told.toSorted()).toEqual(['disputes false Er loopt een geschil.', 'security false U hebt gelijk.'])
    expect(await mails()).toEqual([
      { person_id: an, template: 'desk.objection', params: { objection: goesOn } },
      { person_id: an, template: 'desk.objection', params: { objection: stops } },
    ])
    expect((await noted()).slice(-2)).toEqual([
      { kind: 'objected', person: an, purpose: 'disputes', stops: '', decided: '1' },
      { kind: 'objected', person: an, purpose: 'security', stops: '1', decided: '1' },
    ])
  })

  test('is decided once, and not when it stopped by itself, was taken back, or its person ended', async () => {
    const { p } = site
    const decides = (id: string) => decideObjection(p, id, { stops: true, answer: 'Goed.' })
    for (const purpose of ['disputes', 'security', 'demand', 'fraud'] as const) await object(p, an, purpose)
    const [disputes, security, demand, fraud] = [
      await idOf('disputes'),
      await idOf('security'),
      await idOf('demand'),
      await idOf('fraud'),
    ]
    await decides(disputes)
    await takeObjectionBack(p, an, 'security')
    for (const id of [disputes, security, demand, randomUUID()]) await expect(decides(id)).rejects.toMatchObject(missing)
    await ends(an)
    await expect(decides(fraud)).rejects.toMatchObject(missing)
    expect(await mails()).toHaveLength(1)
  })
})

describe('G3 G8: a database that was put back', () => {
  const again = async (kind: string, person: string, detail: Record<string, string>) => {
    const at = '2026-11-20T10:00:00.000Z'
    for (let twice = 0; twice < 2; twice++)
      await site.p.db
        .transaction()
        .execute(async (trx) => objectionsAgain[kind]?.(site.p, trx, { n: 1, at, kind, person, detail, hash: '' }))
  }

  test('has what was objected to, decided and taken back since', async () => {
    const { p } = site
    const at = new Date('2026-11-20T10:00:00.000Z')
    await again('objected', an, { purpose: 'demand', stops: '1' })
    await again('objected', an, { purpose: 'security', stops: '' })
    await again('objected', bart, { purpose: 'demand', stops: '1' })
    expect(await objectionsOf(p, an)).toEqual([
      { purpose: 'demand', at, stops: true, waits: false, answer: null },
      { purpose: 'security', at, stops: false, waits: true, answer: null },
    ])
    await again('objected', an, { purpose: 'security', stops: '1', decided: '1' })
    expect((await rows()).find(({ purpose }) => purpose === 'security')).toMatchObject({ stops: true, decided_at: at })
    await again('objection.takenBack', an, { purpose: 'demand' })
    expect((await rows()).map(({ person_id, purpose }) => [person_id, purpose])).toEqual([
      [bart, 'demand'],
      [an, 'security'],
    ])
  })

  test('leaves out who is not there any more, and what the register does not know', async () => {
    await again('objected', randomUUID(), { purpose: 'demand', stops: '1' })
    await again('objected', an, { purpose: 'gone', stops: '1' })
    await again('objected', an, {})
    await again('objection.takenBack', an, { purpose: 'gone' })
    expect(await rows()).toEqual([])
  })
})
