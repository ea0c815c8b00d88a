import { expect, test } from 'vitest'
import { counted, countedOf, isCounted, opensFor, purposeNames } from './index'

test('K37: a site counts visits with statistics alone, and places where there is a search', () => {
  expect(countedOf(['search', 'listings'])).toEqual([])
  expect(countedOf(['statistics'])).toEqual(['views', 'page', 'source', 'country', 'language', 'device', 'goal'])
  expect(countedOf(['search', 'statistics'])).toEqual([
    'views',
    'page',
    'source',
    'country',
    'language',
    'device',
    'place',
    'goal',
  ])
  expect(counted.every(isCounted)).toBe(true)
  for (const other of ['', 'address', undefined, 7]) expect(isCounted(other)).toBe(false)
})

test('a value opens for the purposes of its holding, for the rights of its person, and for an order where an authority may have it', () => {
  const opens = (name: Parameters<typeof opensFor>[0]) => purposeNames.filter((purpose) => opensFor(name, purpose))
  expect(opens('phone.listing').toSorted()).toEqual(['contact', 'orders', 'publishing', 'rights'])
  expect(opens('document.listing').toSorted()).toEqual(['moderation', 'publishing', 'rights'])
  expect(opensFor('phone.listing', '')).toBe(false)
})
