import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Stopped } from './held'
import { Keyring, NotForThis } from './keyring'
import { newKey, SealBroken } from './seal'

type Stops = { restricted: boolean; objected: string[]; consented: string[] }
const nothing: Stops = { restricted: false, objected: [], consented: [] }
const person = randomUUID()
const row = { id: randomUUID(), person_id: person }

/** A ring with one key, of the class of an account, for somebody with these stops; and what it said was broken. */
function ring(stops: Partial<Stops> = {}, key = newKey()) {
  const broken: string[] = []
  const keys = new Map([[`${person} service`, () => key]])
  return { keys: new Keyring(keys, new Map([[person, { ...nothing, ...stops }]]), (path) => broken.push(path)), broken, key }
}
/** An e-mail address of the account, sealed and bound. */
const address = (keys: Keyring) =>
  keys.bind('accounts', { ...row, ...keys.seal('accounts', row, { email: 'é@example.org' }) }).email

describe('a ring of keys', () => {
  test('seals what there is, leaves out what is not told, and keeps nothing as nothing', () => {
    const { keys } = ring()
    expect(address(keys).open('account')).toBe('é@example.org')
    expect(keys.seal('accounts', row, { email: undefined })).toEqual({})
    expect(Reflect.apply(keys.seal, keys, ['accounts', row, { email: null }])).toEqual({ email: null })
    expect(keys.bindRow('accounts', { ...row, email: null, first_name: 'plain' })).toEqual({ email: null, first_name: null })
  })

  test('says which key it lacks, and not what was to be sealed', () => {
    const { keys } = ring()
    const other = { ...row, person_id: randomUUID() }
    const seal = () => keys.seal('accounts', other, { email: 'an@example.org' })
    expect(seal).toThrow('no service key in this ring for accounts.email')
    expect(seal).not.toThrow(/an@/)
  })

  test('gives out values that print as the names of their columns, whichever way they are printed', () => {
    const { keys } = ring()
    const sealed = keys.seal('accounts', row, { email: 'an@example.org' })
    const bound = keys.bind('accounts', { ...row, ...sealed })
    const name = '[sealed accounts.email]'
    expect(`${bound.email}`).toBe(name)
    expect(JSON.stringify(bound)).toBe(`{"email":"${name}"}`)
    expect(inspect(bound)).toBe(`{ email: ${name} }`)
    expect(inspect(new Error('x', { cause: bound }))).not.toContain('an@')
    expect([JSON.stringify(sealed), `${sealed.email}`, inspect(sealed)]).toEqual([
      '{"email":"[sealed]"}',
      '[sealed]',
      '{ email: [sealed] }',
    ])
  })

  test('opens for no purpose that the holding does not have', () => {
    const { keys, broken } = ring()
    const open = () => Reflect.apply(address(keys).open, undefined, ['disputes'])
    expect(open).toThrow(NotForThis)
    expect(open).toThrow(expect.objectContaining({ code: 'not_for_this', message: 'email.account is not held for disputes' }))
    expect(broken).toEqual([])
  })

  test('G7 G8 K26: opens nothing that is stopped, says why, and what still may', () => {
    const purposes = ['account', 'signIn', 'messaging', 'commercialMail', 'rights'] as const
    const answers = (stops: Partial<Stops>) => {
      const email = address(ring(stops).keys)
      return purposes.map((purpose) => {
        try {
          email.open(purpose)
          expect(email.may(purpose)).toBe(true)
          return 'opens'
        } catch (error) {
          expect(email.may(purpose)).toBe(false)
          expect(error).toBeInstanceOf(Stopped)
          expect(error).toMatchObject({ code: 'processing_stopped' })
          return error instanceof Stopped && error.message === `stopped by ${error.because}` ? error.because : 'thrown'
        }
      })
    }
    expect(answers({})).toEqual(['opens', 'opens', 'opens', 'consent', 'opens'])
    expect(answers({ consented: ['statistics'] })).toEqual(['opens', 'opens', 'opens', 'consent', 'opens'])
    expect(answers({ consented: ['commercialMail'] })).toEqual(['opens', 'opens', 'opens', 'opens', 'opens'])
    expect(answers({ objected: ['messaging'] })).toEqual(['opens', 'opens', 'objection', 'consent', 'opens'])
    expect(answers({ restricted: true, objected: ['messaging'], consented: ['commercialMail'] })).toEqual([
      'restriction',
      'opens',
      'restriction',
      'restriction',
      'opens',
    ])
  })

  test('of whose stops nothing is known, what needs consent does not open', () => {
    const { key, keys } = ring()
    const sealed = keys.seal('accounts', row, { email: 'an@example.org' })
    const email = new Keyring(new Map([[`${person} service`, () => key]]), new Map(), () => {}).bind('accounts', {
      ...row,
      ...sealed,
    }).email
    expect(email.open('account')).toBe('an@example.org')
    expect(() => email.open('commercialMail')).toThrow(Stopped)
  })

  test('tells of a seal that is broken where it was, and of nothing else that fails', () => {
    const { keys } = ring()
    const sealed = { ...row, ...keys.seal('accounts', row, { email: 'an@example.org' }) }
    const other = ring()
    expect(() => other.keys.bind('accounts', sealed).email.open('account')).toThrow(SealBroken)
    expect(other.broken).toEqual(['accounts.email'])
    const short = ring({}, Buffer.alloc(3))
    expect(() => short.keys.bind('accounts', sealed).email.open('account')).toThrow(RangeError)
    expect(short.broken).toEqual([])
  })

  test('without the key of a person opens nothing of theirs, and says so', () => {
    const broken: string[] = []
    const none = new Keyring(new Map(), new Map(), (path) => broken.push(path))
    expect(() =>
      none.bind('accounts', { ...row, ...ring().keys.seal('accounts', row, { email: 'x' }) }).email.open('rights'),
    ).toThrow(SealBroken)
    expect(broken).toEqual(['accounts.email'])
  })
})
