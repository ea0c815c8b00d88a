import { describe, expect, it } from 'vitest'
import { firstOfTheirName } from './gazetteer/homonyms'
import { naming } from './gazetteer/names'
import { largeTowns, studentTowns } from './gazetteer/towns'
import { allPlaces, isPlausible, labelOf, nearestPlace, place, placeById, regionOf } from './places'

describe('the places', () => {
  it('are those of both countries, each with an id of its own', () => {
    const places = allPlaces()
    expect(places.length).toBeGreaterThan(3000)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(places.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('all lie where a room could be', () => {
    expect(allPlaces().filter(({ point }) => !isPlausible(point))).toEqual([])
  })

  it('keep the ids that pages and adverts hold', () => {
    const ids = [
      'leuven',
      'bergen-op-zoom',
      'brussel',
      'den-haag',
      's-hertogenbosch',
      'liege',
      'aalst',
      'aalst-noord-brabant',
      'haren-brussel',
    ]
    expect(ids.filter((id) => !placeById(id))).toEqual([])
  })

  it('are all there that the tables by hand speak of', () => {
    const spoken = [...Object.keys(naming), ...studentTowns, ...largeTowns, ...Object.keys(firstOfTheirName)]
    expect(spoken.filter((id) => !placeById(id))).toEqual([])
  })

  it('give the plain id to the one that most people mean', () => {
    expect(place('hasselt').country).toBe('BE')
    expect(place('hengelo').province.nl).toBe('Overijssel')
    expect(place('bever').point.lat).toBeLessThan(50.8)
    expect(place('zwijndrecht').country).toBe('NL')
  })

  it('have their region', () => {
    const region = (id: string) => regionOf(place(id))
    expect(['gent', 'ixelles', 'liege', 'delft', 'eupen'].map(region)).toEqual(['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL', 'BE-WAL'])
  })

  it('are called by the name of the language, with the province where the name is not enough', () => {
    expect(labelOf(place('leuven'), 'fr')).toBe('Louvain')
    expect(labelOf(place('brussel'), 'en')).toBe('Brussels')
    expect(labelOf(place('mons'), 'nl')).toBe('Bergen')
    expect(labelOf(place('aalst'), 'fr')).toBe('Alost (Flandre orientale)')
    expect(labelOf(place('aalst-noord-brabant'), 'nl')).toBe('Aalst (Noord-Brabant)')
  })

  it('fails loudly when a table names a place that is not there', () => {
    expect(() => place('atlantis')).toThrow('atlantis')
  })
})

describe('plausible points', () => {
  it('know the nearest place', () => {
    expect(nearestPlace({ lat: 50.8781, lon: 4.7005 }).place.id).toBe('leuven')
  })

  it('are on land in the right countries, the islands included', () => {
    expect(isPlausible({ lat: 53.45, lon: 5.75 })).toBe(true) // Ameland
    expect(isPlausible({ lat: 50.8781, lon: 4.7005 })).toBe(true)
    expect(isPlausible({ lat: 51.6, lon: 2.9 })).toBe(false) // the North Sea
    expect(isPlausible({ lat: 50.63, lon: 3.06 })).toBe(false) // Lille
    expect(isPlausible({ lat: 48.85, lon: 2.35 })).toBe(false) // Paris
  })
})
