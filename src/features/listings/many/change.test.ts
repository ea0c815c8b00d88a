import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changed, isSame, type State } from './change'

const today = '2026-11-21'
const room: State = {
  rent: 450_00,
  charges: 60_00,
  chargesMode: 'fixed',
  availableFrom: '2026-09-15',
  availableUntil: '2027-09-14',
  status: 'rented',
}
const nothing: Change = { rent: null, charges: null, dates: null, act: null }
const after = (change: Partial<Change>, of: Partial<State> = {}) => changed({ ...room, ...of }, { ...nothing, ...change }, today)

test('rent is set, raised by an amount or by a share, which is written in whole euros', () => {
  expect(after({ rent: { how: 'to', amount: 480_00 } }).after.rent).toBe(480_00)
  expect(after({ rent: { how: 'by', amount: -12_50 } }).after.rent).toBe(437_50)
  expect(after({ rent: { how: 'percent', amount: 2.1 } }).after.rent).toBe(459_00)
  expect(after({ rent: { how: 'percent', amount: -99 } })).toEqual({ after: room, misfits: ['rent'] })
})

test('charges change where they come on top of the rent', () => {
  expect(after({ charges: 70_00 }).after.charges).toBe(70_00)
  for (const chargesMode of ['included', null] as const)
    expect(after({ charges: 70_00 }, { chargesMode, charges: null }).misfits).toEqual(['charges'])
})

test('next year is the year after this stay, never in the past', () => {
  expect(after({ dates: { how: 'nextYear' } }).after).toMatchObject({ availableFrom: '2027-09-15', availableUntil: '2028-09-14' })
  expect(after({ dates: { how: 'nextYear' } }, { availableFrom: '2024-02-29', availableUntil: null }).after).toMatchObject({
    availableFrom: '2027-02-28',
    availableUntil: null,
  })
  expect(after({ dates: { how: 'nextYear' } }, { availableFrom: null }).misfits).toEqual(['dates'])
})

test('what cannot be done with one advert is said, and the rest is done', () => {
  expect(after({ act: 'publication' }).after.status).toBe('published')
  expect(after({ act: 'rental' })).toEqual({ after: room, misfits: [] })
  expect(after({ act: 'publication', charges: 1_00 }, { status: 'held' })).toEqual({
    after: { ...room, status: 'held', charges: 1_00 },
    misfits: ['status'],
  })
})

test('no change leaves all as it is, and a year on is later by whole years', () => {
  expect(isSame(room, after({}).after)).toBe(true)
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (at) => {
      const from = at.toISOString().slice(0, 10)
      const moved = after({ dates: { how: 'nextYear' } }, { availableFrom: from, availableUntil: null }).after.availableFrom ?? ''
      expect(moved >= today && moved > from).toBe(true)
      const before = Temporal.PlainDate.from(moved).subtract({ years: 1 }).toString()
      expect(before < today || moved.slice(0, 4) === String(Number(from.slice(0, 4)) + 1)).toBe(true)
    }),
  )
})
