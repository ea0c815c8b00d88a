import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyOf } from './company'

test.each<[string, string | undefined]>([
  ['0123.456.749', 'KBO 0123.456.749'],
  ['BE 0123456749', 'KBO 0123.456.749'],
  ['btw be 123 456 749', 'KBO 0123.456.749'],
  ['0123.456.748', undefined],
  ['NL000099998B57', 'BTW NL000099998B57'],
  ['NL000099998B58', undefined],
  ['NL111222333B01', 'BTW NL111222333B01'],
  ['NL111222334B01', undefined],
  ['KvK 12345678', 'KvK 12345678'],
  ['12345678', 'KvK 12345678'],
  ['1234567', undefined],
  ['BE', undefined],
  ['', undefined],
])('%s', (typed, expected) => expect(companyOf(typed)).toBe(expected))

test('one wrong digit of a Belgian number is seen, and what is shown can be typed', () => {
  const eight = fc.integer({ min: 1, max: 19_999_999 }).map((n) => String(n).padStart(8, '0'))
  fc.assert(
    fc.property(eight, fc.nat(7), fc.integer({ min: 1, max: 9 }), (first, at, more) => {
      const whole = first + String(97 - (Number(first) % 97)).padStart(2, '0')
      const shown = companyOf(whole)
      expect(shown).toMatch(/^KBO /)
      expect(companyOf(shown ?? '')).toBe(shown)
      const other = `${first.slice(0, at)}${(Number(first[at]) + more) % 10}${first.slice(at + 1)}`
      expect(companyOf(other + whole.slice(8))).toBeUndefined()
    }),
  )
})
