// Breaks the code that keeps the promises, one small change at a time, and says which changes no test sees: `npm run mutants -- [group]`.
// What survives is either tested, or explained in docs/mutants.md. It takes hours for all, so it is no part of the check.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryMutants } from './mutants/try.ts'

/** `within`: all in one process (mutants/try.ts), on paper or on a site; else by Stryker itself, which starts each anew. */
type Group = { mutate: readonly string[]; tests: readonly string[]; within?: 'paper' | 'site' }
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
  ring: { mutate: ['src/platform/vault/{keyring,held}.ts'], tests: ['src/platform/vault/keyring.test.ts'] },
  vault: { mutate: ['src/platform/vault/{index,open}.ts'], tests: ['src/platform/vault/vault.test.ts'] },
  renewal: { mutate: ['src/platform/vault/renew.ts'], tests: ['src/platform/vault/renew.test.ts'] },
  egress: { mutate: ['src/platform/egress.ts'], tests: ['src/platform/egress.test.ts'] },
  terms: { mutate: ['src/register/{lint,terms,rights}.ts'], tests: ['src/register/{lint,lint-lies,terms}.test.ts'] },
  // What it declares is changed leaf by leaf by its own tests: scripts/declared.ts.
  register: {
    mutate: ['src/register/**/*.ts', '!src/register/**/{*.test,testing,words.??,lint,terms,rights,people}.ts'],
    tests: ['src/register/{lint,open-columns,decided,language,asked,counts}.test.ts'],
  },
  statement: {
    mutate: [
      'src/privacy/{statement,flow}.ts',
      'src/privacy/changes/{diff,index,sentences}.ts',
      'src/privacy/exports/{agreements,assessment,record,said,sheet}.ts',
    ],
    tests: [
      'src/privacy/{flow,statement}.test.ts',
      'src/privacy/exports/on-paper.test.ts',
      'src/privacy/changes/{sentences,changes}.test.ts',
    ],
    within: 'paper',
  },
  // First the tests that are quick: what they see needs no other.
  erasure: {
    mutate: ['src/privacy/{erase,standing,files}.ts'],
    tests: ['src/privacy/{held,files}.test.ts', 'src/privacy/{standing,told}.test.ts'],
    within: 'site',
  },
  ledger: { mutate: ['src/privacy/ledger.ts'], tests: ['src/privacy/ledger.test.ts'], within: 'site' },
  holds: {
    mutate: ['src/privacy/{holds,walk}.ts'],
    tests: ['src/privacy/walk.test.ts', 'src/privacy/held.test.ts', 'src/privacy/{withdraw,glimpse,copy,sweep-jobs}.test.ts'],
    within: 'site',
  },
  sweep: {
    mutate: ['src/privacy/sweep.ts'],
    tests: ['src/privacy/{sweep-jobs,withdraw}.test.ts', 'src/privacy/sweep.test.ts'],
    within: 'site',
  },
  withdraw: { mutate: ['src/privacy/withdraw.ts'], tests: ['src/privacy/withdraw.test.ts'], within: 'site' },
  told: {
    mutate: ['src/privacy/{tell,told,farewell}.ts'],
    tests: ['src/privacy/{told,farewell}.test.ts', 'src/privacy/tell.test.ts'],
    within: 'site',
  },
  copy: {
    mutate: ['src/privacy/{copy,records,portable,glimpse,together}.ts'],
    tests: ['src/privacy/{copy-schema,glimpse,copy}.test.ts', 'src/privacy/erase.test.ts'],
    within: 'site',
  },
  archive: {
    mutate: ['src/privacy/{archive,zip}.ts'],
    tests: ['src/privacy/copies.test.ts', 'src/privacy/zip.test.ts'],
    within: 'site',
  },
  readable: {
    mutate: ['src/privacy/{readable,glimpse-view}.tsx', 'src/privacy/{copy-schema,schemas,one-by-one}.ts'],
    tests: ['src/privacy/{readable,glimpse-view}.test.tsx', 'src/privacy/{copy-schema,one-by-one}.test.ts'],
    within: 'paper',
  },
  reach: {
    mutate: ['src/privacy/{addresses,people-at,breach}.ts', 'src/privacy/exports/history.ts'],
    tests: ['src/privacy/{addresses,people-at,breach}.test.ts', 'src/privacy/exports/history.test.ts'],
    within: 'site',
  },
  rights: {
    mutate: ['src/privacy/{object,restrict,hand-over,versions}.ts'],
    tests: ['src/privacy/{object,restrict,hand-over,versions}.test.ts'],
    within: 'site',
  },
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in groups))
if (unknown) throw new Error(`No group ${unknown}: ${Object.keys(groups).join(', ')}`)
const folder = mkdtempSync(join(tmpdir(), 'huisrecht-mutants-'))
for (const [name, { mutate, tests, within }] of Object.entries(groups)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n▶ ${name}`)
  if (within) {
    await tryMutants(mutate, tests, within === 'paper')
    continue
  }
  const settings = join(folder, `${name}.json`)
  const about = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './scripts/declared.ts'],
    ignorers: ['declared'],
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
