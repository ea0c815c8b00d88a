import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf, isOpen, momentOf, stands, timeOf, timesOf, troubleOf } from './rules'

describe('times as people write them', () => {
  test.each<[string, number | undefined]>([
    ['14:30', 870],
    ['14u30', 870],
    ['14h30', 870],
    ['9.05', 545],
    ['17u', 1020],
    ['17 uur', 1020],
    ['8', 480],
    ['2pm', 840],
    ['12am', 0],
    ['2.30 pm', 870],
    ['14:30 uur', 870],
    ['24:00', undefined],
    ['14:60', undefined],
    ['13pm', undefined],
    ['straks', undefined],
    ['', undefined],
  ])('%s', (typed, minutes) => expect(timeOf(typed)).toBe(minutes))

  test('several in a line, each once and in order; one that is none spoils all', () => {
    expect(timesOf('15u, 14:00 en 14:30; 14:00')).toEqual([840, 870, 900])
    expect(timesOf('14:00, later')).toBeUndefined()
    expect(timesOf(' , ')).toBeUndefined()
    expect(timesOf(Array.from({ length: 13 }, (_, n) => `${n}:00`).join(','))).toBeUndefined()
  })

  test('any text is a time of a day, or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const time = timeOf(text)
        return time === undefined || (time >= 0 && time < 1440)
      }),
    )
  })
})

describe('moments of Brussels', () => {
  test('follow summer and winter, and the hour that is skipped', () => {
    expect(momentOf('2026-11-24', 840).toISOString()).toBe('2026-11-24T13:00:00.000Z')
    expect(momentOf('2026-07-24', 840).toISOString()).toBe('2026-07-24T12:00:00.000Z')
    expect(momentOf('2027-03-28', 150).toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(clockOf(momentOf('2026-11-24', 545))).toBe('09:05')
  })

  test('lie ahead, and not too far', () => {
    const now = momentOf('2026-11-24', 600)
    expect(troubleOf(momentOf('2026-11-24', 600), now)).toBe('past')
    expect(troubleOf(momentOf('2026-11-24', 601), now)).toBeUndefined()
    expect(troubleOf(momentOf('2027-11-24', 600), now)).toBe('far')
  })
})

test('a time is open while it is to come, not called off and not full; a booking stands while it has its place', () => {
  const now = momentOf('2026-11-24', 600)
  const slot = { starts_at: momentOf('2026-11-24', 660), minutes: 30, places: 2, cancelled: false, taken: 1 }
  expect(isOpen(slot, now)).toBe(true)
  for (const change of [{ taken: 2 }, { cancelled: true }, { starts_at: now }])
    expect(isOpen({ ...slot, ...change }, now)).toBe(false)
  expect(stands({ place: 1, cancelled: false })).toBe(true)
  expect(stands({ place: null, cancelled: false })).toBe(false)
  expect(stands({ place: 1, cancelled: true })).toBe(false)
  expect(stands(undefined)).toBe(false)
})
