import { describe, expect, test } from 'vitest'
import { isLanguage, languageFrom, wordsIn } from './words'

describe('words', () => {
  test('are picked by language', () => {
    const words = wordsIn({ nl: { room: 'kot' }, fr: { room: 'kot' }, en: { room: 'room' } })
    expect(words('en').room).toBe('room')
    expect(words('nl').room).toBe('kot')
  })
  test('only the three languages are languages', () => {
    expect(['nl', 'fr', 'en'].every(isLanguage)).toBe(true)
    expect([undefined, 'de', 'NL', '', 1].some(isLanguage)).toBe(false)
  })
  test.each([
    [{ LANG: 'nl_BE.UTF-8' }, 'nl'],
    [{ LANG: 'nl_BE.UTF-8', LC_ALL: '' }, 'nl'],
    [{ LANG: 'nl_BE.UTF-8', LC_MESSAGES: 'fr_BE', LC_ALL: 'en_GB' }, 'en'],
    [{ LANG: 'nl_BE.UTF-8', LC_MESSAGES: 'fr_BE' }, 'fr'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LC_ALL: 'C', LANG: 'fr_BE' }, 'en'],
    [{}, 'en'],
  ])('of who runs the program: %o is %s', (env, language) => {
    expect(languageFrom(env)).toBe(language)
  })
})
