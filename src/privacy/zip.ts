import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Files } from '../platform/files'
import type { Copy } from './copy'
import { portableOf } from './portable'
import { copyDocument } from './readable'
import { copySchemas } from './schemas'

/** A copy as one zip: data.json and its schema.json, portable.json with what the person may take elsewhere, index.html to read, and the person's files. It comes in pieces, with one file in memory at a time.
 *  `progress` hears which part is done, from 0 to 1. */
export async function* zipOf(
  files: Pick<Files, 'read'>,
  copy: Copy,
  progress: (done: number) => Promise<void> = async () => {},
): AsyncGenerator<Uint8Array> {
  const schemas = copySchemas()
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
  yield* put(new ZipDeflate('schema.json'), strToU8(JSON.stringify(schemas.copy, null, 2)))
  yield* put(new ZipDeflate('portable.json'), strToU8(JSON.stringify(portableOf(copy), null, 2)))
  yield* put(new ZipDeflate('portable.schema.json'), strToU8(JSON.stringify(schemas.portable, null, 2)))
  yield* put(new ZipDeflate('index.html'), strToU8(copyDocument(copy)))
  // Pictures do not get smaller, and everybody waits while they are tried.
  const paths = copy.items.flatMap(({ holdings }) =>
    holdings.flatMap(({ records }) => records.flatMap(({ files = [] }) => files)),
  )
  for (const [at, path] of paths.entries()) {
    await progress((at + 1) / (paths.length + 1))
    yield* put(new ZipPassThrough(`files/${path}`), await files.read(path))
  }
  zip.end()
  yield* made.splice(0)
}
