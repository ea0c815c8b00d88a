import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOf } from './cost'
import { firstOf, inAll, stayBegins } from './said'

const cents = fc.integer({ min: 1, max: 500_000 })
const priced = fc.record({
  rent: cents,
  charges_mode: fc.constantFrom('included', 'fixed', 'provision', null),
  charges: fc.option(cents),
  deposit: fc.option(fc.integer({ min: 0, max: 500_000 })),
} as const)
const months = fc.integer({ min: 1, max: 24 })

test('five months of 520 with charges of 60 and two months of deposit', () => {
  expect(costOf({ rent: 520_00, charges_mode: 'fixed', charges: 60_00, deposit: 1040_00 }, 5)).toEqual({
    rent: 2600_00,
    charges: { kind: 'fixed', amount: 300_00 },
    deposit: 1040_00,
    total: 3940_00,
    returned: 1040_00,
    perMonth: 580_00,
  })
})

test('months that cost less are counted when the stay meets them', () => {
  const advert = { rent: 450_00, charges_mode: 'included', charges: null, deposit: 0 } as const
  const monthRents = [7, 8].map((month) => ({ month, rent: 300_00 }))
  const rentFrom = (first: number, months: number) => costOf({ ...advert, monthRents }, months, first).rent
  expect([rentFrom(9, 10), rentFrom(9, 12), rentFrom(8, 1), rentFrom(2, 5)]).toEqual([4500_00, 5100_00, 300_00, 2250_00])
  expect(costOf({ ...advert, monthRents }, 12, 9)).toMatchObject({ total: 5100_00, perMonth: 425_00 })
  for (let first = 1; first <= 12; first++) expect(rentFrom(first, 24)).toBe(2 * 5100_00)
})

test('what is paid is whole cents, is what its parts are, and less the deposit is so much a month', () => {
  fc.assert(
    fc.property(priced, months, (advert, n) => {
      const cost = costOf(advert, n)
      expect(cost.total).toBe(cost.rent + cost.charges.amount + (cost.deposit ?? 0))
      expect(cost.total - cost.returned).toBe(cost.perMonth * n)
      expect(Number.isInteger(cost.total)).toBe(true)
      expect(costOf(advert, n + 1).total - cost.total).toBe(cost.perMonth)
    }),
  )
})

test('what nobody said costs nothing, and is said to be unknown', () => {
  fc.assert(
    fc.property(priced, months, (advert, n) => {
      const { charges, deposit, returned } = costOf(advert, n)
      expect(charges.kind === 'unknown').toBe(
        advert.charges_mode !== 'included' && (advert.charges_mode === null || advert.charges === null),
      )
      if (charges.kind === 'unknown' || charges.kind === 'included') expect(charges.amount).toBe(0)
      if (deposit === null) expect(returned).toBe(0)
    }),
  )
  for (const months of [0, -1, 1.5, Number.NaN])
    expect(() => costOf({ rent: 1, charges_mode: null, charges: null, deposit: null }, months)).toThrow()
})

test('a card says rent and charges of a stay, with the months that cost less', () => {
  const room = { rent: 400_00, charges_mode: 'fixed', charges: 50_00, month_rents: [{ month: 7, rent: 300_00 }] } as const
  expect(inAll(room, { months: 3, first: 6 }, 'en')).toBe('3 months: €1,250')
  expect(inAll({ ...room, month_rents: [] }, { months: 1, first: 7 }, 'en')).toBe('1 month: €450')
})

test('a stay begins in the month that was looked for, else when the room is free', () => {
  const room = { available_from: '2026-12-01', rent: 400_00, month_rents: [] }
  expect(stayBegins(room, '2026-09-01', 'en', firstOf('2')).month).toBe(2)
  expect(stayBegins(room, '2026-09-01', 'en').month).toBe(12)
  expect(stayBegins(room, '2027-03-01', 'en').month).toBe(3)
  for (const typed of [undefined, '', '0', '13', '2x', '-1']) expect(firstOf(typed)).toBeUndefined()
})
