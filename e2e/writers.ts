// The pages of who writes for the site and answers its readers, and those of an agency's site: as e2e/pages.ts has the others.
import { type Browser, expect, type Page } from '@playwright/test'
import { useApp, welcome } from './desk'
import { type Look, open, visit } from './pages'
import { startServer } from './server'
import { at, fillIn, inDatabase, linkTo, photos, somebody, submit } from './steps'

/** Somebody of staff who is at the desk. */
async function atDesk(browser: Browser, role: string): Promise<Page> {
  const page = await open(browser)
  const settings = JSON.parse(process.env.BASE_SETTINGS ?? '{}')
  await page.goto(welcome(settings, somebody('Mira').email, '--role', role, '--language', 'nl'))
  await submit(page, /./)
  await useApp(page)
  await expect(page).toHaveURL(/\/desk$/)
  return page
}

/** A text with a picture, from the list to its removal. Answers the address of the article. */
async function ofTexts(mira: Page, look: Look, title: string): Promise<string> {
  await visit(mira, look, ['/nl/desk/texts/pictures'])
  await submit(mira, '/texts/pictures')
  await expect(mira.locator('.error-summary')).toBeVisible()
  await look(mira, 'refused')
  const [picture] = await photos()
  await mira.locator('input[name=picture]').setInputFiles(picture ?? [])
  await fillIn(mira, { alt: 'Een raam met uitzicht op de Dijle' })
  await submit(mira, '/texts/pictures')
  await expect(mira.locator('form[action$="/removal"]').first()).toBeVisible()
  await look(mira, 'with a picture')
  await mira.goto(at('/nl/desk/texts/new?kind=article'))
  await fillIn(mira, { title, summary: 'Wat je best eerst vraagt.', body: '## Eerst kijken\n\nLees **dit** eens.', when: 'now' })
  await mira.locator('button[name="act"][value="save"]').click()
  await expect(mira).toHaveURL(/\?saved/)
  await look(mira)
  const text = new URL(mira.url()).pathname
  await visit(mira, look, [`${text}/removal`, '/nl/desk/texts'])
  return `/nl/blog/${title.toLowerCase().replaceAll(' ', '-')}`
}

