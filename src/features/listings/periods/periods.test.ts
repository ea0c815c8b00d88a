import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { days } from '../../../platform/clock'
import { signedUp } from '../../accounts/testing'
import { placed } from '../testing'
import { outcomes, type Period, periodAfter, stateOf } from './rules'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const year = { from: '2026-09-15', until: '2027-09-14', total: 510_00 }
const next = { from: '2027-09-15', until: '2028-09-14', total: 530_00 }
const today = '2026-11-21'

describe('the periods of an advert', () => {
  const open: Period = { ...year, outcome: null }
  test.each<[string, Period | undefined, Parameters<typeof periodAfter>[1], string, ReturnType<typeof periodAfter>]>([
    ['the first', undefined, { ...year, status: 'published' }, today, { period: open, begins: true }],
    ['nothing changed', open, { ...year, status: 'published' }, today, undefined],
    ['another price', open, { ...year, total: 1, status: 'published' }, today, { period: { ...open, total: 1 }, begins: false }],
    ['rented', open, { ...year, status: 'rented' }, today, { period: { ...open, outcome: 'rented' }, begins: false }],
    [
      'a pause that ends',
      { ...open, outcome: 'paused' },
      { ...year, status: 'published' },
      today,
      { period: open, begins: false },
    ],
    [
      'the next year, when let',
      { ...open, outcome: 'rented' },
      { ...next, status: 'published' },
      today,
      { period: { ...next, outcome: null }, begins: true },
    ],
    [
      'the next year, when over',
      open,
      { ...next, status: 'published' },
      '2027-10-01',
      { period: { ...next, outcome: null }, begins: true },
    ],
    [
      'the next year, set early',
      open,
      { ...next, status: 'published' },
      today,
      { period: { ...next, outcome: null }, begins: true },
    ],
    [
      'other days of the same',
      open,
      { ...year, until: '2027-06-30', status: 'published' },
      today,
      { period: { ...open, until: '2027-06-30' }, begins: false },
    ],
    ['days of what is let', { ...open, outcome: 'rented' }, { ...next, status: 'rented' }, today, undefined],
    ['held at the desk', open, { ...year, status: 'held' }, today, undefined],
    ['public, but over', undefined, { ...year, status: 'published' }, '2028-01-01', undefined],
  ])('%s', (_, last, now, day, expected) => {
    expect(periodAfter(last, now, day)).toEqual(expected)
  })

  test('what was noted is noted once, and what became of a period is not lost by another', () => {
    const day = fc.constantFrom(null, '2026-09-15', '2027-02-01', '2027-09-14', '2028-09-14')
    const state = fc.record({
      from: day,
      until: day,
      total: fc.constantFrom(400_00, 500_00),
      status: fc.constantFrom('published', 'rented', 'paused', 'archived', 'held', 'removed', 'waiting'),
    } as const)
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), (states) => {
        const all: Period[] = []
        for (const now of states) {
          const before = all.slice(0, -1)
          const change = periodAfter(all.at(-1), now, today)
          if (change?.begins) all.push(change.period)
          else if (change) all[all.length - 1] = change.period
          expect(all.slice(0, before.length)).toEqual(before)
          expect(periodAfter(all.at(-1), now, today)).toBeUndefined()
          const last = all.at(-1)
          if (last && outcomes.some((one) => one === now.status)) expect(last.outcome).toBe(now.status)
        }
      }),
    )
  })

  test('one that ended by itself is over', () => {
    expect([
      stateOf(open, '2027-09-14'),
      stateOf(open, '2027-09-15'),
      stateOf({ ...open, outcome: 'rented' }, '2030-01-01'),
    ]).toEqual(['runs', 'over', 'rented'])
  })
})

test('the owner of an advert that is let and opened again sees what the former year was, in the file too; nobody else does', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const { id, publicId } = await placed(site, bart.personId, {
    title: 'Kot met verleden',
    availableFrom: '2026-11-25',
    availableUntil: '2027-09-14',
  })
  expect((await bart.visitor.get('/nl/adverts')).text).not.toContain('vroegere periode')
  await bart.visitor.post(`/nl/adverts/${publicId}/rental`)
  expect((await bart.visitor.get('/nl/adverts')).text).toContain('1 vroegere periode')
  site.clock.pass(days(20))
  const again = { available: 'from', availableFrom: '2027-09-15', availableUntil: '2028-09-14', leaseMin: '10', leaseMax: '12' }
  const price = { rent: '475', chargesMode: 'fixed', charges: '60', chargesCover: ['water', 'internet'] }
  await bart.visitor.follow(await bart.visitor.post(`/nl/adverts/${publicId}/again`, { ...again, ...price }))
  const page = (await bart.visitor.get(`/nl/adverts/${publicId}/figures`)).text
  expect(page).toContain('25 november 2026 tot en met 14 september 2027 € 510 Verhuurd')
  expect(page).toContain('15 september 2027 tot en met 14 september 2028 € 535 Loopt')
  expect((await bart.visitor.get('/nl/adverts/overview')).text).toContain('1 vroegere periode')
  const file = (await bart.visitor.get('/nl/adverts/file/periods.csv')).html
  expect(file).toContain(`"${publicId}";"Kot met verleden";"2026-11-25";"2027-09-14";"510";"rented"`)
  const carla = await signedUp(site, { firstName: 'Carla' })
  expect((await carla.visitor.get(`/nl/adverts/${publicId}/figures`)).status).toBe(404)
  expect((await carla.visitor.get('/nl/adverts/file/periods.csv')).html).not.toContain('verleden')
  const rows = await site.p.db.selectFrom('periods').selectAll().where('listing_id', '=', id).execute()
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/rented|51000|2027-09-14/)
  await bart.visitor.post(`/nl/adverts/${publicId}/removal`)
  expect(await site.p.db.selectFrom('periods').select('id').where('listing_id', '=', id).execute()).toEqual([])
})
