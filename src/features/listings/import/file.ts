import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Told } from '../../../platform/told'
import type { Language } from '../../../std/words'
import { type Words, words } from './words'

/** A file that cannot be read on, in words for the operator, with the line where there is one. */
export class Unreadable extends Told {
  readonly code = 'unreadable'
  constructor(say: (text: Words, language: Language) => string) {
    super((language) => say(words(language), language))
  }
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export type ImportFile = {
  path: string
  bytes: number
  /** SHA-256 of its bytes, in hex. */
  hash: string
  encoding: Encoding
  /** Its first signs, without a byte order mark. */
  start: string
  /** Its bytes from the beginning, a piece at a time. */
  open(): AsyncIterable<Buffer>
}

const markOf = (first: Buffer): Encoding | undefined =>
  first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined

/** Reads the whole file once, a piece at a time: its hash, and the encoding that fits all of it. Throws Unreadable for what is not a text. */
export async function lookAt(path: string): Promise<ImportFile> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new Unreadable((text) => text.file.none(path))
  return look(path, info.size, () => createReadStream(path))
}

/** The same of a file that somebody sent, which is in memory. Throws Unreadable for what is not a text. */
export const lookAtBytes = (bytes: Buffer): Promise<ImportFile> => look('file', bytes.length, () => Readable.from([bytes]))

async function look(path: string, size: number, open: () => AsyncIterable<Buffer>): Promise<ImportFile> {
  if (size === 0) throw new Unreadable((text) => text.file.empty(path))
  const hash = createHash('sha256')
  const strict = new TextDecoder('utf-8', { fatal: true })
  let start: Buffer | undefined
  let marked: Encoding | undefined
  let encoding: Encoding = 'utf-8'
  const check = (read: () => string) => {
    if (encoding !== 'utf-8') return
    try {
      read()
    } catch {
      // Every byte means something in windows-1252, so this is the last guess.
      encoding = 'windows-1252'
    }
  }
  for await (const bytes of open()) {
    hash.update(bytes)
    if (!start) {
      start = bytes
      marked = markOf(bytes)
    }
    if (marked) continue
    if (bytes.includes(0)) throw new Unreadable((text) => text.file.noText(path))
    check(() => strict.decode(bytes, { stream: true }))
  }
  check(() => strict.decode())
  const found = marked ?? encoding
  return {
    path,
    open,
    bytes: size,
    hash: hash.digest('hex'),
    encoding: found,
    start: new TextDecoder(found).decode(start, { stream: true }),
  }
}

/** The text of the file, a piece at a time, every line ending in \n; `read` is told of the bytes that were read. */
export async function* textOf(file: ImportFile, read: (bytes: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding)
  let held = ''
  for await (const bytes of file.open()) {
    const text = held + decoder.decode(bytes, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
    read(bytes.length)
  }
  yield (held + decoder.decode()).replace(/\r\n?/g, '\n')
}
