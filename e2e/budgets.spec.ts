import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const folder = join('dist', 'public', 'assets')
const built = readdirSync(folder).map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }))
const budgets: Record<string, number> = { css: 20_000, js: 12_000 }
/** What is fetched once it is wanted: the map when it is seen, streets where the operator has them. */
const onDemand: Record<string, number> = { show: 50_000, streets: 50_000 }

test('what the build made stays within its budgets, after gzip', () => {
  expect(built.filter(({ name }) => name.endsWith('.css'))).toHaveLength(1)
  expect(built.filter(({ name }) => !(name.split('.').at(-1) ?? '' in budgets))).toEqual([])
  for (const { name, bytes } of built)
    expect(bytes, name).toBeLessThanOrEqual(onDemand[name.split('-')[0] ?? ''] ?? budgets[name.split('.').at(-1) ?? ''] ?? 0)
})
