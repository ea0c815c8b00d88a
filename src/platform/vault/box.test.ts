import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxUnder } from './box'
import { newKey, SealBroken } from './seal'

async function* each(parts: readonly Uint8Array[]) {
  yield* parts
}
const all = async (parts: AsyncIterable<Uint8Array>) => {
  const found: Uint8Array[] = []
  for await (const part of parts) found.push(part)
  return found
}
const inBytes = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))

test('what is sealed as it comes opens, however it is cut into pieces on the way', async () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 5000 }), async (parts, size) => {
      const box = boxUnder(newKey())
      const sealed = Buffer.concat(await all(box.seal(each(parts))))
      const opened = Buffer.concat(await all(box.open(each(inBytes(sealed, size)))))
      expect(opened).toEqual(Buffer.concat(parts))
    }),
  )
})

test('a long part is sealed in pieces of a megabyte', async () => {
  const long = Buffer.alloc(3_500_000, 'an')
  const box = boxUnder(newKey())
  const pieces = await all(box.seal(each([long])))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1_100_000)
  expect(Buffer.concat(await all(box.open(each(pieces))))).toEqual(long)
})

test('a piece that was changed, moved, left out, put after the end or cut off does not open, nor under another key', async () => {
  const key = newKey()
  const [a, b, c, end] = await all(boxUnder(key).seal(each(['An', 'Bart', 'Carla'].map((name) => Buffer.from(name)))))
  if (!a || !b || !c || !end) throw new Error('four pieces')
  const changed = Buffer.from(b)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  const notLast = Buffer.from(end)
  notLast[0] = 0
  const lasting = Buffer.from(a)
  lasting[0] = 0x80
  const wrong = [
    [a, changed, c, end],
    [b, a, c, end],
    [a, c, end],
    [a, b, c],
    [a, b, c, end, end],
    [a, b, c, notLast],
    [lasting],
    [],
  ]
  for (const pieces of wrong) await expect(all(boxUnder(key).open(each(pieces)))).rejects.toThrow(SealBroken)
  await expect(all(boxUnder(key).open(each([Buffer.concat([a, b, c, end]).subarray(0, -1)])))).rejects.toThrow(SealBroken)
  await expect(all(boxUnder(newKey()).open(each([a, b, c, end])))).rejects.toThrow(SealBroken)
})

test('a box of an earlier day opens', async () => {
  const old =
    'AAAALgEBZeXzt4Jm5wtUe6cA/g3Q7rorBV0bjJcRKhhuu2lwEcLifNQk8EOOpw4Z9+SAAAAuAQFGV/ziMMVnhjqsCqD+yxfH+mA53Qg6Jt9R+VYBPeN8qtfeXEOrkD+dt8eq8Q=='
  const opened = await all(boxUnder(Buffer.alloc(32, 7)).open(each([Buffer.from(old, 'base64')])))
  expect(Buffer.concat(opened).toString()).toBe('An')
})

test('nothing makes no piece but the end, and nothing comes out of it', async () => {
  const box = boxUnder(newKey())
  const pieces = await all(box.seal(each([new Uint8Array()])))
  expect(pieces.length).toBe(1)
  expect(await all(box.open(each(pieces)))).toEqual([])
})

test('what follows the end is refused, be it a byte', async () => {
  const box = boxUnder(newKey())
  const pieces = await all(box.seal(each([Buffer.from('An')])))
  for (const more of [Buffer.alloc(1), Buffer.alloc(4), Buffer.alloc(80)])
    await expect(all(box.open(each([...pieces, more])))).rejects.toThrow(SealBroken)
})

test('a piece that says it is longer than any is refused before it is waited for', async () => {
  async function* endless() {
    yield Buffer.of(0x7f, 0xff, 0xff, 0xff)
    throw new Error('asked for more')
  }
  await expect(all(boxUnder(newKey()).open(endless()))).rejects.toThrow(SealBroken)
})
