import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Visitor } from '../../app/testing'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { days, minutes } from '../../platform/clock'
import { authenticator } from './authenticator'
import { signedUp } from './testing'

const origin = 'http://localhost:3000'
const page = '/nl/account/settings/passkeys'

const unescaped = (text: string) => text.replace(/&quot;/g, '"').replace(/&amp;/g, '&')
/** What the form of a passkey on a page asks the browser, and the ticket beside it. */
function asked(html: string) {
  const [form = ''] = /<form[^>]*data-passkey[\s\S]*?<\/form>/.exec(html) ?? []
  const options = JSON.parse(unescaped(/data-options="([^"]*)"/.exec(form)?.[1] ?? '{}'))
  return { options, ticket: unescaped(/name="ticket" value="([^"]*)"/.exec(form)?.[1] ?? '') }
}

describe('a passkey', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  beforeEach(() => site.clock.pass(days(1)))

  const proved = async ({ visitor, password }: { visitor: Visitor; password: string }) =>
    visitor.follow(await visitor.post(`${page}/proof`, { currentPassword: password }))
  async function withPasskey(device = authenticator(origin), label = 'Mijn telefoon') {
    const an = await signedUp(site, { firstName: 'An' })
    const { options, ticket } = asked((await proved(an)).html)
    const credential = device.create(options)
    const added = await an.visitor.post(page, { ticket, credential, label })
    return { an, device, added, credential, ticket, options }
  }
  const signIn = async (device: ReturnType<typeof authenticator>, fields: Record<string, string> = {}, as?: string) => {
    const visitor = site.visitor('192.0.2.77')
    const { options, ticket } = asked((await visitor.get('/nl/sign-in')).html)
    return {
      visitor,
      answer: await visitor.post('/nl/sign-in/passkey', { ticket, credential: device.use(options, as), ...fields }),
    }
  }

  test('is made after the password, seen by name and day, and told by mail', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    expect((await an.visitor.get('/nl/account')).text).toContain('Passkeys Geen')
    const first = await an.visitor.get(page)
    expect(asked(first.html).ticket).toBe('')
    expect((await an.visitor.post(`${page}/proof`, { currentPassword: 'niet dit wachtwoord' })).status).toBe(422)
    const { options, ticket } = asked((await proved(an)).html)
    expect(options.rp.id).toBe('localhost')
    expect(options.user.name).toBe(an.userName)
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    const credential = authenticator(origin).create(options)
    const added = await an.visitor.post(page, { ticket, credential, label: 'Mijn telefoon' })
    expect(added.location).toBe(`${page}?done=added`)
    const shown = (await an.visitor.follow(added)).text
    expect(shown).toContain('Mijn telefoon')
    expect(shown).toContain('Je passkey is bewaard')
    expect((await an.visitor.get('/nl/account')).text).toContain('1 passkey')
    const [letter] = await site.mails()
    expect(letter?.subject).toContain('Er is een passkey bij je account')
    expect(linkIn(letter)).toBe(page)
    const [row] = await site.p.db.selectFrom('passkeys').selectAll().where('person_id', '=', an.personId).execute()
    expect(String(row?.label)).toBe('[sealed]')
  })

  test('signs in without a name or a password, stays if asked, and leads on', async () => {
    const { an, device } = await withPasskey()
    const { visitor, answer } = await signIn(device, { to: '/nl/favourites' })
    expect(answer.location).toBe('/nl/favourites')
    expect(visitor.cookies.has('stay')).toBe(false)
    expect((await visitor.get('/nl/account')).text).toContain(an.email)
    const again = await signIn(device, { stay: '1' })
    expect(again.visitor.cookies.has('stay')).toBe(true)
    // It is no proof of the mailbox: what is grave asks the password still.
    expect((await visitor.get(`${page.replace('passkeys', 'password')}`)).html).toContain('name="currentPassword"')
  })

  test('stands beside the password and the link, which go on working', async () => {
    const { an } = await withPasskey()
    const visitor = site.visitor()
    expect((await visitor.post('/nl/sign-in', { who: an.email, password: an.password })).status).toBe(303)
    const html = (await site.visitor().get('/nl/sign-in')).html
    expect(html).toContain('autocomplete="username webauthn"')
    expect(html).toContain('href="/nl/sign-in/link"')
  })

  test('opens nothing when the answer is another’s, old, used, or not of this site', async () => {
    const { device, an, ticket, credential } = await withPasskey()
    const other = await signIn(authenticator(origin))
    expect(other.answer.status).toBe(422)
    expect(other.answer.text).toContain('Met de passkey lukte het niet')
    expect((await signIn(device, {}, Buffer.from('iemand anders').toString('base64url'))).answer.status).toBe(422)
    const visitor = site.visitor()
    const now = asked((await visitor.get('/nl/sign-in')).html)
    const fields = { ticket: now.ticket, credential: device.use(now.options) }
    expect((await visitor.post('/nl/sign-in/passkey', fields)).status).toBe(303)
    expect((await visitor.post('/nl/sign-in/passkey', fields)).status).toBe(422)
    const late = asked((await visitor.get('/nl/sign-in')).html || (await site.visitor().get('/nl/sign-in')).html)
    site.clock.pass(minutes(11))
    expect(
      (await site.visitor().post('/nl/sign-in/passkey', { ticket: late.ticket, credential: device.use(late.options) })).status,
    ).toBe(422)
    // Neither a ticket that was used, nor a passkey that is somebody's, makes another one.
    expect((await an.visitor.post(page, { ticket, credential, label: 'x' })).status).toBe(422)
    const elsewhere = await withPasskey(authenticator('https://elders.example'))
    expect(elsewhere.added.status).toBe(422)
    for (const broken of ['', '{', 'null', '[]', JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key', response: {} })]) {
      const fresh = site.visitor()
      const { ticket: mine } = asked((await fresh.get('/nl/sign-in')).html)
      expect((await fresh.post('/nl/sign-in/passkey', { ticket: mine, credential: broken })).status).toBe(422)
    }
  })

  test('must check who holds the device', async () => {
    expect((await withPasskey(authenticator(origin, { verifies: false }))).added.status).toBe(422)
  })

  test('without a name is called a passkey; a name too long is asked again', async () => {
    const { an } = await withPasskey(authenticator(origin), '')
    expect((await an.visitor.get(page)).text).toMatch(/Passkey \d+ \w+ 20\d\d|Passkey/)
    const long = await withPasskey(authenticator(origin), 'x'.repeat(61))
    expect(long.added.status).toBe(422)
    expect(asked(long.added.html).ticket).not.toBe('')
  })

  test('is removed by its owner alone, and signs in no more', async () => {
    const { an, device } = await withPasskey()
    const { id } = await site.p.db
      .selectFrom('passkeys')
      .select('id')
      .where('person_id', '=', an.personId)
      .executeTakeFirstOrThrow()
    const bart = await signedUp(site, { firstName: 'Bart' })
    expect((await bart.visitor.post(`${page}/${id}/removal`)).status).toBe(404)
    expect((await an.visitor.post(`${page}/nothing/removal`)).status).toBe(404)
    expect((await an.visitor.post(`${page}/${id}/removal`)).location).toBe(`${page}?done=removed`)
    expect((await signIn(device)).answer.status).toBe(422)
  })

  test('goes with a forgotten password if its owner wants that', async () => {
    for (const [passkeys, left] of [
      ['', 1],
      ['1', 0],
    ] as const) {
      const { an } = await withPasskey()
      await site.mails()
      await an.visitor.post('/nl/forgot-password', { who: an.email })
      const link = linkIn((await site.mails())[0])
      expect((await an.visitor.get(link)).text).toContain('Haal ook al mijn passkeys weg')
      await an.visitor.post(link, { password: 'helemaal nieuw wachtwoord', passkeys })
      const rows = await site.p.db.selectFrom('passkeys').select('id').where('person_id', '=', an.personId).execute()
      expect(rows).toHaveLength(left)
    }
  })
})
