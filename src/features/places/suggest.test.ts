import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelOf, place } from './places'
import { findCampuses, findPlaces, suggest } from './suggest'

const first = (query: string) => findPlaces(query, 1)[0]?.id

describe('places by name', () => {
  it.each([
    ['Leuven', 'leuven'],
    ['LOUVAIN', 'leuven'],
    ['louvain la neuve', 'louvain-la-neuve'],
    ['Ghent', 'gent'],
    ['gand', 'gent'],
    ['Bruxelles', 'brussel'],
    ['anvers', 'antwerpen'],
    ['Luik', 'liege'],
    ['liege', 'liege'],
    ['Doornik', 'tournai'],
    ['Namen', 'namur'],
    ['The Hague', 'den-haag'],
    ['denhaag', 'den-haag'],
    ['s gravenhage', 'den-haag'],
    ['den bosch', 's-hertogenbosch'],
    ['hertogenbosch', 's-hertogenbosch'],
    ['St-Niklaas', 'sint-niklaas'],
    ['st truiden', 'sint-truiden'],
    ['Elsene', 'ixelles'],
    ['aalst noord-brabant', 'aalst-noord-brabant'],
  ])('%s', (typed, id) => {
    expect(first(typed)).toBe(id)
  })

  it.each([
    ['Leuvn', 'leuven'],
    ['luevn', undefined],
    ['Amsterdm', 'amsterdam'],
    ['Grongingen', 'groningen'],
    ['Mastricht', 'maastricht'],
    ['Nijmgeen', 'nijmegen'],
    ['kortijk', 'kortrijk'],
    ['Eindhovne', 'eindhoven'],
  ])('forgives %s', (typed, id) => {
    expect(first(typed)).toBe(id)
  })

  it('puts the very name first, then student towns, then the rest', () => {
    expect(findPlaces('bergen', 2).map(({ id }) => id)).toEqual(['mons', 'bergen'])
    expect(first('haren')).toBe('haren')
    expect(first('le')).toBe('leuven')
    expect(findPlaces('gen', 2).map(({ id }) => id)).toEqual(['gent', 'genk'])
  })

  it('does not forgive where a good answer exists', () => {
    expect(findPlaces('gent', 20).map(({ id }) => id)).not.toContain('genk')
  })

  it('finds nothing for nothing, for nonsense and for very long text', () => {
    for (const typed of ['', '   ', '?!', 'xqzwvk', 'q'.repeat(5000)]) expect(suggest(typed, 'nl')).toEqual([])
  })
})

describe('campuses by the names students use', () => {
  it('finds the faculty of economics of a town, in three languages', () => {
    for (const typed of ['Faculty of Economics Leuven', 'faculteit economie leuven', "faculté d'économie Louvain"]) {
      expect(
        findCampuses(typed, 3).map(({ id }) => id),
        typed,
      ).toContain('ku-leuven-economie')
    }
    expect(findCampuses('economie gent', 3).map(({ id }) => id)).toContain('ugent-tweekerken')
    expect(findCampuses('Faculty of Economics', 50).length).toBeGreaterThan(10)
  })

  it.each([
    ['gasthuisberg', 'ku-leuven-gasthuisberg'],
    ['uithof', 'uu-utrecht-science-park'],
    ['zernike', 'rug-zernike'],
    ['blandijn', 'ugent-boekentoren'],
    ['solbosch', 'ulb-solbosch'],
    ['sart tilman', 'uliege-sart-tilman'],
    ['vub jette', 'vub-jette'],
    ['roeterseiland', 'uva-roeterseiland'],
    ['tu delft bouwkunde', 'tu-delft-bouwkunde'],
    ['gasthuisbreg', 'ku-leuven-gasthuisberg'],
  ])('%s', (typed, id) => {
    expect(findCampuses(typed, 1)[0]?.id).toBe(id)
  })
})

describe('suggestions', () => {
  it('mix places, postcodes and campuses, labelled in the language, with what is known of the point', () => {
    const found = suggest('3000', 'fr')
    expect(found.map(({ kind, label }) => [kind, label])).toEqual([
      ['postcode', '3000 Louvain'],
      ['postcode', '3000 Rotterdam'],
    ])
    const [leuven, ...others] = suggest('leuven', 'en')
    expect(leuven).toEqual({ kind: 'place', id: 'leuven', label: 'Leuven', point: place('leuven').point, accuracy: 3000 })
    expect(others[0]).toMatchObject({ kind: 'campus', id: 'ku-leuven-hallen' })
  })

  it('understand a postcode with letters or with its town', () => {
    expect(suggest('1012 AB', 'nl')[0]?.id).toBe('nl-1012')
    expect(suggest('3000 Leuven', 'nl')[0]?.id).toBe('be-3000')
    expect(suggest('30', 'nl').every(({ kind }) => kind === 'postcode')).toBe(true)
  })

  it('keep to the limit', () => {
    expect(suggest('a', 'nl', 5)).toHaveLength(5)
  })

  it('find every student town by its label in every language, whatever the case', () => {
    for (const id of ['brussel', 'antwerpen', 'liege', 'den-haag', 's-hertogenbosch']) {
      for (const language of ['nl', 'fr', 'en'] as const) {
        expect(suggest(labelOf(place(id), language).toUpperCase(), language)[0]?.id).toBe(id)
      }
    }
  })

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(suggest(typed, 'nl').length).toBeLessThanOrEqual(8)
      }),
      { numRuns: 50 },
    )
  })
})
