import { expect, test } from 'vitest'
import { periodOf, periods, rangeOf, stepsOf, sumsOf } from './periods'
import type { Row } from './queries'

const row = (day: string, kind: Row['kind'], value: string, n: number): Row => ({ day, kind, value, n })

test('a period ends yesterday, and has as many days as it says, as has the one before', () => {
  expect(rangeOf(7, '2026-11-22')).toEqual({ from: '2026-11-15', until: '2026-11-21', before: '2026-11-08' })
  expect(rangeOf(365, '2028-03-01')).toEqual({ from: '2027-03-02', until: '2028-02-29', before: '2026-03-02' })
})

test.each([
  ['7', 7],
  ['365', 365],
  [undefined, 30],
  ['31', 30],
  ['7 or 1=1', 30],
])('%s is read as a period of %s days', (asked, days) => {
  expect(periodOf(asked)).toBe(days)
})

test('each day is a step, also one of which nothing was told; of a year each whole week', () => {
  const rows = [
    row('2026-11-15', 'views', 'all', 20),
    row('2026-11-21', 'views', 'all', 30),
    row('2026-11-21', 'device', 'phone', 30),
  ]
  const steps = stepsOf(rows, 7, '2026-11-22')
  expect(steps.map(({ n }) => n)).toEqual([20, 0, 0, 0, 0, 0, 30])
  expect(steps[0]).toEqual({ from: '2026-11-15', until: '2026-11-15', n: 20 })
  const weeks = stepsOf(rows, 365, '2026-11-22')
  expect(weeks).toHaveLength(52)
  expect(weeks.at(-1)).toEqual({ from: '2026-11-15', until: '2026-11-21', n: 50 })
  expect(periods.map((days) => stepsOf([], days, '2026-11-22').length)).toEqual([7, 30, 90, 52])
})

test('sums are of one kind alone, the most first, with what is always there', () => {
  const rows = [
    row('2026-11-20', 'device', 'phone', 10),
    row('2026-11-21', 'device', 'phone', 20),
    row('2026-11-21', 'device', 'desktop', 40),
    row('2026-11-21', 'language', 'nl', 70),
  ]
  expect(sumsOf(rows, 'device', ['phone', 'tablet'])).toEqual([
    { value: 'desktop', n: 40 },
    { value: 'phone', n: 30 },
    { value: 'tablet', n: 0 },
  ])
  expect(sumsOf(rows, 'goal')).toEqual([])
})
