// Tries mutants within one process: what the tests stand on is loaded once, and a database is opened once.
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { createVitest } from 'vitest/node'
import type { Answer } from './runner.ts'

type Place = { line: number; column: number }
type Mutant = {
  id: string
  fileName: string
  location: { start: Place; end: Place }
  mutatorName: string
  replacement: string
  status?: string
}
type File = { name: string; content: string; mutate: true | { start: Place; end: Place }[] }

const quiet = { info() {}, debug() {}, warn() {}, isDebugEnabled: () => false }
const stryker = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'))

/** What `src/x.ts:10-40` and `src/{a,b}.ts` name. */
const filesOf = (mutate: readonly string[]): File[] =>
  mutate.flatMap((asked) => {
    const [pattern = '', lines] = asked.split(/:(?=\d)/)
    const [from = 1, to = from] = lines?.split('-').map(Number) ?? []
    const part: File['mutate'] = lines ? [{ start: { line: from - 1, column: 0 }, end: { line: to - 1, column: 1000 } }] : true
    return globSync(pattern).map((name) => ({ name: resolve(name), mutate: part, content: readFileSync(name, 'utf8') }))
  })

/** The files with all their mutants in them, each behind a switch. Texts are left alone: names of columns are seen by the compiler, SQL by the database. */
async function mutated(files: File[]): Promise<{ mutants: Mutant[]; contents: Map<string, string> }> {
  const { Instrumenter } = await import(stryker.resolve('@stryker-mutator/instrumenter'))
  const options = { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [] }
  const made: { files: File[]; mutants: Mutant[] } = await new Instrumenter(quiet).instrument(files, options)
  return {
    mutants: made.mutants.filter(({ status }) => status !== 'Ignored'),
    contents: new Map(made.files.map(({ name, content }) => [name, content])),
  }
}

function lineOf({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string {
  const line = readFileSync(fileName, 'utf8').split('\n')[start.line] ?? ''
  const was = start.line === end.line ? line.slice(start.column, end.column) : `${line.slice(start.column)} …`
  return `${relative('.', fileName)}:${start.line + 1} ${mutatorName}: ${was} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 120)}`
}

/** Runs the tests, file by file, with each mutant that they come by and none has seen before. Says which were not seen, and how many of each file were.
 *  `paper`: the tests need no database. */
export async function tryMutants(mutate: readonly string[], tests: readonly string[], paper: boolean): Promise<void> {
  const files = filesOf(mutate)
  const { mutants, contents } = await mutated(files)
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-mutants-'))
  const file = join(folder, 'answers')
  writeFileSync(file, '')
  const answers = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): Answer[] => (line ? [JSON.parse(line)] : []))
  const seenBy = () => new Map(answers().flatMap(({ mutant, seen }) => (seen === null ? [] : [[mutant, seen]])))
  process.env.MUTANTS = 'yes'
  const vitest = await createVitest(
    'test',
    {
      include: [...tests],
      runner: join(import.meta.dirname, 'runner.ts'),
      ...(paper ? { globalSetup: [] } : {}),
      isolate: false,
      maxWorkers: 1,
      watch: false,
      silent: true,
      reporters: [{}],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          load: (id) => contents.get(id),
          // Vitest keeps what it has transformed on disk: not this.
          configureVitest: ({ defineCacheKeyGenerator }) =>
            defineCacheKeyGenerator(({ id }) => (contents.has(id) ? false : undefined)),
        },
      ],
    },
  )
  try {
    console.log(`${mutants.length} mutants of ${files.length} files`)
    // A worker of its own for each file, without what the mutants of the one before left behind.
    for (const test of tests.flatMap((pattern) => globSync(pattern).sort())) {
      const began = performance.now()
      const seen = seenBy()
      vitest.provide('mutants', { ids: mutants.flatMap(({ id }) => (seen.has(id) ? [] : [id])), answers: file })
      await vitest.start([resolve(test)])
      const broken = answers().find(({ mutant }) => mutant === null)
      if (broken) throw new Error(`Without any mutant this fails: ${broken.file}: ${broken.seen}`)
      console.log(`${test}: ${Math.round((performance.now() - began) / 1000)} s`)
    }
    for (const { mutant: always, file: test } of answers().filter(({ loading }) => loading)) {
      if (always === null || seenBy().has(always)) continue
      vitest.provide('mutants', { ids: [], answers: file, always })
      await vitest.start([resolve(test)])
    }
    const [seen, met] = [seenBy(), new Set(answers().flatMap(({ mutant, loading }) => (loading ? [] : [mutant])))]
    for (const mutant of mutants)
      if (!seen.has(mutant.id)) console.log(`${met.has(mutant.id) ? 'survives' : 'not met '} ${lineOf(mutant)}`)
    for (const [name, of] of Map.groupBy(mutants, ({ fileName }) => fileName)) {
      const [known, left] = [of.filter(({ id }) => seen.has(id)), of.filter(({ id }) => met.has(id) && !seen.has(id))]
      console.log(
        `${relative('.', name)}: ${of.length} mutants, ${known.length} seen, ${left.length} survive, ${of.length - known.length - left.length} met by no test`,
      )
    }
  } finally {
    await vitest.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
