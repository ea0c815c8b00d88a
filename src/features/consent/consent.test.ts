import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appOf } from '../../app/app'
import { type TestSite, testSite, Visitor } from '../../app/testing'
import { feature } from '../../platform/feature'
import { type Env, onlyWith } from '../../platform/http'
import { languages } from '../../std/words'
import { signedUp } from '../accounts/testing'
import { answers, askingSite, chooses, elsewhere, valuesOf } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await askingSite()
}, 60_000)
afterAll(() => site?.close())

const rows = (s = site) =>
  s.p.db
    .selectFrom('consents')
    .select(['purpose', 'given', 'how', 'version', 'language', 'text_hash', 'person_id'])
    .orderBy('seq')
    .execute()
const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''
const cleared = (headers: Headers) =>
  headers.getSetCookie().flatMap((line) => (/max-age=0/i.test(line) ? [line.split('=')[0] ?? ''] : []))

describe('G5 K22: before an answer', () => {
  test.each(languages)('a page asks in %s, is whole, and speaks to nobody else', async (language) => {
    const { html, headers, text } = await site.visitor().get(`/${language}`)
    expect(html).toContain('class="consent"')
    expect(text).toContain('Drempel vzw')
    expect(text).toContain('Telraam')
    expect(html).toContain('<h1')
    expect(html).not.toContain(elsewhere)
    expect(policyOf(headers)).not.toContain(elsewhere)
    expect(headers.getSetCookie()).toEqual([])
  })

  test('G6: no is as easy as yes: the same button in the same form, and nothing is ticked', async () => {
    const { html } = await site.visitor().get('/nl/rooms?where=gent')
    const buttons = [...html.matchAll(/<button class="([^"]*)" type="submit" name="all" value="(no|yes)">/g)]
    expect(buttons.map(([, look, value]) => [look, value])).toEqual([
      ['button button-secondary', 'no'],
      ['button button-secondary', 'yes'],
    ])
    const choices = (await site.visitor().get('/nl/choices')).html
    expect(choices).toContain('name="statistics"')
    expect(choices).not.toMatch(/<input[^>]*\schecked/)
    // It asks in one place at a time.
    expect(choices).not.toContain('class="consent"')
  })

  test('what is posted wrong changes nothing, and one comes back to the site alone', async () => {
    const an = site.visitor()
    const before = (await rows()).length
    expect((await an.post('/nl/choices', { asked: 'nothing x', all: 'yes' })).status).toBe(303)
    expect((await an.post('/nl/choices', { asked: 'signIn x', all: 'yes' })).status).toBe(303)
    expect((await an.post('/nl/choices', { asked: 'commercialMail x', all: 'no' })).status).toBe(303)
    // A yes to what did not stand there is none.
    const stale = await an.post('/nl/choices', { asked: 'statistics stale', all: 'yes', how: 'panel' })
    expect(stale.location).toBe('/nl/choices?changed=1')
    expect(await rows()).toHaveLength(before)
    expect(an.cookies.has('consent')).toBe(false)
    const away = await an.post('/nl/choices', { asked: 'statistics stale', all: 'no', how: 'panel', to: '//elsewhere.example' })
    expect(away.location).toBe('/nl')
  })
})

