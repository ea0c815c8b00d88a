// Pictures of the main pages for docs/, from a demo site of the built server: `npm run screenshots`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { useApp, welcome } from '../e2e/desk.ts'
import { startServer } from '../e2e/server.ts'
import { fillIn, submit } from '../e2e/steps.ts'
import { findChromium } from './chromium.ts'

const folder = join('docs', 'screenshots')
const most = 250_000 // bytes of one picture
const desktop = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

mkdirSync(folder, { recursive: true })
const server = await startServer({ DEMO: '1' })
const agency = await startServer({ DEMO: '1', SITE: 'bureau' })
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const at = (path: string) => server.url + path
const open = async (about: BrowserContextOptions = desktop): Promise<Page> =>
  (await browser.newContext({ reducedMotion: 'reduce', ...about })).newPage()

/** Somebody of the demo. */
async function signedIn(who: string, language: string, about: BrowserContextOptions = desktop): Promise<Page> {
  const page = await open(about)
  await page.goto(at(`/${language}/sign-in`))
  await fillIn(page, { who, password: 'een-kamer-op-zolder' })
  await submit(page, '/sign-in')
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  return page
}

/** With as many colours as the picture may have. `still`: until nothing is on its way, but on a page that follows something. */
async function picture(name: string, page: Page, still = true): Promise<void> {
  if (still) await page.waitForLoadState('networkidle')
  const whole = await page.screenshot()
  for (const colours of [256, 128, 64, 32]) {
    const small = await sharp(whole).png({ palette: true, colours, effort: 10, dither: 0.6 }).toBuffer()
    if (small.length > most && colours > 32) continue
    writeFileSync(join(folder, `${name}.png`), small)
    process.stdout.write(`${name}: ${Math.round(small.length / 1000)} kB\n`)
    return
  }
}
async function show(name: string, path: string, page: Page): Promise<void> {
  await page.goto(at(path))
  await picture(name, page)
}

/** Waits until each of these has its picture: the demo draws them after its start, within a few minutes. */
async function drawn(page: Page, path: string, each: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    await page.goto(at(path))
    const [all, photos] = [await page.locator(each).count(), await page.locator(`${each} img`).count()]
    if (all > 0 && all === photos) return
    await new Promise((done) => setTimeout(done, 2000))
  }
}

try {
  const visitor = await open()
  await drawn(visitor, '/nl/rooms?where=leuven', '.listing-card')
  await show('home', '/nl', visitor)
  await show('search', '/en/rooms?where=gent', await open(phone))

  const wide = await open({ viewport: { width: 1440, height: 900 } })
  await wide.goto(at('/fr/rooms?where=leuven'))
  await wide.locator('.map-pin').first().waitFor()
  await picture('map', wide)

  const greet = await signedIn('greet.verhuurt@example.org', 'nl')
  await drawn(greet, '/nl/adverts', '.own')
  const own = (await greet.locator('.own h3 a').first().getAttribute('href')) ?? ''
  await show('advert', own, visitor)
  await show('advert-phone', own.replace('/nl/', '/en/'), await open({ ...phone, colorScheme: 'dark' }))

  await greet.goto(at('/nl/adverts/new'))
  await submit(greet, '/adverts/drafts')
  await greet.goto(greet.url().replace(/\w+$/, 'rent'))
  await fillIn(greet, { rent: 'vierhonderd', chargesMode: 'fixed', charges: '55' })
  await submit(greet, '/rent')
  await picture('wizard', greet)
  await greet.goto(greet.url().replace(/\w+$/, 'removal'))
  await submit(greet, '/removal')

  await greet.goto(at('/nl/adverts'))
  await picture('own-adverts', greet)
  await submit(greet, `${own.replace('/rooms/', '/adverts/')}/draft`)
  await greet.waitForURL(/\/check/)
  await picture('check', greet)

  const an = await signedIn('an.zoekt@example.com', 'nl')
  await an.goto(at(own))
  await fillIn(an, { text: 'Dag! Ik begin in februari aan mijn master. Is de kamer nog vrij, en mag ik eens komen kijken?' })
  await submit(an, '/reply')
  await an.waitForURL(/messages\/\w{16}/)
  const thread = new URL(an.url()).pathname
  await greet.goto(at(thread))
  await fillIn(greet, { text: 'Zeker, ze is nog vrij. Ik stel je een paar momenten voor.' })
  await submit(greet, thread)
  await greet.goto(at(`${own.replace('/rooms/', '/messages/adverts/')}/viewings`))
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await fillIn(greet, { day, times: '14:00, 14:30, 17:00', note: 'Bel aan bij de blauwe deur.' })
  await submit(greet, '/viewings')
  await show('conversation', thread, an)

  await show('statement', '/en/privacy', visitor)

  await visitor.goto(`${agency.url}/`)
  await picture('agency', visitor)
  const reader = await open({ ...phone, colorScheme: 'dark' })
  await reader.goto(at('/en/blog/fake-adverts'))
  await reader.locator('#replies').scrollIntoViewIfNeeded()
  await picture('replies', reader)
  const asking = await open()
  await asking.goto(at('/nl/blog/kamer-bezoeken'))
  await asking.locator('.chat-open button').click()
  const panel = asking.frameLocator('.chat-panel iframe')
  await panel.locator('textarea').fill('Dag! Ik kan pas in maart komen kijken. Zijn er ook koten die dan nog vrij zijn?')
  await panel.locator('.chat form button').first().click()
  await panel.locator('[role=log] .bubble').first().waitFor()
  await picture('chat', asking, false)

  const stranger = await open()
  await stranger.goto(at(`${own}/report`))
  await fillIn(stranger, {
    reason: 'wrong',
    explanation: 'De kamer is kleiner dan in de advertentie staat.',
    contact: 'noor@example.org',
  })
  await stranger.locator('[name=goodFaith]').check({ force: true })
  await submit(stranger, '/report')
  const staff = await open()
  await staff.goto(welcome(server.env, 'mo@example.org', '--role', 'owner', '--language', 'nl'))
  await submit(staff, /./)
  await useApp(staff)
  await show('desk', '/nl/desk', staff)
} finally {
  await browser.close()
  for (const one of [server, agency]) {
    await one.kill()
    one.remove()
  }
}
