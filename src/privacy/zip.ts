import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Files } from '../platform/files'
import type { CopyFlow, HoldingFlow } from './copy'
import { bytesOf, jsonOf, mapFlow } from './flow'
import { isPortable, portableOf } from './portable'
import { copyDocument } from './readable'
import { copySchemas } from './schemas'

/** So often are the records of a holding read: for data.json, for index.html, and for portable.json. */
const readings = (holding: HoldingFlow): number => (isPortable(holding) ? 3 : 2)

/** A copy as one zip: data.json and its schema.json, portable.json with what the person may take elsewhere, index.html to read, and the person's
 *  files. It comes in pieces, and of what it is made of no more is in memory than a piece needs.
 *  `progress` hears how many records and files are done, of how many that are known of. */
export async function* zipOf(
  files: Pick<Files, 'take'>,
  copy: CopyFlow,
  progress: (done: number, of: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const schemas = copySchemas()
  const made: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(piece)
  })
  async function* put(entry: ZipDeflate | ZipPassThrough, bytes: AsyncIterable<Uint8Array>) {
    zip.add(entry)
    for await (const some of bytes) {
      entry.push(some)
      yield* made.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* made.splice(0)
  }
  const text = (name: string, texts: AsyncIterable<string>) => put(new ZipDeflate(name, { level: 3 }), bytesOf(texts))
  const holdings = copy.items.flatMap((item) => item.holdings)
  const records = holdings.reduce((sum, holding) => sum + holding.records.length * readings(holding), 0)
  let done = 0
  const paths = new Set<string>()
  const counted: CopyFlow = {
    ...copy,
    items: copy.items.map((item) => ({
      ...item,
      holdings: item.holdings.map((holding) => ({
        ...holding,
        records: mapFlow(holding.records, (record) => {
          for (const path of record.files ?? []) paths.add(path)
          progress(++done, records + paths.size)
          return record
        }),
      })),
    })),
  }
  yield* text('data.json', jsonOf(counted))
  yield* text('schema.json', jsonOf(schemas.copy))
  yield* text('portable.json', jsonOf(portableOf(counted)))
  yield* text('portable.schema.json', jsonOf(schemas.portable))
  yield* text('index.html', copyDocument(counted))
  for (const path of paths) {
    // Pictures do not get smaller, and everybody waits while that is tried.
    yield* put(new ZipPassThrough(`files/${path}`), await files.take(path))
    progress(++done, records + paths.size)
  }
  zip.end()
  yield* made.splice(0)
}
