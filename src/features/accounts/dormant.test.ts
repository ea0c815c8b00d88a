import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { dormancy, endDormant, warnDormant } from './dormant'
import { type SignedUp, signedUp } from './testing'

describe('accounts that sleep', () => {
  let site: TestSite
  let an: SignedUp
  let bart: SignedUp
  beforeAll(async () => {
    site = await testSite()
    an = await signedUp(site, { firstName: 'An' })
    bart = await signedUp(site, { firstName: 'Bart' })
  })
  afterAll(() => site.close())
  const account = (who: SignedUp) =>
    site.p.db
      .selectFrom('accounts')
      .select(['last_seen_on', 'warned_on'])
      .where('person_id', '=', who.personId)
      .executeTakeFirst()

  test('the days follow the calendar', () => {
    expect(dormancy('2026-03-31')).toEqual({
      warnSeen: '2024-04-30',
      endSeen: '2024-03-31',
      endWarned: '2026-03-01',
      endOf: '2026-05-01',
    })
  })

  test('K31 nobody is warned a day too early; at 23 months each is, once', async () => {
    // Seen on 21 November 2026: 23 months later is 21 October 2028.
    site.clock.pass(days(699))
    expect(await warnDormant(site.p)).toBe(0)
    site.clock.pass(days(1))
    expect(await warnDormant(site.p)).toBe(2)
    expect(await warnDormant(site.p)).toBe(0)
    const letters = await site.mails()
    expect(letters.map((letter) => letter.to).sort()).toEqual([an.email, bart.email].sort())
    expect(letters[0]?.text).toContain('21 november 2028')
  })

  test('K31 who comes back is kept; who does not is ended on the day that was said', async () => {
    await site.visitor().post('/nl/sign-in', { who: bart.email, password: bart.password })
    expect((await account(bart))?.warned_on).toBeNull()
    site.clock.pass(days(30))
    expect(await endDormant(site.p)).toBe(0)
    site.clock.pass(days(1))
    expect(await endDormant(site.p)).toBe(1)
    expect(await account(an)).toBeUndefined()
    expect(await account(bart)).toBeDefined()
    expect(await warnDormant(site.p)).toBe(0)
  })
})
