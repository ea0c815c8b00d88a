import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import bureau from '../../sites/bureau/site'
import { appoint, personFor } from '../features/desk/staff'
import { siteSchema } from '../platform/site'
import { statementFacts } from '../privacy'
import { tablesOf } from '../register'
import { agree, audit, crawl, table } from './audit'
import { eyesOf } from './audit/testing'
import { holdsOwner } from './open'
import { linkIn, type TestSite, testSite } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite({ site: 'bureau' })
}, 60_000)
afterAll(() => site?.close())

/** Words of a marketplace of rooms, which an agency has nothing to do with. */
const rooms = /advertentie|adverteerder|\bkot(?:en)?\b|\bkamers?\b|zoekertje|wie zoekt|verhuur|gesprek/i

describe('an agency’s site from the same program', () => {
  test('has its own tables and no others', () => {
    expect(tablesOf(site.p.site.features)).not.toEqual(expect.arrayContaining(['listings']))
    for (const name of ['registrations', 'reports', 'decisions', 'complaints', 'listings', 'threads'])
      expect(tablesOf(site.p.site.features)).not.toContain(name)
  })

  test('says on every page who is behind it, and in the title of the first what it does; no menu is empty', async () => {
    const [home, article] = await Promise.all(['/', '/blog/zonder-muis'].map((path) => site.visitor().get(path)))
    expect(home?.html).toContain('<title>Loofwerk – Websites die doen wat ze zeggen</title>')
    for (const page of [home, article]) {
      expect(page?.text).toContain('Loofwerk cv (demo) · Voorbeeldkaai 12, 9000 Gent · BE 0000.000.196')
      expect(page?.html).not.toContain('<ul></ul>')
    }
    expect([home, article].map((page) => /og:type" content="(\w+)"/.exec(page?.html ?? '')?.[1])).toEqual(['website', 'article'])
  })

  test('lets nobody register, and its staff sign in with a second factor', async () => {
    const visitor = site.visitor()
    expect((await visitor.get('/register')).status).toBe(404)
    expect((await visitor.get('/sign-in')).text).not.toMatch(/nog geen account|registreren/i)
    const person = await personFor(site.p, 'mira@loofwerk.example', { firstName: 'Mira' })
    if (!person) throw new Error('nobody was made')
    await site.p.db.transaction().execute(async (trx) => {
      await appoint(site.p, trx, { person, role: 'owner', name: 'Mira' })
      await site.p.mail.queue(trx, person, 'desk.setUp')
    })
    const [letter] = await site.mails()
    expect(letter?.text).not.toMatch(rooms)
    expect(linkIn(letter)).toMatch(/^\/desk\/welcome\//)
    const welcomed = await visitor.post(linkIn(letter))
    expect(welcomed.location).toBe('/desk/second-factor')
    expect((await visitor.follow(welcomed)).status).toBe(200)
    expect((await visitor.get('/desk')).location).toBe('/desk/second-factor?to=%2Fnl%2Fdesk')
    expect((await visitor.get('/account')).text).not.toMatch(/welke mails|Taal/i)
  })

  test('Q2: states what it does, and nothing of a marketplace', async () => {
    const facts = statementFacts(site.p, 'nl')
    expect(facts.cookies.map(({ cookie }) => cookie)).toEqual(['session', 'stay', 'chat'])
    expect(facts.purposes.map(({ purpose }) => purpose)).not.toEqual(expect.arrayContaining(['moderation']))
    expect(facts.recipients.map(({ recipient }) => recipient)).toEqual(['mail', 'authority', 'gravatar'])
    const { paths } = await crawl(eyesOf(site))
    expect(paths).toContain('/privacy')
    const further = ['/privacy/proofs', '/privacy/proofs?about=item:email', '/privacy/proofs?about=erasure']
    for (const path of [...paths, ...further]) {
      const { text, html } = await site.visitor().get(path)
      expect(text.match(rooms)?.[0], path).toBeUndefined()
      expect(html.match(/(?:href|action)="\/(?:nl|fr|en)(?:[/"?#])/)?.[0], path).toBeUndefined()
    }
  })

  test('G1: statement, register and what is observed agree', async () => {
    const eyes = eyesOf(site)
    const { seen } = await crawl(eyes)
    const checks = await audit(eyes, { seen, log: site.logged })
    expect(agree(checks), table(checks)).toBe(true)
  })
})

describe('a site with a brand', () => {
  test('has its own colours, in light and dark, and its own logo', async () => {
    const { html } = await site.visitor().get('/')
    const [, sheet = ''] = /<link rel="stylesheet" href="(\/brand\.css\?[0-9a-f]{8})"/.exec(html) ?? []
    const { text, headers } = await site.visitor().get(sheet)
    expect(text).toMatch(/--brand-fill: #1f5c46;.*prefers-color-scheme: dark.*--brand-fill: #2f7d60;/s)
    expect(headers.get('cache-control')).toMatch(/immutable/)
    const [, logo = ''] = /<img class="header-logo" src="([^"]+)"/.exec(html) ?? []
    expect((await site.visitor().get(logo)).headers.get('content-type')).toBe('image/svg+xml')
  })

  test('is refused when its text could not be read', () => {
    const { success, error } = siteSchema.safeParse({ ...bureau, brand: { light: { 'brand-fill': '#dddddd' } } })
    expect(success).toBe(false)
    expect(error?.issues.map(({ message }) => message)).toContain('light: brand-on on brand-fill is 1.36 to 1, and must be 4.5')
  })
})

describe('a site with one language', () => {
  test('leaves it out of every address, and leads there from one that has it', async () => {
    const visitor = site.visitor()
    const home = await visitor.get('/')
    expect(home.status).toBe(200)
    expect(home.html).toContain('<html lang="nl"')
    expect(home.html).toContain('<link rel="canonical" href="http://localhost:3000/"')
    expect(home.html).not.toMatch(/hreflang|class="languages"/)
    for (const [asked, to] of [
      ['/nl', '/'],
      ['/nl/privacy?x=1', '/privacy?x=1'],
      ['/fr/privacy', '/privacy'],
    ]) {
      const answer = await visitor.get(asked ?? '')
      expect([answer.status, answer.location]).toEqual([308, to])
    }
    expect(visitor.cookies.has('language')).toBe(false)
    expect((await visitor.get('/nlx')).status).toBe(404)
  })
})

test('the data of a site are opened by no other', () => {
  const room = mkdtempSync(join(tmpdir(), 'huisrecht-owner-'))
  try {
    holdsOwner({ dataDir: room, site: 'kot' })
    writeFileSync(join(room, 'site'), 'kot\n')
    holdsOwner({ dataDir: room, site: '/srv/sites/kot' })
    expect(() => holdsOwner({ dataDir: room, site: 'bureau' })).toThrow(/“kot”.*“bureau”/)
  } finally {
    rmSync(room, { recursive: true })
  }
})
