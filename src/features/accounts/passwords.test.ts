import { hash } from '@node-rs/argon2'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword, weakness } from './passwords'

const an = ['An', 'an.devos@example.org', 'an-merel-42', 'Zolder']

describe('passwords', () => {
  test('K2 a password is kept as an argon2id hash with the parameters of OWASP', async () => {
    const stored = await hashPassword('vier trappen op')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'vier trappen op')).toBe(true)
    expect(await verifyPassword(stored, 'vier trappen af')).toBe(false)
    expect(await verifyPassword(null, 'vier trappen op')).toBe(false)
  })

  test('the same letters typed in another way are the same password', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9 op de hoek'), 'cafe\u0301 op de hoek')).toBe(true)
  })

  test('a hash of weaker parameters is known as outdated', async () => {
    expect(isOutdated(await hash('vier trappen op', { memoryCost: 4096, timeCost: 1, parallelism: 1 }))).toBe(true)
    expect(isOutdated(await hashPassword('vier trappen op'))).toBe(false)
  })

  test.each([
    'password123',
    'P@ssw0rd2026',
    'Welkom2026!!',
    'wachtwoord1',
    'motdepasse!',
    'azertyuiop',
    'qwertyuiop[',
    '1234567890',
    '9876543210',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'welkomwelkom',
    'I love you so much',
    'correct horse battery staple',
  ])('%s is refused as common', async (password) => {
    expect(await weakness(password, an)).toBe('common')
  })

  test.each(['an.devos@example.org', 'mijn an-merel-42', 'Zolderkamertje 7', 'z0lder-z0lder-x'])(
    '%s says something of its owner',
    async (password) => {
      expect(await weakness(password, an)).toBe('own')
    },
  )

  test.each(['vier trappen op', 'banaan fietst naar zee', 'x8#Kq!0zPw2v', 'パスワードは秘密です', '🦊🦊🌙🏠🚲🧇☕️🌧'])(
    '%s will do',
    async (password) => {
      expect(await weakness(password, an)).toBeUndefined()
    },
  )

  test('any text gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 256 }), async (text) => {
        expect([undefined, 'common', 'own']).toContain(await weakness(text, an))
      }),
    )
  })
})
