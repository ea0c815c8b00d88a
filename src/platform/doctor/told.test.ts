import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../std/words'
import { doctorWords, told } from './index'

describe('what the doctor tells', () => {
  test.each<[Language, string]>([
    ['nl', '21 november 2026'],
    ['fr', '21 novembre 2026'],
    ['en', '21 November 2026'],
  ])('a day is written as people write it: %s', (language, day) => {
    expect(told({ check: 'keyCopy', state: 'good', facts: { day: '2026-11-21' } }, language).text).toContain(day)
  })

  test.each(languages)('an option is never told without the command that takes it: %s', (language) => {
    for (const { good, bad, unknown, todo } of Object.values(doctorWords(language).checks))
      for (const said of [good({}), bad({}), unknown({}), todo({})])
        expect(said.replace(/huisrecht [a-z]+[^.]*?--[a-z]+/g, '')).not.toContain('--')
    expect(told({ check: 'dkim', state: 'unknown', facts: {} }, language).text).toContain('huisrecht doctor --dkim')
  })
})
