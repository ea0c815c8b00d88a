import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise'

test('an address is found however it was typed', () => {
  for (const typed of ['An@Example.org', ' an@example.ORG ', 'ａn@example.org']) expect(normalise(typed)).toBe('an@example.org')
  expect(normalise('an@Café.example')).toBe('an@xn--caf-dma.example')
  expect(normalise('an@xn--caf-dma.example')).toBe('an@xn--caf-dma.example')
})

test('a user name has no domain, and a domain may stand alone', () => {
  expect(normalise(' An-Zoekt')).toBe('an-zoekt')
  expect(normalise('@Café.example')).toBe('@xn--caf-dma.example')
})

test('what may be another mailbox stays another value', () => {
  expect(normalise('a.n+kot@example.org')).not.toBe(normalise('an@example.org'))
})

test('normalising twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)))
})
