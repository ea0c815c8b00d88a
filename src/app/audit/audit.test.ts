import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../testing'
import { makeWorld, type World } from '../testing/world'
import { agree, audit, crawl, type Eyes, table } from '.'
import { subjects } from './check'
import { cookieOf, hostsIn, together } from './seen'
import { eyesOf, whatPeopleMeet } from './testing'

describe('G1 K21 K31 K36 Q14 Q18: statement, register and what is observed', () => {
  let site: TestSite
  let world: World
  let eyes: Eyes
  beforeAll(async () => {
    site = await testSite()
    world = await makeWorld(site)
    eyes = eyesOf(site)
  }, 60_000)
  afterAll(() => world?.close())

  test('say the same after people have done all that one can do', async () => {
    const cookie = (who: 'bart' | 'staff') => ({ cookie: [...world.as(who).cookies].map((pair) => pair.join('=')).join('; ') })
    const visits = [
      await crawl(eyes),
      await crawl(eyes, { headers: { 'sec-gpc': '1' } }),
      await crawl(eyes, { headers: cookie('bart'), signedIn: true, starts: ['/nl/account', '/nl/adverts', '/nl/messages'] }),
      await crawl(eyes, { headers: cookie('staff'), signedIn: true, starts: ['/nl/desk'] }),
    ]
    expect(Math.min(...visits.map(({ pages }) => pages))).toBeGreaterThan(40)
    const seen = together([...visits.map((visit) => visit.seen), await whatPeopleMeet(site)])
    const checks = await audit(eyes, { seen, whole: true, log: site.logged })
    expect(table(checks)).not.toContain('✗')
    expect(agree(checks)).toBe(true)
    const looked = checks.filter(({ compared }) => compared > 0).map(({ about }) => about)
    expect(looked).toEqual(subjects.filter((about) => !['storage', 'log'].includes(about)))
  }, 120_000)
})

describe('what a visit shows', () => {
  const now = new Date('2026-11-21T10:00:00Z')
  test('is read from a cookie as a browser reads it', () => {
    const line = (attributes: string) => cookieOf(`stay=x${attributes}`, '/', now)
    expect(line('; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax')).toMatchObject({
      name: 'stay',
      days: 60,
      httpOnly: true,
      gone: false,
    })
    expect(line('; expires=Sun, 22 Nov 2026 10:00:00 GMT')).toMatchObject({ days: 1, httpOnly: false })
    // Max-Age goes before Expires: RFC 6265 §4.1.2.2.
    expect(line('; Expires=Sun, 22 Nov 2026 10:00:00 GMT; Max-Age=172800').days).toBe(2)
    expect(line('; Max-Age=0').gone).toBe(true)
    expect(line('').days).toBeNull()
  })

  test('is whom a page makes a browser speak to, not where its links lead', () => {
    const html = `<a href="https://a.example/">…</a><link rel="canonical" href="https://b.example/"><img src="//c.example/x.gif" srcset="/y.png 1x, https://d.example/z.png 2x">
      <a href="/" ping="https://e.example/p">…</a><style>@import 'https://f.example/x.css'; p { background: url(https://g.example/q) }</style>
      <meta http-equiv="refresh" content="0; url=https://h.example/"><form action="https://i.example/?a=1&amp;b=2"></form><img src="/own.png">`
    expect(hostsIn(html, 'text/html').sort()).toEqual(['c', 'd', 'e', 'f', 'g', 'h', 'i'].map((one) => `${one}.example`))
    expect(hostsIn('fetch("https://j.example/x"), new WebSocket(`wss://k.example`)', 'text/javascript')).toEqual([
      'j.example',
      'k.example',
    ])
  })
})
