import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testSite } from '../app/testing'
import { copyOf } from './copy'
import { fillSite } from './testing'
import { zipOf } from './zip'

test('of the photos in a copy no more is in memory than a piece', async () => {
  const site = await testSite()
  const { an } = await fillSite(site.p)
  const copy = await copyOf(site.p, an.person, 'nl')
  await site.close()
  const record = copy.items.flatMap(({ holdings }) => holdings.flatMap(({ records }) => records)).find(({ files }) => files)
  if (!record) throw new Error('no record with files')
  const paths = Array.from({ length: 4 }, (_, n) => `photos/${n}.jpg`)
  for (const { files } of copy.items.flatMap(({ holdings }) => holdings.flatMap(({ records }) => records))) files?.splice(0)
  record.files = paths
  let read = 0
  const megabyte = (path: string) => Buffer.alloc(1_000_000, path)
  const files = {
    async take(path: string) {
      return (async function* () {
        const all = megabyte(path)
        for (let at = 0; at < all.length; at += 50_000) {
          read += 50_000
          yield all.subarray(at, at + 50_000)
        }
      })()
    },
  }
  const pieces: Uint8Array[] = []
  let given = 0
  const done: number[] = []
  for await (const piece of zipOf(files, copy, (now, of) => done.push(now / of))) {
    given += piece.length
    pieces.push(piece)
    expect(read - given).toBeLessThanOrEqual(50_000)
  }
  expect(done.at(-1)).toBe(1)
  expect(Math.max(...done)).toBe(1)
  const found = unzipSync(Buffer.concat(pieces))
  expect(Object.keys(found)).toEqual([
    'data.json',
    'schema.json',
    'portable.json',
    'portable.schema.json',
    'index.html',
    ...paths.map((path) => `files/${path}`),
  ])
  expect(Buffer.compare(found['files/photos/3.jpg'] ?? new Uint8Array(), megabyte('photos/3.jpg'))).toBe(0)
})