/** A reply from its author's side and from that of staff. */
async function ofReplies(mira: Page, lou: Page, look: Look, article: string): Promise<void> {
  const author = somebody('Lou')
  await visit(lou, look, [article, `${article}/reply`])
  await submit(lou, '/reply')
  await expect(lou.locator('.error-summary')).toBeVisible()
  await look(lou, 'refused')
  await fillIn(lou, { body: 'Leuk! Bel me op 0470 12 34 56.', name: 'Lou', email: author.email, age: 'old' })
  await lou.waitForTimeout(2_100)
  await submit(lou, '/reply')
  await expect(lou.locator('main mark')).toBeVisible()
  await look(lou, 'with a number in it')
  await fillIn(lou, { body: 'Leuk! Kijk ook of het raam open kan.' })
  await submit(lou, '/reply')
  await expect(lou).toHaveURL(/\/reply\?sent$/)
  await look(lou)
  const mine = await linkTo(lou, author.email, /\/replies\/author\//)
  await lou.goto(mine)
  await look(lou)
  await lou.locator('main form button[type=submit]').first().click()
  await expect(lou.locator('form[action$="/removal"]')).toBeVisible()
  await look(lou, 'confirmed')
  await visit(lou, look, [`${new URL(mine).pathname}/removal`, '/nl/replies/removal', '/nl/replies/removal?sent'])

  await visit(mira, look, ['/nl/desk?kind=replies', '/nl/desk/replies'])
  await mira.locator('main table a').first().click()
  await expect(mira).toHaveURL(/\/desk\/replies\//)
  await look(mira)
  await submit(mira, '/decision')
  await expect(mira.locator('.error-summary')).toBeVisible()
  await look(mira, 'refused')
  await fillIn(mira, { decision: 'show' })
  await submit(mira, '/decision')
  await expect(mira).toHaveURL(/kind=replies/)
  await visit(lou, look, [article])
}

/** A conversation from both sides. */
async function ofChat(mira: Page, zoe: Page, look: Look): Promise<void> {
  await visit(mira, look, ['/nl/desk/chat'])
  await zoe.goto(at('/nl/chat'))
  await zoe.locator('#chat-text').fill('Mag er een fiets op de gang?')
  await submit(zoe, '/chat')
  await expect(zoe.locator('[role=log]')).toContainText('fiets')
  await visit(zoe, look, ['/nl/chat', '/nl/chat/erasure'])
  await visit(mira, look, ['/nl/desk/chat'])
  await mira.locator('main table a').first().click()
  await expect(mira).toHaveURL(/\/desk\/chat\//)
  await look(mira)
  await submit(mira, '/reading')
  await expect(mira.locator('[role=log]')).toContainText('fiets')
  await look(mira, 'read')
}

/** A letter of the newsletter, from the list to its sending, and where its readers come. */
async function ofNewsletter(mira: Page, reader: Page, look: Look, title: string): Promise<void> {
  const { email } = somebody('Zoe')
  await reader.goto(at('/nl/newsletter'))
  await submit(reader, '/newsletter')
  await expect(reader.locator('.error-summary')).toBeVisible()
  await look(reader, 'refused')
  await fillIn(reader, { email })
  await submit(reader, '/newsletter')
  await expect(reader).toHaveURL(/\/newsletter\/sent$/)
  await reader.goto(await linkTo(reader, email, /\/newsletter\/signup\//))
  await look(reader)
  await visit(
    reader,
    look,
    ['sent', 'subscribed', 'stopped', 'never'].map((one) => `/nl/newsletter/${one}`),
  )
  await visit(mira, look, ['/nl/desk/letters'])
  const articles = mira.locator('main [name="article"]')
  await articles.selectOption(await articles.locator('option', { hasText: title }).getAttribute('value'))
  await submit(mira, '/desk/letters')
  await expect(mira).toHaveURL(/\/desk\/letters\//)
  await look(mira)
  const letter = new URL(mira.url()).pathname
  await visit(mira, look, [`${letter}/removal`, '/nl/desk/letters'])
}

/** Figures of a month, as after many nights. */
async function ofStatistics(mira: Page, look: Look): Promise<void> {
  await inDatabase(`
    insert into counts (day, kind, value, n)
    select current_date - day, kind, value, 10 * (1 + (day * 7 + length(value) * 13) % most) from generate_series(1, 29) as day,
      (values ('views', 'all', 90), ('page', '/rooms', 40), ('page', '/rooms/:publicId', 30), ('page', '/blog', 4), ('source', 'none', 20),
        ('source', 'een-heel-lange-naam-van-een-zoekmachine.example', 9), ('source', 'other', 9), ('country', 'BE', 60), ('country', 'NL', 20),
        ('country', 'none', 3), ('language', 'nl', 50), ('language', 'fr', 20), ('device', 'phone', 60), ('device', 'desktop', 30),
        ('place', 'gent', 20), ('place', 'leuven', 30), ('goal', 'reply', 3), ('goal', 'form', 2)) as known (kind, value, most)
    on conflict do nothing`)
  await visit(mira, look, ['/nl/desk/statistics', '/nl/desk/statistics?days=365'])
}

/** What is written at the desk and answered from it, with where readers come by it. */
export async function ofWriters(browser: Browser, look: Look): Promise<void> {
  const [mira, reader] = [await atDesk(browser, 'owner'), await open(browser)]
  const title = `Een kot bezoeken ${Math.random().toString(36).slice(2, 7)}`
  const article = await ofTexts(mira, look, title)
  await ofReplies(mira, reader, look, article)
  await ofNewsletter(mira, reader, look, title)
  await ofChat(mira, reader, look)
  await ofStatistics(mira, look)
}

/** The pages of an agency's site, in the one language that it has. */
async function ofItsPages(browser: Browser, look: Look): Promise<void> {
  const [page, mira] = [await open(browser), await atDesk(browser, 'owner')]
  await page.goto(at('/'))
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('a[href^=\"/\"]')].map((one) => one.getAttribute('href').split('#')[0])",
  )
  const others = ['/blog', '/newsletter', '/chat', '/forms/complaint', '/nowhere']
  await visit(page, look, [...new Set([...links, ...others])])
  await page.goto(at('/forms/quote'))
  await page.locator('button[name="act"][value="go"]').click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await look(page, 'refused')
  await visit(
    mira,
    look,
    ['', '/forms', '/texts', '/letters', '/chat', '/statistics'].map((one) => `/desk${one}`),
  )
}

/** The same on a server of such a site, which is there for that long. */
export async function ofAgency(browser: Browser, look: Look): Promise<void> {
  const { BASE_URL, BASE_SETTINGS } = process.env
  const site = await startServer({ SITE: 'bureau' })
  Object.assign(process.env, { BASE_URL: site.url, BASE_SETTINGS: JSON.stringify(site.env) })
  try {
    await ofItsPages(browser, look)
  } finally {
    Object.assign(process.env, { BASE_URL, BASE_SETTINGS })
    await site.kill()
    site.remove()
  }
}
