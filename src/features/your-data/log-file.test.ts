import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { holding, laws } from '../../register'
import { addToLog, unlogged } from './log-file'

let site: TestSite
const room = mkdtempSync(join(tmpdir(), 'huisrecht-log-'))
beforeAll(async () => {
  site = await testSite()
})
afterAll(async () => {
  rmSync(room, { recursive: true })
  await site.close()
})

test('Q17 G1: every change of the register that concerns people stands in the log, with a sentence for them', () => {
  const missing = unlogged(site.p, 'sites/kot/statement.json')?.changes.map(({ said }) => said.en)
  expect(missing, 'npm run huisrecht -- statement publish --file sites/kot/statement.json').toBeUndefined()
})

test('Q17 G1: also of the site of an agency', async () => {
  const bureau = await testSite({ site: 'bureau' })
  const missing = unlogged(bureau.p, 'sites/bureau/statement.json')?.changes.map(({ said }) => said.en)
  await bureau.close()
  expect(missing, 'SITE=bureau npm run huisrecht -- statement publish --file sites/bureau/statement.json').toBeUndefined()
})

test('the log gets a version with each change, and says what is not in it yet', () => {
  const file = join(room, 'statement.json')
  expect(unlogged(site.p, file)).toEqual({ changes: [], weight: 'editorial' })
  addToLog(site.p, file)
  expect(unlogged(site.p, file)).toBeUndefined()
  expect(addToLog(site.p, file)).toBeUndefined()
  const was = { ...holding['phone.listing'] }
  Object.assign(holding['phone.listing'], { for: [...was.for, 'fraud'] })
  try {
    expect(unlogged(site.p, file)).toMatchObject({ weight: 'notify', changes: [{ section: 'known' }] })
    expect(addToLog(site.p, file)?.changes[0]?.said.en).toMatch(/^From now on we also use .+ for: /)
    expect(unlogged(site.p, file)).toBeUndefined()
  } finally {
    Object.assign(holding['phone.listing'], was)
  }
})

test('what nobody has to be told stands in the log without a sentence', () => {
  const file = join(room, 'quiet.json')
  addToLog(site.p, file)
  const { url } = laws.gdpr
  Object.assign(laws.gdpr, { url: 'https://law.example/gdpr' })
  try {
    expect(addToLog(site.p, file)).toBeUndefined()
    const { versions, frozen } = JSON.parse(readFileSync(file, 'utf8'))
    expect(versions).toHaveLength(1)
    expect(frozen.facts.laws).toContainEqual(expect.objectContaining({ url: 'https://law.example/gdpr' }))
  } finally {
    Object.assign(laws.gdpr, { url })
  }
})
