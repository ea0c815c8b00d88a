/** Many of something, of which is known how many, and which come one after the other each time that they are asked for: an array, or what is
 *  read meanwhile. */
export type Flow<T> = (Iterable<T> | AsyncIterable<T>) & { readonly length: number; newest?: Newest<T> }
/** The last ones first, `many` of them, after the first `from`: without reading all others. */
export type Newest<T> = (from: number, many: number) => Promise<T[]>

export const flowOf = <T>(length: number, each: () => AsyncGenerator<T>, newest?: Newest<T>): Flow<T> => ({
  length,
  [Symbol.asyncIterator]: each,
  ...(newest && { newest }),
})

/** The last ones first, `many` of them, after the first `from`. */
export async function newestOf<T>(flow: Flow<T>, from: number, many: number): Promise<T[]> {
  if (flow.newest) return flow.newest(from, many)
  return (await Array.fromAsync(flow)).toReversed().slice(from, from + many)
}

export const mapFlow = <A, B>(flow: Flow<A>, change: (one: A) => B): Flow<B> =>
  flowOf(flow.length, async function* () {
    for await (const one of flow) yield change(one)
  })

const isRead = (value: object): value is AsyncIterable<unknown> => Symbol.asyncIterator in value

/** Whether something of a value is read meanwhile. */
const flows = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (isRead(value) || Object.values(value).some(flows))

/** A value as JSON, bit by bit: what is read meanwhile becomes an array, of which each piece is whole. */
export async function* jsonOf(value: unknown): AsyncGenerator<string> {
  if (typeof value !== 'object' || value === null || !flows(value)) {
    yield JSON.stringify(value)
    return
  }
  let comma = '\n'
  if (isRead(value)) {
    yield '['
    for await (const one of value) {
      yield comma + JSON.stringify(one)
      comma = ',\n'
    }
    yield ']'
  } else if (Array.isArray(value)) {
    yield '['
    for (const one of value) {
      yield comma
      yield* jsonOf(one)
      comma = ',\n'
    }
    yield ']'
  } else {
    yield '{'
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue
      yield `${comma}${JSON.stringify(name)}: `
      yield* jsonOf(member)
      comma = ',\n'
    }
    yield '}'
  }
}

/** Texts as bytes, in pieces of some size. */
export async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting: string[] = []
  let size = 0
  for await (const text of texts) {
    waiting.push(text)
    size += text.length
    if (size < 65_536) continue
    yield encoder.encode(waiting.join(''))
    waiting = []
    size = 0
  }
  yield encoder.encode(waiting.join(''))
}
