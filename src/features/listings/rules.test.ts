import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moved, ordered } from './photos/rules'
import { acts, mayAct, mayShowPhone, newPublicId, nextAfter, phoneOf, statusAfter, statusWhenChanged } from './rules'
import { stepNames } from './steps'

describe('the telephone number of an advert (K5)', () => {
  // hasPhone, spotlit, signedIn, hasReplied → shown
  test.each([
    [false, false, false, false, false],
    [false, false, false, true, false],
    [false, false, true, false, false],
    [false, false, true, true, false],
    [false, true, false, false, false],
    [false, true, false, true, false],
    [false, true, true, false, false],
    [false, true, true, true, false],
    [true, false, false, false, false],
    [true, false, false, true, false],
    [true, false, true, false, false],
    [true, false, true, true, true],
    [true, true, false, false, true],
    [true, true, false, true, true],
    [true, true, true, false, true],
    [true, true, true, true, true],
  ])('phone %s, spotlight %s, signed in %s, replied %s: shown %s', (hasPhone, spotlit, signedIn, hasReplied, shown) => {
    expect(mayShowPhone({ hasPhone, spotlit, signedIn, hasReplied })).toBe(shown)
  })
})

describe('a telephone number as typed', () => {
  test.each([
    ['0470 12 34 56', '+32470123456'],
    ['016/22.33.44', '+3216223344'],
    ['+32 (0)470 12 34 56', '+32470123456'],
    ['0032470123456', '+32470123456'],
    ['06-12345678', '+31612345678'],
    ['020 123 45 67', '+31201234567'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['０４７０ １２ ３４ ５６', '+32470123456'],
  ])('%s', (typed, number) => {
    expect(phoneOf(typed)).toBe(number)
    expect(phoneOf(number)).toBe(number)
  })
  test.each(['', '112', '0470', 'geen', '+0470123456', '0470 12 34 56 78 90 12 34', '047012345x'])('%j is none', (typed) => {
    expect(phoneOf(typed)).toBeUndefined()
  })
})

describe('what an owner may do', () => {
  test('an advert that the desk took offline comes back only through another look', () => {
    for (const status of ['held', 'removed'] as const) {
      expect(acts.filter((act) => mayAct(act, status))).toEqual([])
      expect(statusWhenChanged(status)).toBe('held')
    }
    expect(statusWhenChanged('rented')).toBe('published')
  })
  test('no act leaves an advert as it is', () => {
    for (const act of acts)
      for (const status of ['waiting', 'published', 'paused', 'rented', 'archived'] as const)
        if (mayAct(act, status)) expect(statusAfter(act)).not.toBe(status)
  })
})

test('the wizard asks every open page once, the following ones first', () => {
  const some = fc.subarray([...stepNames])
  fc.assert(
    fc.property(fc.constantFrom(...stepNames), some, (from, done) => {
      const asked = [from]
      for (let next = nextAfter(from, [...done, from], stepNames); next; next = nextAfter(next, [...done, ...asked], stepNames))
        asked.push(next)
      expect(new Set(asked)).toEqual(new Set([from, ...stepNames.filter((name) => !done.includes(name))]))
      expect(asked.length).toBe(new Set(asked).size)
    }),
  )
  expect(nextAfter('rent', ['rent'], stepNames)).toBe('bareRent')
})

test('photos keep being the same ones, whatever order is sent', () => {
  const photos = ['a', 'b', 'c', 'd']
  expect(moved(photos, 'c first')).toEqual(['c', 'a', 'b', 'd'])
  expect(moved(photos, 'c earlier')).toEqual(['a', 'c', 'b', 'd'])
  expect(moved(photos, 'c later')).toEqual(['a', 'b', 'd', 'c'])
  expect(ordered(photos, 'd,x,a')).toEqual(['d', 'a', 'b', 'c'])
  fc.assert(
    fc.property(fc.string(), fc.array(fc.constantFrom(...photos, 'x')), (move, order) => {
      expect(moved(photos, move).sort()).toEqual(photos)
      expect(ordered(photos, order.join(',')).sort()).toEqual(photos)
    }),
  )
})

test('an advert’s name in addresses is random and spells nothing', () => {
  const names = Array.from({ length: 500 }, newPublicId)
  expect(new Set(names).size).toBe(500)
  for (const name of names) expect(name).toMatch(/^[2-9b-df-hj-np-tv-xz]{12}$/)
})
