import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formsOf, formsOfNumber, scanner } from './marks'

const seen = (marks: Record<string, string>, bytes: Uint8Array): string[] => {
  const { scan, found } = scanner(Object.fromEntries(Object.entries(marks).map(([name, text]) => [name, formsOf(text)])))
  scan('here', bytes)
  return [...found.keys()].sort()
}
const an = { name: 'Anzqx "Élodie"' }

describe('the scan', () => {
  test.each([
    ['as it is', Buffer.from(`\0\x01…${an.name}…`)],
    ['in lower case', Buffer.from(an.name.toLowerCase())],
    ['in UTF-16', Buffer.from(an.name, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(an.name, 'utf16le').swap16()],
    ['in hexadecimal', Buffer.from(Buffer.from(an.name).toString('hex'))],
    ['in JSON', Buffer.from(JSON.stringify({ an: an.name }))],
    ['in JSON within JSON, as ASCII', Buffer.from('"Anzqx \\"\\u00c9lodie\\""')],
    ['in a URL', Buffer.from(`?q=${encodeURIComponent(an.name)}`)],
    ['in a form', Buffer.from(new URLSearchParams({ q: an.name }).toString())],
    ...['', 'a', 'ab', 'abc'].flatMap((before) =>
      (['base64', 'base64url'] as const).map((code): [string, Buffer] => [
        `in ${code} behind ${before.length} bytes`,
        Buffer.from(Buffer.from(`${before}${an.name} and more`).toString(code)),
      ]),
    ),
  ])('sees a mark %s', (_, bytes) => expect(seen(an, bytes)).toEqual(['name']))

  test('sees marks that begin alike, stand in each other or follow each other at once', () => {
    const marks = { one: 'zqxhuisbew', two: 'zqxhuisbewaarder', three: 'huisbewaarder', four: 'zqxhondenhok' }
    expect(seen(marks, Buffer.from('zqxhuisbewaarder'))).toEqual(['one', 'three', 'two'])
    expect(seen(marks, Buffer.from('zqxhuizqxhondenhokzqxhuisbew'))).toEqual(['four', 'one'])
  })

  test('sees a number as a database keeps it', () => {
    const { scan, found } = scanner({ lat: formsOfNumber(50.879142) })
    const bytes = Buffer.alloc(20)
    bytes.writeDoubleLE(50.879142, 7)
    scan('row', bytes)
    expect([...(found.get('lat') ?? [])]).toEqual(['row'])
  })

  test('does not see what is not there, and does not see through compression', () => {
    expect(seen(an, Buffer.from('Anzqx "Elodie", Anzq'))).toEqual([])
    expect(seen(an, gzipSync(an.name))).toEqual([])
  })

  test('refuses a mark that is found everywhere', () => expect(() => formsOf('An')).toThrow('longer mark'))
})
