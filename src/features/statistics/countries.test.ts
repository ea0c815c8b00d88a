import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureCountries } from '../../../scripts/countries'
import { testSite } from '../../app/testing'
import { numberOf } from '../../std/networks'
import { type CountryAt, countriesOf } from './countries'
import data from './countries.data.json'
import { beginsToCount, browsers, forgetAll, running } from './testing'

const folder = mkdtempSync(join(tmpdir(), 'countries-'))
afterAll(() => rmSync(folder, { recursive: true }))
const phone = { 'user-agent': browsers.phone }
const day = '2026-11-21'

test('the ranges are packed once, and again when the file is old, of another version or half', () => {
  const file = join(folder, 'countries.data.json')
  expect(ensureCountries(file)).toBe(true)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(data)
  expect(ensureCountries(file)).toBe(false)
  utimesSync(file, 0, 0)
  expect(ensureCountries(file)).toBe(true)
  writeFileSync(file, '{"from":"asn-country 0.0.1","names":[]}')
  expect(ensureCountries(file)).toBe(true)
  expect(readdirSync(folder)).toEqual(['countries.data.json'])
  expect(readFileSync(file).length).toBeLessThan(400_000)
}, 60_000)

describe('the country of an address', () => {
  let countryAt: CountryAt
  beforeAll(async () => {
    countryAt = await countriesOf(undefined)
  })

  // Networks whose owners say where they are: Belnet, SURFnet, RENATER, DENIC; and those of nobody.
  test.each([
    ['193.190.198.1', 'BE'],
    ['2001:6a8::1', 'BE'],
    ['192.87.106.1', 'NL'],
    ['2001:610::1', 'NL'],
    ['193.49.159.1', 'FR'],
    ['2001:660::1', 'FR'],
    ['81.91.170.12', 'DE'],
    ['::ffff:193.190.198.1', 'BE'],
    ...['127.0.0.1', '10.1.2.3', '192.168.1.1', '203.0.113.7', '::1', 'fe80::1', 'fd12::1', '2001:db8::1', '', 'unix:'].map(
      (own) => [own, undefined],
    ),
  ])('%s: %s', (address = '', country) => expect(countryAt(address)).toBe(country))

  test('is what the lines that were packed say, for the first and last address of each two hundredth', () => {
    const source = (file: string) => createRequire(import.meta.url).resolve(`@ip-location-db/asn-country/${file}`)
    let until = -1
    for (const file of ['asn-country-ipv4.csv', 'asn-country-ipv6.csv'])
      for (const [n, line] of readFileSync(source(file), 'utf8').trim().split('\n').entries()) {
        const [first = '', last = '', name] = line.split(',')
        const meets = (numberOf(first) ?? 0) <= until
        until = numberOf(last) ?? 0
        if (n % 200 === 0 && !meets) expect([line, countryAt(first), countryAt(last)]).toEqual([line, name, name])
      }
  })

  test('is what a file of the operator says, where there is one', async () => {
    const file = join(folder, 'own.csv')
    writeFileSync(file, '2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,LU\n"203.0.113.0","203.0.113.255","LU"\n')
    const own = await countriesOf(file)
    expect([own('203.0.113.7'), own('2001:db8::7'), own('193.190.198.1')]).toEqual(['LU', 'LU', undefined])
    writeFileSync(file, 'no ranges')
    await expect(countriesOf(file)).rejects.toThrow(RangeError)
    await expect(countriesOf(join(folder, 'missing.csv'))).rejects.toThrow()
  })
})

describe('a view is counted by country', () => {
  const countries = (lines: readonly string[]) => lines.filter((line) => line.includes(' country '))

  test('of the network that it came from, of which nothing else is kept', async () => {
    const site = await testSite()
    await forgetAll(site)
    await beginsToCount(site)
    for (const address of ['193.190.198.7', '193.190.198.8', '2001:610::7', '203.0.113.7'])
      await site.visitor(address).get('/nl', phone)
    const lines = await running(site)
    expect(countries(lines)).toEqual([`${day} country BE 2`, `${day} country NL 1`, `${day} country none 1`])
    expect(lines.join()).not.toMatch(/193\.190|2001:610|203\.0/)
    await site.close()
  })

  describe('with a file that cannot be read', () => {
    let site: Awaited<ReturnType<typeof testSite>>
    beforeEach(async () => {
      site = await testSite({ env: { COUNTRIES: join(folder, 'missing.csv') } })
    })

    test('by none, and all else as before', async () => {
      await beginsToCount(site)
      await site.visitor('193.190.198.7').get('/nl', phone)
      const lines = await running(site)
      expect([countries(lines), lines.includes(`${day} views all 1`)]).toEqual([[], true])
      await site.close()
    })
  })
})
