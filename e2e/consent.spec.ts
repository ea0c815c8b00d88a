// A site that has its visits measured by another, in a browser: before an answer, after each, taken back, and with Global Privacy Control. With scripts and
// without.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { statisticsSimulator } from '../dev/simulators/statistics'
import { watch } from '../src/app/audit/browser'
import { cookieCheck, hostCheck, storageCheck } from '../src/app/audit/seen'
import { lookAt } from './axe'
import { startServer } from './server'

let server: Awaited<ReturnType<typeof startServer>>
let other: Awaited<ReturnType<typeof statisticsSimulator>>
test.beforeAll(async () => {
  other = await statisticsSimulator()
  server = await startServer({ SITE: 'src/app/testing/asks', THIRD_PARTY: other.url })
})
test.afterAll(async () => {
  await server?.kill()
  server?.remove()
  other?.close()
})
test.beforeEach(() => {
  other.heard.length = 0
})

const on = { features: ['consent', 'choices'], languages: ['nl', 'fr', 'en'] }
const what = { nl: '', fr: '', en: '' }
const storage = [
  { in: 'localStorage' as const, name: 'tel.visitor', what },
  { in: 'sessionStorage' as const, name: 'tel.page.*', what },
  { in: 'IndexedDB' as const, name: 'telraam', what },
]
const loaded = [{ scripts: [], pixels: [], hosts: [], cookies: [cookie('_tel', 90), cookie('_tel_*', null)], storage }]
function cookie(name: string, days: number | null) {
  return { name, days, what }
}

/** A browser of its own, watched. */
async function visit(browser: Browser, headers: Record<string, string> = {}) {
  const context = await browser.newContext({ extraHTTPHeaders: headers })
  const watching = watch(context, new Set([new URL(server.url).host]))
  const page = await context.newPage()
  const at = async (path: string) => {
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    await watching.look(page)
  }
  return { page, at, seen: watching.seen, close: () => context.close() }
}
const panel = (page: Page) => page.locator('section.consent')
const answer = async (page: Page, all: 'yes' | 'no') => {
  await panel(page).locator(`button[value="${all}"]`).click()
  await expect(panel(page)).toHaveCount(0)
}
const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name)
const pages = ['/nl', '/fr/rooms', '/en/privacy', '/nl/sign-in', '/nl/choices']

test('G5 K22 Q2: without a yes nothing goes to another', async ({ browser }) => {
  for (const [headers, say] of [
    [{}, undefined],
    [{}, 'no'],
    [{ 'sec-gpc': '1' }, undefined],
  ] as const) {
    const { page, at, seen, close } = await visit(browser, headers)
    await at('/nl')
    await expect(panel(page)).toHaveCount('sec-gpc' in headers ? 0 : 1)
    if (say) await answer(page, say)
    for (const path of pages) await at(path)
    expect(cookieCheck(seen, false, { site: on }).differences).toEqual([])
    expect(hostCheck(seen).differences).toEqual([])
    expect(await names(page)).toEqual(say ? ['consent'] : [])
    await close()
  }
  expect(other.heard).toEqual([])
})

test('K22 K26 K37: with a yes what is stated, until it is taken back', async ({ browser, javaScriptEnabled }) => {
  const { page, at, seen, close } = await visit(browser)
  await at('/nl/rooms')
  await answer(page, 'yes')
  await expect(page).toHaveURL(/\/nl\/rooms$/)
  await at('/fr')
  expect(new Set(other.heard.map(({ path }) => path))).toEqual(
    new Set(javaScriptEnabled === false ? ['/pixel.gif'] : ['/measure.js', '/pixel.gif', '/collect']),
  )
  if (javaScriptEnabled !== false) {
    expect(await names(page)).toEqual(expect.arrayContaining(['_tel', 'consent']))
    expect(other.heard.map(({ body }) => body)).toContain('/fr')
  }
  // The pages of one person stay between them and the site.
  other.heard.length = 0
  await at('/nl/sign-in')
  await at('/nl/choices')
  expect(other.heard).toEqual([])
  expect(cookieCheck(seen, false, { site: on, loaded }).differences).toEqual([])
  expect(hostCheck(seen, new Set([new URL(other.url).host])).differences).toEqual([])
  expect(storageCheck(seen, { loaded }).differences).toEqual([])
  if (javaScriptEnabled !== false)
    expect(new Set(seen.storage.map(({ key }) => key.split(/ |\./)[0]))).toEqual(
      new Set(['localStorage', 'sessionStorage', 'IndexedDB']),
    )
  const met = seen.storage.length

  await page.locator('footer a[href="/nl/choices"]:not([lang])').click()
  await page.locator('button[name="all"][value="no"]').click()
  await expect(page).toHaveURL(/saved=1/)
  for (const path of ['/nl', '/fr', '/nl/rooms']) await at(path)
  expect(other.heard).toEqual([])
  expect(await names(page)).toEqual(['consent'])
  expect(seen.storage.slice(met)).toEqual([])
  await close()
})

