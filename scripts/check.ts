// The whole check, which is what `npm test` runs: format and lint, types, unused code, tests, a build, journeys in a real browser.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBasemap } from './basemap.ts'
import { findChromium } from './chromium.ts'
import { ensureCountries } from './countries.ts'
import { debianServer } from './debian-postgres.ts'
import { ensurePlaces } from './places.ts'
import {
  failuresInBrowser,
  failuresOf,
  keepProofs,
  type PlaywrightReport,
  type Proof,
  proofsInBrowser,
  proofsOf,
  type VitestReport,
} from './results.ts'
import { throwAwayInMemory } from './throwaway.ts'

throwAwayInMemory()
const out = mkdtempSync(join(tmpdir(), 'huisrecht-check-'))
// Each test file and each program of a journey is a process of its own, which reads the same packages: compiled by the first of them.
process.env.NODE_COMPILE_CACHE ??= join(out, 'compiled')
const proofs: Proof[] = []
/** Said once more at the end, where it is not under a thousand lines of others. */
const failures: string[] = []
const tally = { passed: 0, failed: 0, skipped: 0 }
const bin = (name: string) => join('node_modules', '.bin', name)

/** Runs one step; a step that fails counts as one failure, so that the others still run and say what they find. */
function step(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  const started = Date.now()
  console.log(`\n▶ ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
  return status === 0
}
/** A step that has no tests of its own to count. */
function counted(name: string, command: string, args: string[]): void {
  if (step(name, command, args)) return void tally.passed++
  tally.failed++
  failures.push(name)
}

const report = <T>(file: string): T | undefined => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

function vitest(name: string, args: string[], env: Record<string, string> = {}): void {
  const file = join(out, `${name.replaceAll(/\W+/g, '-')}.json`)
  const ok = step(name, bin('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args], env)
  const result = report<VitestReport>(file)
  if (result) proofs.push(...proofsOf(result))
  const failed = result ? failuresOf(result).map((one) => `${name}: ${one}`) : []
  failures.push(...(failed.length === 0 && !ok ? [name] : failed))
  tally.passed += result?.numPassedTests ?? 0
  tally.skipped += result?.numPendingTests ?? 0
  tally.failed += result?.numFailedTests || (ok ? 0 : 1)
}

function journeys(chromium: string): void {
  const file = join(out, 'journeys.json')
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const ok = step('journeys in Chromium', bin('playwright'), ['test', '--reporter=list,json'], env)
  const found = report<PlaywrightReport>(file)
  if (found) proofs.push(...proofsInBrowser(found))
  const failed = found ? failuresInBrowser(found) : []
  failures.push(...(failed.length === 0 && !ok ? ['journeys in Chromium'] : failed))
  const stats = found?.stats
  tally.passed += stats?.expected ?? 0
  tally.skipped += stats?.skipped ?? 0
  tally.failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) || (ok ? 0 : 1)
}

const quick = process.argv.includes('--quick')
const tree = () => execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' })
const before = existsSync('.git') ? tree() : ''

ensurePlaces()
ensureCountries()
ensureBasemap()
counted('format and lint', bin('biome'), ['check', '--error-on-warnings', '.'])
counted('types', 'npm', ['run', '--silent', 'types'])
if (!quick) counted('unused code', bin('knip'), [])
if (quick)
  vitest('quick tests', [
    'src/std',
    'src/register',
    'src/ui',
    'src/architecture.test.ts',
    'src/platform/vault',
    'src/platform/forms',
  ])
else {
  vitest('tests', [])
  const debian = await debianServer()
  if (debian) {
    vitest(
      'database tests on PostgreSQL 15',
      ['src/platform/db', 'src/platform/vault/vault.test.ts', 'src/privacy', 'src/features/search'],
      {
        DATABASE_URL: debian.url,
      },
    )
    debian.stop()
  }
  counted('build', process.execPath, [join('scripts', 'build.ts'), '--force'])
  journeys(findChromium())
  if (process.env.CI) {
    const same = tree() === before
    if (!same) console.log(`The check changed the tree:\n${tree()}`)
    if (same) tally.passed++
    else {
      tally.failed++
      failures.push('the tree is as it was')
    }
  }
}
rmSync(out, { recursive: true, force: true })
keepProofs(proofs)
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.map((one) => `  ${one}`).join('\n')}`)
console.log(`\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`)
process.exitCode = tally.failed > 0 ? 1 : 0
