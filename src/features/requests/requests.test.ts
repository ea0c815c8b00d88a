import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days } from '../../platform/clock'
import { restrict, sweep } from '../../privacy'
import { type RequestKind, requestKinds } from '../../register'
import { type SignedUp, signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { watch } from './clock'

const zoe = 'zoe@buren.example'
const wish = 'Mijn voornaam staat verkeerd in jullie mails.'
let site: TestSite
let an: SignedUp
let ola: Awaited<ReturnType<typeof memberOfStaff>>
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)
const all = () => site.p.db.selectFrom('requests').selectAll().orderBy('created_at').execute()

beforeAll(async () => {
  site = await testSite()
  an = await signedUp(site, { firstName: 'An', email: 'an@example.org' })
  ola = await memberOfStaff(site, 'officer', { firstName: 'Ola' })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.p.db.deleteFrom('rate_limits').execute()
  await site.p.db.deleteFrom('requests').execute()
  await site.mails()
})

/** An asks, signed in. Answers the page of her request at the desk. */
async function anAsks(kind: RequestKind = 'rectification') {
  expect((await an.visitor.post('/nl/privacy/request', { kind, body: wish })).location).toBe('/nl/account/requests')
  return `/nl/desk/requests/${(await all())[0]?.id}`
}
/** Who was at the desk long ago is asked for the second factor anew. */
const atDesk = async () => {
  await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now() }).execute()
  return ola.visitor
}

