import { expect, test } from 'vitest'
import { inOrder } from './order'

test('rooms stand in the order of their numbers', () => {
  expect(['Kot 10', 'kot 2', 'Kot 1', 'Één kot'].toSorted(inOrder)).toEqual(['Één kot', 'Kot 1', 'kot 2', 'Kot 10'])
})
