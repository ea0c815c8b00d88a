// Two people, two nodes on one database: a visitor opens the chat, staff answer from the other node, the visitor erases it.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { findings } from './axe'
import { ask } from './database'
import { useApp, welcome } from './desk'
import { startServer } from './server'
import { submit } from './steps'

type Node = Awaited<ReturnType<typeof startServer>>
let [here, there]: [Node?, Node?] = []
const urlOf = (node: Node | undefined) => node?.url ?? ''
test.beforeAll(async () => {
  here = await startServer()
  const { DATA_DIR = '', KEYS_DIR = '' } = here.env
  there = await startServer({ DATA_DIR, KEYS_DIR })
})
test.afterAll(async () => {
  await there?.kill()
  await here?.kill()
  here?.remove()
  there?.remove()
})

/** As wide as a telephone: the way to the chat is a link to its page. */
const narrow = { viewport: { width: 390, height: 844 } }
const open = async (browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) => {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(20_000)
  return page
}
const log = (page: Page) => page.locator('[role=log]')
/** Enter sends once the script is there; before that it begins a line, as in any field. */
const say = async (page: Page, text: string) => {
  await page.locator('#chat-text').fill(text)
  await page.waitForLoadState()
  await page.keyboard.press('Enter')
}

test('Q11: open the chat, staff answer from another node, the visitor erases it', async ({ browser }) => {
  test.setTimeout(180_000)
  const staff = await open(browser)
  await staff.goto(welcome(here?.env ?? {}, 'rita@example.org', '--language', 'nl').replace(urlOf(here), urlOf(there)))
  await submit(staff, /./)
  await useApp(staff)
  await expect(staff.locator('h1')).toBeVisible()
  await staff.goto(`${urlOf(there)}/nl/desk/chat`)

  const zoe = await open(browser, narrow)
  const asked: string[] = []
  zoe.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await zoe.goto(`${urlOf(here)}/nl`)
  await expect(zoe.locator('a.chat-bubble')).toBeVisible()
  await expect(zoe.locator('button.chat-bubble')).toBeHidden()
  // Nothing of the chat is loaded, and nothing kept, before it is opened.
  expect(asked.filter((path) => /chat/.test(path))).toEqual([])
  await zoe.locator('a.chat-bubble').click()
  await expect(zoe).toHaveURL(/\/nl\/chat$/)
  expect((await zoe.context().cookies()).map(({ name }) => name)).not.toContain('chat')
  const socket = zoe.waitForEvent('websocket')
  await say(zoe, 'Mag ik een fiets op de gang zetten?')
  await expect(log(zoe)).toContainText('Mag ik een fiets')
  expect((await socket).url()).toContain('/nl/chat/events')
  const cookie = (await zoe.context().cookies()).find(({ name }) => name === 'chat')
  expect([cookie?.httpOnly, cookie?.sameSite]).toEqual([true, 'Lax'])

  // The list at the desk shows it by itself.
  await staff.locator('main table a').first().click()
  await staff.locator('form[action$="/reading"] button').click()
  await expect(log(staff)).toContainText('Mag ik een fiets')
  await expect(staff.locator('.chat-here')).toContainText('heeft de chat open')
  await expect(zoe.locator('.chat-here')).toContainText('Er is nu iemand')
  await zoe.locator('#chat-text').pressSequentially('En')
  await expect(staff.locator('.chat-typing')).toContainText('typt')
  await say(staff, 'Ja, een fiets mag.')
  await expect(log(zoe)).toContainText('Ja, een fiets mag.')
  await expect(zoe.locator('#chat-text')).toHaveValue('En')

  // While the connection is gone nothing is lost, and nothing comes twice.
  await zoe.context().setOffline(true)
  await say(staff, 'Nog één ding.')
  await zoe.context().setOffline(false)
  await zoe.reload()
  await expect(log(zoe).locator('.bubble')).toHaveCount(3)
  await say(zoe, 'Dank je')
  await expect(log(staff).locator('.bubble')).toHaveCount(4)
  await expect(log(zoe).locator('.bubble')).toHaveCount(4)

  await zoe.locator('a[href$="/chat/erasure"]').click()
  await expect(zoe).toHaveURL(/\/erasure$/)
  await submit(zoe, '/chat/erasure')
  await expect(zoe).toHaveURL(/\/chat\/erased$/)
  await expect(staff.locator('.chat-lost')).toContainText('heeft de chat gewist')
  expect(await ask(here?.env ?? {}, 'select id from chats union all select id from chat_messages')).toEqual([])
  expect((await zoe.context().cookies()).map(({ name }) => name)).not.toContain('chat')
})

