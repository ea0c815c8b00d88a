import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite, type Visitor } from '../../app/testing'
import { days, minutes } from '../../platform/clock'
import { signedUp } from './testing'

const an = { firstName: 'An', email: 'an@example.org', userName: 'an-op-kot', password: 'vier trappen op' }
let networks = 0

describe('registering', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  /** Somebody on a network of their own: the limits are not what is tested here. */
  const somebody = () => site.visitor(`203.0.113.${++networks}`)
  const register = async (who: Visitor, given: Record<string, string>) => {
    const answer = await who.post('/nl/register', { ...an, ...given })
    return { answer, letters: await site.mails() }
  }

  test('K2 asks the four things and nothing else, and says why of each', async () => {
    const page = await somebody().get('/en/register')
    const main = page.html.slice(page.html.indexOf('<main'), page.html.indexOf('</main>'))
    const asked = [...main.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    expect(asked).toEqual(['firstName', 'email', 'userName', 'password'])
    expect([...main.matchAll(/class="field-why"/g)]).toHaveLength(4)
    const autocomplete = [...main.matchAll(/autocomplete="([^"]+)"/g)].map(([, value]) => value)
    expect(autocomplete).toEqual(['given-name', 'email', 'username', 'new-password'])
    expect(main).toMatch(/name="userName"[^>]* value="[a-z]+-[a-z]+-\d\d"/)
  })

  test('K2 register, confirm by mail, and be signed in where one was going', async () => {
    const who = somebody()
    const { answer, letters } = await register(who, { to: '/nl/rooms/abc?x=1' })
    expect(answer.location).toBe('/nl/register/sent')
    expect(letters.map((letter) => letter.to)).toEqual([an.email])
    const link = linkIn(letters[0])
    expect(link).toMatch(/\?to=%2Fnl%2Frooms%2Fabc$/)
    const page = await who.get(link)
    expect(page.text).toContain(an.email)
    expect(page.html).not.toContain('type="password"')
    expect((await somebody().get('/nl/account')).status).toBe(303)
    const done = await who.post(link.split('?')[0] ?? '', { to: '/nl/rooms/abc' })
    expect(done.location).toBe('/nl/rooms/abc')
    const account = await who.get('/nl/account')
    for (const value of [an.firstName, an.email, an.userName]) expect(account.text).toContain(value)
    expect(await site.p.db.selectFrom('registrations').select('id').execute()).toEqual([])
    expect((await who.get(link)).status).toBe(410)
  })

  test('the page of a link changes nothing: mail scanners open it', async () => {
    const { letters } = await register(somebody(), { email: 'lezer@example.org', userName: 'lezer' })
    const link = linkIn(letters[0])
    for (let times = 0; times < 3; times++) expect((await somebody().get(link)).status).toBe(200)
    expect((await somebody().post(link, { password: 'drie trappen af' })).location).toBe('/nl/account?done=welcome')
  })

  test('who registered with a stranger’s address does not know the password that the account gets', async () => {
    const victim = { email: 'slachtoffer@example.org', userName: 'kaper' }
    const { letters } = await register(somebody(), victim)
    const owner = somebody()
    const link = linkIn(letters[0])
    expect((await owner.get(link)).html).toContain('name="password"')
    const without = await owner.post(link)
    expect(without.status).toBe(422)
    const weak = await owner.post(link, { password: 'slachtoffer12' })
    expect(weak.status).toBe(422)
    expect((await owner.post(link, { password: 'van mij alleen nu' })).status).toBe(303)
    const theirs = await somebody().post('/nl/sign-in', { who: victim.email, password: an.password })
    expect(theirs.status).toBe(422)
    const own = await somebody().post('/nl/sign-in', { who: victim.email, password: 'van mij alleen nu' })
    expect(own.status).toBe(303)
  })

  test('an address that has an account gets the same answer, and a mail that signs in to it', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const who = somebody()
    const known = await register(who, { email: bart.email.toUpperCase(), userName: 'iets-nieuws', password: 'heel iets anders' })
    const unknown = await register(somebody(), { email: 'nieuw@example.org', userName: 'iets-anders' })
    expect([known.answer.status, known.answer.location, known.answer.html]).toEqual([
      unknown.answer.status,
      unknown.answer.location,
      unknown.answer.html,
    ])
    expect(known.letters.map((letter) => letter.subject)).toEqual([`Je hebt al een account bij ${site.p.site.name}`])
    const people = await site.p.db.selectFrom('people').select('id').execute()
    const link = linkIn(known.letters[0])
    expect((await who.get(link)).text).toContain('Je hebt al een account')
    expect((await who.post(link)).location).toBe('/nl/account?done=welcomeBack')
    expect((await who.get('/nl/account')).text).toContain(bart.userName)
    expect(await site.p.db.selectFrom('people').select('id').execute()).toHaveLength(people.length - 1)
    expect((await somebody().post('/nl/sign-in', { who: bart.userName, password: bart.password })).status).toBe(303)
    expect((await somebody().post('/nl/sign-in', { who: bart.userName, password: 'heel iets anders' })).status).toBe(422)
  })

  test('the events of a confirmed address name who is confirmed and who registered', async () => {
    const heard: { person: string; former: string }[] = []
    const accounts = site.p.features.find((feature) => feature.name === 'accounts')!
    accounts.on = { 'account.confirmed': async (_p, _db, event) => void heard.push(event) }
    const who = somebody()
    const { letters } = await register(who, { email: 'gebeurtenis@example.org', userName: 'gebeurtenis' })
    const again = await register(who, { email: 'gebeurtenis@example.org', userName: 'gebeurtenis', firstName: 'Anne' })
    await who.post(linkIn(letters[0]))
    await who.post(linkIn(again.letters[0]))
    accounts.on = undefined
    const [first, second] = heard
    expect(first?.person).toBe(first?.former)
    expect(second?.person).toBe(first?.person)
    expect(second?.former).not.toBe(first?.person)
  })

  test('a user name that is taken is said to be, with another; upper case and other forms of it are the same', async () => {
    await signedUp(site, { firstName: 'Cas', userName: 'cas.x' })
    for (const userName of ['cas.x', 'CAS.X', 'ｃａｓ.ｘ']) {
      const { answer } = await register(somebody(), { firstName: 'Cas', email: 'cas2@example.org', userName })
      expect(answer.status).toBe(422)
      expect(answer.text).toMatch(/al in gebruik. Kies een andere, zoals cas-[a-z]+-\d\d/)
      expect(answer.html).toContain('value="cas2@example.org"')
    }
  })

  test('a name that was taken between registering and confirming is replaced by another', async () => {
    const who = somebody()
    const { letters } = await register(who, { email: 'traag@example.org', userName: 'te-traag' })
    await signedUp(site, { firstName: 'Vlug', userName: 'te-traag' })
    expect((await who.post(linkIn(letters[0]))).location).toBe('/nl/account?done=renamed')
    expect((await who.get('/nl/account?done=renamed')).text).toContain('intussen weg')
  })

  test('a button pressed twice registers once, in the browser that pressed it; after a minute the mail is sent again', async () => {
    const typed = { email: 'tweemaal@example.org', userName: 'tweemaal', to: '/nl/rooms' }
    // No answer arrived before the second press: it has no cookie of the first.
    const [first, browser] = [somebody(), somebody()]
    const press = (who: Visitor, more = {}) => who.post('/nl/register', { ...an, ...typed, ...more })
    const registrations = () => site.p.db.selectFrom('registrations').select('person_id').execute()
    const before = (await registrations()).length
    const presses = [...(await Promise.all([press(first), press(first)])), await press(browser)]
    expect(presses.map(({ location }) => location)).toEqual(Array(3).fill('/nl/register/sent'))
    expect((await registrations()).length).toBe(before + 1)
    const letters = await site.mails()
    expect(letters.length).toBe(1)
    expect((await browser.get(linkIn(letters[0]))).html).not.toContain('type="password"')

    site.clock.pass(minutes(2))
    expect((await press(browser)).location).toBe('/nl/register/sent')
    expect((await registrations()).length).toBe(before + 1)
    const [another] = await site.mails()
    expect((await browser.post(linkIn(another).split('?')[0] ?? '')).status).toBe(303)
    expect((await browser.get('/nl/account')).text).toContain('tweemaal@example.org')
  })

  test('who knows all but the password of a registration is told what anybody is', async () => {
    const typed = { email: 'bijna@example.org', userName: 'bijna' }
    await register(somebody(), typed)
    const { answer, letters } = await register(somebody(), { ...typed, password: 'drie trappen af' })
    expect([answer.status, letters]).toEqual([422, []])
    expect(answer.text).toContain('al in gebruik')
  })

  test('two links of one address, pressed at once, make one account', async () => {
    const who = somebody()
    const given = { email: 'dubbel@example.org', userName: 'dubbel' }
    const links = [await register(who, given), await register(who, { ...given, firstName: 'Anne' })].map(({ letters }) =>
      linkIn(letters[0]),
    )
    const here = await Promise.all(links.map((link) => who.post(link)))
    expect(here.map((answer) => answer.status)).toEqual([303, 303])
    const twice = await site.p.db
      .selectFrom('accounts')
      .select('id')
      .where('email_key', '=', site.p.vault.index('accounts.email_key', given.email))
      .execute()
    expect(twice).toHaveLength(1)
  })

  test('what was not confirmed within seven days no longer works', async () => {
    const who = somebody()
    const { letters } = await register(who, { email: 'laat@example.org', userName: 'laat' })
    site.clock.pass(days(7))
    expect((await who.get(linkIn(letters[0]))).status).toBe(410)
    expect((await who.post(linkIn(letters[0]))).status).toBe(410)
    const { answer } = await register(somebody(), { email: 'vroeg@example.org', userName: 'laat' })
    expect(answer.status).toBe(303)
  })

  const long = 'x'.repeat(5000)
  test.each([
    ['firstName', ['', long, '<b>An</b>', '🦊', 'An\u202enA', 'An\u0000', '1234', 'An\nBart']],
    [
      'email',
      [
        '',
        'an',
        'an@',
        'an@x',
        'a b@example.org',
        `${long}@example.org`,
        '<a@b.be>',
        '🦊@example.org',
        'an\u0000@example.org',
        'an\u200f@example.org',
      ],
    ],
    ['userName', ['', 'an', 'an@kot', 'met spatie', long, '<script>', '🦊🦊🦊', 'an\u202ekot', 'an\u0000kot']],
    ['password', ['', 'kort', '1234567890', 'wachtwoord1', long, 'welkom-bij-dorpel', '🦊'.repeat(9)]],
  ])('bad input in %s gets 422 with what was typed, never more', async (field, values) => {
    const who = somebody()
    const good = { ...an, email: 'goed@example.org', userName: 'heel-goed' }
    for (const value of values) {
      const answer = await who.post('/en/register', { ...good, [field]: value })
      expect([field, value.slice(0, 20), answer.status]).toEqual([field, value.slice(0, 20), 422])
      expect(answer.html).toContain(`href="#field-${field}"`)
      expect(answer.html).toContain('<title>Error:')
      for (const other of ['firstName', 'email', 'userName'] as const)
        if (other !== field) expect(answer.html).toContain(`value="${good[other]}"`)
      expect(answer.html).not.toContain(good.password)
    }
    expect((await who.post('/en/register', { ...good, [field]: ['', ''] })).status).toBe(422)
    expect(await site.mails()).toEqual([])
  })

  test('what was typed comes back as text, not as markup', async () => {
    const answer = await somebody().post('/nl/register', { ...an, firstName: '"><img src=x>' })
    expect(answer.html).not.toContain('<img src=x')
  })

  test('a form from elsewhere is refused', async () => {
    expect((await somebody().post('/nl/register', an, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('one network, and one address, are asked to wait', async () => {
    const who = somebody()
    const statuses: number[] = []
    for (let n = 0; n < 21; n++)
      statuses.push((await who.post('/nl/register', { ...an, email: `wacht${n}@example.org`, userName: `wacht${n}` })).status)
    expect(statuses.slice(-2)).toEqual([303, 429])
    const last = async () => (await register(somebody(), { email: 'vol@example.org', userName: `vol${++networks}` })).answer
    for (let n = 0; n < 5; n++) expect((await last()).status).toBe(303)
    const refused = await last()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(refused.text).toMatch(/over \d+ minuten/)
  })

  test('no line of the log, and no row of the queue or the outbox, has an address or a token', async () => {
    const letters = site.mailbox.letters
    const tokens = letters.map((letter) => linkIn(letter).split('/').at(-1) ?? '')
    const jobs = JSON.stringify(
      await site.p.connection.pool.query('select data, output from pgboss.job').then(({ rows }) => rows),
    )
    const outbox = JSON.stringify(await site.p.db.selectFrom('outbox').select(['template', 'params']).execute())
    expect(letters.length).toBeGreaterThan(5)
    for (const text of [site.logged.join('\n'), jobs, outbox]) {
      expect(text).not.toContain('@example.org')
      for (const token of tokens) expect(text).not.toContain(token)
    }
  })
})
