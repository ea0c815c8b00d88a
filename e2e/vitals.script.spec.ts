import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Server, startServer } from './server'
import { desktop, feelOf, type Load, loaded, phone, slowly } from './vitals'

test.describe.configure({ mode: 'default' })
test.setTimeout(300_000)

// What the line carries is the same everywhere, and is held to the budget. How long it takes depends on who else works on the machine: here only
// "poor" is refused (https://web.dev/articles/vitals), and docs/benchmarks.md has the figures of a quiet one.
const budget = { cls: 0.02, beforePictures: 8, bytes: 90_000 }
const poor = { lcp: 4000, inp: 500 }
const tries = 5
// What the slow line takes is no fault of the page.
const patient = expect.configure({ timeout: 45_000 })

let server: Server
let advert = ''
test.beforeAll(async () => {
  test.setTimeout(300_000)
  server = await startServer({ DEMO: '1' })
  // Its pictures come from the queue, those of the newest adverts first.
  const cards = async () => (await (await fetch(`${server.url}/nl/rooms?where=gent`)).text()).split('<article').slice(1, 4)
  await expect
    .poll(async () => (await cards()).every((card) => card.includes('<img')), { timeout: 240_000, intervals: [2000] })
    .toBe(true)
  advert = /href="(\/nl\/rooms\/[a-z0-9]{12})"/.exec((await cards())[0] ?? '')?.[1] ?? ''
})
test.afterAll(async () => {
  await server.kill()
  server.remove()
})

async function open(browser: Browser, about: object = phone): Promise<Page> {
  const page = await (await browser.newContext(about)).newPage()
  page.setDefaultTimeout(30_000)
  return page
}
async function signIn(page: Page, who: string): Promise<void> {
  await page.goto(`${server.url}/nl/sign-in`)
  await page.locator('main [name=who]').fill(who)
  await page.locator('main [name=password]').fill('een-kamer-op-zolder')
  await page.locator('form[action$="/sign-in"] button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
}
/** A page of the wizard, of a new draft of the demo's landlord. */
async function atStep(page: Page, step: string): Promise<void> {
  await signIn(page, 'greet.verhuurt@example.org')
  await page.goto(`${server.url}/nl/adverts/new`)
  await page.locator('form[action$="/adverts/drafts"] button[type=submit]').first().click()
  await expect(page).toHaveURL(/\/drafts\//)
  await page.goto(page.url().replace(/[^/]+$/, step))
}

const said = (path: string, load: Load) =>
  `${path}: LCP ${load.lcp} ms (${load.what}), CLS ${load.cls.toFixed(3)}, ${load.requests} requests and ${load.bytes} bytes before it`

/** Holds a first visit to the budget, and says what it was. Slowness may be somebody else's: it is tried again. */
async function visit(fresh: () => Promise<{ page: Page; url: string }>, largest: RegExp): Promise<void> {
  for (let n = 1; n <= tries; n++) {
    const { page, url } = await fresh()
    await slowly(page)
    await page.goto(url)
    const load = await loaded(page)
    const about = said(new URL(url).pathname, load)
    process.stdout.write(`${about}\n`)
    await page.context().close()
    expect(load.what, about).toMatch(largest)
    expect(load.cls, `${about}: ${load.moved.join(', ')}`).toBeLessThanOrEqual(budget.cls)
    expect(load.unsized, about).toEqual([])
    expect(load.beforePictures, about).toBeLessThanOrEqual(budget.beforePictures)
    expect(load.bytes, about).toBeLessThanOrEqual(budget.bytes)
    if (load.lcp <= poor.lcp) return
  }
  throw new Error(`${tries} times slower than ${poor.lcp} ms`)
}

const words = /^(?:h1|h2|p|label|span)\b/
for (const [name, about] of [
  ['a telephone', phone],
  ['a desktop', desktop],
] as const)
  test(`a first visit on ${name} comes soon, and nothing moves after it`, async ({ browser }) => {
    const stranger = (path: () => string) => async () => ({ page: await open(browser, about), url: server.url + path() })
    await visit(
      stranger(() => '/nl'),
      words,
    )
    // The picture of the first card, which is not put off.
    await visit(
      stranger(() => '/nl/rooms?where=gent'),
      /^img(?!.*put off)/,
    )
    await visit(
      stranger(() => advert),
      /^img(?!.*put off)/,
    )
    await visit(
      stranger(() => '/nl/register'),
      words,
    )
    await visit(
      stranger(() => '/nl/privacy'),
      words,
    )
    // An article, with replies below it.
    await visit(
      stranger(() => '/nl/blog/valse-advertenties'),
      words,
    )
    await visit(async () => {
      const page = await open(browser, about)
      await atStep(page, 'words')
      const url = page.url()
      // Its own kind of visit: signed in, with nothing kept.
      const { cookies } = await page.context().storageState()
      await page.context().close()
      const fresh = await open(browser, about)
      await fresh.context().addCookies(cookies)
      return { page: fresh, url }
    }, words)
  })

type Feel = (name: string, page: Page, act: () => Promise<unknown>) => Promise<void>

async function feelAll(browser: Browser, feel: Feel): Promise<void> {
  const page = await open(browser)
  await slowly(page)
  await page.goto(`${server.url}/nl/rooms?where=gent`)
  await loaded(page)
  await feel('opening the filters', page, async () => {
    await page.locator('.filter-open').tap()
    await patient(page.locator('#filters')).toBeVisible()
  })
  await feel('choosing a filter', page, async () => {
    await page.locator('.facet-option input[name=kind][value=studio]').tap()
    await patient(page).toHaveURL(/kind=studio/)
  })
  await feel('closing the filters', page, () => page.locator('#filters .sheet-close').tap())
  await feel('opening the map', page, async () => {
    await page.locator('.map-switch button').tap()
    await patient(page.locator('[data-map-said]')).toContainText('in beeld')
  })
  await page.context().close()

  const greet = await open(browser)
  await atStep(greet, 'words')
  await slowly(greet)
  await greet.reload()
  await loaded(greet)
  await feel('typing in the wizard', greet, () =>
    greet.locator('main [name=text]').pressSequentially('Een rustige kamer met een groot raam.', { delay: 60 }),
  )
  await greet.context().close()
}

test('filters, the map and a form answer a touch at once', async ({ browser }) => {
  const best = new Map<string, number>()
  for (let n = 1; n <= tries; n++) {
    await feelAll(browser, async (name, page, act) => {
      const inp = await feelOf(page, act)
      process.stdout.write(`${name}: INP ${inp} ms\n`)
      best.set(name, Math.min(inp, best.get(name) ?? inp))
    })
    if ([...best.values()].every((inp) => inp <= poor.inp)) return
  }
  throw new Error(`slower than ${poor.inp} ms each time: ${JSON.stringify([...best])}`)
})

test('the measure sees what it is for: a picture put off and without a size, and what it pushes away', async ({ browser }) => {
  const page = await open(browser)
  await slowly(page)
  await page.goto(`${server.url}${advert}`)
  await loaded(page)
  await page.evaluate(`setTimeout(() => {
    const wide = document.createElement('div')
    wide.style.height = '300px'
    document.querySelector('h1').before(wide)
    const picture = new Image()
    picture.src = '/favicon.svg'
    document.querySelector('footer').append(picture)
  }, 600)`)
  await page.waitForTimeout(1500)
  const load = await loaded(page)
  expect(load.cls).toBeGreaterThan(budget.cls)
  expect(load.moved.join()).toContain('h1')
  expect(load.unsized).toHaveLength(1)
})
