import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { days, hours } from '../../platform/clock'
import { type SignedUp, signedUp } from './testing'

const { verified } = vi.hoisted(() => ({ verified: { times: 0 } }))
vi.mock('@node-rs/argon2', async (original) => {
  const argon = await original<typeof import('@node-rs/argon2')>()
  return {
    ...argon,
    verify: (...given: Parameters<typeof argon.verify>) => {
      verified.times++
      return argon.verify(...given)
    },
  }
})

let networks = 0

describe('signing in', () => {
  let site: TestSite
  let an: SignedUp
  const asked: string[] = []
  beforeAll(async () => {
    const query = pg.Client.prototype.query
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
      const [first] = given
      asked.push(typeof first === 'string' ? first : String(Object(first).text))
      return Reflect.apply(query, this, given)
    })
    site = await testSite()
    an = await signedUp(site, { firstName: 'An', email: 'an@example.org', userName: 'an-op-kot', language: 'fr' })
  })
  afterAll(() => site.close())
  const somebody = () => site.visitor(`203.0.113.${++networks}`)
  const signIn = async (who: string, password: string, more: Record<string, string> = {}) => {
    const visitor = somebody()
    return { visitor, answer: await visitor.post('/nl/sign-in', { who, password, ...more }) }
  }
  const isIn = async (visitor: ReturnType<typeof somebody>) => (await visitor.get('/nl/account')).status === 200
  const sessions = () => site.p.db.selectFrom('sessions').select('id').where('person_id', '=', an.personId).execute()

  test.each(['an-op-kot', 'AN-op-kot', 'an@example.org', ' An@Example.ORG '])('K3 with %s', async (who) => {
    const { visitor, answer } = await signIn(who, an.password)
    expect(answer.status).toBe(303)
    expect(await isIn(visitor)).toBe(true)
  })

  test('K23 the language of the account comes back with signing in', async () => {
    const { visitor, answer } = await signIn('an-op-kot', an.password)
    expect(answer.location).toBe('/fr')
    expect(visitor.cookies.get('language')).toBe('fr')
  })

  test('leads to where one was going, and never to another site', async () => {
    const guest = somebody()
    const to = (await guest.get('/nl/account/settings/email')).location ?? ''
    expect(to).toBe('/nl/sign-in?to=%2Fnl%2Faccount%2Fsettings%2Femail')
    expect((await guest.get(to)).html).toContain('name="to" value="/nl/account/settings/email"')
    expect((await signIn('an-op-kot', an.password, { to: '/nl/account/settings/email' })).answer.location).toBe(
      '/nl/account/settings/email',
    )
    for (const away of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/nl\\@evil',
      'javascript:alert(1)',
      '/nl/sign-in',
    ])
      expect((await signIn('an-op-kot', an.password, { to: away })).answer.location).toBe('/fr')
  })

  test('an account that is not there gets the same answer, at the cost of the same calls', async () => {
    await signIn('warm', 'wordt gemaakt bij de eerste')
    const cost = async (who: string) => {
      asked.length = 0
      verified.times = 0
      const { answer } = await signIn(who, 'niet het wachtwoord')
      // The challenge of a passkey is drawn anew for every page.
      const html = answer.html.replaceAll(who, '…').replace(/name="ticket" value="[^"]*"|data-options="[^"]*"/g, '')
      return { status: answer.status, html, calls: [...asked], verified: verified.times }
    }
    const [known, unknown] = [await cost('an@example.org'), await cost('geen@example.org')]
    expect(known.status).toBe(422)
    expect(known.verified).toBe(1)
    expect(known.calls.length).toBeGreaterThan(2)
    expect(unknown).toEqual(known)
    expect(await cost('niemand-hier')).toEqual(await cost('an-op-kot'))
  })

  test('asking for a link costs the same and says the same, whether or not there is an account', async () => {
    const cost = async (path: string, who: string) => {
      asked.length = 0
      const answer = await somebody().post(path, { who })
      return { status: answer.status, location: answer.location, calls: [...asked] }
    }
    // The queue learns its own settings at its first job.
    await cost('/nl/forgot-password', 'warm')
    for (const path of ['/nl/forgot-password', '/nl/sign-in/link'])
      expect(await cost(path, 'geen@example.org')).toEqual(await cost(path, 'an@example.org'))
    expect((await site.mails()).map((letter) => letter.to)).toEqual([an.email, an.email])
    expect(site.logged.join()).not.toContain('job.failed')
  })

  test('too many attempts on an account, or from a network, wait', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 11; n++) statuses.push((await signIn('iemand-anders', 'fout fout fout')).answer.status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    const one = somebody()
    let last = 0
    for (let n = 0; n < 51; n++) last = (await one.post('/nl/sign-in', { who: `naam-${n}`, password: 'fout fout fout' })).status
    expect(last).toBe(429)
    const { rows } = await site.p.connection.pool.query('select key from rate_limits')
    expect(JSON.stringify(rows)).not.toMatch(/iemand-anders|203\.0\.113/)
  })

  test('a success forgets the attempts before it', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 8; n++) await signIn('an-op-kot', 'fout fout fout')
      expect((await signIn('an-op-kot', an.password)).answer.status).toBe(303)
    }
  })

  test('the session is new at each sign-in, and what the browser had before is worth nothing', async () => {
    const visitor = somebody()
    visitor.cookies.set('session', 'planted')
    await visitor.post('/nl/sign-in', { who: 'an-op-kot', password: an.password })
    const first = visitor.cookies.get('session') ?? ''
    expect(first).not.toBe('planted')
    const before = (await sessions()).length
    const thief = somebody()
    thief.cookies.set('session', first)
    expect(await isIn(thief)).toBe(true)
    await visitor.post('/nl/sign-in', { who: 'an-op-kot', password: an.password, stay: '1' })
    expect(visitor.cookies.has('session')).toBe(false)
    expect(visitor.cookies.get('stay')).toBeTruthy()
    expect(await isIn(thief)).toBe(false)
    expect((await sessions()).length).toBe(before)
  })

  test('only hashes of sessions are kept', async () => {
    const { visitor } = await signIn('an-op-kot', an.password)
    const token = visitor.cookies.get('session') ?? 'none'
    const { rows } = await site.p.connection.pool.query(
      "select encode(token_hash, 'escape') as kept, encode(token_hash, 'base64') as coded from sessions",
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('base64').slice(0, 20))
  })

  test('a session that does not stay ends after twelve idle hours, one that stays after sixty idle days', async () => {
    const short = (await signIn('an-op-kot', an.password)).visitor
    const long = (await signIn('an-op-kot', an.password, { stay: '1' })).visitor
    for (let n = 0; n < 3; n++) {
      site.clock.pass(hours(11))
      expect(await isIn(short)).toBe(true)
    }
    site.clock.pass(hours(12))
    expect(await isIn(short)).toBe(false)
    site.clock.pass(days(58))
    expect((await long.get('/nl/account')).headers.getSetCookie().join()).toMatch(
      /stay=.*Max-Age=5184000.*HttpOnly.*SameSite=Lax/,
    )
    site.clock.pass(days(59))
    expect(await isIn(long)).toBe(true)
    site.clock.pass(days(60))
    expect(await isIn(long)).toBe(false)
  })

  test('a session is written to at most once an hour', async () => {
    const { visitor } = await signIn('an-op-kot', an.password)
    site.clock.pass(hours(0.9))
    asked.length = 0
    await visitor.get('/nl/account')
    // The log of requests writes when its time has come, whoever asks.
    const written = asked.filter((query) => /^(update|insert|delete)/.test(query) && !query.includes('"traffic"'))
    expect(written).toEqual([])
    site.clock.pass(hours(0.2))
    await visitor.get('/nl/account')
    expect(asked.filter((query) => query.startsWith('update "sessions"'))).toHaveLength(1)
  })

  test('sign out here, and everywhere', async () => {
    const [one, two, three] = [
      await signIn('an-op-kot', an.password),
      await signIn('an-op-kot', an.password),
      await signIn('an-op-kot', an.password),
    ]
    await one.visitor.post('/nl/sign-out')
    expect(await isIn(one.visitor)).toBe(false)
    expect(await isIn(two.visitor)).toBe(true)
    expect((await two.visitor.get('/nl/account/settings/sessions')).text).toContain('Elders')
    expect((await two.visitor.post('/nl/account/settings/sessions/end')).location).toBe('/nl/sign-in?done=out')
    for (const { visitor } of [two, three]) expect(await isIn(visitor)).toBe(false)
    expect(await sessions()).toEqual([])
  })

  test('K6 of sign-ins the last address alone is kept, sealed', async () => {
    const last = async () =>
      site.p.db.selectFrom('last_sign_ins').select(['id', 'person_id', 'ip']).where('person_id', '=', an.personId).execute()
    await site.visitor('198.18.0.7').post('/nl/sign-in', { who: 'an-op-kot', password: an.password })
    const [before] = await last()
    await site.visitor('198.18.0.8').post('/nl/sign-in', { who: 'an-op-kot', password: an.password })
    const rows = await last()
    expect(rows).toHaveLength(1)
    const [row] = rows
    expect(row?.ip.bytes.equals(before!.ip.bytes)).toBe(false)
    const keys = await site.p.vault.keys(site.p.db, [an.personId])
    expect(keys.bind('last_sign_ins', row!).ip.open('fraud')).toBe('198.18.0.8')
    const dump = await site.p.connection.pool.query(
      'select s::text as all from sessions s union all select l::text from last_sign_ins l',
    )
    expect(JSON.stringify(dump.rows)).not.toContain('198.18.0.')
  })

  test('a hash of weaker parameters is made anew when the password is given', async () => {
    const weak = await hash(an.password, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    const stored = async () => {
      const row = await site.p.db
        .selectFrom('accounts')
        .select(['id', 'person_id', 'password'])
        .where('person_id', '=', an.personId)
        .executeTakeFirstOrThrow()
      const keys = await site.p.vault.keys(site.p.db, [an.personId])
      return { row, keys, hash: keys.bind('accounts', row).password?.open('signIn') ?? '' }
    }
    const { row, keys } = await stored()
    await site.p.db
      .updateTable('accounts')
      .set(keys.seal('accounts', row, { password: weak }))
      .where('id', '=', row.id)
      .execute()
    expect((await signIn('an-op-kot', an.password)).answer.status).toBe(303)
    expect((await stored()).hash).toContain('m=19456,t=2,p=1')
  })

  test('K16 sign in by a link in a mail: once, for an hour, by a button', async () => {
    await site.mails()
    const ask = async () => {
      await somebody().post('/nl/sign-in/link', { who: 'an-op-kot' })
      return linkIn((await site.mails())[0])
    }
    const link = await ask()
    expect(link).toMatch(/^\/fr\/sign-in\/with\//)
    const visitor = somebody()
    expect((await visitor.get(link)).status).toBe(200)
    expect(await isIn(visitor)).toBe(false)
    expect((await visitor.post(link, { stay: '1' })).location).toBe('/fr')
    expect(await isIn(visitor)).toBe(true)
    expect(visitor.cookies.has('stay')).toBe(true)
    const token = (await ask()).split('/').at(-1)
    for (const path of ['new-password', 'confirm', 'confirm-email'])
      expect((await somebody().get(`/nl/${path}/${token}`)).status).toBe(410)
    expect((await somebody().get(link)).status).toBe(410)
    expect((await somebody().post(link)).status).toBe(410)
    const late = await ask()
    site.clock.pass(hours(1))
    expect((await somebody().post(late)).status).toBe(410)
  })

  test('a link leads to where one was going, and its mail keeps the path alone', async () => {
    const page = await somebody().get('/nl/sign-in?to=%2Fnl%2Frooms%2Fabc%3Fq%3Dgent')
    expect(page.html).toContain('href="/nl/sign-in/link?to=%2Fnl%2Frooms%2Fabc%3Fq%3Dgent"')
    await somebody().post('/nl/sign-in/link', { who: 'an-op-kot', to: '/nl/rooms/abc?q=gent' })
    const link = linkIn((await site.mails())[0])
    expect(link).toContain('?to=%2Fnl%2Frooms%2Fabc')
    expect(link).not.toContain('gent')
    const visitor = somebody()
    expect((await visitor.get(link)).html).toContain('name="to" value="/nl/rooms/abc"')
    expect((await visitor.post(link, { to: '/nl/rooms/abc' })).location).toBe('/nl/rooms/abc')
  })

  test('K28 who forgot the password chooses another, and is signed out elsewhere', async () => {
    const elsewhere = (await signIn('an-op-kot', an.password)).visitor
    await somebody().post('/nl/forgot-password', { who: 'an@example.org' })
    const link = linkIn((await site.mails())[0])
    const visitor = somebody()
    expect((await visitor.get(link)).html).toContain('autocomplete="new-password"')
    expect((await visitor.post(link, { password: 'an-op-kot an-op-kot' })).status).toBe(422)
    const other = 'nu eens iets anders'
    expect((await visitor.post(link, { password: other })).location).toBe('/fr/account?done=password')
    expect(await isIn(visitor)).toBe(true)
    expect(await isIn(elsewhere)).toBe(false)
    expect((await signIn('an-op-kot', an.password)).answer.status).toBe(422)
    expect((await signIn('an-op-kot', other)).answer.status).toBe(303)
    expect((await somebody().get(link)).status).toBe(410)
    expect((await site.mails()).map((letter) => letter.subject)).toEqual([
      `Votre mot de passe chez ${site.p.site.name} est changé`,
    ])
  })

  const odd = ['', 'x'.repeat(5000), '<b>x</b>', '🦊', 'a\u202eb', 'a\u0000b']
  test.each(['/nl/sign-in', '/nl/sign-in/link', '/nl/forgot-password'])('bad input at %s is never a bug', async (path) => {
    for (const value of odd) {
      const answer = await somebody().post(path, { who: value, password: value, stay: value, to: value })
      expect([303, 422]).toContain(answer.status)
      expect(answer.html).not.toContain('<b>x</b>')
    }
    expect((await somebody().post(path, { who: ['a', 'b'], password: ['a', 'b'] })).status).toBeLessThan(500)
    expect((await somebody().post(path, { who: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test.each(['sign-in/with', 'new-password', 'confirm', 'confirm-email'])(
    'a link of ours that never was, /%s/…, is gone',
    async (path) => {
      for (const token of ['x', 'a'.repeat(43), '%00', '%F0%9F%A6%8A', 'x'.repeat(3000)])
        for (const answer of [
          await somebody().get(`/nl/${path}/${token}`),
          await somebody().post(`/nl/${path}/${token}`, { password: 'vier trappen op' }),
        ])
          expect(answer.status).toBe(410)
    },
  )

  test.each(['sign-in/with', 'new-password', 'confirm', 'confirm-email'])(
    'links at /%s/… are not to be guessed',
    async (path) => {
      const one = somebody()
      let last = 0
      for (let n = 0; n < 51; n++) last = (await one.get(`/nl/${path}/${n}`)).status
      expect(last).toBe(429)
    },
  )
})
