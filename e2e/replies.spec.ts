// A reply under an article, from both sides: Mira writes the article, Lou, who is 14, replies to it, a parent consents, Mira lets it through, and Lou takes it away.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask } from './database'
import { useApp, welcome } from './desk'
import { startServer } from './server'
import { fillIn, linkTo, submit } from './steps'

let site: Awaited<ReturnType<typeof startServer>>
const before = process.env.BASE_URL
test.beforeAll(async () => {
  site = await startServer({ SITE: 'bureau' })
  process.env.BASE_URL = site.url
})
test.afterAll(async () => {
  process.env.BASE_URL = before
  await site?.kill()
  site?.remove()
})

const somebodyNew = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(15_000)
  return page
}

test('Q3 Q6 Q7 Q8: an article, a reply of who is under 16, a parent’s consent, staff, and its removal by a link in a mail', async ({
  browser,
}, { project }) => {
  test.setTimeout(120_000)
  const mira = await somebodyNew(browser)
  await mira.goto(welcome(site.env, 'mira@loofwerk.example', '--role', 'owner', '--language', 'nl'))
  await submit(mira, /./)
  await useApp(mira)
  await expect(mira.locator('h1')).toBeVisible()
  await mira.goto(`${site.url}/desk/texts/new?kind=article`)
  await fillIn(mira, { title: 'Kleine sites', body: 'Klein is *fijn*.', when: 'now' })
  await mira.locator('button[name="act"][value="save"]').click()
  await expect(mira).toHaveURL(/\?saved/)

  const lou = await somebodyNew(browser)
  const article = `${site.url}/blog/kleine-sites`
  await lou.goto(article)
  await lou.locator('.replies a[href$="/reply"]').click()
  await expect(lou).toHaveURL(/\/reply$/)
  await expect(lou.locator('main')).toContainText('Zet er niets in waaraan je te herkennen bent')
  await fillIn(lou, { body: 'Leuk! Bel me op 0470 12 34 56.', name: 'Lou', email: 'lou@buren.example', age: 'young' })
  await fillIn(lou, { parent: 'ouder@buren.example' })
  await lou.waitForTimeout(2_100)
  await submit(lou, '/reply')
  await expect(lou.locator('main mark')).toHaveText('0470 12 34 56')
  await fillIn(lou, { body: 'Leuk! Mijn site past op één scherm.' })
  await submit(lou, '/reply')
  await expect(lou).toHaveURL(/\/reply\?sent$/)
  // What the browser worked out meanwhile came along; without scripts the reply goes all the same.
  const unworked = await ask(site.env, "select key from rate_limits where key like 'reply.unworked%'")
  expect(unworked.length).toBe(project.name === 'with-script' ? 0 : 1)
  const mine = await linkTo(lou, 'lou@buren.example', /\/replies\/author\//)
  await lou.goto(mine)
  await lou.locator('main form button[type=submit]').first().click()
  await expect(lou.locator('main')).toContainText('Wacht op een ouder')

  const parent = await somebodyNew(browser)
  await parent.goto(await linkTo(parent, 'ouder@buren.example', /\/replies\/parent\//))
  await expect(parent.locator('blockquote')).toContainText('Mijn site past op één scherm.')
  await parent.locator('main form button[type=submit]').first().click()
  await expect(parent.locator('main')).toContainText('Je gaf je toestemming')
  await parent.goto(article)
  await expect(parent.locator('.reply')).toHaveCount(0)

  await mira.goto(`${site.url}/desk/replies`)
  await mira.locator('main table a').first().click()
  await expect(mira.locator('blockquote')).toContainText('Mijn site past op één scherm.')
  await fillIn(mira, { decision: 'show' })
  await submit(mira, '/decision')
  await expect(mira).toHaveURL(/kind=replies/)

  await parent.goto(article)
  await expect(parent.locator('.reply')).toContainText('Lou')
  await expect(parent.locator('.reply')).toContainText('Mijn site past op één scherm.')

  await lou.goto(`${site.url}/replies/removal`)
  await fillIn(lou, { email: 'lou@buren.example' })
  await submit(lou, '/replies/removal')
  await expect(lou).toHaveURL(/removal\?sent/)
  await lou.goto(await linkTo(lou, 'lou@buren.example', /\/replies\/author\//))
  await submit(lou, '/removal')
  await expect(lou.locator('.confirm')).toBeVisible()
  await submit(lou, '/removal')
  await expect(lou.locator('main')).toContainText('De reactie is weg')
  await parent.goto(article)
  await expect(parent.locator('.reply')).toHaveCount(0)
  expect(await ask(site.env, 'select id from replies')).toEqual([])
})
