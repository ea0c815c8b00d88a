import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { MapAnswer } from '../src/features/search/map/answer'
import { findings } from './axe'
import { tinyStreets } from './pmtiles'
import { type Server, startServer } from './server'

test.describe.configure({ mode: 'default' })
test.setTimeout(120_000)

// The demo has 300 adverts; each journey looks at Ghent.
const file = join(mkdtempSync(join(tmpdir(), 'streets-')), 'streets.pmtiles')
let server: Server
test.beforeAll(async () => {
  writeFileSync(file, tinyStreets())
  server = await startServer({ DEMO: '1' })
})
test.afterAll(async () => {
  await server.kill()
  server.remove()
})

// What moves would have to be waited for.
const desktop = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const
const pins = '.map-pin'

async function visit(browser: Browser, path: string, about: object = desktop, asked: string[] = []): Promise<Page> {
  const page = await (await browser.newContext(about)).newPage()
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => asked.push(`error: ${error.message}`))
  await page.goto(server.url + path)
  return page
}
const settled = (page: Page) => expect(page.locator('[data-map-said]')).toContainText('in beeld')
const fromElsewhere = (asked: string[]) => asked.filter((url) => !url.startsWith('data:') && !url.startsWith(`${server.url}/`))

test('with a mouse: a cluster comes apart, a pin opens a card, a card of the list lights its pin', async ({ browser }) => {
  const asked: string[] = []
  const page = await visit(browser, '/nl/rooms?where=gent', desktop, asked)
  await settled(page)
  await expect(page.locator('.map-here')).toBeHidden()
  const total = Number((await page.locator('[data-count]').textContent())?.match(/\d+/)?.[0])
  const counted = async () => {
    const names = await page.locator(pins).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    return names.reduce((sum, name) => sum + Number(/^(\d+) kot/.exec(name)?.[1] ?? 1), 0)
  }
  await expect.poll(counted).toBe(total)

  const card = page.locator('.rooms-list .listing-card').first()
  await card.hover()
  await expect(page.locator(`${pins}[data-lit]`)).toHaveCount(1)
  await page.locator('h1').hover()
  await expect(page.locator(`${pins}[data-lit]`)).toHaveCount(0)

  const one = page.locator(`${pins}:not(.map-cluster)`).first()
  await one.hover()
  await one.click()
  await expect(one).toHaveAttribute('aria-expanded', 'true')
  const link = page.locator('.map-popup a').first()
  await expect(link).toHaveAttribute('href', /^\/nl\/rooms\/[a-z0-9]{12}$/)
  await page.getByRole('button', { name: 'Sluit', exact: true }).click()
  await expect(page.locator('.map-popup')).toHaveCount(0)

  const before = await page.locator('.map-cluster').count()
  await page.locator('.map-cluster').first().click()
  await settled(page)
  await expect(page.locator('.map-here')).toBeVisible()
  await page.locator('.map-here a').click()
  await expect(page).toHaveURL(/\/nl\/rooms\?box=[\d.,]+$/)
  await expect(page.locator('h1')).toHaveText('Koten in dit deel van de kaart')
  await settled(page)
  expect(before).toBeGreaterThan(0)
  expect(fromElsewhere(asked)).toEqual([])
})