test('Q11, G5: a panel over the page, with the keyboard: opened, answered while it is closed, and left', async ({ browser }) => {
  test.setTimeout(120_000)
  const staff = await open(browser)
  await staff.goto(welcome(here?.env ?? {}, 'romi@example.org', '--language', 'nl'))
  await submit(staff, /./)
  await useApp(staff)
  await expect(staff.locator('h1')).toBeVisible()

  const zoe = await open(browser)
  const asked: string[] = []
  zoe.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await zoe.goto(`${urlOf(here)}/nl`, { waitUntil: 'networkidle' })
  expect(asked.filter((path) => /chat|\.js$/.test(path))).toEqual([])
  const button = zoe.locator('button.chat-bubble')
  const panel = zoe.getByRole('dialog', { name: 'Chat' })
  const inside = zoe.frameLocator('iframe[name=chat-panel]')
  const [text, said] = [inside.locator('#chat-text'), inside.locator('[role=log]')]
  await expect(panel).toBeHidden()
  await button.focus()
  await zoe.keyboard.press('Space')
  await expect(text).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await zoe.keyboard.type('Mag er een fiets op de gang?')
  await zoe.keyboard.press('Enter')
  await expect(said).toContainText('Mag er een fiets')
  expect(zoe.url()).toMatch(/\/nl$/)
  // It traps nobody: Tab leads on, and out of it.
  await inside.locator('a[href$="/chat/erasure"]').focus()
  await zoe.keyboard.press('Tab')
  await expect(inside.locator(':focus')).toHaveCount(0)
  await text.focus()
  await zoe.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')

  await staff.goto(`${urlOf(here)}/nl/desk/chat`)
  await staff.locator('main table a').first().click()
  await staff.locator('form[action$="/reading"] button').click()
  await say(staff, 'Ja, een fiets mag.')
  const unread = zoe.locator('.chat-unread')
  await expect(unread).toHaveText('Nieuw in de chat: 1')
  await expect(unread).toHaveRole('status')
  await say(staff, 'Een step ook.')
  await expect(unread).toHaveText('Nieuw in de chat: 2')
  await button.click()
  await expect(said).toContainText('Een step ook.')
  await expect(unread).toBeHidden()
  await inside.locator('.chat-panel-close').click()
  await expect(panel).toBeHidden()

  // On the next page it is closed, and the conversation is in it; what leads on leads out of the frame.
  await zoe.goto(`${urlOf(here)}/nl/privacy`)
  await button.click()
  await expect(said.locator('.bubble')).toHaveCount(3)
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await zoe.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    faults.push(...(await findings(zoe)))
  }
  expect(faults).toEqual([])
  await zoe.emulateMedia({ media: 'print' })
  await expect(panel).toBeHidden()
  await zoe.emulateMedia({ media: 'screen' })
  await inside.locator('a[href$="/chat/erasure"]').click()
  await expect(zoe).toHaveURL(/\/nl\/chat\/erasure$/)
  await submit(zoe, '/chat/erasure')
  await expect(zoe).toHaveURL(/\/chat\/erased$/)
})

test('what keeps the chat from the panel is said on its own page', async ({ browser }) => {
  const zoe = await open(browser)
  await zoe.route('**/nl/chat', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
  await zoe.goto(`${urlOf(here)}/nl`)
  await zoe.locator('button.chat-bubble').click()
  await expect(zoe).toHaveURL(/\/nl\/chat$/)
  await zoe.goto(`${urlOf(here)}/nl/chat/panel`)
  await expect(zoe).toHaveURL(/\/nl\/chat$/)
})

test('a network that lets no socket through: the same with server-sent events', async ({ browser }) => {
  const zoe = await open(browser)
  await zoe.routeWebSocket(/.*/, (socket) => socket.close())
  await zoe.goto(`${urlOf(here)}/nl/chat`)
  const events = zoe.waitForRequest((request) => request.resourceType() === 'eventsource')
  await say(zoe, 'Eén')
  await events
  await expect(log(zoe)).toContainText('Eén')
  await say(zoe, 'Twee')
  await expect(log(zoe).locator('.bubble')).toHaveCount(2)
})

test('without a script it is a page with a form', async ({ browser }) => {
  const zoe = await open(browser, { javaScriptEnabled: false })
  await zoe.goto(`${urlOf(there)}/nl`)
  await expect(zoe.locator('button.chat-bubble')).toBeHidden()
  await zoe.locator('a.chat-bubble').click()
  await expect(zoe).toHaveURL(/\/nl\/chat$/)
  await zoe.locator('#chat-text').fill('Zonder script')
  await submit(zoe, '/chat')
  await expect(log(zoe)).toContainText('Zonder script')
})
