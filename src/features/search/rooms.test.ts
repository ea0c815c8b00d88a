import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { languages } from '../../std/words'
import { countIn } from '../../std/written'
import { signedUp } from '../accounts/testing'
import { mayBePublic } from '../listings'
import { names } from './parameters'
import { countedUpTo } from './results'
import { adverts } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
  await adverts(site, [
    {
      title: 'Kot aan de Coupure',
      street: 'Coupure',
      postcode: '9000',
      rent: 44_500,
      size: 18,
      bath: 'own',
      charges_mode: 'included',
    },
    { title: 'Kot met tuin', text: 'Grote tuin', rent: 38_000, postcode: '9000' },
    { title: 'Studio onder het dak', kind: 'studio', rent: 61_000, kitchen: 'own', bath: 'own', furnished: true },
    {
      title: 'Chambre lumineuse',
      language: 'fr',
      place_id: 'louvain-la-neuve',
      region: 'BE-WAL',
      cell_lat: 50.669,
      cell_lon: 4.612,
      rent: 41_000,
    },
  ])
})
afterAll(() => site.close())
const get = (path: string) => site.visitor().get(path)

describe('the page of rooms', () => {
  test('names what it shows, counts it and links to it', async () => {
    const page = await get('/nl/rooms?where=gent')
    expect(page.status).toBe(200)
    expect(page.html).toContain('<h1>Koten in Gent</h1>')
    expect(page.text).toContain('3 koten')
    expect(page.text).toContain('€ 445 per maand, kosten inbegrepen Kot aan de Coupure Kot · Coupure, 9000 Gent')
    expect(page.html).toContain('href="http://localhost:3000/nl/rooms?where=gent"')
    expect(page.text).not.toContain('Chambre lumineuse')
    expect((await get('/fr/rooms?kind=studio')).html).toContain('<h1>Studios à louer</h1>')
    expect((await get('/en/rooms?campus=ugent-tweekerken')).text).toMatch(
      /about \d+(\.\d)? (k?m) from UGent Campus Tweekerken, about \d+ minutes by bike/,
    )
  })

  test('of several campuses the nearest is said, and each can be taken away', async () => {
    const page = await get('/en/rooms?campus=ku-leuven-hallen&campus=ugent-tweekerken')
    expect(page.html).toMatch(/<h1>Rooms [^<]*near [^<]+ or UGent Campus Tweekerken/)
    expect(page.text).toMatch(/from UGent Campus Tweekerken, about \d+ minutes/)
    expect(page.html).toContain('href="/en/rooms?campus=ku-leuven-hallen"')
    expect(page.html).toContain('href="/en/rooms?campus=ugent-tweekerken"')
  })

  test('an advert in another language says so', async () => {
    expect((await get('/nl/rooms')).html).toMatch(/lang="fr"[^>]*>Chambre lumineuse/)
  })

  test('sends an address that could be simpler to the one of the search', async () => {
    const page = await get('/nl/rooms?where=Gand&max=500&q=&kind=studio&kind=kot&sort=newest')
    expect([page.status, page.location]).toEqual([302, '/nl/rooms?where=gent&kind=kot&kind=studio&max=500'])
    expect((await get(page.location ?? '')).status).toBe(200)
  })

  test('says what it left out, and what it forgave', async () => {
    const page = await get('/nl/rooms?where=Gendt&max=veel&geslacht=v')
    expect(page.status).toBe(200)
    expect(page.text).toContain('weggelaten: hoogste prijs “veel”, geslacht “v”')
    const slip = await get('/en/rooms?where=Luven&max=500')
    expect(slip.text).toContain('We know no place called “Luven”. You see rooms for Leuven.')
    expect(slip.html).toMatch(/<a href="\/en\/rooms\?where=louvain-la-neuve&amp;max=500">/)
  })

  test('counts each option as if its own filter were off', async () => {
    const { text } = await get('/nl/rooms?where=gent&kind=studio&bath=own')
    expect(text).toContain('Kot 1 Studio 1 Appartement 0')
    expect(text).toContain('Eigen badkamer 1 Eigen keuken 1')
  })

  test('every filter can be taken away', async () => {
    const { html } = await get('/nl/rooms?where=gent&kind=kot&kind=studio&max=700')
    const chips = [...html.matchAll(/class="chip" href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))
    expect(chips).toEqual([
      '/nl/rooms?kind=kot&kind=studio&max=700',
      '/nl/rooms?where=gent&kind=studio&max=700',
      '/nl/rooms?where=gent&kind=kot&max=700',
      '/nl/rooms?where=gent&kind=kot&kind=studio',
    ])
  })

  test('finding nothing names what to drop, with what that finds', async () => {
    const { html, text } = await get('/nl/rooms?where=gent&q=tuin&max=500&bath=own')
    expect(text).toContain('Geen kot voldoet aan alles')
    expect(text).toContain('Zonder “tuin” 1 kot')
    expect(text).toContain('Zonder “Eigen badkamer” 1 kot')
    expect(text).not.toContain('Zonder “tot € 500”')
    expect(html).toContain('href="/nl/rooms?where=gent&amp;max=500&amp;bath=own"')
    const hopeless = await get('/nl/rooms?where=lier&q=zwembad&max=100')
    expect(hopeless.text).toContain('Ook met één voorwaarde minder is er nu niets')
  })

  test('is kept by all when nobody is signed in; who is has the buttons to keep an advert', async () => {
    const anyone = await get('/nl/rooms?where=gent')
    expect(anyone.headers.get('cache-control')).toBe('public, max-age=30')
    expect(anyone.headers.get('vary')).toMatch(/cookie/i)
    expect(anyone.html).not.toContain('/favourite')
    const an = await signedUp(site, { firstName: 'An' })
    const { id } = await site.p.db
      .selectFrom('listings')
      .select('id')
      .where('title', '=', 'Kot met tuin')
      .executeTakeFirstOrThrow()
    await site.p.db
      .insertInto('favourites')
      .values({ id: crypto.randomUUID(), person_id: an.personId, listing_id: id, created_at: site.clock.now() })
      .execute()
    const own = await an.visitor.get('/nl/rooms?where=gent')
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(own.html).toContain('aria-label="Niet meer bewaren: Kot met tuin"')
    expect(own.html).toContain('aria-label="Bewaren: Kot aan de Coupure"')
    expect(own.html).toContain('name="to" value="/nl/rooms?where=gent"')
  })

  test('a cursor to where nothing is any more leads back', async () => {
    const page = await get('/nl/rooms?where=gent&page=4~1~00000000000040008000000000000000')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hier houdt de lijst op')
    expect(page.html).toContain('name="robots" content="noindex"')
  })

  test.each([
    'where=%00',
    'where=%ff%fe',
    `where=${'a'.repeat(5000)}`,
    'q=%27%20or%201%3D1--',
    'q=%F0%9F%8F%A0%E2%80%AE%D7%A9',
    `q=${'('.repeat(300)}`,
    'q=a%20%3A*%20%26%20%21',
    'kind[]=kot',
    'min=NaN&max=Infinity',
    'max=1e400',
    'size=-1',
    'from=9999-99-99&until=%20',
    'page=1~0~00000000000040008000000000000000',
    'page=99999~9007199254740991~ffffffffffffffffffffffffffffffff',
    'page=2~0~00000000000000000000000000000000&sort=price',
    'campus=ugent-tweekerken&page=2~9007199254740991~00000000000000000000000000000000',
    '&&&=&=x&where',
    'constructor=1&__proto__[x]=1',
  ])('%s is no error', async (query) => {
    for (const path of [`/nl/rooms?${query}`, `/api/v1/listings?${query}`]) {
      const answer = await get(path)
      expect([200, 302, 400]).toContain(answer.status)
      if (answer.location) expect((await get(answer.location)).status).toBe(200)
    }
    expect(site.logged.filter((line) => line.includes('bug'))).toEqual([])
  })

  test('nothing that is asked makes an error', async () => {
    const asked = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: 'binary' })), {
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(asked, async (given) => {
        const answer = await get(`/fr/rooms?${new URLSearchParams(given)}`)
        expect([200, 302]).toContain(answer.status)
      }),
      { numRuns: 60 },
    )
  })
})