describe('K25: the web form', () => {
  test('asks what it is about and what one wants, keeps what was typed, and warns not to send an identity card', async () => {
    const page = await somebody().get('/nl/privacy/request')
    expect(page.text).toContain('Stuur ons geen kopie van je identiteitskaart')
    for (const kind of requestKinds) expect(page.html).toContain(`value="${kind}"`)
    const refused = await somebody().post('/nl/privacy/request', { kind: 'human', body: wish, email: 'geen adres' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(wish)
    expect(refused.html).toMatch(/value="human" checked/)
    expect((await somebody().post('/nl/privacy/request', {})).status).toBe(422)
    expect(await all()).toEqual([])
  })

  test('of who is not signed in: nothing reaches the desk before the mailbox is proved, once', async () => {
    const visitor = somebody()
    const sent = await visitor.post('/fr/privacy/request', { kind: 'complaint', body: wish, email: zoe })
    expect(sent.location).toBe('/fr/privacy/request/sent')
    const [letter] = await site.mails()
    expect([letter?.to, letter?.text.includes(wish)]).toEqual([zoe, false])
    const path = linkIn(letter)
    const page = await visitor.get(path)
    expect(page.text).toContain(wish)
    expect(await all()).toEqual([])
    expect((await somebody().post(path)).location).toBe('/fr/privacy/request/received')
    expect((await visitor.post(path)).status).toBe(410)
    const [row, ...others] = await all()
    expect([row?.kind, row?.language, others]).toEqual(['complaint', 'fr', []])
    expect(JSON.stringify(row)).not.toContain(zoe)
    expect(row?.body.bytes.includes(Buffer.from(wish))).toBe(false)
    expect(await rowsIn(site.p.db, 'asks')).toEqual([])
    // The receipt has a link by which it can be followed.
    const [receipt] = await site.mails()
    expect(receipt?.to).toBe(zoe)
    expect((await somebody().get(linkIn(receipt))).text).toContain(wish)
  })

  test('a link that nobody opened within two days is dead', async () => {
    await somebody().post('/nl/privacy/request', { kind: 'other', body: wish, email: zoe })
    const path = linkIn((await site.mails())[0])
    site.clock.pass(days(2))
    expect((await somebody().post(path)).status).toBe(410)
    await sweep(site.p)
    expect(await all()).toEqual([])
  })

  test('a link of a request opens nobody’s data, and the reverse', async () => {
    await somebody().post('/nl/privacy/request', { kind: 'other', body: wish, email: zoe })
    const token = linkIn((await site.mails())[0])
      .split('/')
      .at(-1)
    expect((await somebody().post(`/nl/privacy/ask/${token}`)).status).toBe(410)
  })

  test('of who is signed in: it is with us at once, and stands under My account, while data are restricted too', async () => {
    await anAsks()
    const [receipt] = await site.mails()
    expect([receipt?.to, receipt?.text.includes(wish)]).toEqual([an.email, false])
    await restrict(site.p, an.personId, { ground: 'accuracy' })
    const page = await an.visitor.get('/nl/account/requests')
    expect(page.text).toContain(wish)
    expect(page.text).toContain('We antwoorden ten laatste op')
    await an.visitor.post('/nl/account/restriction/end')
    expect((await an.visitor.get('/nl/account/data')).text).toContain(wish)
    expect((await somebody().get('/nl/account/requests')).location).toContain('/nl/sign-in')
  })
})

describe('K33 K30: at the rights desk', () => {
  test('a request is read for a reason that is written down, answered from a template, and the answer goes by mail and behind a link', async () => {
    await somebody().post('/fr/privacy/request', { kind: 'complaint', body: wish, email: zoe })
    await somebody().post(linkIn((await site.mails())[0]))
    await site.mails()
    const desk = await atDesk()
    const queue = await desk.get('/nl/desk')
    expect(queue.text).toContain('Een klacht nog 14 dagen')
    const [row] = await all()
    const at = `/nl/desk/requests/${row?.id}`
    const locked = await desk.get(at)
    expect(locked.text).not.toContain(wish)
    expect(locked.html).not.toContain('name="answer"')
    await desk.post(`${at}/reading`)
    const page = await desk.get(`${at}?template=done`)
    expect(page.text).toContain(wish)
    // In the language of who asked.
    expect(page.text).toContain('vous nous avez demandé quelque chose')
    expect(await site.p.db.selectFrom('openings').select(['purpose', 'target_id']).execute()).toEqual([
      { purpose: 'requests', target_id: row?.id },
    ])
    expect((await desk.post(at, { answer: ' ' })).status).toBe(422)
    expect((await desk.post(at, { answer: 'Bonjour,\n\nC’est corrigé.' })).status).toBe(303)
    const [letter] = await site.mails()
    expect(letter?.to).toBe(zoe)
    expect(letter?.text).toContain('C’est corrigé.')
    const mine = await somebody().get(linkIn(letter))
    expect(mine.text).toContain('C’est corrigé.')
    expect(mine.text).toContain('Répondu le')
    expect((await desk.post(at, { answer: 'Nog eens.' })).status).toBe(404)
    expect((await desk.get('/nl/desk')).text).not.toContain('Een klacht')
    const steps = await site.p.db.selectFrom('request_steps').select(['step', 'staff_id']).orderBy('step').execute()
    expect(steps).toEqual([
      { step: 'answered', staff_id: ola.personId },
      { step: 'read', staff_id: ola.personId },
    ])
    // That the answer went through the deliverer of mail stands in the person's ledger.
    const told = await site.p.db
      .selectFrom('disclosures')
      .select('holdings')
      .where('person_id', '=', row?.person_id ?? '')
      .execute()
    expect(told.flatMap(({ holdings }) => holdings)).toContain('request.desk')
  })

  test('and read while the person has their data restricted: they asked for it', async () => {
    const at = await anAsks('restriction')
    await restrict(site.p, an.personId, { ground: 'accuracy' })
    const desk = await atDesk()
    await desk.post(`${at}/reading`)
    expect((await desk.get(at)).text).toContain(wish)
    await desk.post(at, { answer: 'Gedaan.' })
    expect((await site.mails()).map(({ to }) => to)).toContain(an.email)
    await an.visitor.post('/nl/account/restriction/end')
  })

  test('is there for owner and officer alone', async () => {
    const at = await anAsks()
    const mo = await memberOfStaff(site, 'moderator', { firstName: 'Mo' })
    expect((await mo.visitor.get(at)).status).toBe(404)
    expect((await mo.visitor.get('/nl/desk')).text).not.toContain('Iets verbeteren')
    expect((await an.visitor.get(at)).status).toBe(404)
  })
})

describe('K25 A-SAR 22: the clock of fourteen days', () => {
  const tick = async (to: number) => {
    const from = (await all())[0]?.created_at.getTime() ?? 0
    site.clock.pass(from + to - site.clock.now().getTime())
    await watch(site.p)
    return (await site.mails()).filter(({ to }) => to === ola.email).map(({ subject }) => subject)
  }
  const soon = 'Dorpel: een vraag over gegevens moet beantwoord worden'
  const late = 'Dorpel: een vraag over gegevens is te laat'
  const shown = async () => (await (await atDesk()).get('/nl/desk')).html

  test('reminds the officer on day 10, and is red on day 14, to the second', async () => {
    await anAsks()
    expect(await tick(days(10) - 1000)).toEqual([])
    expect(await shown()).toContain('tag-plain')
    expect(await tick(days(10))).toEqual([soon])
    expect(await shown()).toContain('tag-warning')
    expect(await tick(days(10) + 1000)).toEqual([])
    expect(await tick(days(14) - 1000)).toEqual([])
    expect(await shown()).not.toMatch(/tag-danger">te laat/)
    expect(await tick(days(14))).toEqual([late])
    expect(await shown()).toMatch(/tag-danger">te laat/)
    expect(await tick(days(14) + 1000)).toEqual([])
    expect(site.logged.join('\n')).toContain('"event":"requests.late"')
  })

  test('says nothing of what was answered', async () => {
    const at = await anAsks()
    await (await atDesk()).post(at, { answer: 'Gedaan.' })
    await site.mails()
    expect(await tick(days(15))).toEqual([])
  })

  test('is put off only with a reason, at most to three months, and the person is told', async () => {
    const at = await anAsks()
    await site.mails()
    const desk = await atDesk()
    await desk.post(`${at}/reading`)
    const made = (await all())[0]?.created_at.toTemporalInstant().toZonedDateTimeISO('Europe/Brussels')
    const later = (duration: { days?: number; months?: number }) => made?.add(duration).toPlainDate().toString() ?? ''
    for (const refused of [
      { until: later({ days: 30 }), reason: '' },
      { until: later({ days: 14 }), reason: 'Het is veel werk.' },
      { until: later({ months: 3, days: 1 }), reason: 'Het is veel werk.' },
      { until: 'ooit', reason: 'Het is veel werk.' },
    ]) {
      const page = await desk.post(`${at}/extension`, refused)
      expect([refused, page.status, page.text.includes(refused.reason)]).toEqual([refused, 422, true])
    }
    expect((await desk.post(`${at}/extension`, { until: later({ days: 30 }), reason: 'Het is veel werk.' })).status).toBe(303)
    const [letter] = await site.mails()
    expect([letter?.to, letter?.text.includes('Het is veel werk.')]).toEqual([an.email, true])
    expect((await an.visitor.get('/nl/account/requests')).text).toContain('Het is veel werk.')
    expect(await tick(days(14))).toEqual([])
    expect(await tick(days(27))).toEqual([soon])
    expect(await tick(days(31))).toEqual([late])
  })

  test('the owner hears it where there is no officer', async () => {
    await site.p.db.updateTable('staff').set({ role: 'owner' }).where('person_id', '=', ola.personId).execute()
    await anAsks()
    expect(await tick(days(10))).toEqual([soon])
    await site.p.db.updateTable('staff').set({ role: 'officer' }).where('person_id', '=', ola.personId).execute()
  })

  test('and what was asked and answered goes after a year', async () => {
    const at = await anAsks()
    await (await atDesk()).post(at, { answer: 'Gedaan.' })
    const made = (await all())[0]?.created_at.toTemporalInstant().toZonedDateTimeISO('Europe/Brussels')
    const over = made?.add({ months: 12 }).epochMilliseconds ?? 0
    site.clock.pass(over - 1000 - site.clock.now().getTime())
    await sweep(site.p)
    expect(await all()).toHaveLength(1)
    site.clock.pass(2000)
    await sweep(site.p)
    expect([await rowsIn(site.p.db, 'requests'), await rowsIn(site.p.db, 'request_steps')]).toEqual([[], []])
  })
})
