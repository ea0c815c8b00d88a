import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { days } from '../../platform/clock'
import { copyOf, erase, object, restrict } from '../../privacy'
import { memberOfStaff } from '../desk/testing'
import { withoutArticles } from './testing'

let site: TestSite
let bureau: TestSite
let stef: Awaited<ReturnType<typeof memberOfStaff>>
beforeAll(async () => {
  site = await testSite()
  withoutArticles(site)
  bureau = await testSite({ site: 'bureau' })
}, 60_000)
afterAll(async () => {
  await site?.close()
  await bureau?.close()
})
beforeEach(async () => {
  // Who is at the desk is asked the second factor again after half a day.
  stef = await memberOfStaff(site, 'owner')
  await site.p.db.deleteFrom('texts').execute()
})

const draft = {
  title: 'Kotkost & co',
  summary: 'Drie gerechten in één pot.',
  body: 'Neem [een pot](/nl/rooms).',
  tags: 'Eten, Op kot',
  when: 'now',
}
async function written(
  fields: Record<string, string> = {},
  { visitor = stef.visitor, language = 'nl' }: { visitor?: Visitor; language?: string } = {},
) {
  const { location, text } = await visitor.post(`/nl/desk/texts/new?kind=article&language=${language}`, { ...draft, ...fields })
  if (!location?.endsWith('?saved')) throw new Error(text)
  return location.replace('?saved', '')
}
const read = (path: string) => site.visitor().get(path)

describe('an article', () => {
  test('is in the blog, by itself, under its tags, and led to from every page once there is one', async () => {
    expect((await read('/nl/privacy')).html).not.toContain('href="/nl/blog"')
    expect((await read('/nl/blog')).text).toContain('Nog geen artikels')
    await written()
    expect((await read('/nl/privacy')).html).toContain('href="/nl/blog"')
    expect((await read('/fr/privacy')).html).not.toContain('href="/fr/blog"')
    for (const path of ['/nl/blog', '/nl/blog/tags/op-kot', '/nl/blog/tags/eten'])
      expect((await read(path)).html).toContain('<a href="/nl/blog/kotkost-co">Kotkost &amp; co</a>')
    expect((await read('/nl/blog/kotkost-co')).text).toContain('Drie gerechten in één pot. 21 november 2026')
    for (const path of ['/nl/kotkost-co', '/fr/blog/kotkost-co', '/nl/blog/tags/drinken', '/nl/blog?page=2', '/nl/blog?page=x'])
      expect([path, (await read(path)).status]).toEqual([path, 404])
  })

  test('the way to them stands where the site wants it: in the menu, or at the foot', async () => {
    const parts = (html: string) => [/<header.*<\/header>/s, /<footer.*<\/footer>/s].map((part) => part.exec(html)?.[0] ?? '')
    await written()
    const led = (html: string, href: string) => parts(html).map((part) => part.includes(`href="${href}"`))
    expect(led((await read('/nl/privacy')).html, '/nl/blog')).toEqual([false, true])
    expect(led((await bureau.visitor().get('/privacy')).html, '/blog')).toEqual([true, false])
  })

  test('is told to search engines as what its page says', async () => {
    await written()
    const [, block = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec((await read('/nl/blog/kotkost-co')).html) ?? []
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Article',
      headline: 'Kotkost & co',
      url: 'http://localhost:3000/nl/blog/kotkost-co',
      inLanguage: 'nl-BE',
      datePublished: '2026-11-21T10:00:00.000Z',
      author: { '@type': 'Organization', name: 'Dorpel' },
    })
  })

  test('stands before older ones, ten on a page', async () => {
    for (const n of Array(11).keys())
      await written({ title: `Nummer ${n}`, when: 'later', day: `${n + 1}/10/2026`, time: '9:00' })
    const titles = async (path: string) => [...(await read(path)).html.matchAll(/>(Nummer \d+)<\/a>/g)].map(([, title]) => title)
    expect((await titles('/nl/blog')).slice(0, 2)).toEqual(['Nummer 10', 'Nummer 9'])
    expect(await titles('/nl/blog?page=2')).toEqual(['Nummer 0'])
  })

  test('is in no list, feed or sitemap before its time', async () => {
    await written({ when: 'later', day: '23/11/2026', time: '8:00' })
    const seen = async () =>
      (await Promise.all(['/nl/blog', '/nl/blog/atom.xml', '/nl/blog/feed.json', '/sitemap-texts.xml'].map(read))).map(
        ({ html }) => html.includes('kotkost-co'),
      )
    expect(await seen()).toEqual([false, false, false, false])
    site.clock.pass(days(2))
    expect(await seen()).toEqual([true, true, true, true])
  })
})

