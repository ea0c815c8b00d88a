// Every page of the site, in the states that a visitor meets it in, for whoever looks at them: the audit, axe, and what reaches all.
import { type Browser, expect, type Page } from '@playwright/test'
import { useApp, welcome } from './desk'
import { at, fillIn, goOn, linkTo, placeAdvert, signUp, somebody, submit } from './steps'

/** Looks at the page that is there; `state` says what its address does not. */
export type Look = (page: Page, state?: string) => Promise<void>

const forAll = [
  '/nl',
  '/fr',
  '/en',
  '/nl/rooms',
  '/nl/rooms?place=nergenshuizen',
  '/nl/privacy',
  '/nl/privacy/changes',
  '/nl/privacy/versions/1',
  '/nl/privacy/proofs',
  '/nl/privacy/record',
  '/nl/privacy/agreements',
  '/nl/privacy/ask',
  '/nl/privacy/request',
  '/nl/accessibility',
  '/nl/over-ons',
  '/nl/blog',
  '/fr/conditions',
  '/nl/newsletter',
  '/nl/forms/contact',
  '/nl/chat',
  '/nl/chat/erased',
  '/nl/forms/complaint',
  '/nl/forms/feed',
  '/nl/forms/contact/sent',
  '/nl/sources',
  '/nl/ranking',
  '/nl/messages/questions',
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
  '/nl/account/settings/email',
  '/nl/account/settings/sessions',
  '/nl/account/settings/password',
  '/nl/account/settings/notifications',
  '/nl/account/school',
  '/nl/account/data',
  '/nl/account/objections',
  '/nl/account/restriction',
  '/nl/account/requests',
  '/nl/account/incidents',
  '/nl/account/copy',
  '/nl/account/end',
  '/nl/adverts',
  '/nl/adverts/overview',
  '/nl/adverts/change',
  '/nl/adverts/buildings',
  '/nl/adverts/file',
  '/nl/favourites',
  '/nl/alerts',
  '/nl/alerts/new?where=gent&max=450',
  '/nl/shortlists',
  '/nl/messages',
]
const ofOwner = ['removal', 'again', 'figures', 'evidence', 'viewings']

/** Somebody's browser. */
export async function open(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(15_000)
  return page
}
export const visit = async (page: Page, look: Look, paths: readonly string[]) => {
  for (const path of paths) {
    await page.goto(at(path))
    await look(page)
  }
}

/** The pages of everybody, and those of somebody's own. */
export async function ofVisitors(browser: Browser, look: Look): Promise<void> {
  const [page, stranger] = [await open(browser), await open(browser)]
  await signUp(page, somebody('Bart'))
  const advert = await placeAdvert(page)
  await visit(stranger, look, [...forAll, advert, `${advert}/report`, `${advert}/reply`])
  const own = advert.replace('/rooms/', '/adverts/')
  await visit(page, look, [...ofOne, advert, ...ofOwner.map((noun) => `${own}/${noun}`)])
}

/** Every step of an advert, also when it is refused. */
export async function ofAdvert(browser: Browser, look: Look): Promise<void> {
  const refused: string[] = []
  const page = await open(browser)
  await signUp(page, somebody('Bart'))
  await placeAdvert(page, async (step) => {
    const here = page.url()
    await look(page)
    if (step === 'check') await visit(page, look, [new URL(here).pathname.replace(/check$/, 'removal')])
    else {
      await Promise.all([page.waitForEvent('load'), goOn(page, step)])
      if (await page.locator('.error-summary').isVisible()) {
        refused.push(step)
        await look(page, 'refused')
      }
    }
    await page.goto(here)
  })
  const asking = ['address', 'kind', 'rent', 'deposit', 'availability', 'comfort', 'registration', 'energy', 'words']
  expect(refused).toEqual(expect.arrayContaining(asking))
}

