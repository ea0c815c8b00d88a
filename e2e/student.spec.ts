// Mei comes from abroad to study in Leuven. She reads English, has a phone, and does not know what a kot is.
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { aRoom, at, fillIn, inDatabase, linkTo, placeAdvert, readIn, signUp, somebody, submit, taken, work } from './steps'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' }
const day = (months: number, n: number) =>
  new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + months, n)).toISOString().slice(0, 10)

const confirm = (page: Page) => page.locator('form[action*="/confirm/"] button[type=submit]').tap()
const send = (page: Page, text: string) => fillIn(page, { text }).then(() => submit(page, new URL(page.url()).pathname))
const openThread = async (page: Page, email: string, language = 'nl') =>
  page.goto(await linkTo(page, email, new RegExp(`/${language}/messages/\\w{16}$`)))

test('Mei finds a kot from abroad: searches, saves, replies, books, compares, is warned, and leaves', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(240_000)
  const open = async (options = {}) => (await browser.newContext({ javaScriptEnabled, ...options })).newPage()
  const [page, bartPage, wardPage, parents] = [await open(phone), await open(), await open(), await open({ locale: 'fr-BE' })]
  const [mei, bart, ward] = [somebody('Mei'), somebody('Bart'), somebody('Ward')]
  const [street] = [`Zijstraat ${mei.userName.slice(-6).replace(/\d/g, 'x')}`]
  const main = page.locator('main')
  let [sunny, quiet, cheap] = ['', '', '']
  const inEnglish = (advert: string) => advert.replace('/nl/', '/en/')

  await test.step('Bart lets two kots, and Ward says that he lets one', async () => {
    await signUp(bartPage, bart)
    const free = { ...aRoom, straat: street, 'vrij vanaf': day(1, 1) }
    const rooms = await readIn(bartPage, [
      { kenmerk: '1', titel: 'Kot met ochtendzon', ...free },
      { kenmerk: '2', titel: 'Kot aan de stille kant', ...free, huur: '430', waarborg: '860' },
    ])
    ;[sunny = '', quiet = ''] = rooms
    await signUp(wardPage, ward)
    cheap = await placeAdvert(wardPage)
  })

  await test.step('she comes in on the home page, where kot is explained, and searches near her campus', async () => {
    await page.goto(at('/'))
    await expect(page).toHaveURL(/\/en$/)
    await expect(main).toContainText('A kot? That is what a student room is called')
    await fillIn(page, { where: 'KU Leuven' })
    await submit(page, '/rooms')
    await expect(main.locator('h1')).toContainText('near KU Leuven')
  })

  await test.step('her budget and her dates: each room says what a month costs in all, and what her stay does', async () => {
    await main.locator('button[popovertarget]', { hasText: 'Filters' }).tap()
    await main.locator('details:has([name=from]) > summary').tap()
    await fillIn(page, { max: '600', from: day(2, 1), until: day(7, 1) })
    await main.locator('form[action="/en/rooms"] button[type=submit]').first().tap()
    await expect(page).toHaveURL(/max=600/)
    await page.goto(`${page.url()}&sort=newest`)
    const card = main.locator('article', { hasText: 'Kot met ochtendzon' }).first()
    await expect(card).toContainText('€510')
    await expect(card).toContainText('5 months: €2,550')
  })

  let confirmSearch = ''
  await test.step('she saves this search with an alert, before she has an account', async () => {
    await main.locator('a[href*="/alerts/new?"]').first().tap()
    await fillIn(page, { frequency: 'atOnce', atNight: '1', firstName: mei.firstName, email: mei.email, password: mei.password })
    await submit(page, '/alerts')
    await expect(page).toHaveURL(/register\/sent/)
    confirmSearch = await linkTo(page, mei.email, /\/confirm\//)
  })

  await test.step('an advert says what a stay costs, what was checked, who lets, and what the law asks', async () => {
    await page.goto(at(`${inEnglish(sunny)}?months=5`))
    await expect(main).toContainText('5 months: €2,250 rent, €300 charges, €900 deposit, returned.')
    await expect(main.locator('#term-kot')).toHaveCount(1)
    await expect(main).toContainText('Unknown: we saw no document')
    await expect(main).toContainText(`member since ${new Date().getFullYear()}`)
    await expect(main.locator('#law')).toBeVisible()
  })

  await test.step('she replies without an account, and confirms by the mail', async () => {
    await fillIn(page, { text: 'Hello, I am Mei. May I come and see the room?' })
    await fillIn(page, { firstName: mei.firstName, email: mei.email, password: mei.password })
    await submit(page, '/reply')
    await expect(page).toHaveURL(/messages\/waiting/)
    await page.goto(await linkTo(page, mei.email, /\/confirm\/.*messages/))
    await confirm(page)
    await expect(page).toHaveURL(/messages\/\w{16}/)
    // The mail about her search came before: it says that she has an account by now, and brings the search there.
    await page.goto(confirmSearch)
    await confirm(page)
    await expect(page).toHaveURL(/\/en\/alerts/)
    await expect(main).toContainText('up to €600')
  })

  await test.step('Bart answers with times to come and see it; she books one, and gets it for her calendar', async () => {
    await openThread(bartPage, bart.email)
    await expect(bartPage.locator('main')).toContainText(mei.email)
    await bartPage.locator('main a[href$="/viewings"]').click()
    await fillIn(bartPage, { day: day(1, 3), times: '14:00, 15u', note: 'Zijstraat 41, bel bij Bart.' })
    await submit(bartPage, '/viewings')
    await openThread(page, mei.email, 'en')
    await expect(main).not.toContainText('bel bij Bart')
    await main.locator('form[action$="/booking"] button').first().tap()
    await expect(main).toContainText('bel bij Bart')
    const file = await taken(page, () => main.locator('a[href$="/viewing.ics"]').first().tap())
    expect(readFileSync(file.path, 'utf8')).toContain('BEGIN:VEVENT')
  })

  await test.step('she keeps two, puts them side by side, and sends the secret link to her parents', async () => {
    for (const advert of [sunny, cheap]) {
      await page.goto(at(inEnglish(advert)))
      await submit(page, '/favourite')
    }
    await page.goto(at('/en/favourites'))
    await main.locator('a[href$="/shortlists"]').first().tap()
    await fillIn(page, { title: 'For my parents' })
    for (const box of await main.locator('[name=adverts]').all()) await box.check({ force: true })
    await submit(page, '/shortlists')
    await submit(page, '/link')
    const link = (await main.locator('.share-link a').getAttribute('href')) ?? ''
    await parents.goto(at(link))
    await parents.locator('a[hreflang=fr]').first().click()
    await fillIn(parents, { months: '5' })
    await submit(parents, link.replace('/en/', '/fr/'))
    await expect(parents.locator('main')).toContainText(/5 mois.: 2.250.€ de loyer, 300.€ de charges, 900.€ de garantie, rendue/)
    await expect(parents.locator('body')).not.toContainText('For my parents')
    await submit(page, '/revocation')
    expect((await parents.goto(at(link)))?.status()).toBe(404)
  })

  await test.step('Ward asks for money first: she is warned, and takes the evidence with her', async () => {
    await page.goto(at(inEnglish(cheap)))
    await fillIn(page, { text: 'Is this room still free?' })
    await submit(page, '/reply')
    await expect(page).toHaveURL(/messages\/\w{16}/)
    await openThread(wardPage, ward.email)
    await send(wardPage, 'Yes. Please pay the deposit by Western Union today, before the viewing, and I send the keys.')
    await page.reload()
    await expect(main.locator('.notice-warning')).toContainText('Western Union')
    const file = await taken(page, () => main.locator('form[action$="/evidence"] button').first().tap())
    expect(file.name).toMatch(/\.zip$/)
  })

  await test.step('Bart has given his other kot to somebody else, and says so politely', async () => {
    await page.goto(at(inEnglish(quiet)))
    await fillIn(page, { text: 'And this one, is it still free?' })
    await submit(page, '/reply')
    const thread = new URL(page.url()).pathname
    await bartPage.goto(at(`${quiet.replace('/rooms/', '/messages/adverts/')}`))
    await bartPage.locator('main [name=thread]').first().check({ force: true })
    await submit(bartPage, '/farewell')
    await fillIn(bartPage, { reason: 'first' })
    await submit(bartPage, '/farewell')
    await inDatabase(`update partings set due_at = now() - interval '1 minute'`)
    await work('messages.farewells')
    await expect(async () => {
      await page.goto(at(thread))
      await expect(main).toContainText('Somebody else was first', { timeout: 500 })
    }).toPass({ timeout: 20_000 })
  })

  await test.step('her alert tells her of a new room; one press in the mail stops it, without signing in', async () => {
    await readIn(bartPage, [{ kenmerk: '3', titel: 'Kot met een balkon', ...aRoom, 'vrij vanaf': day(1, 1) }])
    // Other journeys place rooms in Leuven too, and a mail of its own may tell of those first.
    await expect(async () => {
      await work('alerts.match')
      await parents.goto(await linkTo(page, mei.email, /\/alerts\/link\/[^/]+\?of=/))
      await expect(parents.locator('main')).toContainText('Kot met een balkon', { timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await parents.locator('a[href$="/unsubscription"]').click()
    await submit(parents, '/unsubscription')
    await expect(parents).toHaveURL(/done=paused/)
  })

  await test.step('the room is hers: Bart says that it is let, and nobody sees it any more', async () => {
    await bartPage.goto(at(sunny.replace('/rooms/', '/messages/adverts/')))
    await bartPage.locator('main a[href$="/rented"]').first().click()
    const winner = await bartPage.locator('main [name=winner] option').nth(1).getAttribute('value')
    await fillIn(bartPage, { winner: winner ?? '' })
    await submit(bartPage, '/rented')
    expect((await parents.goto(at(sunny)))?.status()).toBe(410)
  })

  await test.step('she takes a copy of all that is known about her, and ends her account', async () => {
    await page.goto(at('/en/account/copy'))
    await submit(page, '/account/copy')
    const link = await linkTo(page, mei.email, /\/account\/copy\//)
    const fetchIt = main.locator('form[action*="/account/copy/"] button')
    await expect(async () => {
      await page.goto(link)
      await expect(fetchIt).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    expect((await taken(page, () => fetchIt.tap())).name).toMatch(/\.zip$/)
    await page.goto(at('/en/account/end'))
    await main.locator('[name=sure]').check({ force: true })
    await submit(page, '/account/end')
    await page.goto(at('/en/account'))
    await expect(page).toHaveURL(/sign-in/)
    await bartPage.goto(at('/nl/messages'))
    await expect(bartPage.locator('main')).not.toContainText(mei.email)
    await expect(bartPage.locator('main')).not.toContainText('I am Mei')
  })
})
