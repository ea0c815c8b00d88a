import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benelux, boxAround, cellAround, cellOf, cellReach, isIn, metresBetween, moved, type Point } from './geo'

const leuven: Point = { lat: 50.87959, lon: 4.70093 }
const gent: Point = { lat: 51.05, lon: 3.71667 }

const somewhere = fc.record({
  lat: fc.double({ min: benelux.south, max: benelux.north, noNaN: true }),
  lon: fc.double({ min: benelux.west, max: benelux.east, noNaN: true }),
})
const bearing = fc.double({ min: 0, max: 360, noNaN: true })

describe('metresBetween', () => {
  it('knows a degree of latitude and the way from Leuven to Gent', () => {
    expect(metresBetween({ lat: 50, lon: 4 }, { lat: 51, lon: 4 })).toBeCloseTo(111_195, 0)
    expect(metresBetween(leuven, gent) / 1000).toBeCloseTo(71.5, 0)
  })

  it('is a distance: zero to itself, the same both ways, never longer by a detour', () => {
    fc.assert(
      fc.property(somewhere, somewhere, somewhere, (a, b, c) => {
        expect(metresBetween(a, a)).toBe(0)
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 6)
        expect(metresBetween(a, c)).toBeLessThanOrEqual(metresBetween(a, b) + metresBetween(b, c) + 1e-6)
      }),
    )
  })
})

describe('boxAround', () => {
  it('holds every point within the distance and touches the circle', () => {
    fc.assert(
      fc.property(somewhere, bearing, fc.integer({ min: 10, max: 20_000 }), (centre, direction, metres) => {
        const box = boxAround(centre, metres)
        const there = moved(centre, direction, metres * 0.995)
        if (metresBetween(centre, there) <= metres) expect(isIn(box, there)).toBe(true)
        expect(metresBetween(centre, { lat: box.north, lon: centre.lon })).toBeCloseTo(metres, 3)
        expect(metresBetween(centre, { lat: centre.lat, lon: box.east })).toBeLessThan(metres * 1.01 + 0.01)
      }),
    )
  })
})

describe('cellAround', () => {
  it('holds the point, and every point in it has the same cell', () => {
    const inner = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(somewhere, inner, inner, (point, up, aside) => {
        const cell = cellAround(point)
        expect(isIn(cell, point)).toBe(true)
        const other = { lat: cell.south + up * (cell.north - cell.south), lon: cell.west + aside * (cell.east - cell.west) }
        expect(cellOf(other)).toEqual(cellOf(point))
      }),
    )
  })
})

describe('cellOf', () => {
  it('gives a centre near the point, itself in the same cell', () => {
    fc.assert(
      fc.property(somewhere, (point) => {
        const centre = cellOf(point)
        expect(metresBetween(point, centre)).toBeLessThanOrEqual(cellReach)
        expect(cellOf(centre)).toEqual(centre)
      }),
      { numRuns: 2000 },
    )
  })

  it('is about 250 m high and wide everywhere', () => {
    fc.assert(
      fc.property(somewhere, (point) => {
        const centre = cellOf(point)
        const east = cellOf(moved(centre, 90, 251))
        expect(metresBetween(centre, east)).toBeGreaterThan(248)
        expect(metresBetween(centre, east)).toBeLessThan(252)
        const north = cellOf(moved(centre, 0, 251))
        expect((north.lat - centre.lat) * 111_195).toBeCloseTo(250, 0)
      }),
    )
  })

  it('depends on the point alone: every point within the cell publishes the same centre', () => {
    fc.assert(
      fc.property(somewhere, bearing, fc.double({ min: 0, max: 120, noNaN: true }), (point, direction, metres) => {
        const centre = cellOf(point)
        expect(cellOf(moved(centre, direction, metres))).toEqual(centre)
      }),
    )
  })

  it('leaves the map unchanged from one release to the next', () => {
    expect(cellOf(leuven)).toEqual({ lat: 50.880_375, lon: 4.699_905 })
    expect(cellOf({ lat: 53.2193, lon: 6.5665 })).toEqual({ lat: 53.220_375, lon: 6.566_84 })
  })
})
