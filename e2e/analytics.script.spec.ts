// Google Analytics in a browser: nothing before a yes, what it is told after one, gone when it is taken back, and a page that works whatever becomes of it.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { googleAnalyticsSimulator } from '../dev/simulators/google-analytics'
import { startServer } from './server'

let server: Awaited<ReturnType<typeof startServer>>
let google: Awaited<ReturnType<typeof googleAnalyticsSimulator>>
test.beforeAll(async () => {
  google = await googleAnalyticsSimulator()
  server = await startServer({ SITE: 'src/app/testing/asks', GA4_ID: 'G-TEST1234', GA4_URL: google.url })
})
test.afterAll(async () => {
  await server?.kill()
  server?.remove()
  google?.close()
})
test.beforeEach(() => {
  google.asked.length = 0
  google.reported.length = 0
  google.fail(undefined)
})

async function visit(browser: Browser, headers: Record<string, string> = {}) {
  const page = await (await browser.newContext({ extraHTTPHeaders: headers })).newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  return { page, wrong, elsewhere, at: (path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' }) }
}
const panel = (page: Page) => page.locator('section.consent')
async function answer(page: Page, all: 'yes' | 'no') {
  await panel(page).locator(`button[value="${all}"]`).click()
  await expect(panel(page)).toHaveCount(0)
}
const cookies = async (page: Page) => {
  const all = await page.context().cookies()
  return new Map(all.map(({ name, expires }) => [name, Math.round((expires * 1000 - Date.now()) / 86_400_000)]))
}

test('G5 K22 Q2: refuse all, and no page asks Google for anything', async ({ browser }) => {
  const browsers: Record<string, string>[] = [{}, { 'sec-gpc': '1' }]
  for (const headers of browsers) {
    const { page, elsewhere, at } = await visit(browser, headers)
    await at('/nl')
    if (!('sec-gpc' in headers)) await answer(page, 'no')
    for (const path of ['/nl', '/fr/rooms?where=gent', '/en/privacy', '/nl/sign-in', '/nl/choices', '/nl/forms/contact'])
      await at(path)
    expect(elsewhere).toEqual([])
    expect([...(await cookies(page)).keys()].filter((name) => name.startsWith('_ga'))).toEqual([])
    await page.context().close()
  }
  expect(google.asked).toEqual([])
})

test('K22 Q2 K26: accept, and it loads, without a word of advertising or of what was searched; take it back, and it is gone', async ({
  browser,
}) => {
  const { page, wrong, at } = await visit(browser)
  await at('/nl/rooms?where=gent&max=450')
  await answer(page, 'yes')
  await expect.poll(() => google.reported.length).toBe(1)
  const [told] = google.reported
  expect(told).toMatchObject({
    id: 'G-TEST1234',
    page: `${server.url}/nl/rooms`,
    allowed: { analytics_storage: 'granted', ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' },
    settings: { allow_google_signals: false, allow_ad_personalization_signals: false },
  })
  expect(JSON.stringify(google.reported)).not.toMatch(/gent|450/)
  const kept = await cookies(page)
  expect([kept.get('_ga'), kept.get('_ga_TEST1234')]).toEqual([180, 180])
  // From a search to its next page: where one came from is told without what was asked there.
  await at('/nl/rooms?where=gent')
  await page.locator('.listing-card a, footer a').first().click()
  await expect.poll(() => google.reported.length).toBeGreaterThan(2)
  expect(google.reported.at(-1)?.referrer).toBe(`${server.url}/nl/rooms`)
  // The pages of one person stay between them and the site.
  const before = google.asked.length
  await at('/nl/sign-in')
  expect(google.asked.length).toBe(before)

  await at('/nl/choices')
  await page.locator('button[name="all"][value="no"]').click()
  await expect(page).toHaveURL(/saved=1/)
  google.asked.length = 0
  for (const path of ['/nl', '/fr/rooms']) await at(path)
  expect(google.asked).toEqual([])
  expect([...(await cookies(page)).keys()]).toEqual(['consent'])
  expect(wrong).toEqual([])
  await page.context().close()
})

for (const how of ['error', 'html', 'slow', 'refuses'] as const)
  test(`a page is whole when Google answers with: ${how}`, async ({ browser }) => {
    const { page, wrong, at } = await visit(browser)
    await at('/nl')
    await answer(page, 'yes')
    google.fail(how)
    // It waits for nothing of it: a slow answer comes after two minutes.
    await page.goto(`${server.url}/nl/rooms`, { waitUntil: 'domcontentloaded' })
    await expect(page.locator('h1')).toBeVisible()
    await page.locator('footer a').first().click()
    await expect(page.locator('h1')).toBeVisible()
    expect(wrong).toEqual([])
    await page.context().close()
  })
