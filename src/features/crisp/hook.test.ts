import { describe, expect, test } from 'vitest'
import { isOfCrisp, isSigned } from './hook'

// integrations, §8.3.
const vector = {
  timestamp: '1700000000000',
  body: '{"website_id":"w","event":"message:send","data":{},"timestamp":1}',
  signature: '3be5993da3de154aaeca5b8b951e2bea2f77174dcb8c8aa1eacb23c7a1b64d1b',
}
const then = new Date(1_700_000_000_000)
const later = (ms: number) => new Date(then.getTime() + ms)

describe('Q11: a hook proves that it is of Crisp', () => {
  test('by its signature over the JSON, as it came or as it is written compactly', () => {
    expect(isSigned('sec', vector)).toBe(true)
    expect(isSigned('sec', { ...vector, body: JSON.stringify(JSON.parse(vector.body), null, 2) })).toBe(true)
    for (const wrong of [
      { body: vector.body.replace('1}', '2}') },
      { timestamp: '1700000000001' },
      { signature: vector.signature.toUpperCase() },
      { signature: '' },
      { body: 'geen JSON' },
    ])
      expect(isSigned('sec', { ...vector, ...wrong })).toBe(false)
    expect(isSigned('another', vector)).toBe(false)
  })

  test('made just now: what was signed before is a replay', () => {
    const proof = { ...vector, key: undefined }
    const secrets = { hookSecret: 'sec' }
    for (const ms of [0, 299_000, -299_000]) expect([ms, isOfCrisp(secrets, later(ms), proof)]).toEqual([ms, true])
    for (const ms of [301_000, -301_000]) expect([ms, isOfCrisp(secrets, later(ms), proof)]).toEqual([ms, false])
    for (const timestamp of [undefined, '', 'nu']) expect(isOfCrisp(secrets, then, { ...proof, timestamp })).toBe(false)
  })

  test('or by the secret in its address, where it is not signed; a wrong signature is not made good by that', () => {
    const unsigned = { timestamp: undefined, signature: undefined, body: vector.body }
    const secrets = { hookSecret: 'sec', hookKey: 'sleutel' }
    expect(isOfCrisp(secrets, then, { ...unsigned, key: 'sleutel' })).toBe(true)
    for (const key of [undefined, '', 'sleute', 'sleutell']) expect(isOfCrisp(secrets, then, { ...unsigned, key })).toBe(false)
    expect(isOfCrisp(secrets, then, { ...vector, signature: 'x', key: 'sleutel' })).toBe(false)
    // What the operator did not turn on proves nothing.
    expect(isOfCrisp({}, then, { ...unsigned, key: '' })).toBe(false)
    expect(isOfCrisp({ hookKey: 'sleutel' }, then, { ...vector, key: undefined })).toBe(false)
  })
})
