import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { z } from 'zod'
import type { Files } from '../platform/files'
import type { Copy } from './copy'
import { copySchema } from './copy-schema'
import { copyDocument } from './readable'

/** A copy as one zip: data.json and its schema.json, index.html to read, and the person's files. It comes in pieces, with one file in memory at a time. */
export async function* zipOf(files: Pick<Files, 'read'>, copy: Copy): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(piece)
  })
  function* put(entry: ZipDeflate | ZipPassThrough, bytes: Uint8Array) {
    zip.add(entry)
    entry.push(bytes, true)
    yield* made.splice(0)
  }
  yield* put(new ZipDeflate('data.json'), strToU8(JSON.stringify(copy, null, 2)))
  yield* put(new ZipDeflate('schema.json'), strToU8(JSON.stringify(z.toJSONSchema(copySchema), null, 2)))
  yield* put(new ZipDeflate('index.html'), strToU8(copyDocument(copy)))
  // Pictures do not get smaller, and everybody waits while they are tried.
  for (const { holdings } of copy.items)
    for (const { records } of holdings)
      for (const { files: paths = [] } of records)
        for (const path of paths) yield* put(new ZipPassThrough(`files/${path}`), await files.read(path))
  zip.end()
  yield* made.splice(0)
}
