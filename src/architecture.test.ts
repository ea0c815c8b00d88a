import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featureOrder, floors } from './floors'

const src = resolve(import.meta.dirname)
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  )
const isTest = (file: string) => /\.test\.tsx?$|\/testing(\/|\.tsx?$)/.test(file)
const sources = filesIn(src).filter((file) => !isTest(file))

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  )
/** The path below src/ that a relative import leads to, without its extension. */
const target = (file: string, spec: string): string => relative(src, resolve(dirname(file), spec))

const place = (order: readonly string[], name: string | undefined): number => (name === undefined ? -1 : order.indexOf(name))

/** Why this import is not allowed, or undefined. */
function objection(from: string, to: string): string | undefined {
  if (to === 'floors') return undefined
  const [floor = '', feature] = from.split('/')
  const [other = '', otherFeature, rest] = to.split('/')
  if (!from.includes('/')) return undefined
  const [mine, theirs] = [place(floors, floor), place(floors, other)]
  if (theirs < 0) return 'is on no floor'
  if (theirs > mine) return `${other} lies above ${floor}`
  if (floor !== 'features' || other !== 'features' || feature === otherFeature) return undefined
  const [at, theirPlace] = [place(featureOrder, feature), place(featureOrder, otherFeature)]
  if (theirPlace < 0 || theirPlace > at) return `${otherFeature} comes after ${feature}`
  return rest === undefined || rest === 'index' ? undefined : `${otherFeature} is known by its index.ts alone`
}

describe('the house', () => {
  test('a file imports from its own folder, a lower floor, or the face of an earlier feature', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((spec) => spec.startsWith('.'))
        .map((spec) => [relative(src, file), target(file, spec.replace(/\?.*$/, ''))] as const)
        .map(([from, to]) => ({ from, to, why: objection(from, to) }))
        .filter(({ why }) => why !== undefined),
    )
    expect(wrong).toEqual([])
  })

  test('the rule sees an import that points up, a later feature, and a way around an index', () => {
    expect(objection('std/geo.ts', 'platform/db')).toBe('platform lies above std')
    expect(objection('features/accounts/routes.tsx', 'features/messages')).toBe('messages comes after accounts')
    expect(objection('features/messages/routes.tsx', 'features/accounts/queries')).toBe('accounts is known by its index.ts alone')
    expect(objection('features/messages/routes.tsx', 'features/accounts')).toBeUndefined()
    expect(objection('features/messages/routes.tsx', 'platform/db/errors')).toBeUndefined()
  })

  test('every relative import leads somewhere', () => {
    for (const file of sources)
      for (const spec of importsOf(readFileSync(file, 'utf8')).filter((one) => one.startsWith('.'))) {
        const path = resolve(dirname(file), spec.replace(/\?.*$/, ''))
        const found = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].some(
          (one) => existsSync(one) && statSync(one).isFile(),
        )
        expect(found || spec.endsWith('.data.json'), `${relative(src, file)} imports ${spec}`).toBe(true)
      }
  })

  test('values are forced into a type only where the register meets the outside', () => {
    const allowed = /^(platform\/|register\/language\.ts$)/
    /** The code without its comments and without what stands in quotes. */
    const bare = (text: string) =>
      text
        .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
        .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''")
    const forced = sources
      .filter((file) => !allowed.test(relative(src, file)) && file.endsWith('.ts'))
      .flatMap((file) =>
        bare(readFileSync(file, 'utf8'))
          .split('\n')
          .filter(
            (line) =>
              /[\w)\]}'>]\s+as\s+(?!const\b)[A-Za-z{[(]/.test(line) &&
              !/^\s*(import|export|type)\b|^\s*[\w, ]+ as \w+,?\s*$/.test(line),
          )
          .map((line) => `${relative(src, file)}: ${line.trim()}`),
      )
    expect(forced).toEqual([])
    expect(bare("const a = 'sold as is' // as if")).not.toMatch(/ as /)
  })

  test('SQL stands in queries, in the platform, in privacy, and in a few named places', () => {
    const builders = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql[`<.]/
    const floors = /^(platform|privacy)\/|(^|\/)queries(\.ts|\/)/
    const named = [
      'features/listings/public.ts', // the one rule of what may be public, as SQL beside the same rule as a function
      'features/search/distance.ts', // metres between two cells, as an expression
      'features/search/facets.ts', // the options of the filters, as expressions that are counted in one go
    ]
    const elsewhere = sources
      .map((file) => relative(src, file))
      .filter((file) => !floors.test(file) && !named.includes(file) && builders.test(readFileSync(join(src, file), 'utf8')))
    expect(elsewhere).toEqual([])
  })

  test('sealing is done by one module', () => {
    const ciphers = sources
      .filter((file) => /createCipheriv|createDecipheriv/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(src, file))
    expect(ciphers).toEqual(['platform/vault/seal.ts'])
  })

  test('the word for e-mail is written so that no line ends after its first letter', () => {
    const spoken = /^(?:features|register|ui|platform\/(?:forms|http))\/(?:.*[/.])?words(?:\.\w\w)?\.ts$/
    const breaks = sources
      .filter((file) => spoken.test(relative(src, file)))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line) => `${relative(src, file)}: ${line.trim()}`),
      )
      .filter((line) => /\be-mail/i.test(line) && !/: (?:\/\/|\*|\/\*)/.test(line))
    expect(breaks).toEqual([])
  })

  test('no line of French begins with a sign that belongs to the word before it', () => {
    const inFrench = (file: string, text: string): string =>
      /words\.fr\.ts$/.test(file) ? text : (/\nconst fr\b.*?(?=\nconst en\b|\nexport const words)/s.exec(text)?.[0] ?? '')
    const signs = /.*(?:« | »|«(?!\u00a0)|(?<!\u00a0)»| ;(?= )|[\p{L}}] [:?!](?= \p{L}{2})|[\p{L}\p{N}»)] [?!;:](?=['`])).*/gu
    const loose = sources
      .filter((file) => /words(?:\.fr)?\.ts$/.test(file) && !file.includes(join('app', 'setup')))
      .flatMap((file) => inFrench(file, readFileSync(file, 'utf8')).match(signs) ?? [])
    expect(loose).toEqual([])
  })

  test('a label gets its colon from `labelled`, which knows French', () => {
    const bare = (line: string) =>
      /^\s*(?:<\w+[^>]*>)*\{[\w.()[\]?, ]+\}(?:<\/\w+>)?:(?:\s|$)|<\/\w+>:\s|`[^`]*\$\{[^{}]*\}: /.test(line) &&
      !/\}: (?:[A-Z]|\{ )|new Error|\}\)?;/.test(line)
    const pages = sources.filter((file) => /\.tsx$|mails\.ts$|privacy\/exports/.test(file) && !/words\.\w\w\.ts$/.test(file))
    expect(pages.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(bare))).toEqual([])
    for (const line of [
      '  {text.advert}: <a href="/">',
      '<b>{text.kept}</b>: {text.none}',
      ['title: `$', '{text.title}: $', '{of}`'].join(''),
    ])
      expect(bare(line)).toBe(true)
  })
})
