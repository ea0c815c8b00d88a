// Steps that several journeys take, by the names of fields and the addresses of pages: words are each feature's own to change.
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { ask } from './database.ts'

export const at = (path: string): string => `${process.env.BASE_URL}${path}`

export type Person = { firstName: string; email: string; userName: string; password: string }
/** Somebody whom no other journey knows. */
export const somebody = (firstName: string): Person => {
  const some = Math.random().toString(36).slice(2, 8)
  return {
    firstName,
    email: `${firstName.toLowerCase()}.${some}@example.org`,
    userName: `${firstName.toLowerCase()}-${some}`,
    password: `zeven ${some} treden`,
  }
}

/** Where mails arrive, the newest first: the page of the server under test, unless a journey has a mail server of its own. */
export const mailbox = {
  letters: async (page: Page): Promise<string[]> =>
    (await (await page.request.get(`${process.env.BASE_URL}/dev/mail`)).text()).split('<article'),
}

/** The newest link of this kind in a mail to this address, once it is there. */
export async function linkTo(page: Page, to: string, kind: RegExp): Promise<string> {
  let link: string | undefined
  await expect
    .poll(
      async () => {
        const mine = (await mailbox.letters(page))
          .filter((letter) => letter.includes(to))
          .flatMap((letter) => [...letter.matchAll(/href="([^"]+)"/g)])
        link = mine.map(([, href]) => href?.replaceAll('&amp;', '&')).find((href) => href && kind.test(href))
        return link
      },
      { timeout: 20_000, message: `a mail to ${to} with a link like ${kind}` },
    )
    .toBeDefined()
  return link ?? ''
}

export const submit = (page: Page, action: RegExp | string) =>
  page
    .locator('form')
    .filter({ has: page.locator('button[type=submit]') })
    .and(page.locator(typeof action === 'string' ? `form[action$="${action}"]` : 'form'))
    .locator('button[type=submit]')
    .first()
    .click()

export async function fillIn(page: Page, typed: Partial<Record<string, string>>): Promise<void> {
  for (const [name, value = ''] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`)
    const type = await field.first().getAttribute('type')
    if (type === 'radio' || type === 'checkbox')
      // A page that scrolls smoothly, on a busy machine, may not be there yet.
      await expect(() => page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true })).toPass({
        timeout: 15_000,
      })
    else if ((await field.first().evaluate((one) => one.tagName)) === 'SELECT') await field.first().selectOption(value)
    else await field.first().fill(value)
  }
}

let networks = 0
export async function signUp(page: Page, person: Person): Promise<void> {
  // Everybody comes from a network of their own: an hour's journeys are more registrations than one network may make.
  networks++
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': `198.18.${process.pid % 250}.${networks % 250}` })
  await page.goto(at('/nl/register'))
  await fillIn(page, person)
  await submit(page, '/register')
  await expect(page).toHaveURL(/register\/sent/)
  await page.goto(await linkTo(page, person.email, /\/confirm\//))
  await page.locator('form[action*="/confirm/"] button[type=submit]').click()
  await expect(page).toHaveURL(/\/account/)
}

const answers: Record<string, Record<string, string>> = {
  address: { street: 'Tiensestraat', houseNumber: '41 bus 3', postcode: '3000', town: 'Leuven' },
  pin: { pin: 'right' },
  kind: { kind: 'kot', size: '15' },
  lease: { lease: 'student' },
  rent: { rent: '480', chargesMode: 'fixed', charges: '55', chargesCover: 'water' },
  deposit: { depositAsked: 'yes', deposit: '960' },
  availability: { available: 'now' },
  comfort: { furnished: 'yes', kitchen: 'shared', bath: 'own', toilet: 'shared' },
  registration: { internet: 'included', domicile: 'no' },
  energy: { energy: 'label', energyLabel: 'C', epcScore: '240', epcCode: '20260101-0009876543-KL-1' },
  words: {
    title: 'Zonnige kamer aan het park',
    text: 'Een rustige kamer op de tweede verdieping, met een groot raam, een bureau en een kast.',
  },
  phone: { phone: '0470 12 34 56' },
  advertiser: { advertiser: 'private' },
}

/** Two pictures as a telephone makes them. */
export const photos = () =>
  Promise.all(
    ['#6d8f7a', '#c29a6b'].map(async (background, n) => ({
      name: `IMG_${n}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 1400, height: 1000, channels: 3, background } })
        .withExif({ IFD0: { Orientation: '6', Make: 'Telefoon' } })
        .jpeg()
        .toBuffer(),
    })),
  )

