import { type Binding, SealBroken, seal, unseal } from './seal'

/** Bytes as they come, sealed as they come: never more of them in memory than a piece. */
export type Box = {
  seal(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
  /** Throws SealBroken for what was changed, moved, left out or cut off. What was given before that was sealed as it is. */
  open(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

const most = 1024 * 1024
const lastBit = 0x8000_0000

/** Each piece knows its place, and the last one that it is the last. */
const placed = (at: number, last: boolean): Binding => ({
  column: 0,
  row: last ? `${at} last` : String(at),
  person: '',
  class: 'box',
})

/** length(4, its highest bit: the last one) sealed */
function pieceOf(key: Buffer, at: number, plain: Uint8Array, last = false): Buffer {
  const sealed = seal(key, placed(at, last), Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sealed.length + (last ? lastBit : 0))
  return Buffer.concat([length, sealed])
}

async function* sealed(key: Buffer, parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const part of parts)
    for (let from = 0; from < part.length; from += most) yield pieceOf(key, at++, part.subarray(from, from + most))
  yield pieceOf(key, at, new Uint8Array(), true)
}

async function* opened(key: Buffer, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0)
  let ended = false
  let at = 0
  for await (const more of bytes) {
    waiting = Buffer.concat([waiting, more])
    while (waiting.length >= 4) {
      const head = waiting.readUInt32BE(0)
      const last = head >= lastBit
      const end = 4 + (last ? head - lastBit : head)
      // No piece is longer than the longest, sealed: nobody makes us wait for four gigabytes.
      if (end > 2 * most) throw new SealBroken()
      if (waiting.length < end) break
      const plain = unseal(key, placed(at++, last), waiting.subarray(4, end))
      waiting = waiting.subarray(end)
      ended = last
      if (plain.length > 0) yield plain
    }
  }
  if (!ended || waiting.length > 0) throw new SealBroken()
}

export const boxUnder = (key: Buffer): Box => ({ seal: (parts) => sealed(key, parts), open: (bytes) => opened(key, bytes) })
