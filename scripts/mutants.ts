// Breaks the code that keeps the promises, one small change at a time, and says which changes no test sees: `npm run mutants -- [group]`.
// What survives is either tested, or explained in docs/mutants.md. It takes hours for all, so it is no part of the check.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Group = { mutate: readonly string[]; tests: readonly string[] }
const groups: Record<string, Group> = {
  seals: {
    mutate: ['src/platform/vault/{seal,box,normalise}.ts'],
    tests: ['src/platform/vault/{seal,box,normalise}.test.ts'],
  },
  // What needs no site is tried with tests that open none: ten times as quick.
  keys: { mutate: ['src/platform/vault/{days,disk,epochs}.ts'], tests: ['src/platform/vault/keys.test.ts'] },
  provider: {
    mutate: ['src/platform/vault/{provider,escrow}.ts'],
    tests: ['src/platform/vault/{keys,escrow}.test.ts'],
  },
  vault: {
    mutate: ['src/platform/vault/{index,held,open}.ts'],
    tests: ['src/platform/vault/{vault,keyring}.test.ts'],
  },
  renewal: { mutate: ['src/platform/vault/renew.ts'], tests: ['src/platform/vault/renew.test.ts'] },
  egress: { mutate: ['src/platform/egress.ts'], tests: ['src/platform/{egress,stopped}.test.ts'] },
  terms: { mutate: ['src/register/{lint,terms,rights}.ts'], tests: ['src/register/{lint,lint-lies,terms}.test.ts'] },
  register: {
    mutate: ['src/register/{language,holdings,purposes,recipients,cookies}.ts'],
    tests: ['src/register/*.test.ts', 'src/features/your-data/log-file.test.ts', 'src/platform/db/drift.test.ts'],
  },
  privacy: {
    mutate: ['src/privacy/**/*.ts', '!src/privacy/**/{*.test,words*,testing}.ts'],
    tests: ['src/privacy/**/*.test.ts', 'src/features/your-data/*.test.{ts,tsx}'],
  },
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in groups))
if (unknown) throw new Error(`No group ${unknown}: ${Object.keys(groups).join(', ')}`)
const folder = mkdtempSync(join(tmpdir(), 'huisrecht-mutants-'))
for (const [name, { mutate, tests }] of Object.entries(groups)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n▶ ${name}`)
  const settings = join(folder, `${name}.json`)
  const about = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    vitest: { related: false },
    mutate,
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
    // Each of these tests brings a database of its own.
    concurrency: 1,
    timeoutMS: 60_000,
    tempDirName: join(folder, name),
    // It would rewrite this file with the compiler of an earlier TypeScript.
    tsconfigFile: 'none.json',
  }
  writeFileSync(settings, JSON.stringify(about))
  const env = { ...process.env, TESTS: tests.join(' ') }
  spawnSync(join('node_modules', '.bin', 'stryker'), ['run', settings], { stdio: 'inherit', env })
}
rmSync(folder, { recursive: true, force: true })
