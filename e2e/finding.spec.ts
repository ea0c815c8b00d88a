import { expect, type Page, test } from '@playwright/test'
import { lookAt as axeLooksAt } from './axe'
import { at, fillIn, linkTo, placeAdvert, signUp, somebody, submit } from './steps'

test('An keeps a search, hears of Bart’s room, stops the mails, and shares a list with her parents', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  // axe is a script itself, and the page is the same without one.
  const lookAt = async (page: Page) => javaScriptEnabled && axeLooksAt(page, faults)
  const open = async () => (await browser.newContext()).newPage()
  const [anPage, bartPage, parents] = [await open(), await open(), await open()]
  const an = somebody('An')
  await signUp(anPage, an)
  await anPage.goto(at('/nl/rooms?where=leuven&max=600'))
  await anPage.locator('a[href*="/alerts/new?"]').first().click()
  await lookAt(anPage)
  await fillIn(anPage, { frequency: 'atOnce', atNight: '1' })
  await submit(anPage, '/alerts')
  await expect(anPage).toHaveURL(/alerts\?done=saved/)
  await lookAt(anPage)

  await signUp(bartPage, somebody('Bart'))
  const advert = await placeAdvert(bartPage)
  // Other journeys place rooms in Leuven too, and a mail of its own may tell of those first.
  await expect(async () => {
    await parents.goto(await linkTo(anPage, an.email, /\/alerts\/link\/[^/]+\?of=/))
    await expect(parents.locator(`a[href$="${advert}"]`).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 180_000 })
  await lookAt(parents)
  await parents.locator('a[href$="/unsubscription"]').click()
  await lookAt(parents)
  await submit(parents, '/unsubscription')
  await expect(parents).toHaveURL(/done=paused/)
  await anPage.goto(at('/nl/alerts'))
  await expect(anPage.locator('main')).toContainText('Geen mails')

  await anPage.goto(at(advert))
  await submit(anPage, '/favourite')
  await anPage.goto(at('/nl/shortlists'))
  await fillIn(anPage, { title: 'Voor thuis', adverts: advert.split('/').at(-1) ?? '' })
  await submit(anPage, '/shortlists')
  await expect(anPage).toHaveURL(/shortlists\/[0-9a-f-]{36}$/)
  await submit(anPage, '/link')
  const link = (await anPage.locator('.share-link a').getAttribute('href')) ?? ''
  await lookAt(anPage)
  await parents.goto(at(`${link}?months=5`))
  await expect(parents.locator('main')).toContainText('5 maanden: € 2.400 huur, € 275 kosten, € 960 waarborg, komt terug')
  await expect(parents.locator('body')).not.toContainText('Voor thuis')
  await lookAt(parents)
  await submit(anPage, '/revocation')
  await expect(anPage.locator('form[action$="/link"]')).toBeVisible()
  expect((await parents.goto(at(link)))?.status()).toBe(404)
  expect(faults).toEqual([])
})
