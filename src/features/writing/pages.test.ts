import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { routesOf } from '../../app/testing/world'
import { isFree } from './text'

let kot: TestSite
let bureau: TestSite
beforeAll(async () => {
  kot = await testSite()
  bureau = await testSite({ site: 'bureau' })
}, 60_000)
afterAll(async () => {
  await kot?.close()
  await bureau?.close()
})

describe('the pages of a site', () => {
  test('stand in its folder, each at its own address', async () => {
    const { status, html, headers } = await bureau.visitor().get('/over-ons')
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, no-cache'])
    expect(html).toContain('<h1>Over ons</h1>')
    expect(html).toContain('<title>Over ons – Loofwerk</title>')
    expect(html).toMatch(/<meta name="description" content="Zes mensen/)
    for (const path of ['/over', '/home', '/about', '/over-ons/', '/%6Fver%00']) {
      expect([path, (await bureau.visitor().get(path)).status]).toEqual([path, 404])
    }
  })

  test('are in the menu or at the foot of every page, in the language one reads', async () => {
    const { html } = await bureau.visitor().get('/privacy')
    const menu = /<nav class="menu-main".*?<\/nav>/s.exec(html)?.[0] ?? ''
    expect([...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/diensten', '/over-ons', '/blog'])
    expect(/<footer.*<\/footer>/s.exec(html)?.[0]).toContain('href="/voorwaarden"')
    expect((await bureau.visitor().get('/diensten')).html).toMatch(/href="\/diensten" aria-current="page"/)
    expect((await kot.visitor().get('/fr/privacy')).html).toContain('href="/fr/a-propos"')
  })

  test('lead to their translations, and the choice of language goes there', async () => {
    const { html } = await kot.visitor().get('/nl/over-ons')
    for (const [language, path] of [
      ['nl', '/nl/over-ons'],
      ['fr', '/fr/a-propos'],
      ['en', '/en/about'],
      ['x-default', '/nl/over-ons'],
    ])
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="http://localhost:3000${path}"/>`)
    expect(html).toMatch(/href="\/fr\/a-propos" lang="fr"/)
    expect((await kot.visitor().get('/fr/over-ons')).status).toBe(404)
  })

  test('can be the beginning of it; a site with another keeps that', async () => {
    const { html } = await bureau.visitor().get('/')
    expect(html).toContain('<h1>Websites die doen wat ze zeggen</h1>')
    expect(html.match(/<section class="home-part flow">/g)).toHaveLength(5)
    expect((await kot.visitor().get('/nl')).html).not.toContain('home-part')
  })

  test('can take the place of what the program says of accessibility', async () => {
    expect((await bureau.visitor().get('/accessibility')).text).toContain('FOD Economie')
    expect((await kot.visitor().get('/nl/accessibility')).text).toContain('Hoe we dat nagaan')
  })

  test('have the drawings of its folder, whose addresses change with them', async () => {
    const [, path = ''] = /src="(\/pictures\/loof\.svg\?[0-9a-f]{8})"/.exec((await bureau.visitor().get('/')).html) ?? []
    const { status, headers } = await bureau.visitor().get(path)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect((await bureau.visitor().get('/pictures/none.svg')).status).toBe(404)
  })
})

test('no page can have an address that the program has itself', () => {
  const own = [kot, bureau].flatMap(({ app }) => routesOf(app).map(({ name }) => name.split('/')[1] ?? ''))
  const words = [...new Set(own)].filter((word) => /^[a-z0-9-]+$/.test(word) && word !== 'accessibility')
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter(isFree)).toEqual([])
})
