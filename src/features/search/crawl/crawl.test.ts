import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { adverts } from '../testing'
import { digitsFor, partsOf } from './sitemap'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
  await adverts(site, [{ public_id: 'zichtbaar' }, { public_id: 'verborgen', status: 'paused' }])
})
afterAll(() => site.close())
const get = (path: string) => site.visitor().get(path)
const located = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '')

test('the sitemap leads to every public advert in each language, and to no other', async () => {
  const files = located((await get('/sitemap.xml')).html)
  expect(files).toEqual([
    'http://localhost:3000/sitemap-pages.xml',
    'http://localhost:3000/sitemap-adverts-all.xml',
    'http://localhost:3000/sitemap-texts.xml',
  ])
  const { html, headers } = await get('/sitemap-adverts-all.xml')
  expect(headers.get('content-type')).toContain('application/xml')
  expect(located(html)).toEqual(['nl', 'fr', 'en'].map((language) => `http://localhost:3000/${language}/rooms/zichtbaar`))
  expect(html.match(/hreflang="x-default" href="http:\/\/localhost:3000\/nl\/rooms\/zichtbaar"/g)).toHaveLength(3)
  expect(html).toMatch(/<lastmod>\d{4}-\d\d-\d\dT/)
  for (const part of ['0', 'ff', 'zz']) expect((await get(`/sitemap-adverts-${part}.xml`)).status).toBe(404)
})

test('every page it names is there, and may be found by search engines', async () => {
  for (const url of located((await get('/sitemap-pages.xml')).html)) {
    const page = await get(url.replaceAll('&#38;', '&'))
    expect([url, page.status]).toEqual([url, 200])
    expect(page.html).not.toContain('name="robots"')
  }
})

test('adverts are parted by the beginning of their ids, in files below what a sitemap may hold', () => {
  expect([10, 12_000, 12_001, 172_801, 1_000_000].map(digitsFor)).toEqual([0, 0, 1, 2, 2])
  for (const digits of [1, 2]) expect(new Set(partsOf(digits)).size).toBe(16 ** digits)
})

test('robots are kept from what is one’s own, in each language', async () => {
  const { html } = await get('/robots.txt')
  expect(html).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  for (const path of ['/nl/account', '/fr/messages', '/en/desk']) expect(html).toContain(`Disallow: ${path}\n`)
})

test('how results are ranked is explained, and every list leads there (G12)', async () => {
  expect((await get('/nl/rooms')).html).toContain('href="/nl/ranking"')
  expect((await get('/en/ranking')).text).toContain('A place in the list cannot be bought')
  expect((await get('/fr/ranking')).text).toContain('à vol d’oiseau')
})
