import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencies, isQuiet, nextAfter } from './rules'

const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })

test.each([
  ['2026-11-21T20:59:59Z', false],
  ['2026-11-21T21:00:00Z', true],
  ['2026-11-22T05:59:59Z', true],
  ['2026-11-22T06:00:00Z', false],
  ['2026-07-21T20:00:00Z', true],
  ['2026-07-22T05:00:00Z', false],
])('in Brussels it is night at %s: %s', (moment, expected) => expect(isQuiet(new Date(moment))).toBe(expected))

test('the next mail is never in the past, and a daily or weekly one is for the morning of its day', () => {
  fc.assert(
    fc.property(at, fc.constantFrom(...frequencies), (now, frequency) => {
      const next = nextAfter(frequency, now)
      expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime())
      if (frequency === 'daily' || frequency === 'weekly') expect(isQuiet(next)).toBe(false)
      const days = (next.getTime() - now.getTime()) / 86_400_000
      expect(days).toBeLessThan(frequency === 'weekly' ? 7.5 : 1.5)
    }),
  )
  expect(nextAfter('daily', new Date('2026-11-21T18:00:00Z')).toISOString()).toBe('2026-11-22T07:00:00.000Z')
  expect(nextAfter('weekly', new Date('2026-10-21T18:00:00Z')).toISOString()).toBe('2026-10-28T07:00:00.000Z')
})
