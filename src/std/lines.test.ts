import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packLine, unpackLine } from './lines'

const degrees = fc.integer({ min: -180_000, max: 180_000 }).map((n) => n / 1000)

test('a line comes back as it went, to a thousandth of a degree', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees, degrees), { maxLength: 30 }), (line) => {
      const kept = line.filter(([x, y], at) => at === 0 || x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1])
      const packed = packLine(line)
      expect(packed).toMatch(/^[?-~]*$/)
      expect(unpackLine(packed)).toEqual(kept.map(([x, y]) => [x + 0, y + 0]))
    }),
  )
})

test('is short: a step of a few hundred metres is two characters', () => {
  expect(
    packLine([
      [3.7, 51],
      [3.705, 51.01],
    ]).length,
  ).toBeLessThan(14)
})
