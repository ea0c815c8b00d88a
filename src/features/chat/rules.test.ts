import { describe, expect, test } from 'vitest'
import { hoursSaid, isOpen } from './rules'

const week = [{ days: ['mon', 'tue'] as ('mon' | 'tue')[], from: '09:00', until: '17:00' }]

describe('hours', () => {
  test('are of the clock of Brussels, to the minute, also when it is put back', () => {
    // 23 November 2026 is a Monday, an hour ahead of UTC; 25 October has two times 02:30.
    expect(isOpen(week, new Date('2026-11-23T07:59:59Z'))).toBe(false)
    expect(isOpen(week, new Date('2026-11-23T08:00:00Z'))).toBe(true)
    expect(isOpen(week, new Date('2026-11-23T15:59:59Z'))).toBe(true)
    expect(isOpen(week, new Date('2026-11-23T16:00:00Z'))).toBe(false)
    expect(isOpen(week, new Date('2026-11-25T10:00:00Z'))).toBe(false)
    expect(isOpen(week, new Date('2026-10-19T07:00:00Z'))).toBe(true)
  })

  test('none are always', () => {
    expect(isOpen([], new Date('2026-11-22T03:00:00Z'))).toBe(true)
  })

  test('are said as one reads them', () => {
    expect(hoursSaid(week, 'nl')).toEqual(['maandag en dinsdag 09:00–17:00'])
    expect(hoursSaid(week, 'fr')).toEqual(['lundi et mardi 09:00–17:00'])
    expect(hoursSaid(week, 'en')).toEqual(['Monday and Tuesday 09:00–17:00'])
  })
})
