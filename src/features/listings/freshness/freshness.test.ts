import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { days, hours } from '../../../platform/clock'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { placed } from '../testing'
import { askOwners, pauseSilent } from './ask'

let site: TestSite
let bart: SignedUp
beforeEach(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
  await site.mails()
})
afterEach(() => site.close())

const statuses = async () =>
  Object.fromEntries(
    (await site.p.db.selectFrom('listings').select(['title', 'status']).execute()).map(({ title, status }) => [title, status]),
  )
const night = async () => {
  await pauseSilent(site.p)
  await askOwners(site.p)
  return (await site.mails()).filter(({ to }) => to === bart.email)
}
const pathIn = linkIn
/** Bart's three adverts, placed over a fortnight, three weeks after the first. */
async function threeAdverts() {
  const adverts: Record<string, string> = {}
  for (const title of ['Kot onder het dak', 'Kot met tuin', 'Kot in de kelder']) {
    adverts[title] = (await placed(site, bart.personId, { title })).publicId
    site.clock.pass(days(title === 'Kot onder het dak' ? 5 : 12))
  }
  site.clock.pass(days(-8) + hours(1))
  return adverts
}

describe('whether an advert is still free', () => {
  test('is asked after three weeks, in one mail about all that are nearly due', async () => {
    await placed(site, bart.personId, { title: 'Kot onder het dak' })
    site.clock.pass(days(5))
    await placed(site, bart.personId, { title: 'Kot met tuin' })
    site.clock.pass(days(12))
    await placed(site, bart.personId, { title: 'Kot van gisteren' })
    site.clock.pass(days(4) - hours(1))
    expect(await night()).toEqual([])
    site.clock.pass(hours(2))
    const [letter, ...others] = await night()
    expect(others).toEqual([])
    expect(letter?.subject).toBe('Zijn je 2 kamers op Dorpel nog vrij?')
    expect(letter?.text).toContain('Kot met tuin')
    expect(letter?.text).not.toContain('Kot van gisteren')
    expect(await night()).toEqual([])
  })

  test('is answered without signing in, by a button each; opening the page changes nothing', async () => {
    const adverts = await threeAdverts()
    const [letter] = await night()
    const path = pathIn(letter)
    const before = await site.p.db.selectFrom('listings').selectAll().orderBy('id').execute()
    const visitor = site.visitor()
    const page = await visitor.get(path)
    expect(page.text).toContain('Kot onder het dak')
    expect(await site.p.db.selectFrom('listings').selectAll().orderBy('id').execute()).toEqual(before)
    const answer = (title: string, answer: string) => visitor.post(path, { advert: adverts[title] ?? '', answer })
    expect((await visitor.follow(await answer('Kot onder het dak', 'free'))).text).toContain('vandaag bevestigd')
    const rented = await visitor.follow(await answer('Kot met tuin', 'rented'))
    expect(rented.html).toContain(`href="/nl/messages/adverts/${adverts['Kot met tuin']}/rented"`)
    expect(await statuses()).toEqual({
      'Kot onder het dak': 'published',
      'Kot met tuin': 'rented',
      'Kot in de kelder': 'published',
    })
    expect((await visitor.get(path)).text).toContain('Alles is bijgewerkt')
    site.clock.pass(days(8))
    await night()
    expect((await statuses())['Kot onder het dak']).toBe('published')
    expect((await visitor.get(path)).status).toBe(410)
    const card = (await site.visitor().get('/nl/rooms')).text
    expect(card).toContain('bevestigd vorige week')
  })

  test('all at once', async () => {
    const adverts = await threeAdverts()
    const path = pathIn((await night())[0])
    await site.visitor().post(path, { advert: Object.values(adverts), answer: 'free' })
    expect((await site.visitor().get(path)).text).toContain('Alles is bijgewerkt')
  })

  test('pauses what nobody answers for, says so kindly, and comes back with one press', async () => {
    const { publicId } = await placed(site, bart.personId, { title: 'Kot onder het dak' })
    site.clock.pass(days(22))
    expect(await night()).toHaveLength(1)
    site.clock.pass(days(6))
    expect(await night()).toEqual([])
    site.clock.pass(days(1))
    const [letter] = await night()
    expect(letter?.subject).toBe('Je advertentie op Dorpel is gepauzeerd')
    expect(await statuses()).toEqual({ 'Kot onder het dak': 'paused' })
    expect((await bart.visitor.get('/nl/adverts')).text).toContain('Gepauzeerd omdat we niets van je hoorden')
    await site.visitor().post(pathIn(letter), { advert: publicId, answer: 'free' })
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(200)
    expect((await bart.visitor.get('/nl/adverts')).text).not.toContain('Gepauzeerd omdat')
  })

  test('concerns only the adverts of who got the mail, and only those that were asked about', async () => {
    const carla = await signedUp(site, { firstName: 'Carla' })
    const hers = await placed(site, carla.personId, { title: 'Kot van Carla' })
    const paused = await placed(site, bart.personId, { title: 'Zelf gepauzeerd' })
    await bart.visitor.post(`/nl/adverts/${paused.publicId}/pause`)
    await placed(site, bart.personId, { title: 'Kot onder het dak' })
    site.clock.pass(days(22))
    const path = pathIn((await night())[0])
    for (const { publicId } of [hers, paused])
      expect((await site.visitor().post(path, { advert: publicId, answer: 'free' })).status).toBe(303)
    await site.visitor().post(path, { advert: hers.publicId, answer: 'rented' })
    expect(await statuses()).toMatchObject({ 'Kot van Carla': 'published', 'Zelf gepauzeerd': 'paused' })
    expect((await site.visitor().post(path, { advert: 'x', answer: 'free' })).status).toBe(200)
    expect((await site.visitor().get(`${path.slice(0, -3)}abc`)).status).toBe(410)
  })

  test('is asked at once when a visitor says it is let, not more than once in three days, and nobody learns who said so', async () => {
    const { publicId } = await placed(site, bart.personId, { title: 'Kot onder het dak' })
    const visitor = site.visitor()
    expect((await visitor.get(`/nl/rooms/${publicId}`)).text).toContain('Al verhuurd?')
    site.clock.pass(days(2))
    expect((await visitor.follow(await visitor.post(`/nl/rooms/${publicId}/let`))).text).toContain('We vragen de adverteerder')
    await visitor.post(`/nl/rooms/${publicId}/let`)
    expect((await site.mails()).map(({ subject }) => subject)).toEqual(['Is je kamer op Dorpel nog vrij?'])
    expect((await site.visitor().post('/nl/rooms/zzzzzzzzzzzz/let')).status).toBe(404)
    const imported = await placed(site, null, { title: 'Van niemand' })
    expect((await visitor.get(`/nl/rooms/${imported.publicId}`)).text).not.toContain('Al verhuurd?')
  })
})
