import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../std/words'
import { firstName } from './fields'
import { ownPath } from './paths'
import { someUserName, userName } from './user-names'

describe('names', () => {
  test('a proposed user name is one that is accepted, whatever the first name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ unit: 'grapheme', maxLength: 60 }), (language, name) => {
        expect(userName().safeParse(someUserName(language, name)).success).toBe(true)
      }),
    )
  })

  test.each(['An', 'Jean-Luc', 'O’Neill', "D'Arcy", 'Ana M.', 'Zoë', 'Łukasz', 'Мария', '美咲', 'नीलम'])(
    '%s is a first name',
    (name) => {
      expect(firstName().safeParse(name).success).toBe(true)
    },
  )
  test.each(['<b>', '4ndy', '🦊', 'a@b.be', 'https://x', '-', ''])('%s is none', (name) => {
    expect(firstName().safeParse(name).success).toBe(false)
  })
  test.each(['an@kot', 'an kot', 'an', 'x'.repeat(31), 'an/kot'])('%s is no user name', (name) => {
    expect(userName().safeParse(name).success).toBe(false)
  })
})

describe('where somebody may be led', () => {
  test.each(['/nl', '/nl/rooms?q=gent&page=2', '/fr/rooms/abc_-1', '/en?x=%20'])('%s', (path) => expect(ownPath(path)).toBe(path))
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/nlx',
    '/de/rooms',
    '/nl/\\x',
    '/nl/x\ny',
    '/nl/sign-out',
    '/nl/confirm/x',
    ['/nl'],
  ])('not to %s', (path) => expect(ownPath(path)).toBeUndefined())
  test('never to another host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `/nl${text}`),
        ),
        (text) => {
          const path = ownPath(text)
          if (path) expect(new URL(path, 'http://here.example').host).toBe('here.example')
        },
      ),
    )
  })
})
