import { expect, test } from '@playwright/test'
import { lookAt } from './axe'
import { at, fillIn, placeAdvert, signUp, somebody } from './steps'

/** Rooms of one house as a landlord would type them in a spreadsheet. */
const file = (n: number) =>
  [
    'id;city;postcode;street;rent;chargesMode;charges;chargesCover;deposit;availableFrom;availableUntil;lease;energyLabel;epcScore;epcCode;title;text',
    ...Array.from({ length: n }, (_, at) =>
      [
        `K${at + 1};Leuven;3000;Tiensestraat;450;fixed;60;water;900;2030-09-15;2031-09-14;student;B;180;20260101-0001234567-RES-1`,
        `Kamer ${at + 1} in het hoekhuis;Een kamer met een raam, een bureau en een kast.`,
      ].join(';'),
    ),
  ].join('\n')

test('twelve rooms: read in from a file, put in a building, made dearer and put back, opened for next year, with their figures', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(150_000)
  const faults: string[] = []
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  // axe needs script itself.
  const look = async () => (javaScriptEnabled === false ? undefined : lookAt(page, faults))
  await signUp(page, somebody('Bart'))
  const advert = await placeAdvert(page)

  await page.goto(at('/nl/adverts/file'))
  await look()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'kamers.csv', mimeType: 'text/csv', buffer: Buffer.from(file(11)) })
  await page.locator('form[action$="/adverts/file"] button').click()
  await expect(page.locator('main')).toContainText('11 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd')
  await look()
  await page.locator('form[action$="/adverts/file"] button').press('Enter')
  await expect(page).toHaveURL(/overview\?done=11&left=0/)

  await page.locator('a[href$="overview?all=1"]').click()
  await expect(page.locator('input[name=advert]:checked')).toHaveCount(12)
  await look()
  await page.locator('button[formaction$="/buildings"]').click()
  await fillIn(page, { building: 'new', name: 'Het hoekhuis' })
  await look()
  await page.locator('form[action$="/buildings"] button').click()
  await expect(page.getByRole('heading', { name: 'Het hoekhuis' })).toBeVisible()

  await page.locator('a[href*="overview?building="]').click()
  await page.locator('form[action$="/change"] button:not([formaction])').click()
  await look()
  await fillIn(page, { rentHow: 'percent', rent: '2' })
  await page.locator('form[action$="/change"] button').click()
  await expect(page.locator('ins', { hasText: '459' })).toHaveCount(11)
  await look()
  await page.locator('form[action$="/change"] button').click()
  await expect(page).toHaveURL(/overview\?done=12&left=0/)
  await page.locator('form[action$="/undo"] button').click()
  await expect(page).toHaveURL(/overview\?undone=12/)

  await page.locator('a[href*="dates=nextYear"]').click()
  await page.locator('form[action$="/change"] button').click()
  await expect(page.locator('ins', { hasText: '2031' }).first()).toBeVisible()

  const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage()
  // Chromium without a window says that it has none, and is taken for a robot.
  await stranger.setExtraHTTPHeaders({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' })
  for (let visits = 0; visits < 3; visits++) await stranger.goto(at(advert))
  await page.goto(at(`${advert.replace('/rooms/', '/adverts/')}/figures`))
  await expect(page.locator('.figure-sum').first()).toHaveText('3')
  await page.locator('summary', { hasText: 'tabel' }).press('Enter')
  await expect(page.getByRole('table')).toContainText('Bekeken')
  await look()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.goto(at('/nl/adverts/file')).then(() => page.locator('a[href$="adverts.csv"]').click()),
  ])
  expect(download.suggestedFilename()).toBe('adverts.csv')
  expect(faults).toEqual([])
})
