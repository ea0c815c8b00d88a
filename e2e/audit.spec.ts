// The browser's part of the audit: whatever people do, it keeps the cookies that the register names for as long as it says, nothing else, and speaks
// to nobody but the site. With scripts and without; signed out, signed in, as staff; with and without Global Privacy Control. On the way, whether each page is
// for everybody: one visit serves all who look.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { watch } from '../src/app/audit/browser'
import { cookieCheck, hostCheck, type Seen, storageCheck, together } from '../src/app/audit/seen'
import { forEverybody } from './everybody'
import { type Look, ofAdvert, ofDesk, ofLetters, ofVisitors } from './pages'
import { at } from './steps'

const own = new Set([new URL(at('/')).host])
const differences = (seen: Seen) =>
  [cookieCheck(seen, false), storageCheck(seen), hostCheck(seen)].flatMap((check) => check.differences)

/** A browser whose every context is watched, some of them saying that their person wants no tracking. */
function watched(browser: Browser): { browser: Browser; look(page: Page): Promise<void>; seen(): Seen } {
  const watching = new Map<unknown, ReturnType<typeof watch>>()
  let opened = 0
  const opening: Browser = new Proxy(browser, {
    get: (of, name) =>
      name === 'newContext'
        ? async () => {
            const context = await of.newContext(opened++ % 2 === 1 ? { extraHTTPHeaders: { 'sec-gpc': '1' } } : {})
            watching.set(context, watch(context, own))
            return context
          }
        : Reflect.get(of, name),
  })
  return {
    browser: opening,
    look: async (page) => watching.get(page.context())?.look(page),
    seen: () => together([...watching.values()].map(({ seen }) => seen)),
  }
}

test.describe.configure({ mode: 'parallel' })

for (const [name, visits] of Object.entries({ visitors: ofVisitors, letters: ofLetters, advert: ofAdvert, desk: ofDesk }))
  test(`G1 K21 G5: a browser keeps what the register names, speaks to us alone, and everybody can read and work (${name})`, async ({
    browser,
    javaScriptEnabled,
  }) => {
    test.setTimeout(900_000)
    const watcher = watched(browser)
    const faults: string[] = []
    // Where no script runs, none can measure.
    const measure: Look = javaScriptEnabled === false ? async () => {} : forEverybody(faults)
    await visits(watcher.browser, async (page, state) => {
      await watcher.look(page)
      await measure(page, state)
    })
    const seen = watcher.seen()
    expect.soft(faults).toEqual([])
    expect(differences(seen)).toEqual([])
    expect(new Set(seen.cookies.map((cookie) => cookie.name))).toContain('session')
  })

test('and one that keeps or tells more is seen', async ({ browser, javaScriptEnabled }) => {
  const watcher = watched(browser)
  const context = await watcher.browser.newContext()
  const page = await context.newPage()
  await page.route('**/planted', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'set-cookie': 'visitor=1; Max-Age=31536000' },
      body: `<img src="http://pixel.invalid/1.gif"><script>localStorage.setItem('visitor', '1'); document.cookie = 'second=1'</script>`,
    }),
  )
  await page.goto(at('/planted'))
  await watcher.look(page)
  const found = differences(watcher.seen()).map(({ what }) => what)
  expect(found).toEqual(expect.arrayContaining(['cookie visitor at /planted', expect.stringMatching(/^pixel\.invalid/)]))
  if (javaScriptEnabled !== false)
    expect(found).toEqual(expect.arrayContaining(['cookie second at /planted', 'localStorage visitor at /planted']))
})
