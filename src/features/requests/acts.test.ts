import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { examine } from '../../platform/doctor'
import { restrictionOf } from '../../privacy'
import { accountsOf } from '../accounts'
import { type SignedUp, signedUp } from '../accounts/testing'
import { report } from '../desk'
import { memberOfStaff } from '../desk/testing'

const zoe = 'zoe@buren.example'
let site: TestSite
let an: SignedUp
let bart: SignedUp
let ola: Awaited<ReturnType<typeof memberOfStaff>>
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)

beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
  ola = await memberOfStaff(site, 'officer', { firstName: 'Ola' })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.p.db.deleteFrom('rate_limits').execute()
  await site.p.db.deleteFrom('requests').execute()
  an = await signedUp(site, { firstName: 'An' })
  await site.mails()
})

/** The request that somebody made, read at the desk. */
async function atDesk() {
  const { id } = await site.p.db.selectFrom('requests').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  await ola.visitor.post(`/nl/desk/requests/${id}/reading`)
  await site.mails()
  return `/nl/desk/requests/${id}`
}
const anAsks = async () => {
  await an.visitor.post('/nl/privacy/request', { kind: 'rectification', body: 'Ik heet Anne.' })
  return atDesk()
}
/** Zoë has no account; she reported something, and asks from her mailbox. */
const zoeAsks = async (address = zoe) => {
  const { p } = site
  const notice = { target: 'listing', targetId: bart.personId, reason: 'other', language: 'nl', reporter: null } as const
  await report(p, p.db, { ...notice, explanation: 'Dit klopt niet, denk ik.', contact: address })
  await site.mails()
  await somebody().post('/fr/privacy/request', { kind: 'erasure', body: 'Effacez tout.', email: address })
  await somebody().post(linkIn((await site.mails())[0]))
  return atDesk()
}
const reasonsOf = async (person: string) => {
  const rows = await site.p.db
    .selectFrom('openings')
    .select(['id', 'person_id', 'staff_id', 'reason'])
    .where('person_id', '=', person)
    .execute()
  const keys = await site.p.vault.keys(site.p.db, [person])
  return rows.map((row) => keys.bind('openings', row).reason.open('rights'))
}

describe('K25 K30: what staff do with one press', () => {
  test('nothing before the request was read, nor after it was answered', async () => {
    await an.visitor.post('/nl/privacy/request', { kind: 'erasure', body: 'Wis alles.' })
    const { id } = await site.p.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    const at = `/nl/desk/requests/${id}`
    for (const act of ['copy', 'correction', 'restriction', 'erasure'])
      expect((await ola.visitor.post(`${at}/${act}`, { sure: 'yes', firstName: 'Eva', ground: 'accuracy' })).status).toBe(403)
    await ola.visitor.post(`${at}/reading`)
    await ola.visitor.post(at, { answer: 'Gedaan.' })
    for (const act of ['copy', 'correction', 'restriction', 'erasure'])
      expect((await ola.visitor.post(`${at}/${act}`, { sure: 'yes', firstName: 'Eva', ground: 'accuracy' })).status).toBe(404)
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })

  test('a first name is corrected, and the person sees by whom and why', async () => {
    const at = await anAsks()
    expect((await ola.visitor.post(`${at}/correction`, { firstName: '<b>' })).status).toBe(422)
    expect((await ola.visitor.post(`${at}/correction`, { firstName: 'Anne' })).status).toBe(303)
    const account = (await accountsOf(site.p, site.p.db, [an.personId])).get(an.personId)
    expect(account?.firstName.open('account')).toBe('Anne')
    expect((await reasonsOf(an.personId)).at(-1)).toMatch(/^Je vraag van .*: verbeterde$/)
    expect((await ola.visitor.get(at)).text).toContain('Ola, verbeterde')
  })

  test('data are restricted, and the person is told', async () => {
    const at = await anAsks()
    expect((await ola.visitor.post(`${at}/restriction`)).status).toBe(422)
    await ola.visitor.post(`${at}/restriction`, { ground: 'accuracy' })
    expect(await restrictionOf(site.p, an.personId)).toMatchObject({ ground: 'accuracy', byStaff: true })
    expect((await site.mails()).map(({ to }) => to)).toEqual([an.email])
    expect(await reasonsOf(an.personId)).toHaveLength(2)
  })

  test('a copy is made for an account, which alone can fetch it', async () => {
    const at = await anAsks()
    await ola.visitor.post(`${at}/copy`)
    const [letter] = await site.mails()
    expect([letter?.to, letter?.text.includes('/nl/account/copy')]).toEqual([an.email, true])
    expect((await an.visitor.get('/nl/account/copy')).text).toContain('Je kopie is klaar')
  })

  test('who has no account gets a link to everything, at the mailbox that was proved', async () => {
    const at = await zoeAsks()
    await ola.visitor.post(`${at}/copy`)
    const [letter] = await site.mails()
    expect(letter?.to).toBe(zoe)
    const visitor = somebody()
    await visitor.post(linkIn(letter))
    expect((await visitor.get('/fr/privacy/yours')).text).toContain('Dit klopt niet, denk ik.')
  })

  test('everything is erased, after a second question, of whoever is at that mailbox and of nobody else', async () => {
    const at = await zoeAsks()
    expect((await ola.visitor.post(`${at}/erasure`)).status).toBe(422)
    expect((await ola.visitor.post(`${at}/erasure`, { sure: 'yes' })).status).toBe(303)
    const [letter] = await site.mails()
    expect([letter?.to, letter?.subject]).toEqual([zoe, 'Vos données chez Dorpel sont effacées'])
    expect(letter?.text).toContain('Pour le reste, nous n’avons plus rien sur vous.')
    expect(await site.p.db.selectFrom('reports').select('id').execute()).toEqual([])
    expect(await site.p.db.selectFrom('requests').select('id').execute()).toEqual([])
    const left = (await site.p.db.selectFrom('people').select('id').execute()).map(({ id }) => id)
    for (const one of [an, bart, ola]) expect(left).toContain(one.personId)
    expect(site.logged.join('\n')).not.toContain(zoe)
  })

  test('of an account that asked from its mailbox without signing in, the account goes too', async () => {
    const at = await zoeAsks(an.email)
    await ola.visitor.post(`${at}/erasure`, { sure: 'yes' })
    expect((await an.visitor.get('/nl/account')).location).toContain('/nl/sign-in')
    expect((await bart.visitor.get('/nl/account')).status).toBe(200)
  })
})

test('K25: the operator sees how many wait, and how many too long', async () => {
  const { p } = site
  await anAsks()
  const { config, site: sites, db, clock } = p
  const stateOf = async (now: Date) => {
    const found = await examine({ config, site: sites, db, now, demo: false, language: 'nl' })
    return found.find(({ check }) => check === 'requests')
  }
  const { answer_by } = await db.selectFrom('requests').select('answer_by').executeTakeFirstOrThrow()
  expect(await stateOf(new Date(answer_by.getTime() - 1000))).toMatchObject({ state: 'good', facts: { open: '1', late: '0' } })
  expect(await stateOf(answer_by)).toMatchObject({ state: 'bad', facts: { open: '1', late: '1' } })
  const figures = (at: Date) => p.metrics.text(p.connection, { at, sweptAt: at })
  expect(await figures(clock.now())).toContain('huisrecht_requests{state="open"} 1\nhuisrecht_requests{state="late"} 0\n')
  expect(await figures(answer_by)).toContain('huisrecht_requests{state="open"} 1\nhuisrecht_requests{state="late"} 1\n')
})