describe('after an answer', () => {
  test('G6 K21: a no is kept with what was asked, when and how; nothing loads, and nobody asks again', async () => {
    const an = site.visitor()
    const answer = await answers(an, 'no', '/nl/rooms?where=gent')
    expect([answer.status, answer.location]).toEqual([303, '/nl/rooms?where=gent'])
    expect(answer.headers.getSetCookie().join()).toMatch(/^consent=[\w-]{32}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await rows()).at(-1)).toMatchObject({ purpose: 'statistics', given: false, how: 'panel', version: 0, language: 'nl' })
    expect((await rows()).at(-1)?.text_hash).toMatch(/^[\w-]{43}$/)
    const { html } = await an.get('/nl')
    expect(html).not.toContain('class="consent"')
    expect(html).not.toContain(elsewhere)
    expect(html).toContain('href="/nl/choices"')
  })

  test('G5: a yes loads what the site named, on pages for all and not on those of one person', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    const { html, headers } = await an.get('/nl')
    expect(html).toContain(`<script async="" src="http://${elsewhere}/measure.js">`)
    expect(html).toContain(`src="http://${elsewhere}/pixel.gif"`)
    expect(policyOf(headers)).toContain(`script-src 'self' http://${elsewhere};`)
    expect(policyOf(headers)).toContain(`connect-src 'self' http://${elsewhere};`)
    expect(html).not.toContain('class="consent"')
    for (const path of ['/nl/choices', '/nl/rooms/zzzzzzzzzzzz', '/nl/forgot-password']) {
      const other = await an.get(path)
      expect(other.html, path).not.toContain('measure.js')
      expect(policyOf(other.headers), path).not.toContain(elsewhere)
    }
    // Who has not answered gets no page of who has.
    expect((await site.visitor().get('/nl')).html).not.toContain(elsewhere)
  })

  test('pages kept in memory are apart for who said yes, said no, and did not say', async () => {
    const { kept } = site.p
    kept.begin()
    const [yes, no] = [site.visitor(), site.visitor()]
    await answers(yes, 'yes')
    await answers(no, 'no')
    for (let round = 0; round < 2; round++) {
      expect((await yes.get('/fr')).html).toContain('measure.js')
      expect((await no.get('/fr')).html).not.toMatch(/measure\.js|class="consent"/)
      expect((await site.visitor().get('/fr')).html).toContain('class="consent"')
      expect((await yes.get('/fr', { 'sec-gpc': '1' })).html).not.toMatch(/measure\.js|class="consent"/)
    }
    expect([...kept.pages.keys()].filter((name) => name.startsWith('/fr ')).sort()).toEqual([
      '/fr ',
      '/fr statistics=n',
      '/fr statistics=y',
    ])
    // A browser keeps none of it: a choice holds at once.
    expect((await yes.get('/fr')).headers.get('cache-control')).toBe('public, no-cache')
    kept.end()
  })

  test('K26 K21: taken back, scripts are gone and their cookies with them', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    for (const name of ['_tel', '_tel_7', 'language']) an.cookies.set(name, 'nl')
    expect(cleared((await an.get('/nl')).headers)).toEqual([])
    const answer = await chooses(an, [])
    expect(cleared(answer.headers)).toEqual(['_tel', '_tel_7'])
    expect(answer.headers.get('clear-site-data')).toBe('"storage"')
    expect((await an.get('/nl')).html).not.toContain(elsewhere)
    expect((await an.follow(answer)).text).toContain('Je zei nee op')
    const mark = site.p.vault.mark('consent', an.cookies.get('consent') ?? '')
    expect((await site.p.ledger.read()).lines.at(-1)).toMatchObject({
      kind: 'consent.takenBack',
      detail: { purpose: 'statistics', browser: mark },
    })
    // And given again as easily.
    await chooses(an, ['statistics'])
    expect((await an.get('/nl')).html).toContain('measure.js')
  })

  test('what a browser invents is no consent', async () => {
    const an = site.visitor()
    for (const invented of ['yes', 'statistics=y', 'a'.repeat(32)]) {
      an.cookies.set('consent', invented)
      expect((await an.get('/nl')).html).not.toContain(elsewhere)
    }
  })
})

describe('G6: Global Privacy Control', () => {
  const gpc = { 'sec-gpc': '1' }
  test('is a no, is not asked about, and is said', async () => {
    const an = site.visitor()
    const { html } = await an.get('/nl', gpc)
    expect(html).not.toMatch(/class="consent"/)
    expect((await an.get('/nl/choices', gpc)).text).toContain('Global Privacy Control')
    await answers(an, 'yes')
    expect((await an.get('/nl', gpc)).html).not.toContain(elsewhere)
    expect((await an.get('/nl')).html).toContain('measure.js')
    const asked = valuesOf((await site.visitor().get('/nl')).html, 'asked')
    await an.post('/nl/choices', { asked, all: 'yes', how: 'panel' }, gpc)
    expect((await rows()).at(-1)).toMatchObject({ given: false, how: 'gpc' })
    expect((await an.get('/nl')).html).not.toContain(elsewhere)
  })
  test('is kept to, as /.well-known/gpc.json says', async () => {
    expect((await site.visitor().get('/.well-known/gpc.json')).json()).toMatchObject({ gpc: true })
  })
})

