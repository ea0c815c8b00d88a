import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { importCommand } from './command'
import { readMapping } from './mapping'
import { importFile } from './run'

let site: TestSite
let folder: string
beforeEach(async () => {
  site = await testSite()
  folder = await mkdtemp(join(tmpdir(), 'huisrecht-import-'))
})
afterEach(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

async function run(...args: string[]) {
  const lines: string[] = []
  const code = await importCommand.run(site.p, args, (line) => lines.push(line))
  return { code, lines, last: lines.at(-1) }
}
async function fileOf(content: string, name = 'rooms.csv') {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const rows = () =>
  site.p.db
    .selectFrom('listings')
    .select(['id', 'source_id', 'status', 'against', 'rent', 'person_id', 'updated_at', 'published_at', 'source', 'source_url'])
    .orderBy('source_id')
    .execute()
const head = 'id,city,rent,chargesMode,energyLabel'
const elsewhere = ['--source', 'Elsewhere']

describe('listings import', () => {
  test('brings lawful adverts in public, keeps the others waiting, and reports what it refuses', async () => {
    const file = await fileOf(
      `${head},url\n1,Gent,450,included,exempt,https://rooms.example/1\n2,Gent,450,,,\n3,Atlantis,450,included,exempt,\n1,Gent,450,included,exempt,https://rooms.example/1\n3,Atlantis,450,included,exempt,\n`,
    )
    const report = join(folder, 'report.csv')
    const { code, lines, last } = await run(file, ...elsewhere, '--report', report)
    expect([code, last]).toEqual([0, '2 taken, 2 repeated, 1 refused'])
    expect(lines).toContain('line 4 (3): city is no place that is known ("Atlantis")')
    expect(await readFile(report, 'utf8')).toBe('line,id,reason\n4,3,"city is no place that is known (""Atlantis"")"\n')
    expect(await rows()).toMatchObject([
      {
        source: 'Elsewhere',
        source_id: '1',
        source_url: 'https://rooms.example/1',
        person_id: null,
        status: 'published',
        against: [],
      },
      { source_id: '2', status: 'waiting', against: ['vlg-charges', 'vlg-epc'], published_at: null },
    ])
  })

  test('all publishes on the operator’s word, which is kept; that word is not taken back by a later run', async () => {
    const file = await fileOf(`${head}\n2,Gent,450,,\n`)
    await run(file, ...elsewhere)
    expect((await run(file, ...elsewhere, '--publish', 'all')).last).toBe('0 taken, 1 repeated, 0 refused')
    expect(await rows()).toMatchObject([{ status: 'published', against: ['vlg-charges', 'vlg-epc'] }])
    await run(await fileOf(`${head}\n2,Gent,460,,\n`), ...elsewhere)
    expect(await rows()).toMatchObject([{ status: 'published', rent: 460_00 }])
    const words = await site.p.db.selectFrom('imports').select(['publish', 'ended_at']).orderBy('publish').execute()
    expect(words.map(({ publish, ended_at }) => [publish, ended_at !== null])).toEqual([
      ['all', true],
      ['lawful', true],
      ['lawful', true],
    ])
  })

  test('an advert that now lacks what the law wants waits again', async () => {
    await run(await fileOf(`${head}\n1,Gent,450,included,exempt\n`), ...elsewhere)
    await run(await fileOf(`${head}\n1,Gent,450,included,\n`), ...elsewhere)
    expect(await rows()).toMatchObject([{ status: 'waiting', against: ['vlg-epc'] }])
  })

  test('what is the same is not written again; what changed is', async () => {
    const file = await fileOf(`${head}\n1,Gent,450,included,exempt\n2,Gent,500,included,exempt\n`)
    await run(file, ...elsewhere)
    const before = await rows()
    site.clock.pass(60_000)
    await run(file, ...elsewhere)
    expect(await rows()).toEqual(before)
    const changed = await fileOf(`${head}\n1,Gent,455,included,exempt\n2,Gent,500,included,exempt\n`)
    expect((await run(changed, ...elsewhere)).last).toBe('0 taken, 2 repeated, 0 refused')
    const after = await rows()
    expect(after.map(({ rent }) => rent)).toEqual([455_00, 500_00])
    expect(after.map(({ id, updated_at }, at) => [id === before[at]?.id, updated_at > (before[at]?.updated_at ?? 0)])).toEqual([
      [true, true],
      [true, false],
    ])
  })

  test('an advert that has an owner now, or was taken away, is left alone', async () => {
    await run(await fileOf(`${head}\n1,Gent,450,included,exempt\n2,Gent,450,included,exempt\n`), ...elsewhere)
    const bart = await site.p.vault.newPerson(site.p.db, ['service'])
    await site.p.db.updateTable('listings').set({ person_id: bart.id }).where('source_id', '=', '1').execute()
    await site.p.db.updateTable('listings').set({ status: 'removed' }).where('source_id', '=', '2').execute()
    const before = await rows()
    const changed = await fileOf(`${head}\n1,Gent,600,included,exempt\n2,Gent,600,included,exempt\n`)
    expect((await run(changed, ...elsewhere)).last).toBe('0 taken, 2 repeated, 0 refused')
    expect(await rows()).toEqual(before)
  })

  test('a dry run counts the same and writes nothing', async () => {
    const file = await fileOf(`${head}\n1,Gent,450,included,exempt\n1,Gent,450,included,exempt\n2,Gent,,included,exempt\n`)
    expect((await run(file, ...elsewhere, '--dry-run')).last).toBe('1 taken, 1 repeated, 1 refused')
    expect(await rows()).toEqual([])
    expect(await site.p.db.selectFrom('imports').select('id').execute()).toEqual([])
    expect((await run(file, ...elsewhere)).last).toBe('1 taken, 1 repeated, 1 refused')
    expect((await run(file, ...elsewhere, '--dry-run')).last).toBe('0 taken, 2 repeated, 1 refused')
  })

  test('the same id of another source is another advert', async () => {
    const file = await fileOf(`${head}\n1,Gent,450,included,exempt\n`)
    await run(file, ...elsewhere)
    expect((await run(file, '--source', 'Another')).last).toBe('1 taken, 0 repeated, 0 refused')
  })

  test('a file that breaks off keeps what came before, with a line to look at', async () => {
    const { code, lines } = await run(
      await fileOf(`${head}\n1,Gent,450,included,exempt\n2,"Gent,450,included,exempt\n`),
      ...elsewhere,
    )
    expect([code, ...lines.slice(-2)]).toEqual([
      1,
      'line 3: a quoted value is opened here and not closed; what follows cannot be read',
      '1 taken, 0 repeated, 0 refused',
    ])
    expect(await rows()).toHaveLength(1)
  })

  test.each([
    [[], 'Which file?'],
    [['a', 'b', '--source', 'x'], 'One file at a time, not also b.'],
    [['nowhere.csv', '--source', 'x'], 'nowhere.csv is not a file'],
    [['nowhere.csv'], 'Say where the adverts come from'],
    [['a', '--publish', 'some'], '--publish is lawful or all, not "some".'],
    [['a', '--pubish', 'all'], "Unknown option '--pubish'"],
    [['a', '--mapping', 'nowhere.json'], 'The mapping nowhere.json cannot be read.'],
  ])('what is typed wrong is said: %j', async (args, why) => {
    const { code, lines } = await run(...args)
    expect(code).toBeGreaterThan(0)
    expect(lines.join('\n')).toContain(why)
  })

  test('columns that are not read are named, in JSON too', async () => {
    const csv = await run(await fileOf(`${head},phone\n1,Gent,450,included,exempt,0477123456\n`), ...elsewhere)
    expect(csv.lines).toContain('Columns that are not read: phone.')
    const lines = await run(await fileOf('{"id":2,"city":"Gent","rent":450,"phone":"0477123456"}\n', 'rooms.jsonl'), ...elsewhere)
    expect(lines.lines).toContain('1 × not read: phone')
    expect(lines.last).toBe('1 taken, 0 repeated, 0 refused')
  })
})

describe('a run that was stopped', () => {
  const many = (n: number) =>
    `${head}\n${Array.from({ length: n }, (_, at) => `${at % 450},${at % 100 === 7 ? 'Atlantis' : 'Gent'},450,included,B`).join('\n')}\n`

  test('goes on where it was, and counts as one that was not', async () => {
    const file = await fileOf(many(700))
    const of = {
      file,
      source: 'Elsewhere',
      mapping: readMapping(JSON.stringify({ columns: { id: 'id', city: 'city', rent: 'rent' } }), ''),
      publish: 'lawful',
      dryRun: false,
    } as const
    const judged: number[] = []
    const quiet = { note() {}, judged: ({ line }: { line: number }) => judged.push(line), progress() {} }
    const killed = importFile(site.p, of, {
      ...quiet,
      progress(share) {
        if (share > 0 && judged.length > 350) throw new Error('killed')
      },
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await rows()).toHaveLength(396)
    const first = await site.p.db.selectFrom('imports').select(['line', 'taken', 'ended_at']).execute()
    expect(first).toEqual([{ line: 401, taken: 396, ended_at: null }])

    judged.length = 0
    const notes: string[] = []
    let last = {}
    await importFile(site.p, of, {
      ...quiet,
      note: (line) => notes.push(line),
      progress: (_, { taken, repeated, refused }) => {
        last = { taken, repeated, refused }
      },
    })
    expect(notes).toContain('An earlier run stopped after line 401: this one goes on from there.')
    expect(last).toEqual({ taken: 448, repeated: 245, refused: 7 })
    expect(judged.filter((line) => line <= 401)).toHaveLength(400)
    expect(await site.p.db.selectFrom('imports').select('ended_at').where('ended_at', 'is', null).execute()).toEqual([])
  })

  test('two at once on one file do not count twice', async () => {
    const file = await fileOf(many(500))
    const of = {
      file,
      source: 'Elsewhere',
      mapping: readMapping(JSON.stringify({ columns: { id: 'id', city: 'city', rent: 'rent' } }), ''),
      publish: 'lawful',
      dryRun: false,
    } as const
    const quiet = { note() {}, judged() {}, progress() {} }
    let other: Promise<unknown> | undefined
    const one = importFile(site.p, of, {
      ...quiet,
      progress() {
        other ??= importFile(site.p, of, quiet).then(
          () => 'done',
          (error: Error) => error.message,
        )
      },
    }).then(
      () => 'done',
      (error: Error) => error.message,
    )
    expect([await one, await other].sort()).toEqual(['Another import of this file is at work.', 'done'])
    expect(await rows()).toHaveLength(446)
  })
})

const real = '../shared/data/rooms-nl-2024.csv'
const mapping = ['--mapping', 'examples/rooms-nl.map.json']
describe.skipIf(!existsSync(real))(`${real} (skipped where it is absent)`, () => {
  test('1,304 adverts from 1,932 lines: none lost without a stated reason', { timeout: 120_000 }, async () => {
    const { lines, last } = await run(real, ...mapping)
    expect(last).toBe('1295 taken, 628 repeated, 9 refused')
    expect(lines.filter((line) => /^line \d+ \(\d+\): city is missing; rent is missing$/.test(line))).toHaveLength(9)
    expect(lines).toContain('79 × broken encoding was repaired')
    expect(lines.join('\n')).toMatch(/1682 × left out: the sex of house mates/)
    const texts = await site.p.db
      .selectFrom('listings')
      .select(['title', 'text', 'street', 'status', 'against', 'energy_label', 'charges_mode'])
      .execute()
    expect(texts).toHaveLength(1295)
    expect(texts.map((row) => `${row.title} ${row.text} ${row.street}`).join('\n')).not.toMatch(
      /vrouwelijk|mannelijk|gemixt|[ÂÃ]|â‚¬|geen huisdieren/i,
    )
    for (const row of texts) expect(row.against.length > 0, row.title).toBe(row.status === 'waiting')
    expect(texts.filter((row) => row.charges_mode === null).every((row) => row.against.includes('nl-criteria'))).toBe(true)
    expect(texts.filter((row) => row.energy_label === null).every((row) => row.against.includes('nl-energy'))).toBe(true)
  })

  test('the same as JSON lines', { timeout: 120_000 }, async () => {
    const [names = '', ...rows] = (await readFile(real, 'utf8')).trim().split('\n')
    const keys = names.trim().split(',')
    // Only the list is quoted in this file.
    const values = (row: string) =>
      row
        .trim()
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((one) => one.replace(/^"|"$/g, ''))
    const jsonl = rows.map((row) => JSON.stringify(Object.fromEntries(values(row).map((value, at) => [keys[at], value]))))
    const file = await fileOf(jsonl.join('\n'), 'rooms.jsonl')
    expect((await run(file, ...mapping, '--dry-run')).last).toBe('1295 taken, 628 repeated, 9 refused')
  })
})
