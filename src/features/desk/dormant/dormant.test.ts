import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { rowsIn } from '../../../app/testing/rows'
import { days } from '../../../platform/clock'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { personFor } from '../staff'
import { memberOfStaff } from '../testing'
import { dormancy, dormantJob, endDormant, warnDormant } from './dormant'

test('the days follow the calendar', () => {
  expect(dormancy('2026-03-31')).toEqual({
    warnSeen: '2024-04-30',
    endSeen: '2024-03-31',
    endWarned: '2026-03-01',
    endOf: '2026-05-01',
  })
})

describe('accounts that sleep', () => {
  let site: TestSite
  let an: SignedUp
  let bart: SignedUp
  let carla: SignedUp
  let dirk: SignedUp
  /** Of the link by which each can ask a human to look. */
  const paths = new Map<string, string>()
  beforeAll(async () => {
    site = await testSite()
    an = await signedUp(site, { firstName: 'An' })
    bart = await signedUp(site, { firstName: 'Bart' })
    carla = await signedUp(site, { firstName: 'Carla' })
    dirk = await signedUp(site, { firstName: 'Dirk' })
  })
  afterAll(() => site.close())
  const account = (who: SignedUp) =>
    site.p.db
      .selectFrom('accounts')
      .select(['last_seen_on', 'warned_on'])
      .where('person_id', '=', who.personId)
      .executeTakeFirst()

  test('K31 nobody is warned a day too early; at 23 months each is, once', async () => {
    // Seen on 21 November 2026: 23 months later is 21 October 2028.
    site.clock.pass(days(699))
    expect(await warnDormant(site.p)).toBe(0)
    site.clock.pass(days(1))
    expect(await warnDormant(site.p)).toBe(4)
    expect(await warnDormant(site.p)).toBe(0)
  })

  test('G9: the warning says that a computer decided, by which rule, on what, and leads to a human', async () => {
    const letters = await site.mails()
    expect(letters.map(({ to }) => to).sort()).toEqual([an, bart, carla, dirk].map(({ email }) => email).sort())
    for (const { to, text } of letters) {
      const said = text.replace(/\s+/g, ' ')
      expect(said).toContain('op 21 november 2028 beëindigen we je account')
      for (const part of ['laatst op 21 november 2026', '24 maanden niet gebruikt', 'Dit besliste een computer'])
        expect(said).toContain(part)
      paths.set(to, /\/nl\/human-look\/[\w-]{64}/.exec(text)?.[0] ?? '')
    }
    const row = await site.p.db
      .selectFrom('decisions')
      .select(['target', 'decision', 'ground', 'automatic'])
      .where('person_id', '=', an.personId)
      .executeTakeFirst()
    expect(row).toEqual({ target: 'account', decision: 'ending', ground: 'unused', automatic: true })
  })

  test('a human is asked by the link alone, which says of nobody whose it is and does not sign in', async () => {
    const stranger = site.visitor('192.0.2.9')
    const path = paths.get(carla.email) ?? ''
    const page = await stranger.get(path)
    expect(page.text).toContain('Vraag dat een mens ernaar kijkt')
    for (const theirs of ['Carla', carla.email]) expect(page.html).not.toContain(theirs)
    // Looking asks nothing.
    expect(await site.p.db.selectFrom('complaints').select('id').execute()).toEqual([])
    expect((await stranger.get(`${path.slice(0, -1)}${path.endsWith('x') ? 'y' : 'x'}`)).status).toBe(404)
    for (const who of [carla, dirk])
      expect((await stranger.post(paths.get(who.email) ?? '', { explanation: '' })).status).toBe(303)
    expect((await stranger.get(path)).text).not.toContain('Vraag een mens')
    expect((await stranger.get('/nl/account')).status).toBe(303)
  })

  test('K31 who comes back is kept; who does not is ended on the day that was said, but for whom a human still looks at', async () => {
    await site.visitor().post('/nl/sign-in', { who: bart.email, password: bart.password })
    expect((await account(bart))?.warned_on).toBeNull()
    site.clock.pass(days(30))
    expect(await endDormant(site.p)).toBe(0)
    site.clock.pass(days(1))
    expect(await endDormant(site.p)).toBe(1)
    expect(await account(an)).toBeUndefined()
    for (const who of [bart, carla, dirk]) expect(await account(who)).toBeDefined()
    // The receipt goes to the address that the account had, which is gone with its key once the mail has left.
    const [letter, ...others] = await site.mails()
    expect([letter?.to, others]).toEqual([an.email, []])
    for (const said of ['je gegevens zijn gewist', 'onze laatste mail']) expect(letter?.text.replace(/\s+/g, ' ')).toContain(said)
    expect(await rowsIn(site.p.db, 'farewells')).toEqual([])
    expect(await warnDormant(site.p)).toBe(0)
  })

  test('G9: the clock stands until staff decided: kept as though they were here, or ended a month after the answer', async () => {
    // However long they take.
    site.clock.pass(days(60))
    await dormantJob(site.p).work({}, new AbortController().signal)
    expect(await account(dirk)).toBeDefined()
    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    const of = async (who: SignedUp) =>
      (await site.p.db.selectFrom('complaints').select('id').where('person_id', '=', who.personId).executeTakeFirstOrThrow()).id
    expect((await nora.visitor.get('/nl/desk?kind=complaints')).text).toContain('Klacht, account: eindigt')
    const answer = async (who: SignedUp, decision: 'upheld' | 'reversed') => {
      const path = `/nl/desk/complaints/${await of(who)}`
      await nora.visitor.post(`${path}/reading`)
      expect((await nora.visitor.get(path)).text).toContain('24 maanden niet gebruikt')
      await nora.visitor.post(`${path}/decision`, { decision, reason: 'Dat staat zo in onze regels, of niet.' })
    }
    await answer(carla, 'reversed')
    await answer(dirk, 'upheld')
    const letters = await site.mails()
    const said = (who: SignedUp) => letters.find(({ to }) => to === who.email)?.text.replace(/\s+/g, ' ')
    expect(said(carla)).toContain('je account blijft')
    expect(said(dirk)).toContain('een maand na dit antwoord')
    expect((await account(carla))?.warned_on).toBeNull()
    site.clock.pass(days(30) - 1000)
    expect(await endDormant(site.p)).toBe(0)
    site.clock.pass(2000)
    expect(await endDormant(site.p)).toBe(1)
    expect([await account(dirk), (await account(carla)) !== undefined]).toEqual([undefined, true])
  })
})

test('where nobody but staff has an account, the warning names whom to ask, and who stays away ends all the same', async () => {
  const site = await testSite({ site: 'bureau' })
  const { p, clock } = site
  try {
    const person = await personFor(p, 'mira@loofwerk.example', { firstName: 'Mira' })
    clock.pass(days(700))
    expect([await warnDormant(p), await endDormant(p)]).toEqual([1, 0])
    const [letter] = await site.mails()
    expect(letter?.to).toBe('mira@loofwerk.example')
    for (const said of ['24 maanden niet gebruikt', 'Dit besliste een computer', p.site.officer.email])
      expect(letter?.text.replace(/\s+/g, ' ')).toContain(said)
    clock.pass(days(32))
    expect(await endDormant(p)).toBe(1)
    expect(await rowsIn(p.db, 'people', { id: person ?? '' })).toEqual([])
    expect((await site.mails()).map(({ to }) => to)).toEqual(['mira@loofwerk.example'])
  } finally {
    await site.close()
  }
})
