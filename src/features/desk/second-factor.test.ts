import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { redeem, ticketFor } from '../../platform/ticket'
import { signedUp } from '../accounts/testing'
import { staffFactors } from './queries'
import { appoint } from './staff'
import { codeOf, hidden, memberOfStaff } from './testing'
import { newSecret, stepOf } from './totp'

const minute = 60_000

describe('a code of an app', () => {
  const secret = newSecret()
  const now = new Date('2026-11-21T10:00:10Z')
  const step = Math.floor(now.getTime() / 30_000)
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  test('counts in its own half minute and in the ones beside it, for clocks that differ', () => {
    expect(stepOf(secret, codeOf(secret, now), now)).toBe(step)
    expect(stepOf(secret, codeOf(secret, at(-30)), now)).toBe(step - 1)
    expect(stepOf(secret, codeOf(secret, at(30)), now)).toBe(step + 1)
    expect(stepOf(secret, codeOf(secret, at(-60)), now)).toBeUndefined()
    expect(stepOf(secret, codeOf(secret, at(60)), now)).toBeUndefined()
    expect(stepOf(newSecret(), codeOf(secret, now), now)).toBeUndefined()
  })

  test('is six digits and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{6}$/.test(text))
        expect(stepOf(secret, text, now)).toBeUndefined()
      }),
    )
  })
})

