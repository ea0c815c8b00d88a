import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellReach, metresBetween, moved, type Point } from '../../std/geo'
import { allCampuses, campusById } from './campuses'
import { metresOf, published, sayWay, spoken } from './distance'
import { placeOfPostcode } from './postcodes'

const campus = campusById('ugent-tweekerken') ?? expect.fail('no campus')
const house = { lat: 51.0521, lon: 3.7302 }
const cell = published({ point: house, accuracy: metresOf.address })

describe('what may be said of a distance', () => {
  it('is as fine as both ends allow', () => {
    expect(spoken(640, 50, 50)).toEqual({ kind: 'about', metres: 600 })
    expect(spoken(640, 178, 150)).toEqual({ kind: 'about', metres: 750 })
    expect(spoken(2100, 178, 150)).toEqual({ kind: 'about', metres: 2000 })
    expect(spoken(2100, 2000, 150)).toEqual({ kind: 'about', metres: 2500 })
    expect(spoken(1700, 2000, 150)).toEqual({ kind: 'within', metres: 4000 })
    expect(spoken(12_400, 50, 50)).toEqual({ kind: 'about', metres: 12_000 })
    expect(spoken(0, 50, 50)).toEqual({ kind: 'within', metres: 100 })
  })

  it('never promises more than is known', () => {
    const metres = fc.integer({ min: 0, max: 30_000 })
    const off = fc.integer({ min: 20, max: 8000 })
    fc.assert(
      fc.property(metres, off, off, (metres, a, b) => {
        const said = spoken(metres, a, b)
        if (said.kind === 'within') expect(said.metres).toBeGreaterThanOrEqual(metres + Math.hypot(a, b))
        else {
          const step = [20_000, 10_000, 5000, 2500, 1000, 500, 250, 100].find((step) => said.metres % step === 0) ?? 0
          expect(step).toBeGreaterThanOrEqual(Math.min(Math.hypot(a, b), 20_000))
          expect(Math.abs(said.metres - metres)).toBeLessThanOrEqual(10_000)
        }
      }),
    )
  })

  it('does not give the house away: every house of a cell says the same of every campus', () => {
    const near = allCampuses().filter(({ point }) => metresBetween(point, house) < 10_000)
    const told = (point: Point) => near.map((campus) => sayWay(published({ point, accuracy: metresOf.address }), campus, 'nl'))
    const bearing = fc.double({ min: 0, max: 360, noNaN: true })
    fc.assert(
      fc.property(bearing, fc.integer({ min: 0, max: 120 }), (direction, metres) => {
        expect(told(moved(cell.point, direction, metres))).toEqual(told(house))
      }),
    )
    expect(near.length).toBeGreaterThan(10)
  })
})

describe('said in the languages', () => {
  it('with minutes by bike and on foot', () => {
    expect(metresBetween(house, campus.point)).toBeCloseTo(940, -2)
    expect(sayWay(cell, campus, 'nl')).toEqual({
      kind: 'about',
      metres: 1000,
      distance: 'ongeveer 1 km',
      byBike: 'ongeveer 6 minuten fietsen',
      onFoot: 'ongeveer 17 minuten te voet',
    })
    expect(sayWay(cell, campus, 'fr').distance).toBe('environ 1 km')
    expect(sayWay(cell, campus, 'en').byBike).toBe('about 6 minutes by bike')
  })

  it('from the middle of a postcode only as a bound, or coarsely', () => {
    const gent = placeOfPostcode('9000', 'BE') ?? expect.fail('no postcode')
    const way = sayWay(published({ point: gent.point, accuracy: gent.reach }), campus, 'en')
    expect(way.kind).toBe('within')
    expect(way.distance).toBe('within about 5 km')
    const far = sayWay(published({ point: { lat: 51.3, lon: 3.72 }, accuracy: metresOf.postcode }), campus, 'fr')
    expect(far.distance).toBe('environ 27,5 km')
    expect(far.onFoot).toBeUndefined()
  })

  it('half kilometres with the comma of the language', () => {
    const from = { point: moved(campus.point, 90, 1480), accuracy: cellReach }
    expect(sayWay(from, campus, 'nl').distance).toBe('ongeveer 1,5 km')
    expect(sayWay(from, campus, 'en').distance).toBe('about 1.5 km')
  })
})
