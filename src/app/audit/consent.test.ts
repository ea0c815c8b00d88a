import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailing } from '../../features/campaigns/testing'
import { answers, askingSite, chooses, elsewhere } from '../../features/consent/testing'
import { type TestSite, testSite, type Visitor } from '../testing'
import { agree, audit, crawl, type Eyes, table } from '.'
import type { Check, Subject } from './check'
import { consentedVisit } from './nightly'
import { nothingSeen, type Seen, seenIn, together } from './seen'
import { eyesOf } from './testing'

let site: TestSite
let eyes: Eyes
let seen: Seen
let consented: Seen
const said = (visitor: Visitor) => ({ cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') })
beforeAll(async () => {
  site = await askingSite()
  eyes = eyesOf(site)
  const [yes, no, taken] = [site.visitor(), site.visitor(), site.visitor()]
  await answers(yes, 'yes')
  await answers(no, 'no')
  await answers(taken, 'yes')
  await chooses(taken, [])
  const visits = [
    await crawl(eyes),
    await crawl(eyes, { headers: said(no) }),
    await crawl(eyes, { headers: said(taken) }),
    await crawl(eyes, { headers: { 'sec-gpc': '1', ...said(yes) } }),
  ]
  seen = together(visits.map((visit) => visit.seen))
  consented = (await crawl(eyes, { headers: said(yes) })).seen
}, 120_000)
afterAll(() => site?.close())

const page = (body: string, headers: Record<string, string> = {}): Seen =>
  seenIn(
    {
      status: 200,
      headers: new Headers({ 'content-type': 'text/html', 'cache-control': 'private, no-store', ...headers }),
      body,
    },
    '/nl/planted',
    false,
    'localhost:3000',
    site.clock.now(),
  )
/** The site with pages altered on the way to who looks. */
const saying = (path: string, from: RegExp | string, to: string, withGpc = false): Eyes => ({
  ...eyes,
  async ask(asked, headers) {
    const answer = await eyes.ask(asked, headers)
    if (asked !== path || (headers?.['sec-gpc'] === '1') !== withGpc) return answer
    const body = answer.body.replace(from, to)
    if (body === answer.body) throw new Error(`${from} does not stand on ${path}`)
    return { ...answer, body }
  },
})
const look = (at: Eyes = eyes, met: { seen?: Seen; consented?: Seen } = {}): Promise<Check[]> =>
  audit(at, { seen: met.seen ?? seen, consented: met.consented ?? consented })
const unasked = (body: string, headers?: Record<string, string>) => () =>
  look(eyes, { seen: together([seen, page(body, headers)]) })
const keeping = (key: string, met: Seen): Seen => together([met, { ...nothingSeen(), storage: [{ key, where: '/nl/planted' }] }])
const withYes = (body: string, headers?: Record<string, string>) => () =>
  look(eyes, { consented: together([consented, page(body, headers)]) })

describe('K21 K22 G5 G6: on a site that asks consent, in every state of it', () => {
  test('statement, register and what is observed say the same', async () => {
    const checks = await look()
    expect(table(checks)).not.toContain('✗')
    expect(checks.find(({ about }) => about === 'consent')?.compared).toBeGreaterThan(20)
    // What it may leave beside cookies is stated, and is no difference.
    const left = ['localStorage tel.visitor', 'sessionStorage tel.page./nl', 'IndexedDB telraam']
    expect(table(await look(eyes, { consented: left.reduce((met, key) => keeping(key, met), consented) }))).not.toContain('✗')
    // The visit after a yes did meet what the others did not.
    expect(consented.hosts.map(({ host }) => host)).toContain(elsewhere)
    expect(seen.hosts).toEqual([])
    const { html } = await site.visitor().get('/nl/privacy')
    for (const fact of [
      'loads:statistics',
      'cookie:_tel',
      'cookie:_tel_*',
      'cookie:localStorage tel.visitor',
      'cookie:sessionStorage tel.page.*',
      'cookie:consent',
      'basis:consent',
      'recipient:campaigns',
    ])
      expect(html).toContain(`data-fact="${fact}"`)
    expect(html).not.toContain('We laden niets van andere sites: geen')
  })

  test('the audit looks at what a yes brings without giving one: nothing is written down, and no request from outside can say so', async () => {
    const records = () => sql<{ n: number }>`select count(*)::int as n from consents`.execute(site.p.db)
    const before = await records()
    const met = await consentedVisit(site.p)
    expect(met.hosts.map(({ host }) => host)).toContain(elsewhere)
    // It meets what somebody meets who gave it, and leaves no answer.
    expect(new Set(met.hosts.map(({ host }) => host))).toEqual(new Set(consented.hosts.map(({ host }) => host)))
    expect(met.cookies.map(({ name }) => name)).not.toContain('consent')
    expect((await records()).rows).toEqual(before.rows)
    const forged = { answers: 'statistics=true', 'x-answers': 'statistics', cookie: 'answers=statistics; consent=yes' }
    const { html } = await site.visitor().get('/nl?answers=statistics', forged)
    expect(html).not.toContain(elsewhere)
    expect(table(await audit(eyes, { seen, consented: met }))).not.toContain('✗')
  })

  test('Q2 Q14: and with a Mautic that mails and measures, all of that is said, and nothing else is there', async () => {
    const measured = await testSite({ env: { ...mailing, MAUTIC_TRACKING: '1' } })
    try {
      const met = await consentedVisit(measured.p)
      expect(met.hosts.map(({ host }) => host)).toContain(new URL(mailing.MAUTIC_URL).host)
      const at = eyesOf(measured)
      expect(table(await audit(at, { seen: (await crawl(at)).seen, consented: met }))).not.toContain('✗')
      const { html } = await measured.visitor().get('/nl/privacy')
      for (const fact of [
        'item:number',
        'recipient:campaigns',
        'loads:campaigns',
        'cookie:mtc_id',
        'cookie:localStorage mtc_sid',
      ])
        expect(html).toContain(`data-fact="${fact}"`)
      expect((await site.visitor().get('/nl/privacy')).html).not.toMatch(/item:number|loads:campaigns|mtc_id/)
    } finally {
      await measured.close()
    }
  }, 60_000)

  const script = `<script async src="http://${elsewhere}/measure.js"></script>`
  const yesButton = /(<button class="button button-)secondary("[^>]*value="yes")/g
  const lies: [name: string, about: Subject, tell: () => Promise<Check[]>][] = [
    ['a script before consent', 'hosts', unasked(script)],
    ['a pixel after a no', 'hosts', unasked(`<img src="http://${elsewhere}/pixel.gif">`)],
    [
      'a policy that is open before consent',
      'hosts',
      unasked('', { 'content-security-policy': `script-src 'self' http://${elsewhere}` }),
    ],
    ['a cookie without consent', 'cookies', unasked('', { 'set-cookie': '_tel=1; Max-Age=60' })],
    ['a host that is not stated', 'hosts', withYes('<script async src="https://tags.example/a.js"></script>')],
    ['a cookie that is not stated', 'cookies', withYes('', { 'set-cookie': '_ga=1; Max-Age=60' })],
    ['a cookie that outlives what is stated', 'cookies', withYes('', { 'set-cookie': `_tel=1; Max-Age=${100 * 86_400}` })],
    ['a cookie that outlives the visit', 'cookies', withYes('', { 'set-cookie': '_tel_1=1; Max-Age=86400' })],
    ['a key before consent', 'storage', () => look(eyes, { seen: keeping('localStorage tel.visitor', seen) })],
    ['a key that is not stated', 'storage', () => look(eyes, { consented: keeping('localStorage mtc_id', consented) })],
    [
      'a key in another place than is stated',
      'storage',
      () => look(eyes, { consented: keeping('localStorage tel.page.1', consented) }),
    ],
    ['a database that is not stated', 'storage', () => look(eyes, { consented: keeping('IndexedDB telraam-2', consented) })],
    [
      'a statement that leaves out what lies in localStorage',
      'statement',
      () => look(saying('/nl/privacy', / data-fact="cookie:localStorage tel\.visitor"/, '')),
    ],
    ['a yes that stands out', 'consent', () => look(saying('/nl', yesButton, '$1primary$2'))],
    ['no way to say no on the first layer', 'consent', () => look(saying('/fr', /<button[^>]*value="no">.*?<\/button>/s, ''))],
    ['a choice that is ticked before', 'consent', () => look(saying('/nl/choices', 'role="switch"', 'role="switch" checked=""'))],
    [
      'a question although the browser says no',
      'consent',
      () => look(saying('/nl', '<main', '<button name="all" value="yes">Ja</button><main', true)),
    ],
    ['a question that does not say who asks', 'consent', () => look(saying('/en', 'Drempel vzw asks', 'We ask'))],
    ['a question that does not say what for', 'consent', () => look(saying('/nl', 'Bezoek meten', 'Beter worden'))],
    ['no way back', 'consent', () => look(saying('/nl', /href="\/nl\/choices"/, 'href="/nl"'))],
    ['a statement that leaves out a cookie', 'statement', () => look(saying('/nl/privacy', / data-fact="cookie:_tel"/, ''))],
    [
      'a statement that leaves out whom a browser speaks to',
      'statement',
      () => look(saying('/nl/privacy', / data-fact="loads:statistics"/, '')),
    ],
  ]
  test.each(lies)('a lie is seen: %s', async (_name, about, tell) => {
    const checks = await tell()
    expect(agree(checks)).toBe(false)
    expect(checks.filter(({ differences }) => differences.length > 0).map((check) => check.about)).toContain(about)
  })

  test('a lie is seen: a no that was made a yes', async () => {
    await sql`update consents set given = not given`.execute(site.p.db)
    const checks = await look()
    await sql`update consents set given = not given`.execute(site.p.db)
    expect(checks.filter(({ differences }) => differences.length > 0).map((check) => check.about)).toEqual(['consent'])
    expect(agree(await look())).toBe(true)
  })
})
