import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { nameAt, type Ranges, rangesFrom } from '../../std/networks'

/** The country of a network, as two letters, by an address of it; undefined where we do not know. */
export type CountryAt = (address: string) => string | undefined

/** The registries ask to be named wherever their ranges are used (CC BY 4.0, section 3(a)). */
export const source = {
  name: 'Number Resource Organization, through ip-location-db',
  url: 'https://www.nro.net/',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
} as const

const unpack = promisify(brotliDecompress)
/** A copy: what is unpacked may begin where no number of eight bytes can. */
const bytesOf = async (packed: string) => Uint8Array.from(await unpack(Buffer.from(packed, 'base64')))

/** What scripts/countries.ts packed. */
async function ours(): Promise<Ranges> {
  const { default: packed } = await import('./countries.data.json')
  const starts = new Float64Array((await bytesOf(packed.steps)).buffer)
  let at = 0
  for (const [n, step] of starts.entries()) {
    at += step
    starts[n] = at
  }
  return { names: packed.names, starts, which: await bytesOf(packed.which) }
}

/** Which network is in which country: as of when the program was made, or as the lines of a file say, "first address,last address,country". */
export async function countriesOf(file: string | undefined): Promise<CountryAt> {
  const ranges = file === undefined ? await ours() : rangesFrom((await readFile(file, 'utf8')).split('\n'))
  return (address) => nameAt(ranges, address)
}
