/** How a list is written in one cell: as Python prints it, as JSON, or with a separator between the items. */
export type Notation = 'python' | 'json' | { separator: string }

const escapes: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
}

/** A string literal of Python's grammar (lexical analysis, §2.4.1) without prefix or triple quotes, or a number, True, False or None. */
const item =
  /\s*(?:'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)"|(True|False|None|[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?))\s*/y
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g

function unescaped(literal: string): string | undefined {
  let right = true
  const text = literal.replace(escaped, (whole, x, u, long, octal, sign: string | undefined) => {
    const code = Number.parseInt(x ?? u ?? long ?? octal ?? '', octal ? 8 : 16)
    if (Number.isNaN(code)) return sign === '\n' ? '' : (escapes[sign ?? ''] ?? whole)
    right &&= code <= 0x10ffff
    return right ? String.fromCodePoint(code) : ''
  })
  return right ? text : undefined
}

/** A list as Python prints it ("['Privé keuken', \"'t Zand\"]"); its items as texts, or undefined when it is none. Lists in lists are none. */
export function pythonList(text: string): string[] | undefined {
  const inside = /^\s*([[(])([\s\S]*)([\])])\s*$/.exec(text)
  if (!inside || (inside[1] === '[') !== (inside[3] === ']')) return undefined
  const body = (inside[2] ?? '').trim()
  const items: string[] = []
  for (let at = 0; at < body.length; at++) {
    item.lastIndex = at
    const found = item.exec(body)
    const literal = found?.[1] ?? found?.[2]
    const value = literal === undefined ? found?.[3] : unescaped(literal)
    if (!found || value === undefined) return undefined
    if (value !== 'None' || literal !== undefined) items.push(value)
    at = item.lastIndex
    if (at < body.length && body[at] !== ',') return undefined
  }
  return items
}

const scalar = (value: unknown) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function jsonList(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(scalar) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}

/** The items of a cell; none for an empty one, undefined when it is not a list in that notation. */
export function listIn(text: string, notation: Notation): string[] | undefined {
  if (text.trim() === '') return []
  if (notation === 'python') return pythonList(text)
  if (notation === 'json') return jsonList(text)
  return text.split(notation.separator)
}
