import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listIn, pythonList } from './notation'

/** What Python's repr() makes of a text: single quotes, unless only those stand in it; what cannot be printed as an escape. */
function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const signs = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (sign === quote || sign === '\\') return `\\${sign}`
    if (sign === '\n') return '\\n'
    if (sign === '\t') return '\\t'
    if (code < 0x20 || (code >= 0x7f && code < 0xa1)) return `\\x${code.toString(16).padStart(2, '0')}`
    if (code >= 0x10000) return `\\U${code.toString(16).padStart(8, '0')}`
    return code >= 0x2028 && code <= 0x202e ? `\\u${code.toString(16)}` : sign
  })
  return quote + signs.join('') + quote
}

describe('a list in Python notation', () => {
  test.each([
    [`['Privé keuken', "'t Zand", 'Onbekend energielabel']`, ['Privé keuken', "'t Zand", 'Onbekend energielabel']],
    ['[]', []],
    [`['a',]`, ['a']],
    [`('a', "b")`, ['a', 'b']],
    [`[1, 2.5, True, None, 'None']`, ['1', '2.5', 'True', 'None']],
    [String.raw`['it\'s', '\xe9\u20ac\n\101']`, ["it's", 'é€\nA']],
  ])('%s', (text, expected) => expect(pythonList(text)).toEqual(expected))

  test.each([
    '',
    "'a'",
    "['a'",
    "['a' 'b']",
    "['a', ['b']]",
    "['a]",
    "['a')",
    '[,]',
    "['a',,'b']",
    '[__import__("os")]',
    String.raw`['\U00110000']`,
  ])('is not: %s', (text) => expect(pythonList(text)).toBeUndefined())

  test('reads what Python writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (items) => {
        expect(pythonList(`[${items.map(repr).join(', ')}]`)).toEqual(items)
      }),
      { numRuns: 500 },
    )
  })

  test('takes any text without a crash, and in time in proportion to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[](),\'"\\ xu1aé\n') }), (text) => {
        const list = pythonList(text)
        expect(list === undefined || Array.isArray(list)).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(pythonList(`['${'\\'.repeat(100_000)}`)).toBeUndefined()
  })
})

test('other notations', () => {
  expect(listIn(' ', 'python')).toEqual([])
  expect(listIn('["a", 2, true]', 'json')).toEqual(['a', '2', 'true'])
  expect(listIn('[{"a": 1}]', 'json')).toBeUndefined()
  expect(listIn('[', 'json')).toBeUndefined()
  expect(listIn('a|b| c', { separator: '|' })).toEqual(['a', 'b', ' c'])
})
