// Looking for a value in raw bytes, in every form in which a program may have written it.

/** The starts and ends of a base64 text depend on what stands beside the value, so only its middle is looked for, at each of three offsets. */
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const from = offset === 0 ? 0 : 4
    return text.slice(from, Math.floor((offset + bytes.length) / 3) * 4)
  })

const escapes = (text: string): string[] => [
  JSON.stringify(text).slice(1, -1),
  [...JSON.stringify(text).slice(1, -1)]
    .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign))
    .join(''),
  encodeURIComponent(text),
  new URLSearchParams({ a: text }).toString().slice(2),
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
]

/** The bytes of a value in UTF-8, UTF-16, hexadecimal, base64 and its URL form, escaped for JSON, URLs and HTML; also in lower case. */
export function formsOf(text: string): Buffer[] {
  const forms = new Map<string, Buffer>()
  const add = (bytes: Buffer) => forms.set(bytes.toString('latin1'), bytes)
  for (const written of [text, text.toLowerCase()]) {
    for (const escaped of [written, ...escapes(written)]) add(Buffer.from(escaped))
    const utf8 = Buffer.from(written)
    add(Buffer.from(written, 'utf16le'))
    add(Buffer.from(written, 'utf16le').swap16())
    add(Buffer.from(utf8.toString('hex')))
    add(Buffer.from(utf8.toString('hex').toUpperCase()))
    for (const middle of inBase64(utf8)) {
      add(Buffer.from(middle))
      add(Buffer.from(middle.replaceAll('+', '-').replaceAll('/', '_')))
    }
  }
  const all = [...forms.values()]
  const short = all.find((form) => form.length < 6)
  if (short) throw new Error(`${short} is found everywhere: take a longer mark`)
  return all
}

/** The bytes of a number as a database keeps it. */
export const formsOfNumber = (value: number): Buffer[] => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return [...formsOf(String(value)), bytes, Buffer.from(bytes).reverse()]
}

export type Scanner = (place: string, bytes: Uint8Array) => void

/** Finds many marks in one reading (Aho and Corasick, 1975). `found` says for each mark in which places it was seen. */
export function scanner(marks: Readonly<Record<string, readonly Buffer[]>>): { scan: Scanner; found: Map<string, Set<string>> } {
  const size = Object.values(marks)
    .flat()
    .reduce((sum, form) => sum + form.length, 1)
  const next = new Int32Array(size * 256)
  const seen: (Set<string> | undefined)[] = [undefined]
  let states = 1
  for (const [name, forms] of Object.entries(marks)) {
    for (const form of forms) {
      let state = 0
      for (const byte of form) {
        const at = state * 256 + byte
        if (!next[at]) next[at] = states++
        state = next[at] ?? 0
      }
      const ends = seen[state] ?? new Set()
      seen[state] = ends.add(name)
    }
  }
  const fallback = new Int32Array(states)
  const queue: number[] = []
  for (let byte = 0; byte < 256; byte++) if (next[byte]) queue.push(next[byte] ?? 0)
  for (const state of queue) {
    const behind = fallback[state] ?? 0
    const more = seen[behind]
    if (more) seen[state] = new Set([...(seen[state] ?? []), ...more])
    for (let byte = 0; byte < 256; byte++) {
      const at = state * 256 + byte
      const step = next[behind * 256 + byte] ?? 0
      const to = next[at] ?? 0
      if (to) {
        fallback[to] = step
        queue.push(to)
      } else next[at] = step
    }
  }
  const found = new Map<string, Set<string>>()
  return {
    found,
    scan(place, bytes) {
      let state = 0
      for (let at = 0; at < bytes.length; at++) {
        state = next[state * 256 + (bytes[at] ?? 0)] ?? 0
        const names = state && seen[state]
        if (names) for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(place))
      }
    },
  }
}
