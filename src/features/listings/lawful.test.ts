import { expect, test } from 'vitest'
import { languages } from '../../std/words'
import { type Lack, lackCodes, lacksOf } from './lawful'
import { lackWords } from './lawful.words'

const whole = { rent: 450_00, chargesMode: 'included', charges: null, deposit: 900_00, energyLabel: 'B', epcScore: null } as const

test.each<[string, Parameters<typeof lacksOf>[0], Parameters<typeof lacksOf>[1], Lack[]]>([
  ['nothing', whole, 'NL', []],
  ['no deposit is none', { ...whole, deposit: 0 }, 'BE-VLG', []],
  ['a deposit nobody spoke of', { ...whole, deposit: null }, 'BE-VLG', []],
  ['a cent more than two months', { ...whole, deposit: 900_01 }, 'BE-BRU', ['deposit']],
  ['charges on top, told', { ...whole, chargesMode: 'fixed', charges: 60_00 }, 'BE-WAL', []],
  ['charges on top, of an amount nobody told', { ...whole, chargesMode: 'provision' }, 'BE-WAL', ['charges']],
  ['charges nobody spoke of', { ...whole, chargesMode: null }, 'NL', ['charges']],
  ['a rent that is none', { ...whole, rent: 6_00, deposit: null }, 'NL', ['rent']],
  ['exempt from a label', { ...whole, energyLabel: 'exempt' }, 'NL', []],
  ['a figure where a letter is wanted', { ...whole, energyLabel: null, epcScore: 210 }, 'NL', ['energyLabel']],
  ['a figure where that will do', { ...whole, energyLabel: null, epcScore: 210 }, 'BE-VLG', []],
  ['no label at all', { ...whole, energyLabel: null }, 'BE-BRU', ['energyLabel']],
])('lacks: %s', (_, told, region, expected) => expect(lacksOf(told, region)).toEqual(expected))

test('every code has its words', () => {
  for (const language of languages) for (const code of lackCodes) expect(lackWords(language)[code]).toMatch(/\w{3}/)
})
