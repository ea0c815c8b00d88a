// Somebody who writes for an agency’s site: a picture, an article that is scheduled and then public, a page in the menu, and a colleague at the same text.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask } from './database'
import { useApp, welcome } from './desk'
import { startServer } from './server'
import { fillIn, photos, submit } from './steps'

let site: Awaited<ReturnType<typeof startServer>>
test.beforeAll(async () => {
  site = await startServer({ SITE: 'bureau' })
})
test.afterAll(async () => {
  await site?.kill()
  site?.remove()
})

const open = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(15_000)
  return page
}
async function atDesk(browser: Browser, who: string): Promise<Page> {
  const page = await open(browser)
  await page.goto(welcome(site.env, who, '--role', 'owner', '--language', 'nl'))
  await submit(page, /./)
  await expect(page).toHaveURL(/\/second-factor$/)
  await useApp(page)
  await expect(page).toHaveURL(/\/desk$/)
  return page
}
const press = (page: Page, act: 'save' | 'preview') => page.locator(`button[name="act"][value="${act}"]`).click()

test('an editor writes an article with a picture, looks at it, schedules it, and it is public', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const [mira, reader] = [await atDesk(browser, 'mira@loofwerk.example'), await open(browser)]
  await mira.goto(`${site.url}/desk/texts/pictures`)
  const [photo] = await photos()
  await mira.locator('input[name=picture]').setInputFiles(photo ?? [])
  await fillIn(mira, { alt: 'Een werkbank met schaafsel' })
  await submit(mira, '/desk/texts/pictures')
  const markdown = mira.locator('main input[name=markdown]')
  await expect(markdown).toHaveCount(1)
  const picture = await markdown.inputValue()

  await mira.goto(`${site.url}/desk/texts/new?kind=article`)
  await fillIn(mira, {
    ...{ title: 'Hout dat blijft', summary: 'Wat we leerden van een oude werkbank.', tags: 'Hout, Werkplaats' },
    body: `Begin met **goed gereedschap**.\n\n${picture}\n\n<script>alert(1)</script>`,
  })
  // With scripts it is shown while one writes, without them at the press of a button.
  if (javaScriptEnabled === false) await press(mira, 'preview')
  const preview = mira.locator('[data-preview-here]')
  await expect(preview.locator('strong')).toHaveText('goed gereedschap')
  await expect(preview.locator('figure img, p img')).toHaveAttribute('alt', 'Een werkbank met schaafsel')
  await expect(preview).toContainText('<script>alert(1)</script>')
  await expect(mira.locator('[name=title]')).toHaveValue('Hout dat blijft')

  await fillIn(mira, { when: 'later', day: '2099-02-01', time: '9:30' })
  await press(mira, 'save')
  await expect(mira).toHaveURL(/\/desk\/texts\/[0-9a-f-]{36}\?saved$/)
  await expect(mira.locator('main')).toContainText('gepland')
  expect((await reader.goto(`${site.url}/blog/hout-dat-blijft`))?.status()).toBe(404)

  await fillIn(mira, { when: 'now' })
  await press(mira, 'save')
  await expect(mira.locator('main')).toContainText('openbaar')
  await reader.goto(`${site.url}/blog`)
  await reader.locator('main a', { hasText: 'Hout dat blijft' }).click()
  await expect(reader.locator('h1')).toHaveText('Hout dat blijft')
  await expect(reader.locator('article picture img')).toHaveJSProperty('complete', true)
  await reader.locator('a.article-tag', { hasText: 'Werkplaats' }).click()
  await expect(reader.locator('main')).toContainText('Hout dat blijft')
  for (const feed of ['atom.xml', 'feed.json'])
    expect(await (await reader.request.get(`${site.url}/blog/${feed}`)).text()).toContain('Hout dat blijft')
})

test('a page that is put in the menu stands there for everybody, until it is removed', async ({ browser }) => {
  test.setTimeout(120_000)
  const [noor, reader] = [await atDesk(browser, 'noor@loofwerk.example'), await open(browser)]
  await noor.goto(`${site.url}/desk/texts/new?kind=page`)
  await fillIn(noor, { title: 'Werkplaats', body: 'Kom eens langs.', stands: 'menu', place: '1', when: 'now' })
  await press(noor, 'save')
  await expect(noor).toHaveURL(/\?saved$/)
  const link = reader.locator('header a[href="/werkplaats"]').first()
  // Of the first page a browser keeps a copy for a minute, of this one none.
  const other = `${site.url}/over-ons`
  await reader.goto(other)
  await expect(link).toBeAttached()
  expect((await reader.goto(`${site.url}/werkplaats`))?.status()).toBe(200)
  await noor.locator('main a[href$="/removal"]').last().click()
  await submit(noor, '/removal')
  await expect(noor).toHaveURL(/\/desk\/texts$/)
  // What is kept in memory hears of it a moment later.
  await expect(async () => {
    await reader.goto(other)
    await expect(link).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 15_000 })
})

test('of two who write at once, the second is told before anything is lost', async ({ browser }) => {
  test.setTimeout(120_000)
  const [mira, noor] = [await atDesk(browser, 'mira.twee@loofwerk.example'), await atDesk(browser, 'noor.twee@loofwerk.example')]
  await mira.goto(`${site.url}/desk/texts/new?kind=article`)
  await fillIn(mira, { title: 'Samen', body: 'Eerste versie.', when: 'draft' })
  await press(mira, 'save')
  await expect(mira).toHaveURL(/\?saved$/)
  await noor.goto(mira.url())
  await fillIn(mira, { body: 'Van Mira.' })
  await press(mira, 'save')
  await expect(mira.locator('main [name=body]')).toHaveValue('Van Mira.')
  await expect(mira.locator('main')).toContainText('Bewaard')

  await fillIn(noor, { body: 'Van Noor.' })
  await press(noor, 'save')
  await expect(noor.locator('.error-summary')).toBeVisible()
  await expect(noor.locator('main [name=body]')).toHaveValue('Van Noor.')
  const body = async () => (await ask<{ body: string }>(site.env, "select body from texts where slug = 'samen'"))[0]?.body
  expect(await body()).toBe('Van Mira.')
  await press(noor, 'save')
  await expect(noor.locator('main')).toContainText('Bewaard')
  expect(await body()).toBe('Van Noor.')
})
