// What the last check found of each test that names a promise: kept out of the tree, for `npm run promises`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export type Proof = { file: string; name: string; passed: boolean; at: string }

const file = join('node_modules', '.cache', 'huisrecht', 'proofs.json')
const named = /\b[KQG]\d{1,2}\b/

export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; status?: string; assertionResults: { fullName: string; status: string }[] }[]
}
type Suite = { title: string; file: string; suites?: Suite[]; specs?: { title: string; ok: boolean }[] }
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: Suite[]
}

const now = () => new Date().toISOString()

export const proofsOf = ({ testResults }: VitestReport): Proof[] =>
  testResults.flatMap(({ name: path, assertionResults }) =>
    assertionResults
      .filter(({ fullName, status }) => named.test(fullName) && status !== 'pending' && status !== 'skipped')
      .map(({ fullName, status }) => ({ file: relative('.', path), name: fullName, passed: status === 'passed', at: now() })),
  )

const specsIn = (suite: Suite): Proof[] => [
  ...(suite.specs ?? []).map(({ title, ok }) => ({ file: join('e2e', suite.file), name: title, passed: ok, at: now() })),
  ...(suite.suites ?? []).flatMap(specsIn),
]
export const proofsInBrowser = ({ suites }: PlaywrightReport): Proof[] =>
  suites.flatMap(specsIn).filter(({ name }) => named.test(name))

/** What failed, a line each; a file that could not be run at all is one too. */
export const failuresOf = ({ testResults }: VitestReport): string[] =>
  testResults.flatMap(({ name: path, status, assertionResults }) => {
    const file = relative('.', path)
    const failed = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => `${file}: ${fullName}`)
    return failed.length === 0 && status === 'failed' ? [file] : failed
  })
export const failuresInBrowser = ({ suites }: PlaywrightReport): string[] =>
  suites
    .flatMap(specsIn)
    .filter(({ passed }) => !passed)
    .map(({ file, name }) => `${file}: ${name}`)

export const lastProofs = (): Proof[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])

/** Keeps what was found. A test that was not run this time keeps what was found of it before. */
export function keepProofs(found: readonly Proof[]): void {
  const keyOf = (one: Proof) => `${one.file} ${one.name}`
  // Of a test that runs in two ways (with scripts and without, on two versions of PostgreSQL) the worse one counts.
  const fresh = new Map<string, Proof>()
  for (const one of found) fresh.set(keyOf(one), { ...one, passed: one.passed && (fresh.get(keyOf(one))?.passed ?? true) })
  const kept = new Map(lastProofs().map((one) => [keyOf(one), one]))
  for (const [key, one] of fresh) kept.set(key, one)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify([...kept.values()], null, 1))
}