describe('the feeds', () => {
  test('have the newest articles with their text, whose addresses are whole, in the language of the reader', async () => {
    await written()
    const { html, headers } = await read('/nl/blog/atom.xml')
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(html).toContain('<title>Kotkost &#38; co</title>')
    expect(html).toContain('<link rel="alternate" type="text/html" href="http://localhost:3000/nl/blog/kotkost-co"/>')
    expect(html).toContain('&#60;a href=&#34;http://localhost:3000/nl/rooms&#34;&#62;een pot')
    expect(html).toContain('<id>tag:localhost,2026:article/nl/kotkost-co</id>')
    expect((await read('/nl/blog')).html).toContain('type="application/atom+xml"')
    expect((await read('/nl/blog/feed.json')).json()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ url: 'http://localhost:3000/nl/blog/kotkost-co', tags: ['Eten', 'Op kot'] }],
    })
    expect((await read('/fr/blog/feed.json')).json()).toMatchObject({ language: 'fr-BE', items: [] })
  })

  test('name nobody: what is copied elsewhere cannot be taken back', async () => {
    await written({ byline: 'mine', name: 'Stef uit de keuken' })
    for (const path of ['/nl/blog/atom.xml', '/nl/blog/feed.json']) expect((await read(path)).html).not.toContain('keuken')
  })
})

describe('who wrote an article', () => {
  const signed = { byline: 'mine', name: 'Nora van de nachtploeg' }
  const shown = async () => (await read('/nl/blog/kotkost-co')).text.includes('door Nora van de nachtploeg')

  test('is named only as they want it, and can take that away, whoever changes the text', async () => {
    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    const at = await written(signed, nora)
    expect(await shown()).toBe(true)
    const seen = async () => /name="seen" value="([^"]+)"/.exec((await stef.visitor.get(at)).html)?.[1] ?? ''
    expect((await stef.visitor.get(at)).text).toContain('Nora van de nachtploeg, zoals nu')
    await stef.visitor.post(at, { ...draft, seen: await seen(), byline: 'kept', slug: 'kotkost-co' })
    expect(await shown()).toBe(true)
    expect((await nora.visitor.get(at)).html).toContain('value="Nora van de nachtploeg"')
    await nora.visitor.post(at, { ...draft, seen: await seen(), byline: 'none', slug: 'kotkost-co' })
    expect(await shown()).toBe(false)
  })

  test('must say how', async () => {
    const { status, text } = await stef.visitor.post('/nl/desk/texts/new?kind=article', { ...draft, byline: 'mine', name: '' })
    expect([status, text]).toEqual([422, expect.stringContaining('Vul in hoe je genoemd wilt worden')])
  })

  test('finds it in their copy, and it goes with them; the article stays', async () => {
    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    await written(signed, nora)
    expect(JSON.stringify(await copyOf(site.p, nora.personId, 'nl'))).toContain('Nora van de nachtploeg')
    await erase(site.p, nora.personId)
    expect(await shown()).toBe(false)
    expect((await read('/nl/blog/kotkost-co')).status).toBe(200)
  })

  test('is named no more after an objection, and not while their data are restricted', async () => {
    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    await written(signed, nora)
    await object(site.p, nora.personId, 'authorship')
    expect(await shown()).toBe(false)
    const lies = await memberOfStaff(site, 'moderator', { firstName: 'Lies' })
    await site.p.db.deleteFrom('texts').execute()
    await written(signed, lies)
    expect(await shown()).toBe(true)
    await restrict(site.p, lies.personId, { ground: 'unlawful' })
    expect(await shown()).toBe(false)
  })
})

test('an agency’s articles come from its folder, the newest on its first page too', async () => {
  const { html } = await bureau.visitor().get('/')
  expect([...html.matchAll(/href="(\/blog\/[a-z-]+)"/g)].map(([, path]) => path)).toEqual([
    '/blog/geen-cookiemuur',
    '/blog/zonder-muis',
    '/blog/back-up',
  ])
  expect((await bureau.visitor().get('/blog/atom.xml')).html).toContain('href="http://localhost:3000/blog/geen-cookiemuur"')
  const map = (await bureau.visitor().get('/sitemap-texts.xml')).html
  expect(map).toContain('<loc>http://localhost:3000/over-ons</loc>')
  expect(map).not.toContain('hreflang')
  expect((await bureau.visitor().get('/robots.txt')).html).toContain('Disallow: /desk\n')
})
