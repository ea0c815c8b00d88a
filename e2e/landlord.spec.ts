// Rita is 61 and lets twelve kots in two houses. She works in Dutch, on a desktop, and keeps her rooms in a spreadsheet of her own.
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { at, fillIn, goOn, inDatabase, linkTo, photos, signUp, somebody, submit, work } from './steps'

/** The academic year that begins next. */
const year = new Date().getUTCFullYear() + 1

/** Her spreadsheet, as she typed it: her own columns, her own words; kot 5 lacks the code of its EPC, kot 9 its rent is written out. */
const spreadsheet = () =>
  [
    'Kamer;Plaats;Postcode;Straat;Huur;Kosten hoe;Kosten;Inbegrepen;Waarborg;Vrij vanaf;Vrij tot;Contract;Energielabel;EPC-score;EPC-code;Titel;Omschrijving;Huisnummer',
    ...Array.from({ length: 12 }, (_, n) => {
      const [room, street] = [n + 1, n < 7 ? 'Tiensestraat' : 'Naamsestraat']
      const rent = room === 9 ? 'vierhonderdvijftig' : '€ 450'
      const code = room === 5 ? '' : '20260101-0001234567-RES-1'
      return `Kot ${room};Leuven;3000;${street};${rent};vast;60;water, verwarming;900;15/09/${year};14/09/${year + 1};studentenhuur;B;180;${code};Kot ${room} in de ${street};Een kamer met een raam, een bureau en een kast.;12`
    }),
  ].join('\r\n')

/** As the night of three weeks later would: her adverts were confirmed long ago, and the work of the night is asked for. */
async function threeWeeksLater(): Promise<void> {
  await inDatabase(`update listings set confirmed_at = confirmed_at - interval '22 days' where reference like 'Kot %'`)
  await work('listings.freshness')
}

async function reply(page: Page, advert: string, text: string): Promise<void> {
  await page.goto(at(advert))
  await fillIn(page, { text })
  await submit(page, '/reply')
  await expect(page).toHaveURL(/messages\/\w{16}/)
}

