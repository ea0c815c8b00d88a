import { expect, test } from 'vitest'
import { decisions } from './testing'

test.each(decisions)('$what: as it is written out in testing.ts', ({ now, is }) => {
  expect(now()).toEqual(is)
})
