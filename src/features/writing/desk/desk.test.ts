import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../../app/testing'
import { days, hours } from '../../../platform/clock'
import { memberOfStaff } from '../../desk/testing'
import { withoutArticles } from '../testing'
import { slugOf, tagsOf } from '../text'
import { momentOf } from './acts'

let site: TestSite
let stef: Visitor
beforeAll(async () => {
  site = await testSite()
  withoutArticles(site)
}, 60_000)
afterAll(() => site?.close())
beforeEach(async () => {
  // Who is at the desk is asked the second factor again after half a day.
  stef = (await memberOfStaff(site, 'owner')).visitor
  await site.p.db.deleteFrom('texts').execute()
})

const page = { title: 'Veilig huren', body: 'Kom *eerst* kijken.', stands: 'foot', place: '5', when: 'now' }
const write = async (fields: Record<string, string> = {}, query = 'kind=page') =>
  stef.post(`/nl/desk/texts/new?${query}`, { ...page, ...fields })
/** The address of the editor of a text, and what it posts. */
async function written(fields: Record<string, string> = {}, query?: string) {
  const { location, text } = await write(fields, query)
  const [, at = ''] = /^(\/nl\/desk\/texts\/[0-9a-f-]{36})\?saved$/.exec(location ?? '') ?? []
  if (!at) throw new Error(text)
  const seen = async () => /name="seen" value="([^"]+)"/.exec((await stef.get(at)).html)?.[1] ?? ''
  return {
    at,
    seen,
    change: async (more: Record<string, string>) => stef.post(at, { ...page, seen: await seen(), ...fields, ...more }),
  }
}
const read = (path: string) => site.visitor().get(path)

