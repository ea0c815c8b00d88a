import { describe, expect, test } from 'vitest'
import { technical, uuid } from './language'
import { rightsOn } from './rights'
import { cutoff, overOn, termOf } from './terms'

const at = (iso: string) => new Date(iso)

describe('a term', () => {
  test('of days begins and ends a number of times 24 hours away, to the millisecond', () => {
    const term = { days: 7, after: 'made' } as const
    expect(cutoff(term, at('2026-11-21T10:00:00.001Z'))).toEqual(at('2026-11-14T10:00:00.001Z'))
    expect(overOn(term, at('2026-11-14T10:00:00.001Z'))).toEqual(at('2026-11-21T10:00:00.001Z'))
  })

  test('of months is of the calendar in Brussels, over the change of the clock and at the end of a month', () => {
    const months = (n: number) => ({ months: n, after: 'lastUse' }) as const
    expect(cutoff(months(6), at('2026-11-21T10:00:00Z'))).toEqual(at('2026-05-21T09:00:00Z'))
    expect(overOn(months(6), at('2026-05-21T09:00:00Z'))).toEqual(at('2026-11-21T10:00:00Z'))
    expect(overOn(months(1), at('2026-01-31T10:00:00Z'))).toEqual(at('2026-02-28T10:00:00Z'))
    expect(overOn(months(24), at('2024-02-29T10:00:00Z'))).toEqual(at('2026-02-28T10:00:00Z'))
    // In Brussels it is the first of the month already.
    expect(overOn(months(1), at('2026-01-31T23:30:00Z'))).toEqual(at('2026-02-28T23:30:00Z'))
  })

  test('of a table is that of its holdings which a clock counts; without a clock it has none', () => {
    const table = (about: string, clock?: string) => ({
      feature: 'platform',
      key: 'id',
      columns: { id: technical(uuid), said: { ...technical(uuid), about } },
      ...(clock ? { clock } : {}),
    })
    expect(termOf(table('mail.sent', 'id'))).toEqual({ days: 30, after: 'made' })
    expect(termOf(table('mail.sent'))).toBeUndefined()
    expect(termOf(table('email.account', 'id'))).toBeUndefined()
    expect(termOf(table('activity.account', 'id'))).toEqual({ months: 24, after: 'lastUse' })
    expect(termOf(table('nobody', 'id'))).toBeUndefined()
  })
})

describe('K26, K30: the rights that follow from a basis', () => {
  const always = ['access', 'rectification', 'restriction']
  test.each([
    ['consent', [...always, 'erasure', 'portability', 'withdrawal']],
    ['contract', [...always, 'erasure', 'portability']],
    ['legalDuty', always],
    ['vitalInterest', [...always, 'erasure']],
    ['publicTask', [...always, 'objection']],
    ['legitimateInterest', [...always, 'erasure', 'objection']],
  ] as const)('%s: GDPR articles 7(3), 15–18, 20(1) and 21(1), and 17(3)(b)', (basis, rights) => {
    expect([...rightsOn[basis]].sort()).toEqual([...rights].sort())
  })
})