test('K26 G5: what a script left goes from the browser of who did not say yes to it, and stays with who did', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false)
  const { page, at, seen, close } = await visit(browser)
  const leaves = () =>
    page.evaluate(`localStorage.setItem('tel.visitor', '1'); localStorage.setItem('odd', '1'); sessionStorage.setItem('tel.page./nl', '1');
      new Promise((done) => (indexedDB.open('telraam').onsuccess = (event) => done(event.target.result.close())))`)
  const keys = async () => {
    seen.storage.length = 0
    await at('/nl/sign-in')
    return seen.storage.map(({ key }) => key)
  }
  await at('/nl')
  await leaves()
  expect(await keys()).toEqual([])
  await at('/nl')
  await answer(page, 'yes')
  await leaves()
  expect(await keys()).toEqual(expect.arrayContaining(['localStorage tel.visitor', 'IndexedDB telraam']))
  // Its answer is gone with its cookie: after its days, or cleared by hand.
  await page.context().clearCookies()
  expect(await keys()).toEqual([])
  await close()
})

const lookOf = (page: Page, value: string) =>
  page.evaluate<string[]>(`(() => {
    const { color, backgroundColor, borderTopColor, fontSize, fontWeight, opacity } = getComputedStyle(document.querySelector('section.consent button[value=${value}]'))
    return [color, backgroundColor, borderTopColor, fontSize, fontWeight, opacity]
  })()`)

test('G6: no is as easy as yes, in size, colour, place and presses', async ({ browser, javaScriptEnabled }) => {
  for (const width of [1280, 360])
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, at, close } = await visit(browser)
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await at('/nl')
      const [no, yes] = [panel(page).locator('button[value="no"]'), panel(page).locator('button[value="yes"]')]
      const boxes = await Promise.all([no, yes].map((button) => button.boundingBox()))
      const [of, other] = boxes
      expect([of?.width, of?.height, of?.y]).toEqual([other?.width, other?.height, other?.y])
      // Both are seen without looking for them.
      expect((of?.y ?? 800) + (of?.height ?? 0)).toBeLessThan(800)
      // A page without scripts cannot be asked how it looks; it is the same page.
      if (javaScriptEnabled !== false) expect(await lookOf(page, 'no')).toEqual(await lookOf(page, 'yes'))
      // The page is there all the same.
      await expect(page.locator('h1')).toBeVisible()
      await close()
    }
})

test('G6: the question and the page of choices hold for who cannot see, cannot use a mouse, or reads in the dark', async ({
  browser,
  javaScriptEnabled,
}) => {
  // What looks at a page is a script.
  test.skip(javaScriptEnabled === false)
  test.setTimeout(180_000)
  const faults: string[] = []
  for (const lang of ['nl', 'fr', 'en']) {
    const { page, at, close } = await visit(browser)
    await at(`/${lang}`)
    await expect(panel(page)).toHaveCount(1)
    await lookAt(page, faults, 'asks')
    await at(`/${lang}/choices`)
    await lookAt(page, faults)
    await close()
  }
  expect(faults).toEqual([])
  const { page, at, close } = await visit(browser)
  await at('/nl')
  // With the keyboard alone: past the link to the content, no comes before yes, then the ways to know more; a press of Enter answers.
  const met: string[] = []
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Tab')
    met.push(await page.evaluate<string>("document.activeElement.value || document.activeElement.getAttribute('href')"))
  }
  const inPanel = met.slice(met.indexOf('no'))
  expect(inPanel.slice(0, 3)).toEqual(['no', 'yes', '/nl/choices?to=%2Fnl'])
  expect(met.indexOf('no')).toBeLessThanOrEqual(1)
  await panel(page).locator('button[value="no"]').focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toHaveCount(0)
  await close()
})
