import { describe, expect, test } from 'vitest'
import { isLanguage, wordsIn } from './words'

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
})
