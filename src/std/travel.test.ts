import fc from 'fast-check'
import { expect, it } from 'vitest'
import { metresByBike, metresOnFoot, minutesByBike, minutesOnFoot } from './travel'

it('says how long it takes, detour included', () => {
  expect(minutesByBike(2000)).toBe(11)
  expect(minutesOnFoot(1000)).toBe(17)
  expect(minutesByBike(0)).toBe(1)
})

it('is slower on foot, and never faster when further', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 5_000 }), (metres, more) => {
      expect(minutesOnFoot(metres)).toBeGreaterThanOrEqual(minutesByBike(metres))
      expect(minutesByBike(metres + more)).toBeGreaterThanOrEqual(minutesByBike(metres))
    }),
  )
})

it('turns minutes back into the metres that they reach', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (within) => {
      expect(minutesByBike(metresByBike(within) - 1)).toBe(within)
      expect(minutesByBike(metresByBike(within) + 1)).toBe(within + 1)
      expect(minutesOnFoot(metresOnFoot(within) - 1)).toBe(within)
      expect(minutesOnFoot(metresOnFoot(within) + 1)).toBe(within + 1)
    }),
  )
})
