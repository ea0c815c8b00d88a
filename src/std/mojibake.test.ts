import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repaired } from './mojibake'

const bytes = (text: string) => new TextEncoder().encode(text)
const readAs = {
  'windows-1252': (text: string) => new TextDecoder('windows-1252').decode(bytes(text)),
  // Not by TextDecoder: to browsers latin1 is another name of windows-1252.
  'Latin 1': (text: string) => Buffer.from(bytes(text)).toString('latin1'),
}

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâçéèêëïîôùûüÿœæáíóúöäñÀÂÇÉÈÊËÏÎÔÙÛÜŸŒÆÄÖÅãõÃØøßšžŠŽ']
const signs = [...'\u00a0\u202f\u2009 .,;:!?…–—‘’“”«»‹›()[]€£%°²³½¼·•™®©§+-/0123456789']
// In none of the three languages a word has these; they would be broken ones.
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
  .map((all) => all.join(''))
  .filter((one) => !/[âÂÃÄÅÆ]$|[âÂÃÄÅ][œŒŠšŽžŸ]|Ëœ/.test(one))
const written = fc
  .array(fc.tuple(word, fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 3 })), { maxLength: 12 })
  .map((all) => all.map(([one, after]) => one + after.join('')).join(''))

const pictures = fc.constantFrom('🏠', '🚲', '✓', '→', '⅔', '♥', '€', '’', '…', '≈')
const damaged = fc
  .array(fc.oneof(word, fc.constantFrom(...signs), pictures), { maxLength: 20 })
  .map((all) => all.join(''))
  .filter((text) => repaired(text) === text)

describe('text that was read in the wrong encoding', () => {
  test.each([
    ['â‚¬Â\u00a0500', '€\u00a0500'],
    ['â‚¬Â 500', '€\u00a0500'],
    ['12 mÂ²', '12 m²'],
    ['PrivÃ© keuken', 'Privé keuken'],
    ['Ã\u00a0 louer, câ€™est calme', 'à louer, c’est calme'],
    ['ÃƒÂ©tudiant, â\u0080\u009cstudioâ\u0080\u009d', 'étudiant, “studio”'],
    ['sÅ“ur, kot â˜€ ðŸ\u008f\u00a0', 'sœur, kot ☀ 🏠'],
  ])('%s', (given, expected) => expect(repaired(given)).toBe(expected))

  test.each([
    'Privé keuken, 12 m², € 500, vanaf 1 september — « café » à côté',
    'CAFÉ\u00a0: oui',
    '“Ça va, là\u00a0?” dit-elle à l’été…',
    'THÉÂTRE, Âge, PÂTÉ, São Paulo, IRMÃO, Ängelholm, Åse',
    'Â 500',
  ])('stays: %s', (right) => expect(repaired(right)).toBe(right))

  test('stays as it is where it is right', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(repaired(text)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test.each(Object.entries(readAs))('comes back whole, read as %s, once and twice', (_, read) => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(repaired(read(text))).toBe(text)
        expect(repaired(read(read(text)))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
