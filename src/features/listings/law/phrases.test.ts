import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternOf, saidIn } from './phrases'

const said = (phrase: string, text: string) => saidIn(text, [patternOf(phrase)])

test.each<[string, string, string[]]>([
  ['geen ocmw', 'Liefst GEEN  OCMW, dank.', ['GEEN  OCMW']],
  ['pas d’étrangers', 'PAS D’ETRANGERS', ['PAS D’ETRANGERS']],
  ['pas .. etranger*', 'pas vraiment pour étrangères', ['pas vraiment pour étrangères']],
  ['geen .. buitenlander*', 'geen een twee drie vier buitenlanders', []],
  ['geen .. buitenlander*', 'Er is geen lift. Buitenlanders zijn welkom', []],
  ['geen kat/hond', 'geen hond, geen kat, geen koe', ['geen hond', 'geen kat']],
  ['leeftijd #', 'leeftijd 18-25', ['leeftijd 18']],
  ['cpas', 'le cpasserelle', []],
  ['a.b', 'axb', []],
])('%s in “%s”', (phrase, text, expected) => expect(said(phrase, text)).toEqual(expected))

test('whatever is looked for, what is found stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (word, text) => {
      fc.pre(/^\S+$/.test(word) && !/[#*/]|\.\./.test(word))
      for (const found of said(word, text)) expect(text.normalize('NFC')).toContain(found)
    }),
  )
})
