import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days, hours } from '../../platform/clock'
import { erase } from '../../privacy'
import { type SignedUp, signedUp } from './testing'

const settings = ['first-name', 'email', 'user-name', 'password', 'language', 'notifications'] as const

describe('my account', () => {
  let site: TestSite
  let an: SignedUp
  beforeAll(async () => {
    site = await testSite()
  })
  beforeEach(async () => {
    an = await signedUp(site, { firstName: 'An' })
  })
  afterAll(() => site.close())

  const change = (what: string, fields: Record<string, string | string[]>, lang = 'nl') =>
    an.visitor.post(`/${lang}/account/settings/${what}`, fields)
  const canSignIn = async (who: string, password: string) =>
    (await site.visitor(`203.0.113.${Math.ceil(Math.random() * 250)}`).post('/nl/sign-in', { who, password })).status === 303

  test('K24 shows all that is held of the account, each with the way to change it', async () => {
    const visitor = site.visitor('198.18.0.9')
    await visitor.post('/nl/sign-in', { who: an.userName, password: an.password })
    const page = await visitor.get('/nl/account')
    for (const held of [
      'An',
      an.email,
      an.userName,
      'Nederlands',
      'Over je account, nieuwe berichten en nieuwe koten',
      '198.18.0.9',
      '21 november 2026',
      'Op 2 plaatsen',
    ])
      expect(page.text).toContain(held)
    for (const setting of settings) expect(page.html).toContain(`href="/nl/account/settings/${setting}"`)
    expect(page.html).toContain('href="/nl/account/settings/sessions"')
    expect(page.headers.get('cache-control')).toBe('private, no-store')
  })

  test('leads whoever is new to what they came for', async () => {
    const page = await an.visitor.get('/nl/account?done=welcome')
    const notice = page.html.slice(page.html.indexOf('Welkom!'), page.html.indexOf('Alles wat we over je account'))
    for (const href of ['/nl/adverts/new', '/nl/rooms']) expect(notice).toContain(`href="${href}"`)
  })

  test('K24 the other languages say the same', async () => {
    expect((await an.visitor.get('/fr/account')).text).toContain('Tout ce que nous gardons sur votre compte')
    expect((await an.visitor.get('/en/account')).text).toContain('All that we keep about your account')
  })

  test('K24 change the first name', async () => {
    expect((await an.visitor.get('/nl/account/settings/first-name')).html).toContain('value="An"')
    expect((await change('first-name', { firstName: 'Anneleen' })).location).toBe('/nl/account?done=firstName')
    const page = await an.visitor.get('/nl/account?done=firstName')
    expect(page.text).toContain('Je voornaam is veranderd.')
    expect(page.text).toContain('Anneleen')
  })

  test('K24 change the user name, but not to one that somebody has', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const taken = await change('user-name', { userName: bart.userName.toUpperCase() })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('al in gebruik')
    const other = `${an.userName.slice(0, 20)}.2`
    expect((await change('user-name', { userName: an.userName.toUpperCase() })).status).toBe(303)
    expect((await change('user-name', { userName: other })).status).toBe(303)
    expect(await canSignIn(other, an.password)).toBe(true)
    expect(await canSignIn(an.userName, an.password)).toBe(false)
  })

  test('K24 change the password: the current one is asked, and other sessions end', async () => {
    const elsewhere = site.visitor('198.18.0.10')
    await elsewhere.post('/nl/sign-in', { who: an.userName, password: an.password })
    const password = 'een heel ander verhaal'
    const without = await change('password', { password })
    expect(without.html).toContain('href="#field-currentPassword"')
    const wrong = await change('password', { password, currentPassword: 'niet dit wachtwoord' })
    expect(wrong.text).toContain('Dit is niet je huidige wachtwoord')
    expect((await change('password', { password: 'wachtwoord123', currentPassword: an.password })).text).toContain(
      'te makkelijk te raden',
    )
    expect((await change('password', { password, currentPassword: an.password })).location).toBe('/nl/account?done=password')
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
    expect((await elsewhere.get('/nl/account')).status).toBe(303)
    expect(await canSignIn(an.email, password)).toBe(true)
    expect(await canSignIn(an.email, an.password)).toBe(false)
    expect((await site.mails()).map((letter) => letter.to)).toEqual([an.email])
  })

  test('who came by a link within the hour need not give the current password', async () => {
    const visitor = site.visitor('198.18.0.11')
    await visitor.post('/nl/sign-in/link', { who: an.email })
    await visitor.post(linkIn((await site.mails())[0]))
    expect((await visitor.get('/nl/account/settings/password')).html).not.toContain('currentPassword')
    site.clock.pass(hours(1))
    expect((await visitor.get('/nl/account/settings/password')).html).toContain('currentPassword')
    expect((await visitor.post('/nl/account/settings/password', { password: 'een heel ander verhaal' })).status).toBe(422)
  })

  test('the current password is not to be guessed either', async () => {
    let last = 0
    for (let n = 0; n < 11; n++)
      last = (await change('password', { password: 'een heel ander verhaal', currentPassword: `gok nummer ${n}` })).status
    expect(last).toBe(429)
  })

  test('K24 change the e-mail address: the new one proves itself, the old one is told', async () => {
    const email = `nieuw.${an.userName}@example.org`
    expect((await change('email', { email })).status).toBe(422)
    expect((await change('email', { email, currentPassword: an.password })).location).toBe('/nl/account?done=email')
    const letters = await site.mails()
    expect(letters.map((letter) => letter.to).sort()).toEqual([an.email, email].sort())
    expect((await an.visitor.get('/nl/account')).text).toContain(`${email} wacht op je bevestiging`)
    expect(await canSignIn(email, an.password)).toBe(false)
    const link = linkIn(letters.find((letter) => letter.to === email))
    const phone = site.visitor('198.18.0.12')
    expect((await phone.get(link)).status).toBe(200)
    expect(await canSignIn(email, an.password)).toBe(false)
    const done = await phone.post(link)
    expect((await phone.follow(done)).text).toContain('Je kunt je nu aanmelden met je nieuwe e‑mailadres')
    expect(await canSignIn(email, an.password)).toBe(true)
    expect(await canSignIn(an.email, an.password)).toBe(false)
    expect(await rowsIn(site.p.db, 'email_changes')).toEqual([])
    expect((await phone.post(link)).status).toBe(410)
  })

  test('an address that has an account is not given away: the same answer, and a mail that says so there', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const free = await change('email', { email: 'vrij@example.org', currentPassword: an.password })
    await site.mails()
    const known = await change('email', { email: bart.email, currentPassword: an.password })
    expect([known.status, known.location, known.html]).toEqual([free.status, free.location, free.html])
    const letter = (await site.mails()).find(({ to }) => to === bart.email)
    expect(letter?.subject).toContain('Dit adres heeft al een account')
    expect(linkIn(letter)).toBe('/nl/sign-in')
  })

  test('a change of address is taken back by oneself, by a new password, and by time', async () => {
    const ask = async (email: string) => {
      await change('email', { email, currentPassword: an.password })
      return linkIn((await site.mails()).find(({ to }) => to === email))
    }
    const first = await ask('een@example.org')
    await an.visitor.post('/nl/account/settings/email/cancellation')
    expect((await an.visitor.post(first)).status).toBe(410)
    const second = await ask('twee@example.org')
    await change('password', { password: 'een heel ander verhaal', currentPassword: an.password })
    expect((await an.visitor.get(second)).status).toBe(410)
    an.password = 'een heel ander verhaal'
    const third = await ask('drie@example.org')
    site.clock.pass(days(2))
    expect((await an.visitor.get(third)).status).toBe(410)
  })

  test('one’s own address is no change', async () => {
    const answer = await change('email', { email: an.email.toUpperCase(), currentPassword: an.password })
    expect(answer.text).toContain('Dit is al je e‑mailadres')
    expect(await site.mails()).toEqual([])
  })

  test('K23 the language of choice is kept, shown, and used in mails', async () => {
    expect((await change('language', { language: 'fr' })).location).toBe('/fr/account?done=language')
    expect(an.visitor.cookies.get('language')).toBe('fr')
    expect((await an.visitor.get('/', { 'accept-language': 'nl' })).location).toBe('/fr')
    await an.visitor.post('/nl/forgot-password', { who: an.email })
    expect((await site.mails())[0]?.subject).toContain('Un nouveau mot de passe')
    expect((await change('language', { language: 'de' })).status).toBe(422)
  })

  test('K24 notification preferences are kept as ticked', async () => {
    const ticked = async () => {
      const { html } = await an.visitor.get('/nl/account/settings/notifications')
      return [...html.matchAll(/<input[^>]*name="notifications"[^>]*>/g)]
        .filter(([box]) => / checked/.test(box))
        .map(([box]) => /value="(\w+)"/.exec(box)?.[1])
    }
    expect(await ticked()).toEqual(['messages', 'alerts'])
    await change('notifications', { notifications: 'alerts' })
    expect(await ticked()).toEqual(['alerts'])
    await change('notifications', {})
    expect(await ticked()).toEqual([])
    expect((await an.visitor.get('/nl/account')).text).toContain('Alleen mails over je account')
    expect((await change('notifications', { notifications: ['messages', 'everything'] })).status).toBe(422)
  })

  test('a stranger is asked to sign in first; a form from elsewhere is refused', async () => {
    const guest = site.visitor()
    for (const page of ['', '/settings/sessions', ...settings.map((setting) => `/settings/${setting}`)]) {
      const answer = await guest.get(`/nl/account${page}`)
      expect(answer.location).toBe(`/nl/sign-in?to=${encodeURIComponent(`/nl/account${page}`)}`)
      if (page && !page.endsWith('sessions')) {
        expect((await guest.post(`/nl/account${page}`)).location).toBe('/nl/sign-in')
        expect((await an.visitor.post(`/nl/account${page}`, {}, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
      }
    }
    for (const act of ['sessions/end', 'email/cancellation'])
      expect((await guest.post(`/nl/account/settings/${act}`)).location).toBe('/nl/sign-in')
  })

  test('bad input in a setting gets 422 with what was typed, never more', async () => {
    const fields = {
      'first-name': 'firstName',
      email: 'email',
      'user-name': 'userName',
      password: 'password',
      language: 'language',
      notifications: 'notifications',
    }
    for (const setting of settings)
      for (const value of ['x'.repeat(5000), '<b>x</b>', '🦊', 'a\u202eb', 'a\u0000b']) {
        const answer = await change(setting, { [fields[setting]]: value, currentPassword: an.password }, 'en')
        expect([setting, value.slice(0, 9), answer.status]).toEqual([setting, value.slice(0, 9), 422])
        expect(answer.html).not.toContain('<b>x</b>')
      }
    expect((await an.visitor.get('/nl/account')).text).toContain(an.email)
  })

  test('K27 once the account ended, its sessions, links and sign-ins are over', async () => {
    await an.visitor.post('/nl/forgot-password', { who: an.email })
    const link = linkIn((await site.mails())[0])
    await erase(site.p, an.personId)
    expect((await an.visitor.get('/nl/account')).location).toContain('/nl/sign-in')
    expect((await site.visitor().get(link)).status).toBe(410)
    expect(await canSignIn(an.email, an.password)).toBe(false)
    await an.visitor.post('/nl/forgot-password', { who: an.email })
    expect(await site.mails()).toEqual([])
  })
})
