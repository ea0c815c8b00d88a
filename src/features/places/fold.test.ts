import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, forgiven, isNear, slugOf } from './fold'

it('folds accents, capitals and punctuation', () => {
  expect(fold("'s-Hertogenbosch")).toBe('s hertogenbosch')
  expect(fold('  Liège (Cœur) ')).toBe('liege coeur')
  expect(slugOf('Louvain-la-Neuve')).toBe('louvain-la-neuve')
})

it('forgives a letter too many, too few, wrong or swapped', () => {
  for (const slip of ['leuvn', 'leuvenn', 'leuwen', 'luevn', 'eluven'])
    expect(isNear('leuven', slip, slip === 'luevn' ? 2 : 1)).toBe(true)
  expect(isNear('leuven', 'luevn', 1)).toBe(false)
  expect(isNear('gent', 'genk', 0)).toBe(false)
})

/** The definition itself, slow: what the quick function must agree with. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [p, q] = [a.slice(0, -1), b.slice(0, -1)]
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    distance(p, b) + 1,
    distance(a, q) + 1,
    distance(p, q) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  )
}

it('agrees with the definition of the distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, errors) => {
      expect(isNear(a, b, errors)).toBe(distance(a, b) <= errors)
    }),
  )
})

it('forgives nothing in short words', () => {
  expect([3, 4, 6, 7].map(forgiven)).toEqual([0, 1, 1, 2])
})
