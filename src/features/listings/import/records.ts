import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { repaired } from '../../../std/mojibake'
import { type ImportFile, textOf, Unreadable } from './file'
import type { Words } from './words'

/** What stands in one cell: a text (empty for none), or a list where the format has lists. */
export type Cell = string | readonly string[]
export type Cells = ReadonlyMap<string, Cell>
/** One advert as the file has it, or why it cannot be read. `line` counts from 1; in JSON, which has no lines of its own, it is the place in
 *  the list. `mended` says that broken encoding was repaired in it. */
export type Entry =
  | { line: number; cells: Cells; mended: boolean }
  | { line: number; trouble: (text: Words['entry']) => string; values?: readonly string[] }
export type Format = 'csv' | 'json' | 'jsonl'
export type Records = { format: Format; header: readonly string[] | undefined; entries: AsyncIterable<Entry> }
type Told = (bytes: number) => void

/** No advert is longer than this, in characters. */
const longest = 1_000_000
/** A JSON list is read whole, so it has a largest size, in bytes; the other formats have none. */
const largestJson = 200_000_000

/** Gathers the cells of one entry, mended and trimmed. */
function gathered() {
  const cells = new Map<string, Cell>()
  let mended = false
  const clean = (text: string) => {
    const right = repaired(text)
    mended ||= right !== text
    return right.normalize('NFC').trim()
  }
  return {
    put: (name: string, value: Cell) => cells.set(clean(name), typeof value === 'string' ? clean(value) : value.map(clean)),
    entry: (line: number): Entry => ({ line, cells, mended }),
  }
}

// ---- CSV -----------------------------------------------------------------------------------------------------------------

function delimiterOf(start: string): string {
  const bare = (/^[^\r\n]*/.exec(start)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

async function* rowsOf(file: ImportFile, told: Told): AsyncGenerator<{ line: number; values: string[] }> {
  let broken: { error: CsvError | undefined; after: number } | undefined
  const parser = parse({
    delimiter: delimiterOf(file.start),
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longest,
    // An error of the stream itself would take the records before it along.
    skip_records_with_error: true,
    on_skip(error) {
      broken ??= { error, after: parser.info.records }
      return undefined
    },
  })
  pipeline(Readable.from(textOf(file, told)), parser, () => {})
  let [count, last] = [0, 0]
  const stopWhereBroken = () => {
    if (broken?.after !== count) return
    const { code = '', message = '' } = broken.error ?? {}
    const open = code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED'
    const line = last + 1
    throw new Unreadable(({ file }) => file.broken(line, open ? file.quote : message))
  }
  for await (const item of parser) {
    stopWhereBroken()
    const { record, info }: { record: string[]; info: { lines: number } } = item
    count++
    last = info.lines
    yield { line: last - record.join('').split('\n').length + 1, values: record }
  }
  stopWhereBroken()
}

function headerOf(first: readonly string[]): string[] {
  const names = first.map((name, at) => repaired(name).normalize('NFC').trim() || `(column ${at + 1})`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Unreadable((text) => text.file.twice(twice))
  return names
}

async function* csvEntries(
  rows: AsyncIterable<{ line: number; values: string[] }>,
  header: readonly string[],
): AsyncGenerator<Entry> {
  for await (const { line, values } of rows) {
    if (values.length !== header.length) {
      yield { line, trouble: (text) => text.columns(values.length, header.length), values }
      continue
    }
    const cells = gathered()
    for (const [at, name] of header.entries()) cells.put(name, values[at] ?? '')
    yield cells.entry(line)
  }
}

// ---- JSON ----------------------------------------------------------------------------------------------------------------

const textIn = (value: unknown): string | undefined =>
  value === null
    ? ''
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

function jsonEntry(value: unknown, line: number): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, trouble: (text) => text.noObject }
  const cells = gathered()
  for (const [name, inside] of Object.entries(value)) {
    const list = Array.isArray(inside) ? inside.map(textIn) : undefined
    const cell = list?.every((one) => one !== undefined) ? list : textIn(inside)
    if (cell === undefined) return { line, trouble: (text) => text.noValue(name) }
    cells.put(name, cell)
  }
  return cells.entry(line)
}

async function* jsonEntries(file: ImportFile, told: Told): AsyncGenerator<Entry> {
  if (file.bytes > largestJson) throw new Unreadable((text) => text.file.large(file.path, largestJson / 1e6))
  let text = ''
  for await (const piece of textOf(file)) text += piece
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new Unreadable((text) => text.file.noJson(file.path, why))
  }
  if (!Array.isArray(list)) throw new Unreadable((text) => text.file.noList(file.path))
  for (const [at, value] of list.entries()) {
    told(file.bytes / list.length)
    yield jsonEntry(value, at + 1)
  }
}

/** The lines of the file; what is too long to be an advert comes as undefined. */
async function* linesOf(file: ImportFile, told: Told): AsyncGenerator<string | undefined> {
  let rest = ''
  let long = false
  for await (const piece of textOf(file, told)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      yield long ? undefined : line
      long = false
    }
    if (rest.length > longest) {
      long = true
      rest = ''
    }
  }
  if (rest || long) yield long ? undefined : rest
}

async function* jsonLineEntries(file: ImportFile, told: Told): AsyncGenerator<Entry> {
  let line = 0
  for await (const text of linesOf(file, told)) {
    line++
    if (text?.trim() === '') continue
    try {
      yield text === undefined ? { line, trouble: (text) => text.long } : jsonEntry(JSON.parse(text), line)
    } catch {
      yield { line, trouble: (text) => text.notWhole }
    }
  }
}

/** The adverts of a file, one at a time; its first sign says what it is: [ a JSON list, { JSON lines, else CSV. `told` hears of the bytes that
 *  were read. Throws Unreadable for what cannot be read on. */
export async function recordsOf(file: ImportFile, told: Told = () => {}): Promise<Records> {
  const first = file.start.trimStart()[0]
  if (first === undefined && file.start.length === file.bytes) throw new Unreadable((text) => text.file.empty(file.path))
  if (first === '[') return { format: 'json', header: undefined, entries: jsonEntries(file, told) }
  if (first === '{') return { format: 'jsonl', header: undefined, entries: jsonLineEntries(file, told) }
  const rows = rowsOf(file, told)
  const head = await rows.next()
  if (head.done) throw new Unreadable((text) => text.file.empty(file.path))
  const header = headerOf(head.value.values)
  return { format: 'csv', header, entries: csvEntries(rows, header) }
}
