// Two people, two nodes on one database: a visitor opens the chat, staff answer from the other node, the visitor erases it.
import { type Browser, expect, type Page, test } from '@playwright/test'
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

const open = async (browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) => {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(20_000)
  return page
}
const log = (page: Page) => page.locator('[role=log]')
const say = async (page: Page, text: string) => {
  await page.locator('#chat-text').fill(text)
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

  const zoe = await open(browser)
  const asked: string[] = []
  zoe.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await zoe.goto(`${urlOf(here)}/nl`)
  await expect(zoe.locator('.chat-bubble')).toBeVisible()
  // Nothing of the chat is loaded, and nothing kept, before it is opened.
  expect(asked.filter((path) => /chat/.test(path))).toEqual([])
  await zoe.locator('.chat-bubble').click()
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
  await zoe.goto(`${urlOf(there)}/nl/chat`)
  await zoe.locator('#chat-text').fill('Zonder script')
  await submit(zoe, '/chat')
  await expect(log(zoe)).toContainText('Zonder script')
})
