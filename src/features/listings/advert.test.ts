import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { dayOf, days } from '../../platform/clock'
import { signedUp } from '../accounts/testing'
import { hold, refuse, release } from './moderation'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const statusOf = async (id: string) =>
  (await site.p.db.selectFrom('listings').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
const atDesk = (act: typeof hold, id: string) => site.p.db.transaction().execute((trx) => act(site.p, trx, id))

describe('the page of an advert', () => {
  test('says the total first, and where it is without saying the house', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    const page = await site.visitor().get(`/en/rooms/${publicId}`)
    expect(page.text.indexOf('€510')).toBeLessThan(page.text.indexOf('€450'))
    expect(page.text).toContain('Naamsestraat, 3000 Leuven')
    expect(page.text).toMatch(/KU Leuven .* about \d/)
    expect(page.html).toContain('<h1 lang="nl">')
    expect(page.text).toContain('10 months: €4,500 rent, €600 charges, €900 deposit, returned.')
    const short = await site.visitor().get(`/en/rooms/${publicId}?months=5`)
    expect(short.text).toContain('€3,450 in all, of which €900 comes back. Is let for 10 months or more.')
    expect(page.text).toContain('Room (kot) What a student room is called in Belgium')
  })

  test('is asked for again each time: what its owner takes offline is gone at once', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    const cacheFor = async (who: Visitor) => (await who.get(`/nl/rooms/${publicId}`)).headers.get('cache-control')
    expect(await cacheFor(site.visitor())).toBe('public, no-cache')
    expect(await cacheFor(bart.visitor)).toBe('private, no-store')
  })

  test('its owner sees what others do not, and says so', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    await atDesk(hold, id)
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(404)
    const own = await bart.visitor.get(`/nl/rooms/${publicId}`)
    expect(own.status).toBe(200)
    expect(own.text).toContain('Alleen jij ziet ze nu: Wordt nagekeken')
    expect(own.headers.get('cache-control')).toBe('private, no-store')
  })

  test('when gone, says so and offers what resembles it', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const gone = await placed(site, bart.personId, { place: 'hasselt', title: 'Kamer die weg is' })
    const other = await placed(site, bart.personId, { place: 'hasselt', title: 'Kamer die er nog is' })
    await bart.visitor.post(`/nl/adverts/${gone.publicId}/rental`)
    const page = await site.visitor().get(`/nl/rooms/${gone.publicId}`)
    expect(page.status).toBe(410)
    expect(page.text).toContain('Dit kot is verhuurd')
    expect(page.text).not.toContain('Kamer die weg is')
    expect(page.html).toContain(`/nl/rooms/${other.publicId}`)
  })

  test('goes by itself after the last day of the stay', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId, { availableUntil: dayOf(site.clock.now()) })
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(200)
    site.clock.pass(days(1))
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(410)
    expect((await bart.visitor.get('/nl/adverts')).text).toContain('De laatste dag is voorbij')
  })

  test('is not there for a name that is none', async () => {
    for (const name of ['bcdfghjkmnpq', 'x', '%00', '..'])
      expect((await site.visitor().get(`/nl/rooms/${name}`)).status, name).toBe(404)
  })

  test('markup in title and text stays text', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId, {
      title: '<img src=x onerror=alert(1)>',
      text: '<script>alert(1)</script>',
    })
    const { html } = await site.visitor().get(`/nl/rooms/${publicId}`)
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('<script>alert')
  })
})

describe('the desk', () => {
  test('holds, releases and refuses; a refused advert that is changed waits for another look', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    await site.mails()
    await atDesk(hold, id)
    expect(await statusOf(id)).toBe('held')
    await bart.visitor.post(`/nl/adverts/${publicId}/publication`)
    expect(await statusOf(id)).toBe('held')
    await atDesk(release, id)
    expect(await statusOf(id)).toBe('published')
    const letters = await site.mails()
    expect(letters.map(({ subject }) => subject).sort()).toEqual(['Je advertentie staat online', 'We kijken je advertentie na'])
    await atDesk(refuse, id)
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(404)
    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const done = await bart.visitor.post((location ?? '').replace('/check', '/publication'))
    expect(done.location).toBe(`/nl/adverts?held=${publicId}`)
    expect(await statusOf(id)).toBe('held')
  })

  test('is not there for others', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id } = await placed(site, bart.personId)
    expect((await bart.visitor.get(`/nl/desk/adverts/${id}`)).status).toBe(404)
    for (const noun of ['hold', 'release', 'refusal'])
      expect((await bart.visitor.post(`/nl/desk/adverts/${id}/${noun}`)).status).toBe(404)
    expect(await statusOf(id)).toBe('published')
    expect((await site.visitor().get(`/nl/desk/adverts/${id}`)).location).toContain('/sign-in')
  })
})

