import { type Browser, expect, type Page, test } from '@playwright/test'
import { findings, lookAt } from './axe'
import { useApp, welcome } from './desk'
import { at, fillIn, goOn, linkTo, placeAdvert, signUp, somebody, submit } from './steps'

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
  '/nl/sign-in/link',
  '/nl/forgot-password',
  '/nl/adverts/new',
  '/nl/nowhere',
  '/dev/mail',
  '/dev/ui',
]
const ofOne = [
  '/nl/account',
  '/nl/account/settings',
  '/nl/account/settings/email',
  '/nl/account/settings/sessions',
  '/nl/account/data',
  '/nl/account/copy',
  '/nl/account/end',
  '/nl/adverts',
  '/nl/favourites',
  '/nl/messages',
]

/** Somebody's browser, of which every request is noted. */
async function open(browser: Browser, asked: string[] = []): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(15_000)
  page.on('request', (request) => asked.push(request.url()))
  return page
}
const visit = async (page: Page, faults: string[], paths: readonly string[]) => {
  for (const path of paths) {
    await page.goto(at(path))
    await lookAt(page, faults)
  }
}

test('every page stands the rules of WCAG 2.2 AA, and asks nothing of another host', async ({ browser }) => {
  test.setTimeout(240_000)
  const asked: string[] = []
  const faults: string[] = []
  const [page, stranger] = [await open(browser, asked), await open(browser, asked)]
  await signUp(page, somebody('Bart'))
  const advert = await placeAdvert(page)
  await visit(stranger, faults, [...forAll, advert, `${advert}/report`, `${advert}/reply`])
  await visit(page, faults, [...ofOne, advert, `${advert.replace('/rooms/', '/adverts/')}/removal`])
  expect(faults).toEqual([])
  const own = new URL(at('/')).host
  expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== own)).toEqual([])
})

test('so does every step of an advert, also when it is refused', async ({ browser }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const refused: string[] = []
  const page = await open(browser)
  await signUp(page, somebody('Bart'))
  await placeAdvert(page, async (step) => {
    const here = page.url()
    await lookAt(page, faults)
    if (step === 'check') await visit(page, faults, [new URL(here).pathname.replace(/check$/, 'removal')])
    else {
      await Promise.all([page.waitForEvent('load'), goOn(page, step)])
      if (await page.locator('.error-summary').isVisible()) {
        refused.push(step)
        await lookAt(page, faults, 'refused')
      }
    }
    await page.goto(here)
  })
  const asking = ['address', 'kind', 'rent', 'deposit', 'availability', 'comfort', 'registration', 'energy', 'words']
  expect(refused).toEqual(expect.arrayContaining(asking))
  expect(faults).toEqual([])
})

test('so do the pages that letters lead to, and a conversation from both sides', async ({ browser }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const [bart, an] = [somebody('Bart'), somebody('An')]
  const [bartPage, anPage] = [await open(browser), await open(browser)]
  const look = async (page: Page, path: string) => {
    await page.goto(path)
    await lookAt(page, faults)
  }
  await signUp(bartPage, bart)
  const advert = await placeAdvert(bartPage)

  await anPage.goto(at(`${advert}/reply`))
  await submit(anPage, '/reply')
  await expect(anPage.locator('.error-summary')).toBeVisible()
  await lookAt(anPage, faults, 'refused')
  await fillIn(anPage, { text: 'Dag, mag ik een voorschot per Western Union betalen?', ...an })
  await submit(anPage, '/reply')
  await expect(anPage).toHaveURL(/messages\/waiting/)
  await lookAt(anPage, faults)
  await look(anPage, await linkTo(anPage, an.email, /\/confirm\//))
  await anPage.locator('form[action*="/confirm/"] button[type=submit]').click()
  await expect(anPage).toHaveURL(/\/messages\//)
  await lookAt(anPage, faults)
  await look(bartPage, await linkTo(bartPage, bart.email, /\/messages\/\w{16}$/))
  const thread = new URL(bartPage.url()).pathname
  await submit(bartPage, thread)
  await expect(bartPage.locator('.error-summary')).toBeVisible()
  await lookAt(bartPage, faults, 'refused')
  await fillIn(bartPage, { text: 'Hallo, kom zaterdag eerst eens kijken.' })
  await submit(bartPage, thread)
  await expect(bartPage.locator('main')).toContainText('kom zaterdag')
  await visit(bartPage, faults, ['/nl/messages', thread])
  await visit(anPage, faults, ['/nl/messages', thread, `${thread}/report`, `${advert}/phone`])

  for (const [asks, leads] of [
    ['/nl/sign-in/link', /\/sign-in\/with\//],
    ['/nl/forgot-password', /\/new-password\//],
  ] as const) {
    const stranger = await open(browser)
    await stranger.goto(at(asks))
    await stranger.locator('main form input').first().fill(an.email)
    await submit(stranger, asks)
    await expect(stranger).toHaveURL(/sent/)
    await lookAt(stranger, faults)
    await look(stranger, await linkTo(stranger, an.email, leads))
  }
  const moved = somebody('An').email
  await anPage.goto(at('/nl/account/settings/email'))
  await fillIn(anPage, { email: moved })
  await submit(anPage, '/settings/email')
  await look(anPage, await linkTo(anPage, moved, /\/confirm-email\//))
  expect(faults).toEqual([])
})

test('so does the desk', async ({ browser }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const settings = JSON.parse(process.env.BASE_SETTINGS ?? '{}')
  const [bartPage, anPage, mo, olga] = [await open(browser), await open(browser), await open(browser), await open(browser)]
  await signUp(bartPage, somebody('Bart'))
  const advert = await placeAdvert(bartPage)
  const an = somebody('An')
  await anPage.goto(at(`${advert}/report`))
  await submit(anPage, '/report')
  await lookAt(anPage, faults, 'refused')
  await fillIn(anPage, { reason: 'scam', explanation: 'De foto’s komen van een hotel in een andere stad.', contact: an.email })
  await anPage.locator('[name=goodFaith]').check({ force: true })
  await submit(anPage, '/report')
  await expect(anPage).toHaveURL(/\?sent/)
  await lookAt(anPage, faults)

  for (const [page, role] of [
    [mo, 'owner'],
    [olga, 'officer'],
  ] as const) {
    await page.goto(welcome(settings, `${role}.${an.email}`, '--role', role, '--language', 'nl'))
    await lookAt(page, faults)
    await submit(page, /./)
    await expect(page).toHaveURL(/\/desk\/second-factor$/)
    await lookAt(page, faults)
    await useApp(page)
    await expect(page).toHaveURL(/\/desk$/)
  }
  await visit(mo, faults, ['/nl/desk', '/nl/desk/people', '/nl/desk/staff', '/nl/desk/security', '/nl/desk/security?add=app'])
  await mo.goto(at('/nl/desk/staff'))
  await mo.locator('main a[href*="/desk/staff/"]').first().click()
  await lookAt(mo, faults)
  await mo.goto(at('/nl/desk'))
  await mo.locator('main a[href*="/desk/reports/"]').last().click()
  await lookAt(mo, faults)
  await submit(mo, '/reading')
  await submit(mo, '/decision')
  await expect(mo.locator('.error-summary')).toBeVisible()
  await lookAt(mo, faults, 'refused')
  await visit(olga, faults, ['/nl/desk', '/nl/desk/ledger', '/nl/desk/decisions'])
  expect(faults).toEqual([])
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
