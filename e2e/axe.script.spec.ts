import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { at, placeAdvert, signUp, somebody } from './steps'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

type Finding = { id: string; nodes: { target: string[]; failureSummary?: string }[] }

async function findings(page: Page): Promise<string[]> {
  // A policy that allows no inline script does not hold the debugger, which is how this comes in.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })}).then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  const violations: Finding[] = JSON.parse(String(result.value))
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`))
}

const forAll = [
  '/nl',
  '/fr',
  '/en',
  '/nl/rooms',
  '/nl/rooms?place=nergenshuizen',
  '/nl/privacy',
  '/nl/accessibility',
  '/nl/sources',
  '/nl/register',
  '/nl/sign-in',
  '/nl/forgot-password',
  '/nl/adverts/new',
  '/nl/nowhere',
  '/dev/ui',
]
const ofOne = [
  '/nl/account',
  '/nl/account/settings/email',
  '/nl/account/settings/sessions',
  '/nl/account/data',
  '/nl/account/copy',
  '/nl/account/end',
  '/nl/adverts',
  '/nl/favourites',
  '/nl/messages',
]

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

// High enough for what sticks to the bottom to lie over nothing: axe takes what is under it for too small.
const looks = [
  { name: 'a telephone, light', viewport: { width: 360, height: 2600 }, colorScheme: 'light' },
  { name: 'a telephone, dark', viewport: { width: 360, height: 2600 }, colorScheme: 'dark' },
  { name: 'a desktop, light', viewport: { width: 1280, height: 2600 }, colorScheme: 'light' },
  { name: 'a desktop, dark', viewport: { width: 1280, height: 2600 }, colorScheme: 'dark' },
] as const

test('every page stands the rules of WCAG 2.2 AA, and asks nothing of another host', async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const bart = somebody('Bart')
  await signUp(page, bart)
  const advert = await placeAdvert(page)
  const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage()
  stranger.on('request', (request) => asked.push(request.url()))
  const faults: string[] = []
  for (const { name, viewport, colorScheme } of looks)
    for (const [one, paths] of [
      [stranger, [...forAll, advert, `${advert}/report`, `${advert}/reply`]],
      [page, [...ofOne, advert]],
    ] as const) {
      await one.setViewportSize(viewport)
      await one.emulateMedia({ colorScheme })
      for (const path of paths) {
        await one.goto(at(path))
        for (const finding of await findings(one)) faults.push(`${path} on ${name}: ${finding}`)
        // WCAG 2.2, 1.4.10: nothing to scroll sideways for.
        const wide = await one.evaluate<number>(overflow)
        if (wide > 0) faults.push(`${path} on ${name}: ${wide} px too wide`)
      }
    }
  expect(faults).toEqual([])
  const own = new URL(at('/')).host
  expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== own)).toEqual([])
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