describe('Q2 K37: what a browser reports', () => {
  let counted = 0
  const doors = new Hono<Env>()
    .post('/planted/visit', (c) => {
      onlyWith(c, 'statistics')
      counted++
      return c.body(null, 204)
    })
    .post('/planted/ungated', (c) => {
      counted++
      return c.body(null, 204)
    })
  const app = () =>
    appOf(Object.create(site.p, { features: { value: [...site.p.features, feature({ name: 'search', routes: () => doors })] } }))
  /** How often something was counted that none of these browsers may have counted. */
  async function countedAgainst(path: string): Promise<number> {
    counted = 0
    const said = async (all?: 'yes' | 'no') => {
      const visitor = new Visitor(app(), '192.0.2.7')
      if (all) await answers(visitor, all)
      return visitor
    }
    const taken = await said('yes')
    await chooses(taken, [])
    for (const visitor of [await said(), await said('no'), taken]) await visitor.post(path, { page: '/nl', consent: 'yes' })
    await (await said('yes')).post(path, { page: '/nl' }, { 'sec-gpc': '1' })
    return counted
  }
  test('is refused without consent, whatever it says', async () => {
    expect(await countedAgainst('/nl/planted/visit')).toBe(0)
    const an = new Visitor(app(), '192.0.2.8')
    await answers(an, 'yes')
    expect((await an.post('/nl/planted/visit')).status).toBe(204)
    expect(counted).toBe(1)
  })
  test('and a door without its gate is seen', async () => {
    expect(await countedAgainst('/nl/planted/ungated')).toBe(4)
  })
})

describe('K21: a cookie that the statement does not name', () => {
  test('is cleared on sight, and others are left alone', async () => {
    const an = site.visitor()
    for (const name of ['__cfduid', '_ga', '_tel', 'session', 'language']) an.cookies.set(name, 'x')
    const { headers } = await an.get('/nl')
    expect(cleared(headers).sort()).toEqual(['__cfduid', '_ga', '_tel'])
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect([...an.cookies.keys()]).toEqual(['session', 'language'])
    expect(cleared((await an.get('/nl', { cookie: 'bad name=1; =; ;;; a=b=c; "q"=1' })).headers)).toEqual(['a'])
  })
})

test('who is signed in chooses for the account too, and finds the answers in their copy', async () => {
  const { visitor, personId } = await signedUp(site, { firstName: 'An' })
  expect((await site.visitor().get('/nl/choices')).html).not.toContain('name="commercialMail"')
  await chooses(visitor, ['commercialMail'])
  const own = (await rows()).filter((row) => row.person_id === personId)
  expect(own.map(({ purpose, given }) => [purpose, given])).toEqual([
    ['statistics', false],
    ['commercialMail', true],
  ])
  // Elsewhere the account says the same; that browser has yet to answer for itself.
  expect((await visitor.get('/nl/account/data')).text).toContain('Waar je ja of nee op zei')
})

test('a site whose recipients need no consent does not ask, and has no page or cookie for it', async () => {
  const kot = await testSite()
  try {
    const { html, headers } = await kot.visitor().get('/nl')
    expect(html).not.toMatch(/class="consent"|\/choices/)
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect((await kot.visitor().get('/nl/choices')).status).toBe(404)
    const statement = await kot.visitor().get('/nl/privacy')
    expect(statement.html).not.toMatch(/cookie:consent|purpose:(?:statistics|commercialMail)/)
    expect(statement.text).toContain('dus vragen we er ook geen toestemming voor')
  } finally {
    await kot.close()
  }
}, 60_000)