test('page and API show what may be public, and nothing else', async () => {
  const now = site.clock.now()
  const here = crypto.randomUUID()
  await site.p.db.insertInto('people').values({ id: here }).execute()
  const around = [-1, 0, 1].map((by) => new Date(now.getTime() + days(by)))
  const facts = (['waiting', 'held', 'published', 'paused', 'rented', 'archived', 'removed'] as const).flatMap((status) =>
    [null, ...around].flatMap((published_at) =>
      [null, ...around.map((moment) => moment.toISOString().slice(0, 10))].flatMap((available_until) =>
        [null, here].map((person_id) => ({ status, published_at, available_until, person_id })),
      ),
    ),
  )
  const secret = 'c4n4ry'
  await adverts(
    site,
    facts.map((fact, at) => ({
      ...fact,
      public_id: `${secret}${at}`,
      place_id: 'arlon',
      region: 'BE-WAL',
      title: `Kot ${secret}${at}.`,
    })),
  )
  const allowed = facts.flatMap((fact, at) => (mayBePublic({ ...fact, resting: false }, now) ? [`${secret}${at}`] : []))
  expect(allowed.length).toBeGreaterThan(3)
  const seen = new Set<string>()
  for (let path: string | null = '/nl/rooms?where=arlon'; path; ) {
    const { html }: { html: string } = await get(path)
    for (const [id] of html.matchAll(/c4n4ry\d+/g)) seen.add(id)
    path = /rel="next"/.test(html)
      ? (/class="pagination-step" href="([^"]*)" rel="next"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
      : null
  }
  expect([...seen].sort()).toEqual([...allowed].sort())
  const api = await get('/api/v1/listings?where=arlon')
  expect(new Set(api.html.match(/c4n4ry\d+/g))).toEqual(seen)
})

