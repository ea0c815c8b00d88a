// A Mautic in a browser: nothing before a yes; after one its script measures and the account is known there; taken back, script, cookies, keys and contact are gone.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { startMautic } from '../dev/simulators/mautic'
import { startServer } from './server'

let server: Awaited<ReturnType<typeof startServer>>
let mautic: Awaited<ReturnType<typeof startMautic>>
test.beforeAll(async () => {
  mautic = await startMautic()
  server = await startServer({
    SITE: 'src/app/testing/asks',
    DEMO: '1',
    MAUTIC_URL: mautic.url,
    MAUTIC_CLIENT_ID: 'us',
    MAUTIC_CLIENT_SECRET: 'sec',
    MAUTIC_TRACKING: '1',
  })
})
test.afterAll(async () => {
  await server?.kill()
  server?.remove()
  await mautic?.close()
})

const email = 'an.zoekt@example.com'
const names = ['mautic_device_id', 'mtc_id', 'mtc_sid']
const panel = (page: Page) => page.locator('section.consent')
const cookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => names.includes(name))
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage))
const known = () => [...mautic.contacts.values()].map((one) => [one.email, one.firstname])

async function visit(browser: Browser) {
  const page = await (await browser.newContext()).newPage()
  const [wrong, asked]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (request.url().startsWith(mautic.url)) asked.push(new URL(request.url()).pathname)
  })
  return { page, wrong, asked, at: (path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' }) }
}

test('Q2 G5 K16 K26: nothing before a yes; with one it measures, and knows the account; taken back, nothing is left', async ({
  browser,
}) => {
  const { page, wrong, asked, at } = await visit(browser)
  for (const path of ['/nl', '/fr/rooms?where=gent', '/en/privacy']) await at(path)
  expect(asked).toEqual([])
  expect(await cookies(page)).toEqual([])

  await at('/nl/rooms?where=gent&max=450')
  await panel(page).locator('button[value="yes"]').click()
  await expect(panel(page)).toHaveCount(0)
  await expect.poll(() => mautic.seen.length).toBeGreaterThan(0)
  expect(mautic.seen[0]).toMatchObject({ page_url: `${server.url}/nl/rooms`, page_title: '/nl/rooms' })
  await expect.poll(() => cookies(page).then((all) => all.toSorted())).toEqual(names)
  expect((await kept(page)).filter((name) => names.includes(name)).toSorted()).toEqual(names)

  await at('/nl/sign-in')
  await page.locator('main [name="who"]').fill(email)
  await page.locator('main [name="password"]').fill('een-kamer-op-zolder')
  await page.locator('main [name="password"]').press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)
  await at('/nl/choices')
  await page.locator('[name="commercialMail"]').check({ force: true })
  await page.locator('main form').first().locator('button[type="submit"]').last().click()
  await expect(page).toHaveURL(/saved=1/)
  await expect.poll(known).toEqual([[email, 'An']])
  // It was told of pages alone: not whose they were, nor what was searched for.
  expect(JSON.stringify(mautic.seen)).not.toMatch(/gent|450|an\.zoekt|email|firstname/)

  await at('/nl/choices')
  await page.locator('button[name="all"][value="no"]').click()
  await expect(page).toHaveURL(/saved=1/)
  await expect.poll(known).toEqual([])
  asked.length = 0
  for (const path of ['/nl', '/fr/rooms']) await at(path)
  expect(asked).toEqual([])
  expect(await cookies(page)).toEqual([])
  expect(await kept(page)).toEqual([])
  expect(wrong).toEqual([])
  await page.context().close()
})
