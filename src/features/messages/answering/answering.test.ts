import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { days, hours } from '../../../platform/clock'
import { erase } from '../../../privacy'
import { signedUp } from '../../accounts/testing'
import { advertOf, replied } from '../testing'
import { figuresOf } from './queries'
import { paceOf, saidOf } from './rules'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('it is said in steps, and from five conversations on', () => {
  expect([hours(4), hours(5), days(1), days(2), days(7), days(8)].map(paceOf)).toEqual([
    'hours',
    'day',
    'day',
    'days',
    'week',
    'longer',
  ])
  expect(saidOf({ replies: 4, answered: 4, medianMs: 1 })).toBeUndefined()
  expect(saidOf({ replies: 5, answered: 0, medianMs: null })).toEqual({ answered: 0, of: 5, pace: undefined })
})

test('the figures are of real rows: who wrote lately, who was answered and how soon', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const advert = await advertOf(site, bart.personId)
  const page = async () => (await site.visitor().get(`/nl/rooms/${advert.publicId}`)).text
  const seekers = []
  for (let n = 0; n < 6; n++) {
    const seeker = await signedUp(site, { firstName: 'An' })
    seekers.push({ ...seeker, thread: await replied(site, seeker, advert, 'Dag') })
  }
  const figures = () => figuresOf(site.p.db, bart.personId, site.p.clock.now())
  // Nobody has had the time to answer: nothing is counted against them.
  expect(await figures()).toEqual({ replies: 0, answered: 0, medianMs: null })
  for (const [n, after] of [1, 2, 20, 30].entries()) {
    site.clock.pass(hours(after) - (n > 0 ? hours([1, 2, 20, 30][n - 1]!) : 0))
    await bart.visitor.post(seekers[n]!.thread, { text: 'Dag, kom kijken.' })
  }
  expect(await figures()).toEqual({ replies: 4, answered: 4, medianMs: hours(11) })
  expect(await page()).not.toContain('Antwoordt op')
  site.clock.pass(days(1))
  expect(await figures()).toEqual({ replies: 6, answered: 4, medianMs: hours(11) })
  site.p.kept.changed('')
  expect(await page()).toContain('Antwoordt op 4 van de 6 berichten, meestal binnen een dag.')
  expect((await seekers[5]!.visitor.get(seekers[5]!.thread)).text).toContain('Antwoordt op 4 van de 6 berichten')
  // Who leaves takes their words, not the fact that somebody was answered.
  await erase(site.p, seekers[0]!.personId)
  expect((await figures()).replies).toBe(6)
  site.clock.pass(days(91))
  expect(await figures()).toEqual({ replies: 0, answered: 0, medianMs: null })
})
