import { describe, expect, test } from 'vitest'
import { languages } from '../../../std/words'
import { fieldNames } from '../import/fields'
import { fieldCalled, nameOf, read, valuesOf, written } from './columns'
import { columns } from './columns.words'

describe('the columns of a file of one’s own', () => {
  test('are known by their names in each language, however they are typed', () => {
    for (const language of languages)
      for (const field of fieldNames)
        for (const name of [...columns[language][field], nameOf(field, language).toUpperCase()])
          expect([name, fieldCalled(name)]).toEqual([name, field])
    expect([fieldCalled('Vrij-vanaf'), fieldCalled('référence'), fieldCalled('REFERENCE'), fieldCalled('huisnummer')]).toEqual([
      'availableFrom',
      'id',
      'id',
      undefined,
    ])
  })

  test('hold words in each language, which come back as the codes they stand for', () => {
    for (const language of languages)
      for (const field of fieldNames)
        for (const word of valuesOf(field, language)) expect(written(field, String(read(field, word)), language)).toBe(word)
    expect(read('kitchen', 'Gedeeld')).toBe('shared')
    expect(read('chargesCover', 'Water, verwarming')).toBe('water,heating')
    expect(written('chargesCover', 'water,heating', 'fr')).toBe('eau,chauffage')
    expect(read('kitchen', 'ergens')).toBe('ergens')
    expect(read('title', 'eigen')).toBe('eigen')
  })
})
