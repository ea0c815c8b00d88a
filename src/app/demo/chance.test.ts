import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from './chance'

describe('chance', () => {
  test('falls the same way for the same seed and another way for the next', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = (from: number) => Array.from({ length: 8 }, chance(from).next)
        expect(draw(seed)).toEqual(draw(seed))
        expect(draw(seed)).not.toEqual(draw(seed + 1))
      }),
    )
  })

  test('stays within its bounds and reaches them', () => {
    const luck = chance(1)
    const thrown = Array.from({ length: 600 }, () => luck.whole(1, 6))
    expect([...new Set(thrown)].sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect(luck.odds(0)).toBe(false)
    expect(luck.odds(1)).toBe(true)
  })

  test('shuffles without losing anything and refuses to choose from nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
        expect(chance(seed).shuffled(list).sort()).toEqual([...list].sort())
      }),
    )
    expect(() => chance(1).one([])).toThrow()
  })
})
