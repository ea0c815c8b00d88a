import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { frozenHere } from '../../register/testing'

const file = 'sites/kot/statement.json'

test('G1 Q17: the register says what stands in its log, to the letter', () => {
  const { frozen } = JSON.parse(readFileSync(file, 'utf8'))
  expect(frozenHere(), `npm run huisrecht -- statement publish --file ${file}`).toEqual(frozen)
})
