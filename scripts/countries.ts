import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { rangesFrom } from '../src/std/networks.ts'

/**
 * Packs the ranges of addresses by country of npm `@ip-location-db/asn-country` (NRO, CC BY 4.0), 8 MB of lines, into
 * src/features/statistics/countries.data.json, 0.3 MB. Run before the types are checked, before the tests and before the build.
 */
const self = join(import.meta.dirname, 'countries.ts')
const dataFile = join(import.meta.dirname, '../src/features/statistics/countries.data.json')
const source = (file: string) => createRequire(import.meta.url).resolve(`@ip-location-db/asn-country/${file}`)

const version = () =>
  `asn-country ${z.object({ version: z.string() }).parse(JSON.parse(readFileSync(source('package.json'), 'utf8'))).version}`

function isFresh(target: string, from: string) {
  if (!existsSync(target) || statSync(target).mtimeMs < statSync(self).mtimeMs) return false
  return readFileSync(target, 'utf8').startsWith(`{"from":${JSON.stringify(from)},`)
}

/** As tight as within a second: the tightest takes ten times as long, for a tenth less. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
const packed = (array: Float64Array | Uint8Array) =>
  brotliCompressSync(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), options).toString('base64')

/** Writes the data file if it is missing, older than this script or of another version of the source. Answers whether it did. */
export function ensureCountries(target = dataFile): boolean {
  const from = version()
  if (isFresh(target, from)) return false
  const lines = ['asn-country-ipv4.csv', 'asn-country-ipv6.csv'].flatMap((file) => readFileSync(source(file), 'utf8').split('\n'))
  const { names, starts, which } = rangesFrom(lines)
  if (starts.length < 100_000) throw new Error(`Only ${starts.length} ranges in ${from}: its layout must have changed.`)
  // Distances pack to a third of what the numbers themselves do.
  const steps = starts.map((start, n) => start - (starts[n - 1] ?? 0))
  const half = `${target}.${process.pid}`
  writeFileSync(half, JSON.stringify({ from, names, steps: packed(steps), which: packed(which) }))
  renameSync(half, target) // two processes may do this at once; neither may read half a file
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureCountries() ? 'Packed the countries of addresses.' : 'The countries of addresses are fresh.')
}
