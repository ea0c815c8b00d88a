import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benelux, cellOf, isIn } from './geo'
import { gridAt, squareOf, squaresIn, wholeSquares } from './grid'

const point = fc.record({
  lat: fc.double({ min: benelux.south, max: benelux.north, noNaN: true }),
  lon: fc.double({ min: benelux.west, max: benelux.east, noNaN: true }),
})
const zoom = fc.integer({ min: 5, max: 18 })

test('from zoom 15 no two cells share a square', () => {
  fc.assert(
    fc.property(point, point, fc.integer({ min: 15, max: 18 }), (a, b, zoom) => {
      const [one, other] = [cellOf(a), cellOf({ lat: a.lat + (b.lat - a.lat) / 500, lon: a.lon + (b.lon - a.lon) / 500 })]
      fc.pre(one.lat !== other.lat || one.lon !== other.lon)
      expect(squareOf(gridAt(zoom), one)).not.toEqual(squareOf(gridAt(zoom), other))
    }),
  )
})

test('whole squares hold the box, and no square is cut', () => {
  fc.assert(
    fc.property(point, point, zoom, (a, b, zoom) => {
      const grid = gridAt(zoom)
      const box = {
        south: Math.min(a.lat, b.lat),
        north: Math.max(a.lat, b.lat),
        west: Math.min(a.lon, b.lon),
        east: Math.max(a.lon, b.lon),
      }
      const whole = wholeSquares(grid, box)
      expect(isIn(whole, a) && isIn(whole, b)).toBe(true)
      expect(Math.abs((whole.east - whole.west) / grid.wide - Math.round((whole.east - whole.west) / grid.wide))).toBeLessThan(
        1e-6,
      )
      const [first, last] = [squareOf(grid, a), squareOf(grid, b)]
      const touched = (Math.abs(first.row - last.row) + 1) * (Math.abs(first.column - last.column) + 1)
      expect(squaresIn(grid, box)).toBeGreaterThanOrEqual(touched)
    }),
  )
})
