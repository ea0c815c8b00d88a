import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import kot from '../../../sites/kot/site'
import { type Language, languages } from '../../std/words'
import { configFrom } from '../config'
import { siteSchema } from '../site'
import { wrongInProduction } from './index'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-production-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))
const keys = join(room, 'keys')
mkdirSync(join(keys, 'epochs'), { recursive: true, mode: 0o700 })
writeFileSync(join(keys, 'root.key'), 'x', { mode: 0o400 })

const env = {
  PRODUCTION: '1',
  PUBLIC_URL: 'https://kotwijzer.be',
  SMTP_URL: 'smtps://post:geheim@smtp.kotwijzer.be:465',
  TRUST_PROXY: '1',
  DATA_DIR: join(room, 'data'),
  KEYS_DIR: keys,
}
const site = siteSchema.parse({
  ...kot,
  name: 'Kotwijzer',
  controller: {
    name: 'Kotwijzer vzw',
    registration: 'BE 0123.456.749',
    address: 'Naamsestraat 1, 3000 Leuven',
    email: 'privacy@kotwijzer.be',
  },
  officer: { name: 'An Peeters', email: 'dpo@kotwijzer.be' },
  hosting: { name: 'Stalplaats bv', place: 'NL' },
})
const wrong = (change: Partial<typeof env> = {}, demo = false, of = site, language: Language = 'en') =>
  wrongInProduction(configFrom({ ...env, ...change }), of, demo, language)

test('a site that is set up may run', async () => {
  expect(await wrong()).toEqual([])
})

test.each<[string, Partial<typeof env>, RegExp]>([
  ['mail that stays here', { SMTP_URL: '' }, /SMTP_URL is not set/],
  ['http', { PUBLIC_URL: 'http://kotwijzer.be' }, /must begin with https/],
  ['an address of this machine', { PUBLIC_URL: 'https://localhost' }, /only this machine/],
  ['a proxy that is not trusted', { TRUST_PROXY: '0' }, /TRUST_PROXY/],
  ['keys among the data', { DATA_DIR: room }, /KEYS_DIR .* inside DATA_DIR/],
])('refuses %s', async (_, change, why) => {
  const said = await wrong(change)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(why)
})

test('refuses demo adverts, keys that others can read, and names that stand for a name', async () => {
  expect(await wrong({}, true)).toEqual([expect.stringContaining('demo remove')])
  chmodSync(join(keys, 'root.key'), 0o444)
  expect(await wrong()).toEqual([expect.stringContaining('root.key can be read by others')])
  chmodSync(join(keys, 'root.key'), 0o400)
  const said = await wrong({}, false, siteSchema.parse(kot))
  for (const field of [
    'name in site.ts is missing',
    'controller.name',
    'controller.registration',
    'controller.email',
    'officer.name',
    'officer.email',
  ])
    expect(said.join('\n')).toContain(field)
  expect(await wrong({}, false, { ...site, officer: { name: ' ', email: 'dpo@kotwijzer.be' } })).toEqual([
    expect.stringContaining('officer.name in site.ts is missing'),
  ])
})

test('says all that is wrong at once', async () => {
  expect((await wrong({ SMTP_URL: '', PUBLIC_URL: 'http://localhost' }, true)).length).toBe(4)
})

test.each(languages)('says it in %s, each thing with what to do', async (language) => {
  const all = { SMTP_URL: '', PUBLIC_URL: 'http://localhost', TRUST_PROXY: '0', DATA_DIR: room }
  chmodSync(join(keys, 'root.key'), 0o444)
  const said = await wrong(all, true, siteSchema.parse(kot), language)
  chmodSync(join(keys, 'root.key'), 0o400)
  expect(said).toHaveLength(15)
  for (const setting of ['demo remove', 'SMTP_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'KEYS_DIR', 'chmod', 'officer.name'])
    expect(said.join('\n')).toContain(setting)
  const others = languages.filter((other) => other !== language)
  for (const other of others)
    expect((await wrong(all, true, siteSchema.parse(kot), other)).filter((one) => said.includes(one))).toEqual([])
})
