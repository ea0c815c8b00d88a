import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type SignedUp, signedUp } from '../features/accounts/testing'
import { minute } from '../features/alerts/testing'
import { memberOfStaff } from '../features/desk/testing'
import { placed } from '../features/listings/testing'
import { figuresOf } from '../features/messages/answering/queries'
import { advertOf, replied } from '../features/messages/testing'
import { days, hours } from '../platform/clock'
import { connect } from '../platform/db'
import { hear } from '../platform/db/notices'
import { whoRest } from '../platform/people'
import { catchUp, copyOf, erase, lift, object, restrict, takeObjectionBack } from '../privacy'
import { liftDue } from '../privacy/restrict'
import { siteWith, type TestSite, testSite, type Visitor } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** Every page and answer on which something of Bart may show, to a stranger, to Carla who writes with him, and to the desk. */
async function whereBartShows(carla: SignedUp, desk: Visitor, advert: { publicId: string }, thread: string) {
  const stranger = site.visitor()
  const found: string[] = []
  const photo = /\/photos\/[^" ]+/.exec((await stranger.get(`/nl/rooms/${advert.publicId}`)).html)?.[0]
  for (const [visitor, path] of [
    [stranger, '/nl'],
    [stranger, '/nl/rooms'],
    [stranger, '/nl/rooms?where=gent'],
    [stranger, `/nl/rooms/${advert.publicId}`],
    [stranger, '/api/v1/listings?where=gent'],
    [stranger, '/sitemap.xml'],
    [stranger, `/share/${advert.publicId}-nl.jpg`],
    ...(photo ? ([[stranger, photo]] as const) : []),
    [carla.visitor, '/nl/rooms?where=gent'],
    [carla.visitor, `/nl/rooms/${advert.publicId}`],
    [carla.visitor, '/nl/favourites'],
    [carla.visitor, '/nl/messages'],
    [carla.visitor, '/nl/messages?box=sent'],
    [carla.visitor, thread],
    [carla.visitor, `${thread}/evidence`],
    [carla.visitor, '/nl/adverts'],
    [desk, '/nl/desk'],
    [desk, '/nl/desk/staff'],
    [desk, '/nl/desk/ledger'],
    [desk, `/nl/desk/people/${bartId}`],
  ] as const) {
    const { status, html } = await visitor.get(path)
    if (status < 400 && (/kanarie/i.test(html) || path.startsWith('/share/'))) found.push(path)
  }
  return found
}
let bartId = ''

describe('G7: somebody whose data are restricted', () => {
  test('shows nowhere and gets nothing for as long as it lasts, and everything returns', async () => {
    const { p } = site
    const bart = await signedUp(site, { firstName: 'Kanarie' })
    bartId = bart.personId
    const carla = await signedUp(site, { firstName: 'Carla' })
    const stef = await memberOfStaff(site, 'owner')
    const advert = await placed(site, bart.personId, {
      title: 'Kot Kanarie',
      text: 'kanarie-tekst',
      place: 'gent',
      street: 'Kanariestraat',
    })
    await carla.visitor.post(`/nl/rooms/${advert.publicId}/favourite`, { keep: '1' })
    const thread = await replied(site, carla, advert, 'Is het nog vrij?')
    await bart.visitor.post(thread, { text: 'Kom maar kijken, groet van kanarie.' })
    await bart.visitor.post('/nl/alerts', { query: 'where=leuven', frequency: 'daily' })
    await stef.visitor.post('/nl/desk/people', { who: bart.email, purpose: 'moderation', reason: 'Een vraag' })
    await site.mails()
    const before = await whereBartShows(carla, stef.visitor, advert, thread)
    expect(before).toEqual(
      expect.arrayContaining([
        '/nl/rooms?where=gent',
        `/nl/rooms/${advert.publicId}`,
        '/api/v1/listings?where=gent',
        '/nl/messages',
        thread,
        '/nl/favourites',
        `/nl/desk/people/${bartId}`,
      ]),
    )

    const asked = await bart.visitor.post('/nl/account/restriction', { ground: 'accuracy', reason: 'Mijn naam klopt niet.' })
    expect(asked.status).toBe(303)
    site.p.kept.changed('')
    expect(await whereBartShows(carla, stef.visitor, advert, thread)).toEqual([])
    expect((await carla.visitor.get(thread)).text).toContain('Deze persoon krijgt voorlopig geen berichten')
    expect((await stef.visitor.get(`/nl/desk/people/${bartId}`)).text).toContain('worden alleen bewaard')
    // Nothing finds its way to him, and nothing of his is looked at.
    await carla.visitor.post(thread, { text: 'Nog een bericht' })
    await advertOf(site, carla.personId)
    site.clock.pass(days(2))
    expect((await minute(site)).filter(({ to }) => to === bart.email)).toEqual([])
    await p.mail.queue(p.db, bart.personId, 'accounts.passwordChanged')
    expect((await site.mails()).filter(({ to }) => to === bart.email)).toEqual([])

    // He himself gets in, sees all, and finds the way back.
    const own = await bart.visitor.get('/nl/account')
    expect(own.location).toBe('/nl/account/restriction')
    expect((await bart.visitor.follow(own)).text).toContain('Mijn naam klopt niet.')
    expect((await bart.visitor.get('/nl/account/data')).text).toContain('Kom maar kijken, groet van kanarie.')
    expect((await bart.visitor.post('/nl/shortlists', { title: 'Nieuw' })).location).toBe('/nl/account/restriction')
    const again = site.visitor('192.0.2.9')
    await again.post('/nl/sign-in/link', { email: bart.email })

    await bart.visitor.post('/nl/account/restriction/end')
    site.p.kept.changed('')
    expect(await whereBartShows(carla, stef.visitor, advert, thread)).toEqual(
      expect.arrayContaining(before.filter((path) => !path.startsWith('/nl/desk'))),
    )
    // The mail that waited leaves.
    expect((await site.mails()).filter(({ to }) => to === bart.email).length).toBeGreaterThan(0)
  })

  test('counts in no figure', async () => {
    const { p } = site
    const bart = await signedUp(site, { firstName: 'Bart' })
    const advert = await advertOf(site, bart.personId)
    const seekers = []
    for (let n = 0; n < 3; n++) {
      const seeker = await signedUp(site, { firstName: 'An' })
      await bart.visitor.post(await replied(site, seeker, advert, 'Dag'), { text: 'Kom kijken' })
      seekers.push(seeker)
    }
    site.clock.pass(hours(1))
    const replies = async () => (await figuresOf(p.db, bart.personId, p.clock.now())).replies
    expect(await replies()).toBe(3)
    await restrict(p, seekers[0]!.personId, { ground: 'claims' })
    await object(p, seekers[1]!.personId, 'answering')
    expect(await replies()).toBe(1)
    await object(p, bart.personId, 'answering')
    expect(await replies()).toBe(0)
    await takeObjectionBack(p, bart.personId, 'answering')
    await takeObjectionBack(p, seekers[1]!.personId, 'answering')
    await lift(p, seekers[0]!.personId)
    expect(await replies()).toBe(3)
  })

  test('by staff: the person is told and reads why; lifting is announced, and comes three days later', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const stef = await memberOfStaff(site, 'moderator')
    const path = `/nl/desk/people/${an.personId}`
    expect((await stef.visitor.post(`${path}/restriction`, { ground: 'claims' })).status).toBe(422)
    await stef.visitor.post(`${path}/restriction`, { ground: 'claims', reason: 'Je schreef ons op 20 november.' })
    const [told] = (await site.mails()).filter(({ to }) => to === an.email)
    expect(told?.text).toContain('alleen bewaard')
    expect((await an.visitor.get('/nl/account/restriction')).text).toContain('Je schreef ons op 20 november.')
    await stef.visitor.post(`${path}/restriction/end`)
    await liftDue(site.p)
    expect((await an.visitor.get('/nl/account')).status).toBe(303)
    site.clock.pass(days(3))
    // Before it is lifted, the person is told: article 18(3).
    await liftDue(site.p)
    expect((await an.visitor.get('/nl/account')).status).toBe(303)
    const [coming] = (await site.mails()).filter(({ to }) => to === an.email)
    expect(coming?.text).toContain('Dat eindigt op')
    await liftDue(site.p)
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })

  test('is obeyed at once by every node, also in pages kept in memory', async () => {
    const { pool } = site.p.connection
    const other = await siteWith(
      { KEYS_DIR: site.p.config.keysDir, DATA_DIR: site.p.config.dataDir },
      { connection: connect(pool.options) },
    )
    other.clock.pass(site.clock.now().getTime() - other.clock.now().getTime())
    const { kept, connection } = other.p
    const stop = hear(connection, { on: { listings: kept.changed }, begin: kept.begin, lost: kept.end })
    try {
      await vi.waitUntil(() => kept.generation() !== undefined, { timeout: 10_000, interval: 5 })
      const bart = await signedUp(site, { firstName: 'Bart' })
      const { publicId } = await placed(site, bart.personId, { title: 'Kot met torentje' })
      const path = `/nl/rooms/${publicId}`
      await vi.waitUntil(async () => (await other.visitor().get(path)).status === 200 && kept.pages.size > 0, { timeout: 10_000 })
      await bart.visitor.post('/nl/account/restriction', { ground: 'unlawful' })
      await vi.waitUntil(async () => (await other.visitor().get(path)).status !== 200, { timeout: 5_000, interval: 5 })
      const there = other.visitor()
      for (const [name, value] of bart.visitor.cookies) there.cookies.set(name, value)
      expect((await there.get('/nl/account')).location).toBe('/nl/account/restriction')
      await there.post('/nl/account/restriction/end')
      expect((await bart.visitor.get('/nl/account')).status).toBe(200)
      expect((await site.visitor().get(path)).status).toBe(200)
    } finally {
      await stop()
      await other.close()
    }
  })

  test('is done again in a database that was put back from before', async () => {
    const { p } = site
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    await restrict(p, bart.personId, { ground: 'claims' })
    const before = await p.db.selectFrom('ledger_position').select(['seq', 'hash']).executeTakeFirstOrThrow()
    await restrict(p, an.personId, { ground: 'unlawful' })
    await object(p, an.personId, 'demand')
    await object(p, an.personId, 'answering')
    await takeObjectionBack(p, an.personId, 'answering')
    await lift(p, bart.personId)
    // As the backup had it.
    await p.db.deleteFrom('restrictions').where('person_id', '=', an.personId).execute()
    await p.db.deleteFrom('objections').where('person_id', '=', an.personId).execute()
    await p.db
      .insertInto('restrictions')
      .values({ id: randomUUID(), person_id: bart.personId, ground: 'claims', by_staff: false, at: p.clock.now() })
      .execute()
    await p.db.updateTable('ledger_position').set(before).execute()
    for (let twice = 0; twice < 2; twice++) {
      await catchUp(p)
      expect([...(await whoRest(p.db, [an.personId, bart.personId]))]).toEqual([an.personId])
      const objected = await p.db
        .selectFrom('objections')
        .select(['purpose', 'stops'])
        .where('person_id', '=', an.personId)
        .execute()
      expect(objected).toEqual([{ purpose: 'demand', stops: true }])
    }
  })

  test('is in the copy, and goes with the person', async () => {
    const { p } = site
    const an = await signedUp(site, { firstName: 'An' })
    await restrict(p, an.personId, { ground: 'accuracy', reason: 'mark-restriction' })
    await object(p, an.personId, 'fraud', 'mark-objection')
    const copy = JSON.stringify(await copyOf(p, an.personId, 'nl'))
    expect(copy).toContain('mark-restriction')
    expect(copy).toContain('mark-objection')
    await erase(p, an.personId)
    for (const table of ['restrictions', 'objections'] as const)
      expect(await p.db.selectFrom(table).select('id').where('person_id', '=', an.personId).execute()).toEqual([])
  })
})

