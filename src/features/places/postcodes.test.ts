import { describe, expect, it } from 'vitest'
import { metresBetween } from '../../std/geo'
import { dutchPostcodes } from './gazetteer/postcodes.nl'
import { isPlausible, place } from './places'
import { allPostcodes, placeOfPostcode, postcodesNamed } from './postcodes'

describe('the postcodes', () => {
  it('all resolve to a place of their own country, with a middle near it', () => {
    expect(allPostcodes().length).toBeGreaterThan(1000)
    const wrong = allPostcodes().filter(
      ({ place, country, point }) =>
        place.country !== country || !isPlausible(point) || metresBetween(point, place.point) > 16_000, // the port of Antwerp (2040) is the farthest
    )
    expect(wrong).toEqual([])
  })

  it('are listed once: the Dutch rows follow each other and do not overlap', () => {
    dutchPostcodes.forEach(([from, to, id], i) => {
      expect(from, id).toBeLessThanOrEqual(to)
      expect(from, id).toBeGreaterThan(dutchPostcodes[i - 1]?.[1] ?? 0)
    })
  })

  it('reach at least a kilometre: nothing finer is known', () => {
    expect(allPostcodes().filter(({ reach }) => reach < 1000)).toEqual([])
  })

  it('are read as people write them', () => {
    expect(placeOfPostcode('3000')?.place).toBe(place('leuven'))
    expect(placeOfPostcode('3000', 'NL')?.place).toBe(place('rotterdam'))
    expect(placeOfPostcode(' 1012 ab')?.place).toBe(place('amsterdam'))
    expect(placeOfPostcode('NL-9712CP')?.place).toBe(place('groningen'))
    expect(placeOfPostcode('B-9000')?.place).toBe(place('gent'))
    expect(postcodesNamed('3000').map(({ id }) => id)).toEqual(['be-3000', 'nl-3000'])
    expect(postcodesNamed('1348').map(({ place }) => place.id)).toEqual(['louvain-la-neuve', 'almere'])
  })

  it('are not found in what is none', () => {
    for (const typed of ['', '300', '30000', '0123', 'Leuven', '3000 A', '3000 Leuven'])
      expect(postcodesNamed(typed), typed).toEqual([])
  })
})
