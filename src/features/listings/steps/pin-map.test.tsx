import { describe, expect, test } from 'vitest'
import { languages } from '../../../std/words'
import { place } from '../../places/places'
import { PinMap } from './pin-map'
import { words } from './words'

const drawn = (language: (typeof languages)[number], id: string, accuracy: 'address' | 'postcode') => {
  const html = String(<PinMap language={language} from={{ point: place(id).point, accuracy }} />)
  const data = /data-pin="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return { html, told: JSON.parse(data ?? '') }
}

describe('the map of the pin', () => {
  test('tells what lies around, the nearest first, in the language of the reader', () => {
    const { told } = drawn('fr', 'leuven', 'postcode')
    expect(told.at).toEqual([place('leuven').point.lat, place('leuven').point.lon].map((n) => Number(n.toFixed(5))))
    expect(told.reach).toBe(2000)
    expect(told.places[0].slice(0, 2)).toEqual(['Louvain', 'de Louvain'])
    expect(told.campuses.length).toBeGreaterThan(5)
    expect(drawn('nl', 'leuven', 'address').told.reach).toBe(50)
  })

  test('is not there without its island, and small where there is much around', () => {
    const { html } = drawn('nl', 'brussel', 'postcode')
    expect(html).toMatch(/<section[^>]* hidden/)
    expect(html.length).toBeLessThan(9_000)
  })

  test.each(languages)('has eight directions and the three blanks to fill in %s', (language) => {
    const { map } = words(language).pin
    expect(new Set(map.directions).size).toBe(8)
    expect(map.where('{distance}', '{direction}', '{name}').match(/\{\w+\}/g)).toEqual(['{distance}', '{direction}', '{name}'])
  })

  test('says "d’" before a vowel in French', () => {
    expect(words('fr').pin.map.of('Anvers')).toBe('d’Anvers')
    expect(words('fr').pin.map.of('Gand')).toBe('de Gand')
  })
})