describe('favourites', () => {
  test('are kept and dropped, and found back', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const an = await signedUp(site, { firstName: 'An' })
    const { publicId } = await placed(site, bart.personId, { title: 'Kamer om te bewaren' })
    const toggle = (who: Visitor, fields = {}) => who.post(`/nl/rooms/${publicId}/favourite`, fields)
    expect((await an.visitor.get('/nl/favourites')).text).toContain('Nog niets bewaard')
    expect((await toggle(an.visitor, { keep: '1', to: '/nl/favourites' })).location).toBe('/nl/favourites')
    await toggle(an.visitor, { keep: '1' })
    expect((await an.visitor.get('/nl/favourites')).text).toContain('Kamer om te bewaren')
    await bart.visitor.post(`/nl/adverts/${publicId}/pause`)
    const page = await an.visitor.get('/nl/favourites')
    expect(page.text).not.toContain('Kamer om te bewaren')
    expect(page.text).toContain('1 kot dat je bewaarde, is niet meer te zien')
    await bart.visitor.post(`/nl/adverts/${publicId}/publication`)
    await toggle(an.visitor)
    expect((await an.visitor.get('/nl/favourites')).text).toContain('Nog niets bewaard')
  })

  test('lead back to pages of ours alone, and ask who is not signed in to do so', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const an = await signedUp(site, { firstName: 'An' })
    const { publicId } = await placed(site, bart.personId)
    for (const to of ['https://example.com', '//example.com', '/nl//example.com', '/\\example.com', 'javascript:alert(1)'])
      expect((await an.visitor.post(`/nl/rooms/${publicId}/favourite`, { to })).location, to).toBe(`/nl/rooms/${publicId}`)
    expect((await site.visitor().post(`/nl/rooms/${publicId}/favourite`)).location).toBe(
      `/nl/sign-in?to=${encodeURIComponent(`/nl/rooms/${publicId}`)}`,
    )
  })
})

describe('an imported advert', () => {
  test('shows its source, and is claimed by its owner', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(
      site,
      null,
      {},
      { status: 'published', source: { name: 'Voorbeeldkoten', id: '17', url: 'https://example.org/17' } },
    )
    const page = await bart.visitor.get(`/nl/rooms/${publicId}`)
    expect(page.text).toContain('Overgenomen van Voorbeeldkoten')
    const path = `/nl/rooms/${publicId}/claim`
    expect((await bart.visitor.post(path, { explanation: 'x' })).status).toBe(422)
    expect((await bart.visitor.post(path, { explanation: 'Ik sta daar als Kotbaas Bart.' })).status).toBe(303)
    expect((await bart.visitor.get(path)).text).toContain('We kijken het na')
    const [claim] = await site.p.db.selectFrom('claims').select(['id', 'explanation', 'person_id']).execute()
    expect(claim?.explanation.bytes.toString('latin1')).not.toContain('Kotbaas')
    const { settleClaim } = await import('./moderation')
    const settle = () => site.p.db.transaction().execute((trx) => settleClaim(site.p, trx, claim?.id ?? '', true))
    expect(await settle()).toBe(true)
    expect(await settle()).toBe(false)
    expect((await bart.visitor.get('/nl/adverts')).text).toContain('Nog aan te vullen')
    expect((await site.mails()).map(({ subject }) => subject)).toContain('De advertentie is van jou')
    expect((await bart.visitor.get(path)).status).toBe(404)
  })

  test('with an owner cannot be claimed', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const { publicId } = await placed(site, bart.personId)
    expect((await eve.visitor.get(`/nl/rooms/${publicId}/claim`)).status).toBe(404)
    expect((await eve.visitor.post(`/nl/rooms/${publicId}/claim`, { explanation: 'Die is echt van mij.' })).status).toBe(404)
  })
})

test('an advert is reported on a page of its own', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const { publicId } = await placed(site, bart.personId, { title: 'Te mooi om waar te zijn' })
  const page = await site.visitor().get(`/nl/rooms/${publicId}/report`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Te mooi om waar te zijn')
})