/** Sends a page of the wizard as it is filled in. */
export const goOn = (page: Page, step: string) => page.locator(`form[action$="/${step}"] button[type=submit]:not([name])`).click()

/** Places an advert with photos, one page at a time, after whatever is to be done on each page first. Answers its address. */
export async function placeAdvert(page: Page, first: (step: string) => Promise<void> = async () => {}): Promise<string> {
  await page.goto(at('/nl/adverts/new'))
  await submit(page, '/adverts/drafts')
  for (let pages = 0; pages < 20 && !page.url().endsWith('/check'); pages++) {
    const step = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await first(step)
    if (step === 'photos') {
      const before = await page.locator('[data-photo]').count()
      await page.locator('input[name=photos]').setInputFiles(await photos())
      const upload = page.locator('[data-photo-upload] button[type=submit]')
      if (await upload.isVisible()) await upload.click().catch(() => {})
      await expect(page.locator('[data-photo]')).toHaveCount(before + 2)
    } else await fillIn(page, answers[step] ?? {})
    await goOn(page, step)
    await expect(page).not.toHaveURL(new RegExp(`/${step}$`))
  }
  await first('check')
  await submit(page, '/publication')
  await expect(page).toHaveURL(/\/adverts\?published=/)
  return `/nl/rooms/${new URL(page.url()).searchParams.get('published')}`
}

/** Lets time pass, in the database of the server that all journeys share. */
export const inDatabase = (sql: string): Promise<unknown> => ask(JSON.parse(process.env.BASE_SETTINGS ?? '{}'), sql)

/** Asks for work that a clock would start: in the night, or within the minute. */
export const work = (job: string): Promise<unknown> => inDatabase(`insert into pgboss.job (name, data) values ('${job}', '{}')`)

/** Rooms read in from a file, without a wizard. Answers their addresses, in their order. */
export async function readIn(page: Page, rooms: readonly Record<string, string>[]): Promise<string[]> {
  const names = [...new Set(rooms.flatMap((room) => Object.keys(room)))]
  const lines = [names, ...rooms.map((room) => names.map((name) => room[name] ?? ''))].map((line) => line.join(';'))
  await page.goto(at('/nl/adverts/file'))
  const form = page.locator('form[action$="/adverts/file"]')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'kamers.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await form.locator('button').click()
  // What was read comes back with the answer; before it stands there, the button is still that of the page before.
  await expect(form.locator('input[name=content]')).toBeAttached()
  if (await page.locator('main [name=advertiser]').first().isVisible()) await fillIn(page, { advertiser: 'private' })
  await form.locator('button[type=submit]:not([name])').click()
  await expect(page).toHaveURL(new RegExp(`overview\\?done=${rooms.length}&unread=0`))
  await page.goto(at('/nl/adverts'))
  return Promise.all(
    rooms.map(async ({ titel = '' }) => (await page.locator('article.own h3 a', { hasText: titel }).getAttribute('href')) ?? ''),
  )
}

/** A lawful room in Leuven as a file tells it. */
export const aRoom = {
  gemeente: 'Leuven',
  postcode: '3000',
  straat: 'Tiensestraat',
  huur: '450',
  'kosten hoe': 'vast',
  kosten: '60',
  'kosten waarvoor': 'water',
  waarborg: '900',
  huurcontract: 'studentenhuur',
  energielabel: 'B',
  'epc-score': '180',
  'epc-code': '20260101-0001234567-RES-1',
  tekst: 'Een kamer met een raam, een bureau en een kast.',
}

/** Takes what a press of this button sends, and answers the name of the file and its bytes. */
export async function taken(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), path: await download.path() }
}