describe('a text that is written at the desk', () => {
  test('is there for everybody once it is saved as public, at an address made from its title', async () => {
    const { at } = await written({ summary: 'Drie dingen om op te letten.' })
    const { status, html } = await read('/nl/veilig-huren')
    expect(status).toBe(200)
    expect(html).toContain('<p>Kom <em>eerst</em> kijken.</p>')
    expect(html).toContain('<meta name="description" content="Drie dingen om op te letten."/>')
    expect((await stef.get(`${at}?saved`)).text).toContain('Bewaard.')
    expect((await stef.get('/nl/desk/texts')).text).toContain('Veilig huren Pagina Nederlands Openbaar')
  })

  test('stands in the menu or at the foot of every page, in its place', async () => {
    await written({ stands: 'menu' })
    await written({ title: 'Later', stands: 'menu', place: '' })
    await written({ title: 'Eerst', stands: 'menu', place: '1' })
    const menu = /<nav class="menu-main".*?<\/nav>/s.exec((await read('/nl/privacy')).html)?.[0] ?? ''
    expect([...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).slice(-3)).toEqual([
      '/nl/eerst',
      '/nl/veilig-huren',
      '/nl/later',
    ])
    expect((await read('/fr/privacy')).html).not.toContain('veilig-huren')
  })

  test('is nobody’s to see while it is a draft, and taken back when it is made one again', async () => {
    const { change } = await written({ when: 'draft' })
    expect((await read('/nl/veilig-huren')).status).toBe(404)
    expect((await read('/nl/privacy')).html).not.toContain('veilig-huren')
    await change({ when: 'now' })
    expect((await read('/nl/veilig-huren')).status).toBe(200)
    await change({ when: 'draft' })
    expect((await read('/nl/veilig-huren')).status).toBe(404)
  })

  test('goes public at its time, without anything having to happen', async () => {
    await written({ when: 'later', day: '22/11/2026', time: '9u30' })
    expect((await stef.get('/nl/desk/texts')).text).toContain('Ingepland')
    expect((await read('/nl/veilig-huren')).status).toBe(404)
    site.clock.pass(days(1))
    expect((await read('/nl/veilig-huren')).status).toBe(200)
  })

  test('keeps the moment from which it was public when it is changed', async () => {
    const { change } = await written()
    const since = async () => (await site.p.db.selectFrom('texts').select('publish_at').executeTakeFirst())?.publish_at?.getTime()
    const first = await since()
    site.clock.pass(hours(3))
    await change({ title: 'Veilig een kot huren', slug: 'veilig-huren' })
    expect(await since()).toBe(first)
  })

  test('is refused with all that was typed still there', async () => {
    await written()
    for (const [fields, why] of [
      [{ title: '' }, 'Geef het een titel'],
      [{ body: ' ' }, 'Schrijf iets'],
      [{ slug: 'Over Ons' }, 'Gebruik kleine letters'],
      [{ slug: 'rooms' }, '/rooms is een adres van de site zelf'],
      [{ title: '???' }, 'Gebruik kleine letters'],
      [{ slug: 'veilig-huren' }, 'Een andere tekst heeft dit adres al'],
      [{ slug: 'over-ons' }, 'Een andere tekst heeft dit adres al'],
      [{ place: 'voorop' }, 'Vul een geheel getal in'],
      [{ when: 'later', day: '30/02/2026', time: '9:30' }, 'Vul een dag en een uur in'],
      [{ when: 'later', day: '22/11/2026', time: '25:00' }, 'Vul een dag en een uur in'],
      [{ when: 'soon' }, 'Kies wanneer'],
      [{ body: 'a'.repeat(100_001) }, 'hoogstens 100000 tekens'],
    ] as const) {
      const { status, text, html } = await write({ summary: 'Nog hier', ...fields })
      expect([fields, status]).toEqual([fields, 422])
      expect(text).toContain(why)
      expect(html).toContain('Nog hier')
    }
    expect((await write({ body: 'a'.repeat(10_000_000) })).status).toBe(413)
    expect(await site.p.db.selectFrom('texts').select('id').execute()).toHaveLength(1)
  })

  test('whose button is pressed twice is saved once, and both presses are answered so', async () => {
    const made = [...(await Promise.all([write(), write()])), await write()]
    const [, at = ''] = /^(.+)\?saved$/.exec(made[0]?.location ?? '') ?? []
    expect(made.map(({ location }) => location)).toEqual(Array(3).fill(`${at}?saved`))
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await stef.get(at)).html) ?? []
    site.clock.pass(hours(1))
    const change = (more = {}) => stef.post(at, { ...page, seen, body: 'Kom twee keer kijken.', ...more })
    const changed = [...(await Promise.all([change(), change()])), await change()]
    expect(changed.map(({ location }) => location)).toEqual(Array(3).fill(`${at}?saved`))
    // Another change over it is still one that has not seen this.
    expect((await change({ body: 'Kom kijken.' })).status).toBe(422)
    expect((await change({ when: 'draft' })).status).toBe(422)
    expect((await write({ body: 'Iets anders.' })).text).toContain('Een andere tekst heeft dit adres al')
  })

  test('is not written over what a colleague changed meanwhile, unless one has seen that', async () => {
    const { at, seen, change } = await written()
    const mine = await seen()
    site.clock.pass(1000)
    await change({ body: 'Van Nora.' })
    const refused = await stef.post(at, { ...page, body: 'Van Stef.', seen: mine })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Iemand anders wijzigde deze tekst')
    expect(refused.html).toContain('Van Stef.')
    expect((await read('/nl/veilig-huren')).text).toContain('Van Nora.')
    const [, now = ''] = /name="seen" value="([^"]+)"/.exec(refused.html) ?? []
    expect((await stef.post(at, { ...page, body: 'Van Stef.', seen: now })).status).toBe(303)
    expect((await read('/nl/veilig-huren')).text).toContain('Van Stef.')
  })

  test('is shown as it will look, and nothing of it kept, before it is saved', async () => {
    const { status, html } = await write({ act: 'preview', body: 'Een **vet** woord <script>' })
    expect(status).toBe(200)
    expect(html).toContain('<p>Een <strong>vet</strong> woord &lt;script&gt;</p>')
    expect(html).toContain('Een **vet** woord &lt;script&gt;</textarea>')
    const part = await stef.post('/nl/desk/texts/preview', { title: 'Kop', body: '- een' })
    expect(part.html).toContain('<li>een</li>')
    expect(part.html).not.toContain('<html')
    expect(await site.p.db.selectFrom('texts').select('id').execute()).toEqual([])
  })

  test('G5: loads nothing from elsewhere in the browser of who reads it, whatever it holds', async () => {
    const body =
      '![x](https://elsewhere.example/p.gif) <img src="https://elsewhere.example/p.gif"> ![y](//elsewhere.example/p.gif)'
    await written({ body, summary: '<img src="https://elsewhere.example/p.gif">' })
    const { html, headers } = await read('/nl/veilig-huren')
    expect(html).not.toMatch(/<(?:img|source|script|link|iframe)[^>]*elsewhere/)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*img-src 'self'/)
  })

  test('goes for good once that is confirmed', async () => {
    const { at } = await written()
    expect((await stef.get(`${at}/removal`)).text).toContain('Verwijderen')
    expect((await read('/nl/veilig-huren')).status).toBe(200)
    await stef.post(`${at}/removal`, { sure: '1' })
    expect((await read('/nl/veilig-huren')).status).toBe(404)
    expect((await stef.get(at)).status).toBe(404)
  })

  test('leads to its translations, which are written from it', async () => {
    const { at } = await written()
    const [, to = ''] = /href="(\/nl\/desk\/texts\/new\?[^"]*language=fr[^"]*)"/.exec((await stef.get(at)).html) ?? []
    const answer = await stef.post(to.replaceAll('&amp;', '&'), { ...page, title: 'Louer sans risque' })
    expect(answer.status).toBe(303)
    const { html } = await read('/fr/louer-sans-risque')
    expect(html).toContain('<link rel="alternate" hreflang="nl" href="http://localhost:3000/nl/veilig-huren"/>')
  })
})

