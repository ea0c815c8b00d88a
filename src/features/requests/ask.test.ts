import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { hours, minutes } from '../../platform/clock'
import { holdingSaid, sweep } from '../../privacy'
import { type SignedUp, signedUp } from '../accounts/testing'
import { report } from '../desk'
import { placed } from '../listings/testing'

const zoe = 'zoe@buren.example'
const wrote = 'Hij vraagt twee maanden huur vooraf, en het huis bestaat niet.'
let site: TestSite
let an: SignedUp
const asked: string[] = []
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)

beforeAll(async () => {
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    asked.push(typeof first === 'string' ? first : String(Object(first).text))
    return Reflect.apply(query, this, given)
  })
  site = await testSite()
  an = await signedUp(site, { firstName: 'An', email: 'an@example.org' })
})
afterAll(() => site.close())

/** Zoë, who has no account, reported an advert twice, and began to register. */
async function zoeIsKnown() {
  const { p } = site
  const advert = await placed(site, an.personId)
  const notice = { target: 'listing', targetId: advert.id, reason: 'scam', language: 'nl', reporter: null, contact: zoe } as const
  await report(p, p.db, { ...notice, explanation: wrote })
  await report(p, p.db, { ...notice, explanation: 'En hij belt midden in de nacht.' })
  const values = { firstName: 'Zoë', email: zoe, userName: 'zoe-zoekt', password: 'nog niet bevestigd 12' }
  await somebody().post('/nl/register', values)
  await site.mails()
}
const ask = (email: string, visitor = somebody()) => visitor.post('/nl/privacy/ask', { email })
const link = async (email = zoe) => {
  await ask(email)
  return linkIn((await site.mails())[0])
}
/** Zoë with her page open. */
const opened = async () => {
  const visitor = somebody()
  const path = await link()
  expect((await visitor.get(path)).status).toBe(200)
  expect((await visitor.post(path)).location).toBe('/nl/privacy/yours')
  return visitor
}

beforeEach(async () => {
  await site.p.db.deleteFrom('rate_limits').execute()
  for (const { person_id } of await site.p.db.selectFrom('reports').select('person_id').execute())
    await site.p.db.deleteFrom('people').where('id', '=', person_id).where('id', '!=', an.personId).execute()
  for (const table of ['registrations', 'asks'] as const)
    for (const { person_id } of await site.p.db.selectFrom(table).select('person_id').execute())
      await site.p.db.deleteFrom('people').where('id', '=', person_id).execute()
  await zoeIsKnown()
})

