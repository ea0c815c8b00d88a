import { expect, type Page, test } from '@playwright/test'
import { at, fillIn, placeAdvert, signUp, somebody, submit } from './steps'

/** Replies to an advert and answers the address of the conversation. */
async function reply(page: Page, advert: string, text: string): Promise<string> {
  await page.goto(at(advert))
  await fillIn(page, { text })
  await submit(page, '/reply')
  await expect(page).toHaveURL(/messages\/\w{16}/)
  return new URL(page.url()).pathname
}

test('offer times, book one, put it in a calendar, decline the rest, and rent', async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(150_000)
  const people = ['Bart', 'An', 'Bo'].map(somebody)
  const pages = await Promise.all(people.map(async () => (await browser.newContext({ javaScriptEnabled })).newPage()))
  const [bart, an, bo] = pages
  if (!bart || !an || !bo) throw new Error('no browser')
  for (const [n, page] of pages.entries()) {
    const person = people[n]
    if (person) await signUp(page, person)
  }
  const advert = await placeAdvert(bart)
  const withAn = await reply(an, advert, 'Mag ik komen kijken?')
  const withBo = await reply(bo, advert, 'Is de kamer nog vrij?')
  const replies = advert.replace('/rooms/', '/messages/adverts/')

  await bart.goto(at(`${replies}/viewings`))
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await fillIn(bart, { day, times: '14:00, 15u', note: 'Tiensestraat 41, bel bij Bart.' })
  await submit(bart, '/viewings')
  await expect(bart).toHaveURL(new RegExp(`${replies}$`))

  await an.goto(at(withAn))
  await expect(an.locator('main')).not.toContainText('bel bij Bart')
  await an.locator('form[action$="/booking"] button').first().press('Enter')
  await expect(an.locator('main')).toContainText('bel bij Bart')
  const [file] = await Promise.all([an.waitForEvent('download'), an.locator('a[href$="/viewing.ics"]').first().click()])
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  await bo.goto(at(withBo))
  await expect(bo.locator('form[action$="/booking"]')).toHaveCount(1)

  await bart.goto(at(replies))
  await bart.locator(`main [name=thread][value="${withBo.split('/').at(-1)}"]`).check({ force: true })
  await submit(bart, '/farewell')
  await fillIn(bart, { reason: 'first' })
  await submit(bart, '/farewell')
  await expect(bart.locator('form[action$="/undo"]')).toBeVisible()
  await bart.goto(at(`${replies}/rented?thread=${withAn.split('/').at(-1)}`))
  await submit(bart, '/rented')
  await expect(bart).toHaveURL(new RegExp(`${replies}$`))
  await an.goto(at(advert))
  await expect(an.locator('h1')).not.toHaveText('Zonnige kamer aan het park')
})
