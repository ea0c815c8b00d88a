import { describe, expect, test } from 'vitest'
import { languages } from '../../std/words'
import { allCampuses, allPlaces, campusLabel, labelOf, placeById } from '../places'
import { meant, placesAround } from './where'

describe('what is meant by a place as people type it', () => {
  test.each([
    ['gent', 'gent'],
    ['GENT', 'gent'],
    ['Ghent', 'gent'],
    ['Louvain', 'leuven'],
    ['louvain la neuve', 'louvain-la-neuve'],
    ['Luik', 'liege'],
    ['den bosch', 's-hertogenbosch'],
    ['3000', 'be-3000'],
    ['B-3000', 'be-3000'],
    ['1012AB', 'nl-1012'],
    ['3000 Leuven', 'be-3000'],
    ['be-3000', 'be-3000'],
    ['tweekerken', 'ugent-tweekerken'],
    ['ugent-tweekerken', 'ugent-tweekerken'],
  ])('%s', (typed, id) => {
    expect(meant(typed, 'nl')).toMatchObject({ is: { id }, forgiven: false })
  })

  test.each([
    ['Leuvn', 'leuven'],
    ['Antwerpne', 'antwerpen'],
    ['Gronningen', 'groningen'],
  ])('%s is forgiven', (typed, id) => {
    expect(meant(typed, 'nl')).toMatchObject({ is: { id }, forgiven: true })
  })

  test.each(['rustig', 'zwevend kasteel', 'x', '???', '99999'])('%s is no place', (typed) => {
    expect(meant(typed, 'nl')).toBeUndefined()
  })

  test('words beside a place are kept apart from it', () => {
    expect(meant('kamer met balkon louvain-la-neuve', 'nl')).toMatchObject({
      is: { id: 'louvain-la-neuve' },
      rest: 'kamer met balkon',
    })
  })

  test('the label of each campus leads back to it', () => {
    for (const language of languages)
      for (const campus of allCampuses())
        expect(meant(campusLabel(campus, language), language), campusLabel(campus, language)).toMatchObject({
          is: { id: campus.id },
          forgiven: false,
          also: [],
        })
  })

  test('the label of a place leads back to it, whatever others have its name', () => {
    const some = allPlaces().filter(({ hasHomonym }, at) => hasHomonym || at % 40 === 0)
    expect(some.length).toBeGreaterThan(100)
    for (const place of some) {
      const found = meant(labelOf(place, 'nl'), 'nl')
      // A dozen villages share both name and province.
      expect(found?.kind === 'place' && labelOf(found.is, 'nl'), place.id).toBe(labelOf(place, 'nl'))
      expect(found?.rest, labelOf(place, 'nl')).toBeUndefined()
    }
  })
})

test('a town has its parts, and Brussels all its municipalities', () => {
  const around = (id: string) => placesAround(placeById(id) ?? expect.fail(id))
  expect(around('leuven')).toEqual(expect.arrayContaining(['leuven', 'heverlee']))
  expect(around('leuven')).not.toContain('brussel')
  expect(around('brussel')).toEqual(expect.arrayContaining(['brussel', 'ixelles', 'anderlecht', 'jette']))
  expect(around('brussel')).not.toContain('vilvoorde')
})
