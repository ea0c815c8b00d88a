import { gcm } from '@noble/ciphers/aes.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Binding, derive, mark, newKey, SealBroken, seal, unseal } from './seal'

const key = newKey()
const home: Binding = { column: 21, row: 'row-1', person: 'an', class: 'service' }
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constant(''),
  fc.constant('x'.repeat(1_000_000)),
)
const anyBinding = fc.record({
  column: fc.integer({ min: 0, max: 99 }),
  row: fc.string(),
  person: fc.string(),
  class: fc.string(),
})
const opens = (sealed: Buffer, binding: Binding, by = key): boolean => {
  try {
    unseal(by, binding, sealed)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(SealBroken)
    return false
  }
}

describe('a sealed value', () => {
  test('opens where it was sealed, whatever it says', () => {
    fc.assert(
      fc.property(anyText, anyBinding, (text, binding) => {
        const plain = Buffer.from(text, 'utf8')
        expect(unseal(key, binding, seal(key, binding, plain)).equals(plain)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('does not open in another column, row, person or class', () => {
    fc.assert(
      fc.property(anyBinding, anyBinding, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(opens(seal(key, one, Buffer.from('An')), other)).toBe(false)
      }),
    )
  })

  test('parts of a binding do not run into each other', () => {
    const sealed = seal(key, { ...home, row: 'ab', person: 'c' }, Buffer.from('An'))
    expect(opens(sealed, { ...home, row: 'a', person: 'bc' })).toBe(false)
    expect(opens(sealed, { ...home, row: 'ab', person: 'c' })).toBe(true)
  })

  test('does not open after any change to its bytes, cut short, or under another key', () => {
    const sealed = seal(key, home, Buffer.from('an@example.org'))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(opens(changed, home)).toBe(false)
    }
    for (let length = 0; length < sealed.length; length++) expect(opens(sealed.subarray(0, length), home)).toBe(false)
    expect(opens(Buffer.concat([sealed, Buffer.alloc(1)]), home)).toBe(false)
    expect(opens(sealed, home, newKey())).toBe(false)
    expect(opens(sealed, home)).toBe(true)
  })

  test('tells neither its content nor its length: equal values differ, and lengths fall in classes', () => {
    const lengths = new Set<number>()
    for (let length = 0; length <= 60; length++) lengths.add(seal(key, home, Buffer.alloc(length)).length - 30)
    expect([...lengths]).toEqual([16, 32, 64])
    expect(seal(key, home, Buffer.alloc(5000)).length - 30).toBe(8192)
    expect(seal(key, home, Buffer.from('An')).equals(seal(key, home, Buffer.from('An')))).toBe(false)
  })

  test('is what a second implementation of AES-256-GCM makes of it (noble)', () => {
    const sealed = seal(key, home, Buffer.from('Zoë', 'utf8'))
    const parts = ['1', '1', '21', 'row-1', 'an', 'service'].map((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.byteLength(part))
      return Buffer.concat([length, Buffer.from(part)])
    })
    const cipher = gcm(key, sealed.subarray(2, 14), Buffer.concat(parts))
    const padded = Buffer.from(cipher.decrypt(Buffer.concat([sealed.subarray(30), sealed.subarray(14, 30)])))
    expect(padded.subarray(4, 4 + padded.readUInt32BE()).toString('utf8')).toBe('Zoë')
    expect(padded.length).toBe(16)
    const again = Buffer.from(cipher.encrypt(padded))
    expect(again.equals(Buffer.concat([sealed.subarray(30), sealed.subarray(14, 30)]))).toBe(true)
  })

  test('opens only in the version and suite that it names', () => {
    const sealed = seal(key, home, Buffer.from('An'))
    for (const at of [0, 1]) {
      const other = Buffer.from(sealed)
      other[at] = 2
      expect(opens(other, home)).toBe(false)
    }
  })
})

describe('what was written once', () => {
  const old = Buffer.alloc(32, 7)
  const bytes = (text: string) => Buffer.from(text, 'base64')

  test('opens and is found for ever: values of an earlier day', () => {
    const sealed = bytes('AQGNCBNmRA6cAcrsszJFi8+tpEu/gyQyLzgR4L7IaRiLoWyGWN+4XMRYSlWRU4KK/XbTZ7QeBie2Arpq2VM=')
    const there = { column: 21, row: 'row-1', person: 'Zoë', class: 'service' }
    expect(unseal(old, there, sealed).toString('utf8')).toBe('an@example.org')
    expect(mark(old, 'Zoë')).toEqual(bytes('iPqPCI6T6PBlgw+8A6hjDGg6A5JQ0MJqwIgFaNdD2YA='))
    expect(derive(old, 'index 22')).toEqual(bytes('cZkv/BQp1xwlg5elywKMl0Gvd1TC1YxCi+WaE98IrI0='))
  })

  test('that does not open says so by a code, and nothing of the value', () => {
    const { code, message } = new SealBroken()
    expect({ code, message }).toEqual({ code: 'seal_broken', message: 'a sealed value does not open' })
  })
})

describe('derived keys and marks', () => {
  test('differ by use, and are the same for the same use', () => {
    expect(derive(key, 'index 22').equals(derive(key, 'index 24'))).toBe(false)
    expect(derive(key, 'index 22').equals(derive(key, 'index 22'))).toBe(true)
    expect(mark(key, 'an').equals(mark(newKey(), 'an'))).toBe(false)
  })
})