/** The pages that letters lead to, and a conversation from both sides. */
export async function ofLetters(browser: Browser, look: Look): Promise<void> {
  const [bart, an] = [somebody('Bart'), somebody('An')]
  const [bartPage, anPage] = [await open(browser), await open(browser)]
  const follow = async (page: Page, to: string, kind: RegExp) => {
    await page.goto(await linkTo(page, to, kind))
    await look(page)
  }
  await signUp(bartPage, bart)
  const advert = await placeAdvert(bartPage)

  await anPage.goto(at(`${advert}/reply`))
  await submit(anPage, '/reply')
  await expect(anPage.locator('.error-summary')).toBeVisible()
  await look(anPage, 'refused')
  await fillIn(anPage, { text: 'Dag, mag ik een voorschot per Western Union betalen?', ...an })
  await submit(anPage, '/reply')
  await expect(anPage).toHaveURL(/messages\/waiting/)
  await look(anPage)
  await follow(anPage, an.email, /\/confirm\//)
  await anPage.locator('form[action*="/confirm/"] button[type=submit]').click()
  await expect(anPage).toHaveURL(/\/messages\//)
  await look(anPage)
  await follow(bartPage, bart.email, /\/messages\/\w{16}$/)
  const thread = new URL(bartPage.url()).pathname
  await submit(bartPage, thread)
  await expect(bartPage.locator('.error-summary')).toBeVisible()
  await look(bartPage, 'refused')
  await fillIn(bartPage, { text: 'Hallo, kom zaterdag eerst eens kijken.' })
  await submit(bartPage, thread)
  await expect(bartPage.locator('main')).toContainText('kom zaterdag')
  await visit(bartPage, look, ['/nl/messages', thread])
  await visit(anPage, look, ['/nl/messages', thread, `${thread}/report`, `${advert}/phone`])

  for (const [asks, leads] of [
    ['/nl/sign-in/link', /\/sign-in\/with\//],
    ['/nl/forgot-password', /\/new-password\//],
  ] as const) {
    const stranger = await open(browser)
    await stranger.goto(at(asks))
    await stranger.locator('main form input').first().fill(an.email)
    await submit(stranger, asks)
    await expect(stranger).toHaveURL(/sent/)
    await look(stranger)
    await follow(stranger, an.email, leads)
  }
  const moved = somebody('An').email
  await anPage.goto(at('/nl/account/settings/email'))
  await fillIn(anPage, { email: moved })
  await submit(anPage, '/settings/email')
  await follow(anPage, moved, /\/confirm-email\//)
}

/** The desk, from a report to its decision. */
export async function ofDesk(browser: Browser, look: Look): Promise<void> {
  const settings = JSON.parse(process.env.BASE_SETTINGS ?? '{}')
  const [bartPage, anPage, mo, olga] = [await open(browser), await open(browser), await open(browser), await open(browser)]
  await signUp(bartPage, somebody('Bart'))
  const advert = await placeAdvert(bartPage)
  const an = somebody('An')
  await anPage.goto(at(`${advert}/report`))
  await submit(anPage, '/report')
  await expect(anPage.locator('.error-summary')).toBeVisible()
  await look(anPage, 'refused')
  await fillIn(anPage, { reason: 'scam', explanation: 'De foto’s komen van een hotel in een andere stad.', contact: an.email })
  await anPage.locator('[name=goodFaith]').check({ force: true })
  await submit(anPage, '/report')
  await expect(anPage).toHaveURL(/\?sent/)
  await look(anPage)

  for (const [page, role] of [
    [mo, 'owner'],
    [olga, 'officer'],
  ] as const) {
    await page.goto(welcome(settings, `${role}.${an.email}`, '--role', role, '--language', 'nl'))
    await look(page)
    await submit(page, /./)
    await expect(page).toHaveURL(/\/desk\/second-factor$/)
    await look(page)
    await useApp(page)
    await expect(page).toHaveURL(/\/desk$/)
  }
  await visit(
    mo,
    look,
    [
      '',
      '/people',
      '/staff',
      '/security',
      '/security?add=app',
      '/health',
      '/traffic',
      '/statistics',
      '/texts',
      '/texts/new?kind=article',
    ].map((path) => `/nl/desk${path}`),
  )
  await mo.goto(at('/nl/desk/staff'))
  await mo.locator('main a[href*="/desk/staff/"]').first().click()
  await expect(mo).toHaveURL(/\/desk\/staff\//)
  await look(mo)
  await mo.goto(at('/nl/desk'))
  await mo.locator('main a[href*="/desk/reports/"]').last().click()
  await expect(mo).toHaveURL(/\/desk\/reports\//)
  await look(mo)
  await submit(mo, '/reading')
  await submit(mo, '/decision')
  await expect(mo.locator('.error-summary')).toBeVisible()
  await look(mo, 'refused')
  await visit(olga, look, ['/nl/desk', '/nl/desk/ledger', '/nl/desk/decisions'])
  await ofRights(bartPage, olga, look)
}

/** What somebody asks about their data, a demand of an authority and a breach, at the desk of the officer. */
async function ofRights(bart: Page, olga: Page, look: Look): Promise<void> {
  await bart.goto(at('/nl/privacy/request'))
  await submit(bart, '/privacy/request')
  await expect(bart.locator('.error-summary')).toBeVisible()
  await look(bart, 'refused')
  await fillIn(bart, { kind: 'complaint', body: 'Mijn kot stond nog een dag op de site nadat ik het weghaalde.' })
  await submit(bart, '/privacy/request')
  await expect(bart).toHaveURL(/received|requests/)
  await visit(bart, look, ['/nl/account/requests'])
  await olga.goto(at('/nl/desk?kind=requests'))
  await olga.locator('main a[href*="/desk/requests/"]').last().click()
  await expect(olga).toHaveURL(/\/desk\/requests\//)
  await look(olga)
  await submit(olga, '/reading')
  await expect(olga.locator('form[action$="/extension"]')).toBeAttached()
  await look(olga, 'read')
  await visit(
    olga,
    look,
    ['/desk/incidents', '/desk/incidents/new', '/desk/demands', '/desk/demands/new', '/desk/assessment'].map(
      (path) => `/nl${path}`,
    ),
  )
  await olga.goto(at('/nl/desk/incidents/new'))
  await submit(olga, '/desk/incidents')
  await expect(olga.locator('.error-summary')).toBeVisible()
  await look(olga, 'refused')
}
