import { type Browser, expect, test } from '@playwright/test'
import { findings, lookAt } from './axe'
import { type Look, ofAdvert, ofDesk, ofLetters, ofVisitors } from './pages'
import { at } from './steps'
import { ofAgency, ofWriters } from './writers'

/** What axe finds on the way. */
async function faultsOf(journey: (browser: Browser, look: Look) => Promise<unknown>, browser: Browser): Promise<string[]> {
  const faults: string[] = []
  await journey(browser, (page, state) => lookAt(page, faults, state))
  return faults
}

test.describe('the rules of WCAG 2.2 AA', () => {
  test.describe.configure({ timeout: 480_000 })
  test('hold on every page, which asks nothing of another host', async ({ browser }) => {
    let asked: string[] = []
    const journey = async (of: Browser, look: Look) => {
      asked = await ofVisitors(of, look)
    }
    expect(await faultsOf(journey, browser)).toEqual([])
    const own = new URL(at('/')).host
    expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== own)).toEqual([])
  })
  test('hold on every step of an advert, also when it is refused', async ({ browser }) => {
    expect(await faultsOf(ofAdvert, browser)).toEqual([])
  })
  test('hold on the pages that letters lead to, and on both sides of a conversation', async ({ browser }) => {
    expect(await faultsOf(ofLetters, browser)).toEqual([])
  })
  test('hold at the desk', async ({ browser }) => {
    expect(await faultsOf(ofDesk, browser)).toEqual([])
  })
  test('hold on what is written and answered at the desk, and where readers come by it', async ({ browser }) => {
    expect(await faultsOf(ofWriters, browser)).toEqual([])
  })
  test('hold on an agency’s site', async ({ browser }) => {
    expect(await faultsOf(ofAgency, browser)).toEqual([])
  })
})

test('the scan sees: a page without it fails', async ({ page }) => {
  await page.goto(at('/nl'))
  await page.setContent('<html><body><main><img src="/x.png"><input></main></body></html>')
  const found = await findings(page)
  for (const rule of ['image-alt', 'label', 'html-has-lang', 'document-title'])
    expect(found).toContainEqual(expect.stringMatching(`^${rule}: `))
})

test('a first visit takes at most eight requests before its pictures', async ({ browser, javaScriptEnabled }) => {
  for (const path of ['/nl', '/nl/rooms', '/nl/privacy', '/nl/register']) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() !== 'image') asked.push(request.url())
    })
    await page.goto(at(path), { waitUntil: 'networkidle' })
    expect(asked.length, `${path}: ${asked.join(' ')}`).toBeLessThanOrEqual(8)
    if (path === '/nl') expect(asked.filter((url) => url.endsWith('.js'))).toEqual([])
    await context.close()
  }
})
