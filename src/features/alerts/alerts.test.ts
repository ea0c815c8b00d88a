import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days, hours } from '../../platform/clock'
import { sweepTerms } from '../../privacy/sweep'
import { signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { minute } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const price = (publicId: string, rent: number) =>
  site.p.db.transaction().execute(async (trx) => {
    const { id } = await trx
      .updateTable('listings')
      .set({ rent })
      .where('public_id', '=', publicId)
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.p.emit(trx, 'listing.changed', { listing: id, person: null })
  })
const change = async (publicId: string) => {
  const { id } = await site.p.db.selectFrom('listings').select('id').where('public_id', '=', publicId).executeTakeFirstOrThrow()
  await site.p.emit(site.p.db, 'listing.changed', { listing: id, person: null })
}
const saves = async (query: string, frequency: string, given: { atNight?: string } = {}) => {
  const an = await signedUp(site, { firstName: 'An', language: 'en' })
  const asked = await an.visitor.get(`/en/alerts/new?${query}`)
  expect(asked.status).toBe(200)
  expect((await an.visitor.post('/en/alerts', { query, frequency, ...given })).location).toBe('/en/alerts?done=saved')
  const letters = async () => (await minute(site)).filter(({ to }) => to === an.email)
  await letters()
  return { ...an, letters }
}
const inLeuven = { place: 'leuven', chargesMode: 'included', charges: null } as const

describe('a saved search', () => {
  test('mails what is new, once, and again when it is cheaper', async () => {
    const old = await placed(site, null, { ...inLeuven, title: 'Was here before' })
    const an = await saves('where=leuven&max=600', 'atOnce')
    await change(old.publicId)
    expect(await an.letters()).toEqual([])
    const one = await placed(site, null, { ...inLeuven, rent: 500_00, title: 'Room with a view' })
    await placed(site, null, { ...inLeuven, rent: 700_00 })
    await placed(site, null, { ...inLeuven, place: 'gent', postcode: '9000', point: { lat: 51.05, lon: 3.72 } })
    const [letter, ...more] = await an.letters()
    expect(more).toEqual([])
    expect(letter?.subject).toBe('1 new: Rooms in Leuven, up to €600')
    expect(letter?.text).toContain('€500 a month · Room with a view · Leuven')
    expect(letter?.text).toContain(`/en/rooms/${one.publicId}`)
    await change(one.publicId)
    await price(one.publicId, 520_00)
    expect(await an.letters()).toEqual([])
    await price(one.publicId, 510_00)
    expect(await an.letters()).toEqual([])
    await price(one.publicId, 450_00)
    expect((await an.letters())[0]?.text).toContain('€450 a month (was €500) · Room with a view')
    await price(old.publicId, 650_00)
    await price(old.publicId, 440_00)
    expect((await an.letters())[0]?.text).toContain('€440 a month (was €450) · Was here before')
  })

  test('never cuts silently: it says how many there are, and leads to all of them', async () => {
    const an = await saves('where=leuven&kind=studio', 'daily')
    const made = await Promise.all(Array.from({ length: 17 }, () => placed(site, null, { ...inLeuven, kind: 'studio' })))
    expect(await an.letters()).toEqual([])
    site.clock.pass(hours(23))
    const [letter, ...more] = await an.letters()
    expect(more).toEqual([])
    expect(letter?.subject).toBe('17 new: Studios in Leuven')
    expect(letter?.text).toContain('Here are 14 of 17.')
    expect(letter?.text.match(/\/rooms\//g)).toHaveLength(14)
    const all = await site.visitor().get(/http\S+\?of=[0-9a-f-]+/.exec(letter?.text ?? '')?.[0] ?? '')
    expect(all.headers.get('cache-control')).toBe('private, no-store')
    for (const { publicId } of made) expect(all.html).toContain(`/en/rooms/${publicId}`)
    await placed(site, null, { ...inLeuven, kind: 'studio' })
    expect(await an.letters()).toEqual([])
  })

  test('is quiet at night, unless it was asked not to be', async () => {
    const [an, eva] = [
      await saves('where=leuven&size=60', 'atOnce'),
      await saves('where=leuven&size=60', 'atOnce', { atNight: '1' }),
    ]
    while (site.clock.now().getUTCHours() !== 22) site.clock.pass(hours(1))
    await placed(site, null, { ...inLeuven, size: 70 })
    const night = (await minute(site)).map(({ to }) => to)
    expect(night).toContain(eva.email)
    expect(night).not.toContain(an.email)
    site.clock.pass(hours(9))
    expect(await an.letters()).toHaveLength(1)
    expect(await eva.letters()).toEqual([])
  })

  test('stops by one press of a mail program, without signing in; by a link nothing happens before the button', async () => {
    const an = await saves('where=leuven&size=80', 'atOnce')
    await placed(site, null, { ...inLeuven, size: 90 })
    const [letter] = await an.letters()
    expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const [, url = ''] = /^<(\S+)>$/.exec(letter?.headers?.['List-Unsubscribe'] ?? '') ?? []
    const path = new URL(url).pathname
    const stranger = site.visitor('203.0.113.9')
    expect((await stranger.get(path)).status).toBe(200)
    const page = await stranger.get(path.replace('/unsubscription', ''))
    expect(page.text).not.toContain('no more mails')
    const press = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
    expect((await stranger.post(path.replace('/unsubscription', '/renewal'), {}, press)).status).toBe(403)
    const wrong = path.replace(/.(?=\/unsubscription)/, (last) => (last === 'a' ? 'b' : 'a'))
    expect((await stranger.post(wrong, { 'List-Unsubscribe': 'One-Click' }, press)).status).toBe(404)
    expect((await stranger.post(path, { 'List-Unsubscribe': 'One-Click' }, press)).status).toBe(200)
    await placed(site, null, { ...inLeuven, size: 95 })
    expect(await an.letters()).toEqual([])
    expect((await an.visitor.get('/en/alerts')).text).toContain('No mails')
  })

  test('sends nothing to who turned such mails off', async () => {
    const an = await saves('where=leuven&size=100', 'atOnce')
    await an.visitor.post('/en/account/settings/notifications', { notifications: 'messages' })
    await placed(site, null, { ...inLeuven, size: 110 })
    expect(await an.letters()).toEqual([])
    expect((await an.visitor.get('/en/alerts')).text).toContain('You turned off mails about searches')
  })

  test('is kept before there is an account, mailed about once the address is confirmed, and gone with what never was', async () => {
    const stranger = site.visitor('203.0.113.31')
    const query = 'where=leuven&size=61'
    const who = { firstName: 'Mei', email: 'mei@example.org', userName: '', password: 'drie trappen hoog' }
    const slip = await stranger.post('/en/alerts', { query, frequency: 'daily', ...who, email: 'mei' })
    expect([slip.status, slip.html.includes('href="#field-email"'), slip.html.includes('value="Mei"')]).toEqual([422, true, true])
    expect(slip.html).toMatch(/value="daily"[^>]*checked/)
    expect((await stranger.post('/en/alerts', { query, frequency: 'atOnce', ...who })).location).toBe('/en/register/sent')
    const never = site.visitor('203.0.113.32')
    await never.post('/en/alerts', { query, frequency: 'atOnce', ...who, email: 'never@example.org' })
    const letters = await site.mails()
    await placed(site, null, { ...inLeuven, size: 70 })
    expect((await minute(site)).filter(({ to }) => to.includes('never') || to.includes('mei@'))).toEqual([])
    const link = linkIn(letters.find(({ to }) => to === 'mei@example.org'))
    expect((await stranger.post(new URL(link, 'http://x').pathname, { to: '/en/alerts' })).location).toBe('/en/alerts')
    expect((await stranger.get('/en/alerts')).text).toContain('Rooms in Leuven, at least 61 m²')
    await placed(site, null, { ...inLeuven, size: 72 })
    expect((await minute(site)).map(({ to }) => to)).toContain('mei@example.org')
    const kept = () => rowsIn(site.p.db, 'saved_searches')
    const before = (await kept()).length
    site.clock.pass(days(8))
    await sweepTerms(site.p)
    expect(await kept()).toHaveLength(before - 1)
    // Who had an account all along finds it there.
    const an = await signedUp(site, { firstName: 'An', language: 'en' })
    await site.visitor('203.0.113.33').post('/en/alerts', { query, frequency: 'weekly', ...who, email: an.email })
    const known = linkIn((await site.mails()).find(({ to }) => to === an.email))
    await an.visitor.post(new URL(known, 'http://x').pathname)
    expect((await an.visitor.get('/en/alerts')).text).toContain('Rooms in Leuven, at least 61 m²')
  })

  test('is kept while somebody comes to sign in, and is changed, paused and deleted by its owner alone', async () => {
    const an = await signedUp(site, { firstName: 'An', language: 'en' })
    const stranger = site.visitor('203.0.113.10')
    expect((await stranger.get('/en/alerts/new?where=gent&from=2027-02-01')).text).toContain('from 1 February 2027')
    const led = await stranger.get('/en/alerts/new?where=gent&max=450')
    expect(led.html).toContain('href="/en/sign-in?to=%2Fen%2Falerts%2Fnew"')
    for (const [name, value] of an.visitor.cookies) stranger.cookies.set(name, value)
    const asked = await stranger.get('/en/alerts/new')
    expect(asked.text).toContain('Rooms in Ghent, up to €450')
    await stranger.post('/en/alerts', { query: 'where=gent&max=450', frequency: 'weekly' })
    expect(stranger.cookies.has('search')).toBe(false)
    await stranger.post('/en/alerts', { query: 'max=450&where=Gand&sort=price', frequency: 'daily' })
    const list = await an.visitor.get('/en/alerts')
    expect(list.text.match(/Rooms in Ghent, up to €450/g)).toHaveLength(1)
    expect(list.text).toContain('At most one a day')
    const [, one = ''] = /action="(\/en\/alerts\/[0-9a-f-]{36})\/pause"/.exec(list.html) ?? []
    const other = await signedUp(site, { firstName: 'Bart' })
    for (const path of [one, `${one}/pause`, `${one}/removal`])
      expect((await other.visitor.post(path, { frequency: 'none' })).status).toBe(404)
    expect((await other.visitor.get(one)).status).toBe(404)
    expect((await an.visitor.post(one, { frequency: 'weekly', atNight: '1' })).location).toContain('done=changed')
    expect((await an.visitor.get('/en/alerts')).text).toContain('At most one a week At night too')
    await an.visitor.post(`${one}/removal`)
    expect((await an.visitor.get('/en/alerts')).text).toContain('You have no saved searches yet')
    expect((await an.visitor.get('/en/alerts/new')).text).toContain('nothing to save')
  })

  test('ends after six months, after a warning whose link renews it', async () => {
    const an = await saves('where=mechelen', 'weekly')
    const run = async () => {
      await site.p.jobs.send(site.p.db, 'alerts.ending', {})
      await site.p.jobs.send(site.p.db, 'privacy.terms', {})
      return (await site.mails()).filter(({ to }) => to === an.email)
    }
    site.clock.pass(days(160))
    expect(await run()).toEqual([])
    site.clock.pass(days(10))
    const [letter] = await run()
    expect(letter?.subject).toBe('Still looking? Rooms in Mechelen (Antwerp)')
    expect(await run()).toEqual([])
    const path = linkIn(letter)
    await site.visitor().post(`${path}/renewal`)
    site.clock.pass(days(30))
    expect(await run()).toEqual([])
    expect((await site.visitor().get(path)).status).toBe(200)
    site.clock.pass(days(160))
    await run()
    expect((await site.visitor().get(path)).status).toBe(404)
  })

  test('lies sealed', async () => {
    const inBrugge = { place: 'brugge', postcode: '8000', rent: 321_00, chargesMode: 'included', charges: null } as const
    const { id } = await placed(site, null, inBrugge)
    await Promise.all([saves('where=brugge&max=333', 'atOnce'), saves('where=brugge&max=333', 'weekly')])
    const rows = async (table: 'saved_searches' | 'found_adverts') =>
      JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(site.p.db)).rows)
    expect(await rows('saved_searches')).not.toMatch(/brugge|333/)
    expect(await rows('found_adverts')).not.toMatch(new RegExp(`${id}|32100`))
    const { n } = await site.p.db
      .selectFrom('found_adverts')
      .select((of) => of.fn.countAll<number>().as('n'))
      .groupBy('advert_key')
      .orderBy('n', 'desc')
      .executeTakeFirstOrThrow()
    expect(n, 'the same advert of two searches cannot be told to be the same').toBe(1)
  })
})
