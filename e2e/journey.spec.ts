import { expect, test } from '@playwright/test'
import { at, fillIn, linkTo, placeAdvert, signUp, somebody, submit } from './steps'

test('place an advert with photos, reply without an account, confirm, answer, copy, end', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const [bart, an] = [somebody('Bart'), somebody('An')]
  const [bartPage, anPage] = await Promise.all(
    [bart, an].map(async () => (await browser.newContext({ javaScriptEnabled })).newPage()),
  )
  if (!bartPage || !anPage) throw new Error('no browser')
  await signUp(bartPage, bart)
  const advert = await placeAdvert(bartPage)

  await anPage.goto(at('/nl/rooms?place=Leuven&sort=newest'))
  await anPage.locator(`a[href="${advert}"]`).first().click()
  await expect(anPage.locator('h1')).toHaveText('Zonnige kamer aan het park')
  await expect(anPage.locator('main')).toContainText('Tiensestraat')
  await expect(anPage.locator('main')).not.toContainText('41 bus 3')
  const picture = anPage.locator('main img[src*="/photos/"]').first()
  await expect(picture).toBeVisible()
  const loaded = `[...document.querySelectorAll('main img')].some((image) => image.naturalWidth > 0)`
  await expect.poll(() => anPage.evaluate<boolean>(loaded)).toBe(true)

  const reply = 'Dag, ik zoek een kamer vanaf februari. Kan ik zaterdag komen kijken?'
  await fillIn(anPage, { text: reply, ...an })
  await submit(anPage, '/reply')
  await expect(anPage).toHaveURL(/messages\/waiting/)
  await anPage.goto(await linkTo(anPage, an.email, /\/confirm\//))
  await anPage.locator('form[action*="/confirm/"] button[type=submit]').click()

  await bartPage.goto(await linkTo(bartPage, bart.email, /\/messages\/\w{16}$/))
  await expect(bartPage.locator('main')).toContainText(reply)
  await expect(bartPage.locator('main')).toContainText(an.email)
  const answer = 'Hallo An, zaterdag om elf uur past goed.'
  await fillIn(bartPage, { text: answer })
  await submit(bartPage, bartPage.url().replace(/^.*(?=\/messages\/)/, ''))
  await expect(bartPage.locator('main')).toContainText(answer)

  await anPage.goto(await linkTo(anPage, an.email, /\/messages\/\w{16}$/))
  await expect(anPage.locator('main')).toContainText(answer)
  await anPage.goto(at(`${advert}/phone`))
  await expect(anPage.locator('main')).toContainText('+32 470 12 34 56')

  await anPage.goto(at('/nl/account/copy'))
  await submit(anPage, '/account/copy')
  const fetchIt = anPage.locator('form[action*="/account/copy/"] button')
  await expect(async () => {
    await anPage.goto(at('/nl/account/copy'))
    await expect(fetchIt).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  const [download] = await Promise.all([anPage.waitForEvent('download'), fetchIt.click()])
  expect(download.suggestedFilename()).toMatch(/\.zip$/)

  await anPage.goto(at('/nl/account/end'))
  await anPage.locator('[name=sure]').check({ force: true })
  await submit(anPage, '/account/end')
  await expect(anPage.locator('h1')).toBeVisible()
  await anPage.goto(at('/nl/account'))
  await expect(anPage).toHaveURL(/sign-in/)
  await bartPage.reload()
  await expect(bartPage.locator('main')).not.toContainText(reply)
  await expect(bartPage.locator('main')).not.toContainText(an.email)
})
