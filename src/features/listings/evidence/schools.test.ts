import { expect, test } from 'vitest'
import { schoolOf } from './schools'

test.each<[string, string | undefined]>([
  ['an@ugent.be', 'UGent'],
  ['An.Voorbeeld@Student.KULeuven.be', 'KU Leuven'],
  ['an@ugent.be.example.org', undefined],
  ['an@notugent.be', undefined],
  ['an@gmail.com', undefined],
  ['an@constructor', undefined],
])('%s', (address, expected) => expect(schoolOf(address)).toBe(expected))
