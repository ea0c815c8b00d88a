import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCoordinates } from './coordinates'

const leuven = { lat: 50.8798, lon: 4.7005 }

describe('parseCoordinates', () => {
  it.each([
    '50.8798, 4.7005',
    '50.8798 4.7005',
    ' 50.8798,4.7005 ',
    '(50.8798; 4.7005)',
    '50,8798 4,7005',
    '50,8798, 4,7005',
    '50,8798; 4,7005',
    '4.7005, 50.8798',
    'geo:50.8798,4.7005',
    'lat: 50.8798, lon: 4.7005',
    'N 50.8798, E 4.7005',
    '50.8798 N 4.7005 E',
    '4.7005 E 50.8798 N',
    '50.8798° N, 4.7005° O',
    '50,8798°N 4,7005°E',
    `50°52'47.28"N 4°42'1.8"E`,
    '50° 52′ 47,28″ N, 4° 42′ 1,8″ O',
    `4°42'1.8"E 50°52'47.28"N`,
    `50°52.788'N 4°42.03'E`,
    `N50°52'47.28'' E4°42'1.8''`,
  ])('reads %s', (typed) => {
    const point = parseCoordinates(typed)
    expect(point?.lat).toBeCloseTo(leuven.lat, 6)
    expect(point?.lon).toBeCloseTo(leuven.lon, 6)
  })

  it.each([
    '',
    'Naamsestraat',
    '50.8798',
    '3000',
    '50, 4',
    '3000 Leuven',
    '50.8, 4.7, 3.2',
    '50.8798 N 4.7005 N',
    `50°72'0"N 4°42'0"E`,
    '91.5, 181.5',
    '50.8798,4.7005 and more',
    '02 555 12 34',
  ])('does not read %j', (typed) => {
    expect(parseCoordinates(typed)).toBeNull()
  })

  it('keeps the order of points elsewhere, with their signs', () => {
    expect(parseCoordinates('-33.8688, 151.2093')).toEqual({ lat: -33.8688, lon: 151.2093 })
    expect(parseCoordinates('40.7 N 74.25 W')).toEqual({ lat: 40.7, lon: -74.25 })
    expect(parseCoordinates('-0.5°, 4.5°')).toEqual({ lat: -0.5, lon: 4.5 })
  })

  it('reads back what it is given, with dots or commas, in degrees or in degrees, minutes and seconds', () => {
    const lat = fc.integer({ min: 49_450_000, max: 53_590_000 }).map((n) => n / 1e6)
    const lon = fc.integer({ min: 2_510_000, max: 7_230_000 }).map((n) => n / 1e6)
    fc.assert(
      fc.property(lat, lon, (lat, lon) => {
        const [a, b] = [lat.toFixed(6), lon.toFixed(6)]
        expect(parseCoordinates(`${a}, ${b}`)).toEqual({ lat, lon })
        expect(parseCoordinates(`${a.replace('.', ',')} ${b.replace('.', ',')}`)).toEqual({ lat, lon })
        const minutes = (value: number) => `${Math.floor(value)}°${((value % 1) * 60).toFixed(5)}'`
        const back = parseCoordinates(`${minutes(lat)}N ${minutes(lon)}E`)
        if (back) expect(Math.abs(back.lat - lat) + Math.abs(back.lon - lon)).toBeLessThan(1e-6)
      }),
    )
  })

  it('never throws and never answers with what is no point', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`0123456789.,;°'"NSEWOZ- `) }), (typed) => {
        const point = parseCoordinates(typed)
        if (point) expect(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180).toBe(true)
      }),
    )
  })
})
