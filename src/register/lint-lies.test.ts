import { describe, expect, test } from 'vitest'
import { holding } from './holdings'
import { laws } from './laws'
import { lint, staleIn } from './lint'
import { gated, purposes } from './purposes'
import { recipients } from './recipients'
import { registerWords } from './words'

/** What is found wrong while this stands in the register. */
function wrongWith<T extends object>(place: T, lie: object, today = '2026-11-22'): string[] {
  const was = { ...place }
  Object.assign(place, lie)
  try {
    return lint(gated, today)
  } finally {
    for (const name of Object.keys(lie)) if (!(name in was)) Reflect.deleteProperty(place, name)
    Object.assign(place, was)
  }
}

describe('a lie in the register is found', () => {
  const kept = (keep: object, why: readonly string[] = ['registration']) =>
    wrongWith(holding['activity.pending'], { keep, for: why })
  const tooLong = [expect.stringMatching(/^activity\.pending is kept .*\w.*, longer than its purposes allow$/)]

  test('K26 K31: a term that is longer than the grounds of its purposes', () => {
    // A registration is a ground for 30 days, moderation for seven months.
    expect(kept({ days: 30, after: 'made' })).toEqual([])
    expect(kept({ days: 31, after: 'made' })).toEqual(tooLong)
    expect(kept({ months: 1, after: 'made' })).toEqual(tooLong)
    expect(kept({ years: 1, after: 'bookYear' })).toEqual(tooLong)
    expect(kept({ until: 'accountEnds' })).toEqual(tooLong)
    const both = ['registration', 'moderation']
    expect(kept({ months: 7, after: 'made' }, both)).toEqual([])
    expect(kept({ days: 217, after: 'made' }, both)).toEqual([])
    expect(kept({ days: 218, after: 'made' }, both)).toEqual(tooLong)
    // One without an end is a ground for as long as it lasts.
    expect(kept({ until: 'accountEnds' }, ['registration', 'account'])).toEqual([])
    expect(kept({ years: 9, after: 'bookYear' }, ['registration', 'account'])).toEqual([])
  })

  test('a ground of a year is one of 366 days', () => {
    const longest = (keep: object) => {
      const was = holding['activity.pending'].keep
      Object.assign(holding['activity.pending'], { keep })
      try {
        return wrongWith(purposes.registration, { longest: { years: 1 } })
      } finally {
        Object.assign(holding['activity.pending'], { keep: was })
      }
    }
    expect(longest({ days: 366, after: 'made' })).toEqual([])
    expect(longest({ days: 367, after: 'made' })).toEqual(tooLong)
  })

  test('a purpose that cites a law which is none of ours', () => {
    expect(wrongWith(purposes.moderation, { article: 'Directive 1999/1, art. 2' })).toEqual([
      'moderation cites Directive 1999/1, art. 2, which is not among the laws',
    ])
  })

  test('a law that is no more, from the day on which it ends', () => {
    const until = { until: '2030-01-01' }
    expect(wrongWith(laws.gdpr, until, '2029-12-31')).toEqual([])
    expect(wrongWith(laws.gdpr, until, '2030-01-01')).toEqual(['gdpr is no more since 2030-01-01'])
    expect(wrongWith(laws.gdpr, until, '2030-01-02')).toEqual(['gdpr is no more since 2030-01-01'])
  })

  test('a recipient who may have something for what it is not held for; a person’s own rights need no such ground', () => {
    expect(wrongWith(recipients.advertiser.may, { fraud: ['email.account'] })).toEqual([
      'advertiser may have email.account for fraud, for which it is not held',
    ])
    expect(wrongWith(recipients.advertiser.may, { rights: ['email.account'] })).toEqual([])
  })

  test.each([
    ['the Privacy Shield', 'Privacy Shield'],
    ['privacy-shield', 'privacy-shield'],
    ['PrivacyShield', 'PrivacyShield'],
    ['Safe Harbor', 'Safe Harbor'],
    ['safe-harbour', 'safe-harbour'],
    ['SafeHarbour', 'SafeHarbour'],
    ['Directive 95/46/EC', '95/46'],
    ['the MOSS, for VAT', 'MOSS'],
    ['__cfduid', '__cfduid'],
    ['mosselen', undefined],
    ['MOSSEL', undefined],
    ['KOSMOSS', undefined],
    ['a shield for privacy, a safe place, 9546', undefined],
  ])('in "%s" the instrument that is no more is %s', (text, found) => {
    expect(staleIn(text)).toBe(found)
  })

  test.each(['nl', 'fr', 'en'] as const)('words in %s that name an instrument which is no more', (language) => {
    expect(wrongWith(registerWords(language).items.email, { what: 'Privacy Shield' })).toEqual([
      `the words in ${language} name Privacy Shield, which is no more`,
    ])
  })
})