test('a card says what the stay costs that is looked for, and leads to an advert that does', async () => {
  await adverts(site, [
    { public_id: 'semester0001', place_id: 'brugge', title: 'Voor een semester', available_from: '2026-12-01' },
  ])
  const stay = await get('/nl/rooms?from=2027-02-01&until=2027-06-30')
  expect(stay.html).toContain('/nl/rooms/semester0001?months=5&amp;first=2')
  expect(stay.text).toMatch(/5 maanden: € [\d.]+/)
  expect((await get('/nl/rooms?from=2027-02-01')).html).not.toContain('?months=')
})

test('the home page asks one question, and leads to towns and the newest adverts', async () => {
  site.clock.pass(days(1))
  await adverts(site, [{ title: 'Net binnen' }])
  const { html, text, headers } = await get('/nl')
  expect(html.match(/<h1/g)?.length).toBe(1)
  expect(html).toMatch(/<form[^>]*action="\/nl\/rooms"/)
  expect(text).toContain('Gent 4 koten')
  expect(html).toContain('href="/nl/rooms?where=gent"')
  expect(text).toContain('Net binnen')
  expect(headers.get('cache-control')).toBe('public, max-age=60')
  expect((await get('/fr/sources')).text).toContain('GeoNames')
  expect((await get('/en')).text).toContain('A kot? That is what a student room is called in Belgium.')
})

test.each(languages)('the page on the order of results says how far is counted (%s)', async (language) => {
  const { text } = await get(`/${language}/ranking`)
  const plain = (said: string) => said.replaceAll(/\s/g, ' ')
  for (const search of [{}, { q: 'tuin' }]) expect(plain(text)).toContain(` ${plain(countIn(countedUpTo(search), language))} `)
})
