import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, flowOf, jsonOf, mapFlow, newestOf } from './flow'

const numbers = flowOf(3, async function* () {
  yield* [1, 2, 3]
})
const textOf = async (value: unknown) => (await Array.fromAsync(jsonOf(value))).join('')

describe('what is read meanwhile', () => {
  test('says how many there are, and comes again each time that it is asked for', async () => {
    expect(numbers.length).toBe(3)
    for (let times = 0; times < 2; times++) expect(await Array.fromAsync(numbers)).toEqual([1, 2, 3])
  })

  test('gives its last ones first, from where one is; who knows how, without reading the others', async () => {
    const [all, some] = [await newestOf(numbers, 0, 9), await newestOf(numbers, 1, 1)]
    expect([all, some, await newestOf(numbers, 3, 5)]).toEqual([[3, 2, 1], [2], []])
    expect(Object.keys(numbers)).not.toContain('newest')
    const unread = flowOf(
      9,
      () => {
        throw new Error('read')
      },
      async (from, many) => [from, many],
    )
    expect(await newestOf(unread, 4, 2)).toEqual([4, 2])
  })

  test('is changed one by one, also when it is there already', async () => {
    const doubled = mapFlow(numbers, (one) => 2 * one)
    expect([doubled.length, await Array.fromAsync(doubled)]).toEqual([3, [2, 4, 6]])
    expect(await Array.fromAsync(mapFlow(['a'], (one) => `${one}!`))).toEqual(['a!'])
  })
})

describe('JSON bit by bit', () => {
  test('is the JSON of the whole', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(JSON.parse(await textOf(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(JSON.parse(await textOf([value, { numbers }]))).toEqual([
          JSON.parse(JSON.stringify(value)),
          { numbers: [1, 2, 3] },
        ])
      }),
    ))

  test('of what is read meanwhile is an array, of which each piece is whole', async () => {
    const pieces = await Array.fromAsync(jsonOf({ numbers, none: flowOf(0, async function* () {}), left: undefined }))
    expect(JSON.parse(pieces.join(''))).toEqual({ numbers: [1, 2, 3], none: [] })
    expect(pieces).toContain(',\n2')
  })

  test('has a line for each that is read, and what was there already in one piece', async () => {
    expect(await textOf({ a: [numbers, 5], b: [1, 2], c: 'x' })).toBe('{\n"a": [\n[\n1,\n2,\n3],\n5],\n"b": [1,2],\n"c": "x"}')
  })
})

describe('texts as bytes', () => {
  const piecesOf = async (...texts: string[]) => {
    const given = (async function* () {
      yield* texts
    })()
    return (await Array.fromAsync(bytesOf(given))).map((piece) => new TextDecoder().decode(piece))
  }

  test('come together until there are 65,536 of them, and the rest at the end', async () => {
    const half = 'é'.repeat(32_768)
    expect(await piecesOf('a', 'b')).toEqual(['ab'])
    expect(await piecesOf(half, half, 'c', 'd')).toEqual([half + half, 'cd'])
    expect(await piecesOf(half, half.slice(1), 'c', half, half)).toEqual([`${half}${half.slice(1)}c`, half + half, ''])
  })
})