describe('the second factor', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  // Each code is of its own half minute, and earlier tries are forgotten.
  beforeEach(() => site.clock.pass(24 * 3_600_000))

  /** A new member of staff who comes by the link in the mail and sets up a code app. */
  async function settled() {
    const { visitor, personId } = await signedUp(site, { firstName: 'Stef' })
    await site.p.db.transaction().execute(async (trx) => {
      await appoint(site.p, trx, { person: personId, role: 'moderator', name: 'Stef' })
      await site.p.mail.queue(trx, personId, 'desk.setUp')
    })
    const link = linkIn((await site.mails())[0])
    expect((await visitor.get(link)).text).toContain('Welkom bij het beheer')
    const page = await visitor.follow(await visitor.post(link))
    const secret = /class="secret">([^<]*)</.exec(page.html)?.[1]?.replaceAll(' ', '') ?? ''
    const ticket = hidden(page.html, 'ticket')
    const done = await visitor.post('/nl/desk/second-factor/app', { ticket, code: codeOf(secret, site.clock.now()) })
    return { visitor, personId, secret, done, link }
  }
  /** The same person in a new session that has not given the second factor. */
  const asked = async ({ visitor, personId }: { visitor: Awaited<ReturnType<typeof signedUp>>['visitor']; personId: string }) => {
    await site.p.db.updateTable('sessions').set({ second_factor_at: null }).where('person_id', '=', personId).execute()
    return visitor.follow(await visitor.get('/nl/desk'))
  }

  test('is set up by who comes from the link in the mail, and opens the desk', async () => {
    const { visitor, personId, secret, done, link } = await settled()
    expect(done.location).toBe('/nl/desk')
    expect((await visitor.get('/nl/desk')).text).toContain('Er wacht niets')
    const staff = await staffFactors(site.p.db, personId)
    expect(String(staff?.totp)).toBe('[sealed]')
    expect(staff?.totp?.bytes.includes(Buffer.from(secret))).toBe(false)
    expect((await visitor.post(link)).status).toBe(410)
  })

  test('is not set up by a password alone: the mailbox is asked first', async () => {
    const { visitor, personId } = await memberOfStaff(site, 'moderator', { atDesk: false })
    const page = await visitor.get('/nl/desk/second-factor')
    expect(page.text).toContain('Eerst even je mailbox')
    expect(page.html).not.toContain('class="secret"')
    const secret = newSecret()
    const { id } = await site.p.db.selectFrom('sessions').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()
    const forced = await visitor.post('/nl/desk/second-factor/app', {
      ticket: ticketFor(site.p, 'app', id, secret),
      code: codeOf(secret, site.clock.now()),
    })
    expect(forced.location).toBe('/nl/desk/second-factor')
    expect((await visitor.get('/nl/desk')).status).toBe(303)
    const sent = await visitor.follow(await visitor.post('/nl/desk/second-factor/link'))
    expect(sent.text).toContain('De link is onderweg')
    expect(linkIn((await site.mails())[0])).toMatch(/^\/nl\/desk\/welcome\//)
  })

  test('lets in with a right code, and leads on to where one was going', async () => {
    const stef = await settled()
    await asked(stef)
    site.clock.pass(minute)
    const answer = await stef.visitor.post('/nl/desk/second-factor', {
      code: ` ${codeOf(stef.secret, site.clock.now()).replace(/(...)/, '$1 ')}`,
      to: '/nl/desk/people',
    })
    expect(answer.location).toBe('/nl/desk/people')
    expect((await stef.visitor.get('/nl/desk')).status).toBe(200)
  })

  test('a code works once, and none from before it works any more', async () => {
    const stef = await settled()
    site.clock.pass(minute)
    const now = site.clock.now()
    const code = codeOf(stef.secret, now)
    const give = async (typed: string) => {
      await asked(stef)
      return (await stef.visitor.post('/nl/desk/second-factor', { code: typed })).status
    }
    expect(await give(code)).toBe(303)
    expect(await give(code)).toBe(422)
    expect(await give(codeOf(stef.secret, new Date(now.getTime() - 30_000)))).toBe(422)
    expect(await give(codeOf(stef.secret, new Date(now.getTime() + 30_000)))).toBe(303)
  })

  test('the same code from two browsers at once lets one in', async () => {
    const stef = await settled()
    await asked(stef)
    site.clock.pass(minute)
    const code = codeOf(stef.secret, site.clock.now())
    const answers = await Promise.all([1, 2].map(() => stef.visitor.post('/nl/desk/second-factor', { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('a wrong code is refused with the page, and six in a quarter of an hour are enough', async () => {
    const stef = await settled()
    await asked(stef)
    for (const code of ['', 'abcdef', '12345', '١٢٣٤٥٦', '1234567', '\u0000'])
      expect((await stef.visitor.post('/nl/desk/second-factor', { code })).status).toBe(422)
    const wrong = codeOf(stef.secret, new Date(0))
    const answers = []
    for (let n = 0; n < 8; n++) answers.push((await stef.visitor.post('/nl/desk/second-factor', { code: wrong })).status)
    expect(answers[0]).toBe(422)
    expect(answers.at(-1)).toBe(429)
    // The limit stands for right codes too.
    expect((await stef.visitor.post('/nl/desk/second-factor', { code: codeOf(stef.secret, site.clock.now()) })).status).toBe(429)
  })

  test('leads nowhere but to the desk', async () => {
    for (const to of ['https://elsewhere.example', '//elsewhere.example', '/nl/account', '/nl/desk\\@x', '/nl/desk/../account']) {
      const stef = await settled()
      await asked(stef)
      site.clock.pass(minute)
      const answer = await stef.visitor.post('/nl/desk/second-factor', { code: codeOf(stef.secret, site.clock.now()), to })
      expect(new URL(answer.location ?? '', 'http://localhost:3000').href).toBe('http://localhost:3000/nl/desk')
    }
  })

  test('the only one cannot be taken away; an owner can clear it for who lost it', async () => {
    const stef = await settled()
    expect((await stef.visitor.post('/nl/desk/security/app/removal')).location).toBe('/nl/desk/security')
    expect((await stef.visitor.post('/nl/desk/security/nothing/removal')).status).toBe(404)
    expect((await staffFactors(site.p.db, stef.personId))?.totp).not.toBeNull()
    const owner = await memberOfStaff(site, 'owner')
    await owner.visitor.post(`/nl/desk/staff/${stef.personId}/reset`)
    expect((await staffFactors(site.p.db, stef.personId))?.totp).toBeNull()
    expect((await stef.visitor.get('/nl/desk')).location).toContain('second-factor')
    expect((await site.mails())[0]?.subject).toContain('Je toegang tot het beheer')
  })

  test('what a browser claims of a passkey is refused when it is not one', async () => {
    const stef = await settled()
    const page = await stef.visitor.get('/nl/desk/security?add=passkey')
    const options = JSON.parse(hiddenOptions(page.html))
    expect(options.rp).toEqual({ name: site.p.site.name, id: 'localhost' })
    expect(options.user.name).toBe('Stef')
    const ticket = hidden(page.html, 'ticket')
    for (const credential of ['', '{', '[]', 'null', JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key', response: {} })])
      expect((await stef.visitor.post('/nl/desk/second-factor/passkeys', { ticket, credential })).status).toBe(422)
    expect(await site.p.db.selectFrom('staff_passkeys').select('id').execute()).toEqual([])
  })

  test('a ticket is of one session, one use and ten minutes', async () => {
    const { p } = site
    const ticket = ticketFor(p, 'app', 'session-a', 'SECRET')
    expect(await redeem(p, 'app', 'session-b', ticket)).toBeUndefined()
    expect(await redeem(p, 'passkey create', 'session-a', ticket)).toBeUndefined()
    expect(await redeem(p, 'app', 'session-a', ticket.replace('SECRET', 'OTHERS'))).toBeUndefined()
    expect(await redeem(p, 'app', 'session-a', ticket)).toBe('SECRET')
    expect(await redeem(p, 'app', 'session-a', ticket)).toBeUndefined()
    const old = ticketFor(p, 'app', 'session-a', 'SECRET')
    site.clock.pass(10 * minute + 1)
    expect(await redeem(p, 'app', 'session-a', old)).toBeUndefined()
    for (const broken of ['', '.', '..', 'a.b.c', '🙂.1.x']) expect(await redeem(p, 'app', 'session-a', broken)).toBeUndefined()
  })

  test('neither the log nor an address of a page has anything of it', () => {
    expect(site.logged.join('\n')).not.toMatch(/Stef|stef|secret|otpauth/)
  })
})

const hiddenOptions = (html: string): string =>
  (/data-options="([^"]*)"/.exec(html)?.[1] ?? '').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
