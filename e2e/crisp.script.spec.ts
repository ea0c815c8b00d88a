// The chat that Crisp runs, in a browser: nothing of it before the press, there after it on its own page, gone here and there when it is erased or taken back.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { startCrisp } from '../dev/simulators/crisp'
import named from '../src/app/testing/crisp/site'
import { lookAt } from './axe'
import { startServer } from './server'

let server: Awaited<ReturnType<typeof startServer>>
let crisp: Awaited<ReturnType<typeof startCrisp>>
const { website } = named.chat
test.beforeAll(async () => {
  crisp = await startCrisp({ website })
  server = await startServer({
    SITE: 'src/app/testing/crisp',
    CRISP_IDENTIFIER: 'id',
    CRISP_KEY: 'key',
    CRISP_URL: crisp.url,
  })
})
test.afterAll(async () => {
  await server?.kill()
  server?.remove()
  await crisp?.stop()
})
test.beforeEach(() => {
  crisp.be('well')
  crisp.asked.length = 0
  crisp.told.length = 0
})

async function visit(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const page = await (await browser.newContext(options)).newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  return { page, wrong, elsewhere, at: (path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' }) }
}
const box = (page: Page) => page.locator('#crisp-chatbox')
/** Presses for the chat, and waits until the site knows what Crisp calls it. */
async function start(page: Page) {
  const known = page.waitForResponse((answer) => answer.url().endsWith('/chat/session'))
  await page.getByRole('button', { name: 'Start de chat' }).click()
  await expect(box(page)).toBeVisible()
  expect((await known).status()).toBe(204)
}
async function say(page: Page, text: string) {
  await box(page).getByRole('textbox').fill(text)
  await box(page).getByRole('button').click()
  await expect.poll(() => crisp.told.some(({ says }) => says === text)).toBe(true)
}
const cookies = async (page: Page) => {
  const all = await page.context().cookies()
  return new Map(all.map(({ name, expires }) => [name, Math.round((expires * 1000 - Date.now()) / 86_400_000)]))
}

test('Q11 G5 G3: open, and nothing is asked of Crisp; press, and it is there; erase, and it is gone here and there', async ({
  browser,
}) => {
  const { page, wrong, elsewhere, at } = await visit(browser)
  await at('/nl')
  await page.getByRole('link', { name: 'Chat met ons' }).click()
  await expect(page).toHaveURL(/\/nl\/chat$/)
  await expect(page.getByRole('button', { name: 'Start de chat' })).toBeVisible()
  const faults: string[] = []
  await lookAt(page, faults)
  expect(faults).toEqual([])
  expect([elsewhere, crisp.asked, [...(await cookies(page)).keys()]]).toEqual([[], [], []])

  await start(page)
  await say(page, 'Is er nog plaats?')
  const [first] = crisp.told
  expect(first).toMatchObject({ website, locale: 'nl' })
  expect(first?.token).toMatch(/^[\w-]{20,}$/)
  const kept = await cookies(page)
  expect([...kept].filter(([name]) => name.startsWith(`crisp-client%2Fsession%2F${website}`)).map(([, days]) => days)).toEqual([
    45,
  ])

  // Not on another page; and the same conversation when they come back.
  crisp.asked.length = 0
  await at('/nl')
  expect(crisp.asked).toEqual([])
  await at('/fr/chat')
  await expect(box(page)).toBeVisible()
  expect(crisp.told.at(-1)).toMatchObject({ session: first?.session, token: first?.token, locale: 'fr' })

  await at('/nl/chat')
  await page.getByRole('button', { name: 'Wis het gesprek' }).click()
  await expect(page).toHaveURL(/\/nl\/chat\/erased$/)
  await expect.poll(() => crisp.conversations.has(first?.session ?? ''), { timeout: 20_000 }).toBe(false)
  crisp.asked.length = 0
  await at('/nl/chat')
  await expect(page.getByRole('button', { name: 'Start de chat' })).toBeVisible()
  expect([crisp.asked, [...(await cookies(page)).keys()], wrong]).toEqual([[], ['consent'], []])
  await page.context().close()
})

test('Q11 K26: take the yes back on the page of choices, and it is gone too', async ({ browser }) => {
  const { page, at } = await visit(browser)
  await at('/nl/chat')
  await start(page)
  await say(page, 'Tot straks')
  const { session } = crisp.told.at(-1) ?? { session: '' }
  await at('/nl/choices')
  await page.locator('button[name="all"][value="no"]').click()
  await expect(page).toHaveURL(/saved=1/)
  await expect.poll(() => crisp.conversations.has(session), { timeout: 20_000 }).toBe(false)
  crisp.asked.length = 0
  for (const path of ['/nl', '/nl/chat']) await at(path)
  expect([crisp.asked, [...(await cookies(page)).keys()]]).toEqual([[], ['consent']])
  await page.context().close()
})

test('Q11 G6: without scripts, or where the browser says no, there is the form', async ({ browser }) => {
  for (const options of [{ javaScriptEnabled: false }, { extraHTTPHeaders: { 'sec-gpc': '1' } }]) {
    const { page, elsewhere, at } = await visit(browser, options)
    await at('/nl/chat')
    await expect(page.getByRole('button', { name: 'Start de chat' })).toBeHidden()
    await page
      .getByRole('link', { name: /formulier/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/nl\/forms\/contact$/)
    expect(elsewhere).toEqual([])
    await page.context().close()
  }
})

for (const mood of ['down', 'html'] as const)
  test(`Q11: the page is whole, and leads to the form, when Crisp is ${mood}`, async ({ browser }) => {
    const { page, wrong, at } = await visit(browser)
    await at('/nl/chat')
    crisp.be(mood)
    await page.getByRole('button', { name: 'Start de chat' }).click()
    await expect(page.locator('[data-chat-failed]')).toBeVisible()
    await expect(page.getByRole('link', { name: /formulier/ }).first()).toBeVisible()
    expect(wrong).toEqual([])
    await page.context().close()
  })
