import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { idOfToken, tokenOf, tokenShape } from './links'
import { mark, newKey } from './vault/seal'

const siteWith = (key: Buffer) => ({
  vault: { mark: (use: string, value: string) => mark(key, `${use} ${value}`).toString('base64url') },
})
const site = siteWith(newKey())
const id = randomUUID()

describe('the token of a link in a mail', () => {
  test('has the id and a signature, in the shape that routes know, and leads back to the id', () => {
    const token = tokenOf(site, 'alert', id)
    expect(token).toMatch(new RegExp(`^${tokenShape}$`))
    expect(idOfToken(site, 'alert', token)).toBe(id)
  })

  test('is refused for another use, of another site, for another id, and when it was shortened, changed or added to', () => {
    const token = tokenOf(site, 'reply author', id)
    const other = randomUUID().replaceAll('-', '')
    const changed = token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    for (const wrong of [token.slice(0, -1), `${token}a`, changed, other + token.slice(32), '', id])
      expect(() => idOfToken(site, 'reply author', wrong)).toThrow('refused 404')
    expect(() => idOfToken(site, 'reply parent', token)).toThrow('refused 404')
    expect(() => idOfToken(siteWith(newKey()), 'reply author', token)).toThrow('refused 404')
  })
})
