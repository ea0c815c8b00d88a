// The newsletter in a browser. Zoë subscribes and confirms, Mira writes an article and mails it, Zoë's mail program stops it by one press, and the next letter does
// not come.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask } from './database'
import { useApp, welcome } from './desk'
import { startServer } from './server'
import { at, fillIn, linkTo, mailbox, submit, work } from './steps'

let site: Awaited<ReturnType<typeof startServer>>
const { BASE_URL, BASE_SETTINGS } = process.env
test.beforeAll(async () => {
  site = await startServer({ SITE: 'bureau' })
  Object.assign(process.env, { BASE_URL: site.url, BASE_SETTINGS: JSON.stringify(site.env) })
})
test.afterAll(async () => {
  Object.assign(process.env, { BASE_URL, BASE_SETTINGS })
  await site?.kill()
  site?.remove()
})

const zoe = 'zoe@buren.example'
const somebodyNew = async (browser: Browser) => {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(15_000)
  return page
}
const lettersSaying = async (page: Page, said: string) =>
  (await mailbox.letters(page)).filter((letter) => letter.includes(zoe) && letter.includes(said)).length

/** Writes an article and sends it, all at the desk. Letters go every minute: here at once (clock.script.spec.ts waits for the clock). */
async function mails(page: Page, title: string): Promise<void> {
  await page.goto(at('/desk/texts/new?kind=article'))
  await fillIn(page, { title, body: 'Lees **dit** eens.', when: 'now' })
  await page.locator('button[name="act"][value="save"]').click()
  await expect(page).toHaveURL(/\?saved/)
  await page.goto(at('/desk/letters'))
  await page.locator('main [name="article"]').selectOption({ label: title })
  await submit(page, '/desk/letters')
  await expect(page.locator('h1')).toHaveText(title)
  await fillIn(page, { when: 'now' })
  await submit(page, '/sending')
  await expect(page.locator('form[action$="/sending"]')).toHaveCount(0)
  await work('newsletter.send')
}

test('K16: subscribe, confirm, get a letter, stop by one press, and get no more', async ({ browser }) => {
  test.setTimeout(120_000)
  const reader = await somebodyNew(browser)
  await reader.goto(at('/newsletter'))
  await fillIn(reader, { email: zoe })
  await submit(reader, '/newsletter')
  await expect(reader).toHaveURL(/\/newsletter\/sent$/)
  await reader.goto(await linkTo(reader, zoe, /\/newsletter\/signup\//))
  // Opening the link changes nothing: a mail program may do so by itself.
  expect(await ask(site.env, 'select id from subscribers')).toEqual([])
  await submit(reader, /./)
  await expect(reader).toHaveURL(/\/newsletter\/subscribed$/)

  const mira = await somebodyNew(browser)
  await mira.goto(welcome(site.env, 'mira@loofwerk.example', '--role', 'owner', '--language', 'nl'))
  await submit(mira, /./)
  await useApp(mira)
  await expect(mira.locator('h1')).toBeVisible()
  await mails(mira, 'Eerste brief')
  await expect.poll(() => lettersSaying(mira, 'Eerste brief'), { timeout: 30_000 }).toBe(1)

  const link = await linkTo(mira, zoe, /\/newsletter\/subscription\//)
  // As a mail program does: no cookie, from nowhere, and it follows nothing.
  const pressed = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    redirect: 'error',
  })
  expect(pressed.status).toBe(200)
  expect(await ask(site.env, 'select id from subscribers')).toEqual([])
  await reader.goto(link)
  await expect(reader.locator('main')).toContainText('Hier is niets meer om te stoppen')

  await mails(mira, 'Tweede brief')
  await expect
    .poll(
      async () => {
        await mira.reload()
        return (await mira.locator('main').textContent())?.includes('Verstuurd')
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  expect(await lettersSaying(mira, 'Tweede brief')).toBe(0)
})