describe('G2: who has no account asks what is held under their address', () => {
  test('and is answered the same, at the cost of the same calls, whether or not anything is', async () => {
    await ask('warm@example.org')
    const cost = async (email: string) => {
      asked.length = 0
      const { status, location, html } = await ask(email)
      return { status, location, html, calls: [...asked] }
    }
    const [known, unknown, account] = [await cost(zoe), await cost('niemand@example.org'), await cost(an.email)]
    expect([known.status, known.location]).toEqual([303, '/nl/privacy/ask/sent'])
    expect(known.calls.length).toBeGreaterThan(5)
    expect(unknown).toEqual(known)
    expect(account).toEqual(known)
  })

  test('sees all of it behind the link, from every notice and registration, and takes a copy along', async () => {
    const visitor = await opened()
    const page = await visitor.get('/nl/privacy/yours')
    for (const held of [zoe, wrote, 'midden in de nacht', 'zoe-zoekt']) expect(page.text).toContain(held)
    expect(page.text).not.toContain(an.email)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    const zip = await visitor.post('/nl/privacy/yours/copy')
    const files = unzipSync(new Uint8Array(zip.bytes))
    expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain(wrote)
    expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain('zoe-zoekt')
  })

  test('has it only stored, and lifts that again', async () => {
    const visitor = await opened()
    const unsaid = await visitor.post('/nl/privacy/yours/restriction')
    expect([unsaid.status, unsaid.text.includes('Kies een reden')]).toEqual([422, true])
    expect((await visitor.post('/nl/privacy/yours/restriction', { ground: 'accuracy' })).status).toBe(303)
    const rows = () => site.p.db.selectFrom('restrictions').select('person_id').execute()
    expect((await rows()).length).toBe(4)
    expect((await visitor.get('/nl/privacy/yours')).text).toContain('Je gegevens worden alleen bewaard')
    await visitor.post('/nl/privacy/yours/restriction/end')
    expect(await rows()).toEqual([])
  })

  test('erases all of it, with a receipt, and nobody else’s', async () => {
    const visitor = await opened()
    expect((await visitor.post('/nl/privacy/yours/end')).status).toBe(422)
    const receipt = await visitor.post('/nl/privacy/yours/end', { sure: 'yes' })
    expect(receipt.text).toContain('Je gegevens zijn gewist')
    expect(receipt.text).toContain('Je meldingen')
    const left = await site.p.db.selectFrom('people').select('id').execute()
    expect(left.map(({ id }) => id)).toEqual([an.personId])
    expect((await visitor.get('/nl/privacy/yours')).location).toBe('/nl/privacy/ask')
    expect((await visitor.post('/nl/privacy/yours/end', { sure: 'yes' })).status).toBe(404)
    // Asked again, there is nothing.
    await ask(zoe)
    expect((await site.mails())[0]?.text).toContain('We hebben niets over je')
  })

  test('is told when there is nothing: no link, and no other answer than to who is known', async () => {
    await ask('niemand@example.org')
    const [letter] = await site.mails()
    expect(letter?.to).toBe('niemand@example.org')
    expect(letter?.text).toContain('We hebben niets over je, behalve deze vraag')
    expect(letter?.text).not.toContain('/privacy/ask/')
  })

  test('and the question itself goes after two days', async () => {
    await ask('niemand@example.org')
    await site.mails()
    site.clock.pass(hours(48) - 1000)
    await sweep(site.p)
    expect(await rowsIn(site.p.db, 'asks')).toHaveLength(1)
    site.clock.pass(2000)
    await sweep(site.p)
    expect(await rowsIn(site.p.db, 'asks')).toEqual([])
  })
})

describe('K28: the address of an account', () => {
  test('leads to sign-in and to a new password, in the mail alone', async () => {
    const page = await somebody().follow(await ask(an.email))
    expect(page.text).not.toContain('account met dit adres')
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    expect(letter?.text).toContain('/nl/forgot-password')
    expect(letter?.text).toContain('/nl/sign-in')
    expect(letter?.text).not.toContain('/privacy/ask/')
  })

  test('with something beside the account: the page has that, and says where the rest is', async () => {
    const { p } = site
    await report(p, p.db, {
      ...{ target: 'listing', targetId: an.personId, reason: 'other', language: 'nl', reporter: null },
      explanation: 'Zonder aan te melden gemeld.',
      contact: an.email,
    })
    await site.mails()
    const visitor = somebody()
    await visitor.post(await link(an.email))
    const page = await visitor.get('/nl/privacy/yours')
    expect(page.text).toContain('Zonder aan te melden gemeld')
    expect(page.text).toContain('Er is ook een account met dit adres')
    expect(page.text).not.toContain(an.userName)
    await visitor.post('/nl/privacy/yours/end', { sure: 'yes' })
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })
})

describe('G2: an address that somebody else filled in', () => {
  const given = [
    [
      'as their new address',
      'nieuw@buren.example',
      holdingSaid('nl', 'email.change'),
      (email: string) => an.visitor.post('/nl/account/settings/email', { email, currentPassword: an.password }),
      () => site.p.db.selectFrom('email_changes').select('id').execute(),
    ],
    [
      'as an address of their school',
      'zoe@student.ugent.be',
      holdingSaid('nl', 'email.school'),
      (email: string) => an.visitor.post('/nl/account/school', { schoolAddress: email }),
      () => site.p.db.selectFrom('school_mails').select('id').execute(),
    ],
  ] as const

  test.each(given)('%s is found, said and erased, without a word of their account', async (_, email, name, fill, rows) => {
    expect((await fill(email)).status).toBe(303)
    await site.mails()
    expect(await rows()).toHaveLength(1)
    const visitor = somebody()
    await visitor.post(await link(email))
    const page = await visitor.get('/nl/privacy/yours')
    expect(page.text).toContain('Iemand anders vulde dit adres in')
    expect(page.text).toContain(name)
    for (const theirs of [an.email, an.userName]) expect(page.text).not.toContain(theirs)
    const receipt = await visitor.post('/nl/privacy/yours/end', { sure: 'yes' })
    expect(receipt.text).toContain(name)
    expect(await rows()).toEqual([])
    expect((await an.visitor.get('/nl/account')).text).toContain(an.email)
    await ask(email)
    expect((await site.mails())[0]?.text).toContain('We hebben niets over je')
  })

  test.each(given)(
    '%s is found until its term, and not a second longer, whether or not the sweep ran',
    async (_, email, __, fill) => {
      await fill(email)
      await site.mails()
      site.clock.pass(hours(48) - 1000)
      await ask(email)
      expect((await site.mails())[0]?.text).not.toContain('We hebben niets over je')
      site.clock.pass(2000)
      await ask(email)
      expect((await site.mails())[0]?.text).toContain('We hebben niets over je')
    },
  )
})