describe('G8, K26, K30: who objects', () => {
  test('stops it with one button, and starts it with another', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const stops = () =>
      site.p.db.selectFrom('objections').select(['purpose', 'stops']).where('person_id', '=', an.personId).execute()
    await an.visitor.post('/nl/account/objections/demand')
    expect(await stops()).toEqual([{ purpose: 'demand', stops: true }])
    expect((await an.visitor.get('/nl/account/objections')).text).toContain('Gestopt, sinds je bezwaar')
    await an.visitor.post('/nl/account/objections/demand/end')
    expect(await stops()).toEqual([])
    expect((await an.visitor.post('/nl/account/objections/publishing')).status).toBe(404)
  })

  test('to what is weighed has an answer from the officer, who reads the reason only in writing', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const nora = await memberOfStaff(site, 'officer', { firstName: 'Nora' })
    await an.visitor.post('/nl/account/objections/disputes', { reason: 'Ik heb geen geschil.' })
    const { id, stops } = await site.p.db
      .selectFrom('objections')
      .select(['id', 'stops'])
      .where('person_id', '=', an.personId)
      .executeTakeFirstOrThrow()
    expect(stops).toBe(true)
    expect((await nora.visitor.get('/nl/desk')).html).toContain(`/nl/desk/objections/${id}`)
    const path = `/nl/desk/objections/${id}`
    expect((await nora.visitor.get(path)).text).not.toContain('Ik heb geen geschil.')
    await nora.visitor.post(`${path}/reading`)
    expect((await nora.visitor.get(path)).text).toContain('Ik heb geen geschil.')
    expect((await nora.visitor.post(path, { decision: 'refuse' })).status).toBe(422)
    await nora.visitor.post(path, { decision: 'refuse', answer: 'Er loopt een zaak bij de vrederechter.' })
    expect((await an.visitor.get('/nl/account/objections')).text).toContain('Er loopt een zaak bij de vrederechter.')
    expect((await site.mails()).find(({ to }) => to === an.email)?.subject).toContain('bezwaar')
    expect((await nora.visitor.get('/nl/desk')).html).not.toContain(path)
  })
})
