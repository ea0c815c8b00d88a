import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAt } from './file'
import { type Entry, recordsOf } from './records'
import { words } from './words'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisrecht-records-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Uint8Array) {
  const path = join(folder, 'file')
  await writeFile(path, content)
  const file = await lookAt(path)
  const records = await recordsOf(file)
  const entries: Entry[] = []
  for await (const entry of records.entries) entries.push(entry)
  return { ...records, encoding: file.encoding, entries }
}
const plain = (entry: Entry | undefined) =>
  entry &&
  ('trouble' in entry
    ? `${entry.line}: ${entry.trouble(words('en').entry)}`
    : { line: entry.line, ...Object.fromEntries(entry.cells) })

describe('CSV', () => {
  test('with quotes, lines in a value, empty lines, CRLF and a byte order mark', async () => {
    const { entries, header } = await read('\uFEFFid,text\r\n1,"een ""mooie"" kamer"\r\n\r\n2,"twee\r\nregels"\r\n3,5" breed')
    expect(header).toEqual(['id', 'text'])
    expect(entries.map(plain)).toEqual([
      { line: 2, id: '1', text: 'een "mooie" kamer' },
      { line: 4, id: '2', text: 'twee\nregels' },
      { line: 6, id: '3', text: '5" breed' },
    ])
  })

  test.each([';', '\t', '|', ','])('separated by %j', async (sign) => {
    const { entries } = await read([`id${sign}"a,b;c"${sign}city`, `1${sign}x${sign}Gent`].join('\n'))
    expect(entries.map(plain)).toEqual([{ line: 2, id: '1', 'a,b;c': 'x', city: 'Gent' }])
  })

  test('a line of too many or too few values says so, and the next goes on', async () => {
    const { entries } = await read('id,city\n1\n2,Gent,x\n3,Gent\n')
    expect(entries.map(plain)).toEqual([
      '2: has 1 values where the first line names 2 columns',
      '3: has 3 values where the first line names 2 columns',
      { line: 4, id: '3', city: 'Gent' },
    ])
  })

  test('a quote that is never closed stops the reading at its line', async () => {
    await expect(read('id,city\n1,Gent\n2,"Gent\n3,Gent\n')).rejects.toThrow(
      'line 3: a quoted value is opened here and not closed',
    )
    await expect(read(`id,city\n1,"${'x'.repeat(1_200_000)}\n2,"x"\n`)).rejects.toThrow('line 2: a quoted value')
  })

  test('names every column once', async () => {
    await expect(read('id,city,id\n')).rejects.toThrow('the column "id" stands there twice')
    expect((await read(',id\n0,1\n')).header).toEqual(['(column 1)', 'id'])
  })

  test.each(['', ' \n\n', '\uFEFF'])('an empty file: %j', (text) => expect(read(text)).rejects.toThrow('is empty'))

  test('reads back what was written', async () => {
    const value = fc.string({ unit: fc.constantFrom(...'ab ,;"\n|é€') }).map((text) => text.trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), async (rows) => {
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
        const { entries } = await read(['a;b', ...quoted].join('\r\n'))
        expect(entries.map((entry) => 'cells' in entry && [...entry.cells.values()])).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
})

describe('encodings', () => {
  const text = 'id,city\n1,Privé\n'
  test('UTF-16 with its mark, windows-1252 without one', async () => {
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [utf16, Buffer.from(utf16).swap16(), Buffer.from(text, 'latin1'), Buffer.from(text)])
      expect((await read(bytes)).entries.map(plain)).toEqual([{ line: 2, id: '1', city: 'Privé' }])
    expect((await read(Buffer.from(text, 'latin1'))).encoding).toBe('windows-1252')
  })

  test('broken ones are mended, and said to be', async () => {
    const { entries } = await read('id,city\n1,PrivÃ©\n2,Privé\n')
    expect(entries.map((entry) => 'cells' in entry && [entry.cells.get('city'), entry.mended])).toEqual([
      ['Privé', true],
      ['Privé', false],
    ])
  })

  test('what is no text is refused', async () => {
    await expect(read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]))).rejects.toThrow('is not a text file')
  })
})

describe('JSON', () => {
  test('a list: numbers, lists and nothing', async () => {
    const { entries, format } = await read(
      '\n [{"id": 1, "rent": 450.5, "furnished": true, "text": null, "details": ["a", 2]}, 3, {"a": {}}]',
    )
    expect(format).toBe('json')
    expect(entries.map(plain)).toEqual([
      { line: 1, id: '1', rent: '450.5', furnished: 'true', text: '', details: ['a', '2'] },
      '2: is not a JSON object',
      '3: a is neither a value nor a list of values',
    ])
  })

  test('what is broken or no list says so', async () => {
    await expect(read('[{"id": 1},')).rejects.toThrow('is not JSON')
  })

  test('lines: one that is broken does not stop the next', async () => {
    const { entries, format } = await read('{"id":"1"}\r\n\n{"id":\n[1]\n{"id":"2"}')
    expect(format).toBe('jsonl')
    expect(entries.map(plain)).toEqual([
      { line: 1, id: '1' },
      '3: is not a whole JSON object on one line',
      '4: is not a JSON object',
      { line: 5, id: '2' },
    ])
  })

  test('a line that is too long does not fill the memory', async () => {
    const { entries } = await read(`{"id":"1"}\n{"id":"${'x'.repeat(1_200_000)}"}\n{"id":"3"}\n`)
    expect(entries.map(plain)).toEqual([{ line: 1, id: '1' }, '2: is too long to be an advert', { line: 3, id: '3' }])
  })
})

test('what is not there', () => expect(lookAt(join(folder, 'nowhere.csv'))).rejects.toThrow('is not a file'))