describe('A-SAR 23: an impostor gets nothing', () => {
  test('with another mailbox', async () => {
    const mallory = somebody()
    await ask('mallory@example.org', mallory)
    expect((await mallory.get('/nl/privacy/yours')).location).toBe('/nl/privacy/ask')
    await site.mails()
    // Something is known of Mallory too, so that there is a link.
    const { p } = site
    const notice = { target: 'listing', targetId: an.personId, reason: 'other', language: 'nl', reporter: null } as const
    await report(p, p.db, { ...notice, explanation: 'Iets van Mallory.', contact: 'mallory@example.org' })
    await site.mails()
    await mallory.post(await link('mallory@example.org'))
    const page = await mallory.get('/nl/privacy/yours')
    expect(page.text).toContain('Iets van Mallory')
    expect(page.text).not.toContain(wrote)
  })

  test('with a link that was used, or whose page is open in another browser', async () => {
    const path = await link()
    const visitor = somebody()
    await visitor.post(path)
    const thief = somebody()
    expect((await thief.get(path)).status).toBe(410)
    expect((await thief.post(path)).status).toBe(410)
    expect((await thief.get('/nl/privacy/yours')).location).toBe('/nl/privacy/ask')
    for (const act of ['copy', 'restriction', 'restriction/end', 'objections/disputes', 'objections/disputes/end', 'end'])
      expect((await thief.post(`/nl/privacy/yours/${act}`, { sure: 'yes', ground: 'accuracy' })).status).toBe(404)
    expect((await visitor.get('/nl/privacy/yours')).text).toContain(wrote)
  })

  test.each([
    ['a second before its two hours are over', hours(2) - 1000, 303],
    ['at two hours', hours(2), 410],
  ])('with a link %s', async (_, after, status) => {
    const path = await link()
    site.clock.pass(after)
    expect((await somebody().post(path)).status).toBe(status)
  })

  test('with a page that was opened an hour ago', async () => {
    const visitor = await opened()
    site.clock.pass(minutes(60) - 1000)
    expect((await visitor.get('/nl/privacy/yours')).status).toBe(200)
    site.clock.pass(1000)
    expect((await visitor.get('/nl/privacy/yours')).location).toBe('/nl/privacy/ask')
    expect((await visitor.post('/nl/privacy/yours/end', { sure: 'yes' })).status).toBe(404)
  })

  test('with a guessed link, or from another site', async () => {
    expect((await somebody().get(`/nl/privacy/ask/${'a'.repeat(43)}`)).status).toBe(410)
    const visitor = await opened()
    for (const act of ['copy', 'restriction', 'end'])
      expect((await visitor.post(`/nl/privacy/yours/${act}`, { sure: 'yes' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(
        403,
      )
    expect((await visitor.get('/nl/privacy/yours')).text).toContain(wrote)
  })

  test('by asking often: a mailbox is not filled', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push((await ask(zoe)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  test('from what lies in the database or the log', async () => {
    const path = await link()
    const token = path.split('/').at(-1) ?? '?'
    expect(JSON.stringify(await site.p.db.selectFrom('asks').selectAll().execute())).not.toContain(token)
    expect(site.logged.join('\n')).not.toContain(token)
    expect(site.logged.join('\n')).not.toContain(zoe)
  })
})