describe('a text of the folder of the site', () => {
  const over = 'kind=page&of=about&language=nl'
  test('is written over at the desk, beginning with what it says, and back when that goes', async () => {
    const begun = await stef.get(`/nl/desk/texts/new?${over}`)
    expect(begun.html).toContain('value="Over Dorpel"')
    expect(begun.text).toContain('komt uit de map')
    const { at } = await written({ title: 'Over ons', slug: 'wie-we-zijn' }, over)
    expect((await read('/nl/wie-we-zijn')).status).toBe(200)
    expect((await read('/nl/over-ons')).status).toBe(404)
    expect((await read('/fr/a-propos')).html).toContain('hreflang="nl" href="http://localhost:3000/nl/wie-we-zijn"')
    expect((await stef.get(`${at}/removal`)).text).toContain('Terug naar die van de map')
    await stef.post(`${at}/removal`, { sure: '1' })
    expect((await read('/nl/over-ons')).text).toContain('Dorpel is een vzw')
  })

  test('stays public while what is to take its place is a draft', async () => {
    await written({ title: 'Over ons', when: 'draft' }, over)
    expect((await read('/nl/over-ons')).text).toContain('Dorpel is een vzw')
  })

  test('is not written over by another that happens to be called like it', async () => {
    await written({ title: 'About' })
    expect((await read('/nl/over-ons')).status).toBe(200)
    expect((await read('/nl/about')).status).toBe(200)
  })
})

test('texts are for who writes them: not for the officer, not for members, not for strangers', async () => {
  const olga = (await memberOfStaff(site, 'officer', { firstName: 'Olga' })).visitor
  expect((await olga.get('/nl/desk/texts')).status).toBe(404)
  expect((await site.visitor().get('/nl/desk/texts')).status).toBe(303)
})

test('addresses and tags are made of what people type', () => {
  expect(['À propos de nous!', 'Kot — of studio?', '  ', 'x'.repeat(100)].map(slugOf)).toEqual([
    'a-propos-de-nous',
    'kot-of-studio',
    '',
    'x'.repeat(80),
  ])
  expect(tagsOf('Wet,  , toegankelijk heid , wet,???')).toEqual(['wet', 'toegankelijk heid'])
})

test('a day and an hour are of Brussels, in summer and in winter', () => {
  expect(momentOf('2026-07-01', '9:30')?.toISOString()).toBe('2026-07-01T07:30:00.000Z')
  expect(momentOf('1/12/2026', '09u30')?.toISOString()).toBe('2026-12-01T08:30:00.000Z')
  for (const [day, time] of [
    ['2026-07-01', ''],
    ['', '9:30'],
    ['2026-07-01', '24:00'],
    ['32/1/2026', '9:30'],
  ] as const)
    expect(momentOf(day, time)).toBeUndefined()
})
