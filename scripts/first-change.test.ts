import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

// docs/first-change.md is replayed on a copy of the project, so that what it tells a newcomer stays true.
const page = readFileSync('docs/first-change.md', 'utf8')
const blocks = [...page.matchAll(/^```diff\n([\s\S]*?)^```$/gm)].map((found) => found[1] ?? '')
const copy = mkdtempSync(join(tmpdir(), 'huisrecht-first-change-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const apply = (diff: string) =>
  spawnSync('git', ['apply', '-'], {
    cwd: copy,
    input: diff,
    encoding: 'utf8',
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(copy) },
  })
const types = () => spawnSync(join(copy, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: copy, encoding: 'utf8' })
const passes = (...files: string[]) =>
  spawnSync(join(copy, 'node_modules/.bin/vitest'), ['run', ...files], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined },
  })

describe('docs/first-change.md', () => {
  test('has blocks for both changes', () => {
    expect(blocks.length).toBe(6)
  })

  test('a copy of the project takes each of them; half a change does not compile, the whole one does and starts', () => {
    for (const name of [
      'src',
      'scripts',
      'sites',
      'islands',
      'bench',
      'dev',
      'e2e',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
      'vitest.config.ts',
      'playwright.config.ts',
    ])
      cpSync(name, join(copy, name), { recursive: true })
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
    for (const [at, diff] of blocks.entries()) {
      const { status, stderr } = apply(diff)
      expect(stderr, diff).toBe('')
      expect(status).toBe(0)
      // The holding alone, without words or column: the compiler asks for the rest.
      if (at === 2) expect(types().stdout).toContain('study')
    }
    const { stdout, status } = types()
    expect(stdout).toBe('')
    expect(status).toBe(0)
    const run = passes('src/app/app.test.ts', 'src/register')
    expect(run.stdout + run.stderr).not.toMatch(/FAIL|failed/)
    expect(run.status).toBe(0)
    // What it means for people is said, and asked to be published.
    const told = passes('src/features/your-data/log-file.test.ts')
    expect(told.stdout + told.stderr).toContain('From now on we also keep “study” (of your account)')
  }, 600_000)

  test('without its migration the program does not start', () => {
    execFileSync('rm', [join(copy, 'src/features/accounts/migrations/0002-study.sql')])
    const run = passes('src/app/app.test.ts')
    expect(run.stdout + run.stderr).toContain('accounts.study, which the database lacks')
  }, 120_000)
})