test('Rita brings her twelve kots online from a spreadsheet, keeps them fresh from one mail, and answers who writes', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(240_000)
  const open = async () => (await browser.newContext({ javaScriptEnabled })).newPage()
  const [page, an, bo, mail] = [await open(), await open(), await open(), await open()]
  const rita = somebody('Rita')
  const main = page.locator('main')

  await test.step('she registers, and is led to placing adverts', async () => {
    await signUp(page, rita)
    await main.locator('a[href$="/adverts/new"]').click()
    await page.goto(at('/nl/adverts'))
    await main.locator('a[href$="/adverts/file"]').click()
  })

  await test.step('her spreadsheet is read as it is; what is wrong in it is mended on the spot', async () => {
    await main.locator('input[type=file]').setInputFiles({
      name: 'koten.csv',
      mimeType: 'text/csv',
      // As Excel on Windows writes it.
      buffer: Buffer.from(spreadsheet().replaceAll('€', '\x80'), 'latin1'),
    })
    await main.locator('form[action$="/adverts/file"] button').click()
    await expect(main).toContainText('10 nieuw, 0 gewijzigd, 0 gelijk, 2 als concept, 0 geweigerd')
    await expect(main).toContainText('kennen we niet en lezen we niet: Huisnummer')
    await expect(main).toContainText('huur is geen bedrag')
    await fillIn(page, { 'mend-10-rent': '450', 'mend-6-epcCode': '20260101-0007654321-RES-1' })
    await main.locator('button[name=look]').click()
    await expect(main).toContainText('12 nieuw, 0 gewijzigd, 0 gelijk, 0 als concept, 0 geweigerd')
  })

  await test.step('she says there who she is, and all are online', async () => {
    await fillIn(page, { advertiser: 'private' })
    await main.locator('form[action$="/adverts/file"] button[type=submit]:not([name])').click()
    await expect(page).toHaveURL(/overview\?done=12&unread=0/)
  })

  await test.step('a building each', async () => {
    for (const [street, name] of [
      ['Tiensestraat', 'Het hoekhuis'],
      ['Naamsestraat', 'Bij de kapper'],
    ] as const) {
      for (const box of await main.locator('.unit', { hasText: street }).locator('input[name=advert]').all())
        await box.check({ force: true })
      await page.locator('button[formaction$="/buildings"]').click()
      await fillIn(page, { building: 'new', name })
      await page.locator('form[action$="/buildings"] button').click()
      await expect(page.getByRole('heading', { name })).toBeVisible()
    }
  })

  let first = ''
  await test.step('photos of one', async () => {
    await page.goto(at('/nl/adverts'))
    const own = main.locator('article.own', { hasText: 'Kot 12 in de' })
    first = (await own.locator('h3 a').getAttribute('href')) ?? ''
    await own.locator('form[action$="/draft"] button').click()
    await main.locator('a[href$="/photos"], a[href*="/photos?"]').first().click()
    await page.locator('input[name=photos]').setInputFiles(await photos())
    const upload = page.locator('[data-photo-upload] button[type=submit]')
    if (await upload.isVisible()) await upload.click().catch(() => {})
    await expect(page.locator('[data-photo]')).toHaveCount(2)
    await goOn(page, 'photos')
    await submit(page, '/publication')
    await expect(page).toHaveURL(/\/adverts\?/)
  })

  await test.step('ten euros more in one house, looked at first, and taken back', async () => {
    await page.goto(at('/nl/adverts/overview'))
    await main.locator('a[href*="overview?building="]').first().click()
    await page.locator('form[action$="/change"] button:not([formaction])').click()
    await fillIn(page, { rentHow: 'by', rent: '10' })
    await page.locator('form[action$="/change"] button').click()
    await expect(page.locator('ins', { hasText: '460' })).toHaveCount(7)
    await page.locator('form[action$="/change"] button').click()
    await expect(page).toHaveURL(/overview\?done=7&left=0/)
    await page.locator('form[action$="/undo"] button').click()
    await expect(page).toHaveURL(/overview\?undone=7/)
    await main.locator('a[href*="dates=nextYear"]').first().click()
    await page.locator('form[action$="/change"] button').click()
    await expect(page.locator('ins', { hasText: String(year + 1) })).toHaveCount(7)
    await page.goto(at('/nl/adverts/overview'))
  })

  await test.step('one telephone number for all of them', async () => {
    await main.locator('a[href$="/adverts/phone"]').click()
    await fillIn(page, { phone: '0470 12 34 56' })
    await main.locator('form[action$="/adverts/phone"] button').click()
    await expect(page).toHaveURL(/overview\?done=12/)
  })

  await test.step('three weeks later one mail asks after all twelve; she answers without signing in', async () => {
    await threeWeeksLater()
    await mail.goto(await linkTo(page, rita.email, /\/still-free\//))
    await expect(mail.locator('button[value=rented]')).toHaveCount(12)
    await mail.locator('article', { hasText: 'Kot 3 in de' }).locator('button[value=rented]').click()
    await expect(mail).toHaveURL(/done=rented/)
    await mail.locator('button[value=free]').first().click()
    await expect(mail.locator('button[value=free]')).toHaveCount(0)
  })

  await test.step('the one that is let opens again for the year after, with its price and days to look over', async () => {
    await page.goto(at('/nl/adverts'))
    await main.locator('article.own', { hasText: 'Kot 3 in de' }).locator('a[href$="/again"]').click()
    await fillIn(page, { availableFrom: `${year + 1}-09-15`, availableUntil: `${year + 2}-09-14` })
    await main.locator('form[action$="/again"] button').click()
    await expect(page).toHaveURL(/adverts\?published=/)
  })

  await test.step('An and Bo write; she answers An, and declines Bo with a reason', async () => {
    for (const [who, seeker] of [
      [an, somebody('An')],
      [bo, somebody('Bo')],
    ] as const) {
      await signUp(who, seeker)
      await reply(who, first, `Dag, ik ben ${seeker.firstName}. Is het nog vrij?`)
    }
    await page.goto(at('/nl/messages'))
    await main.locator(`a[href*="/messages/adverts/"]`).first().click()
    await main.locator('.choice', { hasText: 'An' }).locator('a[href*="/messages/"]').first().click()
    await fillIn(page, { text: 'Dag An, kom zaterdag om elf uur kijken.' })
    await submit(page, new URL(page.url()).pathname)
    await expect(main).toContainText('zaterdag om elf uur')
    await page.goto(at(first.replace('/rooms/', '/messages/adverts/')))
    await page.getByLabel('Bo', { exact: false }).first().check({ force: true })
    await submit(page, '/farewell')
    await fillIn(page, { reason: 'first' })
    await submit(page, '/farewell')
    await expect(main.locator('form[action$="/undo"]')).toBeVisible()
  })

  await test.step('she looks at her figures, and takes everything away as a spreadsheet', async () => {
    await page.goto(at(`${first.replace('/rooms/', '/adverts/')}/figures`))
    await expect(main.locator('.figure-sum').last()).toHaveText('2')
    await page.goto(at('/nl/adverts/file'))
    const [download] = await Promise.all([page.waitForEvent('download'), main.locator('a[href$="adverts.csv"]').click()])
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv).toContain('"huur"')
    expect(csv.split('\r\n').filter((line) => line.includes('Kot '))).toHaveLength(12)
    expect(csv).not.toContain('0470')
  })
})