test('with the keyboard alone: pins in the order of reading, a card that opens, Escape, and back at the pin', async ({
  browser,
}) => {
  const page = await (await browser.newContext(desktop)).newPage()
  const answer = page.waitForResponse(/\/api\/map/)
  await page.goto(`${server.url}/nl/rooms?where=gent`)
  const told: MapAnswer = await (await answer).json()
  await settled(page)
  const names = await page.locator(pins).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(names).toEqual(told.pins.map(({ name }) => name))
  const rows = told.pins.map(({ square }) => Number(square.split('.')[0]))
  expect(rows).toEqual([...rows].sort((a, b) => b - a))
  await page.locator('.map-leaflet').focus()
  for (let n = 0; n < 20 && (await page.locator(`${pins}:not(.map-cluster):focus`).count()) === 0; n++)
    await page.keyboard.press('Tab')
  const pin = page.locator(`${pins}:not(.map-cluster):focus`)
  await expect(pin).toHaveCount(1)
  const name = (await pin.getAttribute('aria-label')) ?? ''
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  await page.keyboard.press('Enter')
  await expect(page.locator('.map-popup a').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.map-popup')).toHaveCount(0)
  await expect(page.getByRole('button', { name, exact: true })).toBeFocused()
  await page.locator('.map-leaflet').focus()
  for (const key of ['-', 'ArrowRight']) await page.keyboard.press(key)
  await expect(page.locator('.map-here')).toBeVisible()
  await page.getByRole('button', { name: 'Verberg de kaart' }).press('Enter')
  await expect(page.locator('#map')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Toon de kaart' })).toBeFocused()
  await expect(page).toHaveURL(/#list$/)
  await page.reload()
  await expect(page.locator('#map')).toBeHidden()
})

test('on a phone: nothing of it is fetched before it is asked for; a button switches, and the address remembers', async ({
  browser,
}) => {
  const asked: string[] = []
  const page = await visit(browser, '/nl/rooms?where=gent', phone, asked)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => /\/show-|\/land-|api\/map/.test(url))).toEqual([])
  await expect(page.locator('#map')).toBeHidden()
  await page.getByRole('button', { name: 'Kaart' }).tap()
  await settled(page)
  await expect(page.locator('#results')).toBeHidden()
  await expect(page).toHaveURL(/#map$/)
  for (const pin of await page.locator(pins).all()) {
    const box = await pin.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= 390')).toBe(true)
  await page.getByRole('button', { name: 'Verder weg' }).tap()
  await page.locator('.map-here a').tap()
  await expect(page).toHaveURL(/\?box=.*#map$/)
  await settled(page)
  await page.getByRole('button', { name: 'Lijst' }).tap()
  await expect(page.locator('#results')).toBeVisible()
  await expect(page.locator('#map')).toBeHidden()
})

test('the map follows the filters', async ({ browser }) => {
  const page = await visit(browser, '/nl/rooms?where=gent')
  await settled(page)
  const all = await page.locator('[data-map-said]').textContent()
  await page.locator('input[name=kind][value=studio]').check()
  await expect(page).toHaveURL(/kind=studio/)
  await expect(page.locator('[data-map-said]')).not.toHaveText(all ?? '')
  await expect(page.locator('[data-map-said]')).toContainText('studio')
})

test('without a script there is the list, and no empty place beside it', async ({ browser }) => {
  const page = await visit(browser, '/nl/rooms?where=gent', { ...desktop, javaScriptEnabled: false })
  await expect(page.locator('#results')).toBeVisible()
  await expect(page.locator('#map')).toBeHidden()
  await expect(page.locator('.map-switch')).toBeHidden()
})

test('stands the rules of WCAG 2.2 AA in light, dark and with a card open', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visit(browser, '/nl/rooms?where=gent', {
      ...desktop,
      viewport: { width: 1440, height: 2600 },
      colorScheme,
    })
    await settled(page)
    expect(await findings(page)).toEqual([])
    await page.locator(`${pins}:not(.map-cluster)`).first().click()
    await expect(page.locator('.map-popup')).toBeVisible()
    expect(await findings(page)).toEqual([])
  }
})

test('streets come from the operator’s own file, and from no other host', async ({ browser }) => {
  const own = await startServer({ DEMO: '0', BASEMAP: file })
  try {
    const asked: string[] = []
    const page = await (await browser.newContext(desktop)).newPage()
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => asked.push(`error: ${error.message}`))
    await page.goto(`${own.url}/nl/rooms?where=gent`)
    await expect(page.locator('.map-leaflet canvas').first()).toBeVisible()
    await settled(page)
    await expect(page.locator('.map-note')).not.toContainText('geen straten')
    await expect(page.locator('.map-credit')).toHaveText('© OpenStreetMap')
    const colours = () =>
      page.evaluate<number>(`new Set([...document.querySelectorAll('.map-leaflet canvas')].flatMap((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return Array.from({ length: data.length / 400 }, (_, at) => data.slice(at * 400, at * 400 + 3).join())
      })).size`)
    await expect.poll(colours).toBeGreaterThan(1)
    expect(asked.some((url) => url.includes('/basemap.pmtiles'))).toBe(true)
    expect(asked.some((url) => url.includes('/land-'))).toBe(false)
    expect(asked.filter((url) => !url.startsWith('data:') && !url.startsWith(`${own.url}/`))).toEqual([])
  } finally {
    await own.kill()
    own.remove()
  }
})
