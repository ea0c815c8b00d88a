import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testSite } from '../app/testing'
import { copyOf } from './copy'
import { fillSite } from './testing'
import { zipOf } from './zip'

test('a copy with many photos is never whole in memory', async () => {
  const site = await testSite()
  const { an } = await fillSite(site.p)
  const copy = await copyOf(site.p, an.person, 'nl')
  await site.close()
  const record = copy.items.flatMap(({ holdings }) => holdings.flatMap(({ records }) => records)).find(({ files }) => files)
  if (!record) throw new Error('no record with files')
  const paths = Array.from({ length: 40 }, (_, n) => `photos/${n}.jpg`)
  for (const { files } of copy.items.flatMap(({ holdings }) => holdings.flatMap(({ records }) => records))) files?.splice(0)
  record.files = paths
  let read = 0
  const megabyte = (path: string) => Buffer.alloc(1_000_000, path)
  const files = {
    async read(path: string) {
      read += 1_000_000
      return megabyte(path)
    },
  }
  const pieces: Uint8Array[] = []
  let given = 0
  for await (const piece of zipOf(files, copy)) {
    given += piece.length
    pieces.push(piece)
    expect(read - given).toBeLessThanOrEqual(1_000_000)
  }
  const found = unzipSync(Buffer.concat(pieces))
  expect(Object.keys(found)).toEqual([
    'data.json',
    'schema.json',
    'portable.json',
    'portable.schema.json',
    'index.html',
    ...paths.map((path) => `files/${path}`),
  ])
  expect(Buffer.compare(found['files/photos/39.jpg'] ?? new Uint8Array(), megabyte('photos/39.jpg'))).toBe(0)
})
