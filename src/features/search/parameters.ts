import { z } from 'zod'
import { centsOf, dayOfTyped } from '../../platform/forms'
import type { ListingKind } from '../../register/tables/listings'
import { type Box, benelux } from '../../std/geo'
import { campusById } from '../places'

// What may stand in the address of a search. The page and the API read the same schema, and the description of the API is made from it.

export const kinds = ['kot', 'studio', 'apartment'] as const satisfies readonly ListingKind[]
export const sorts = ['newest', 'price', 'distance'] as const
/** Without those that a tenant lets on while away, or these alone. */
export const sublets = ['none', 'only'] as const
export const monthsAsked = ['3', '5', '10', '12'] as const
/** More campuses than this are no search any more. */
export const campusesAsked = 6
export const minutesAsked = ['5', '10', '15', '20', '30'] as const
export type Sort = (typeof sorts)[number]

/** Control characters, the marks that turn the direction of text, and runs of space: none of it is looked for. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const refuse = (context: z.RefinementCtx) => {
  context.addIssue({ code: 'custom', message: 'unreadable' })
  return z.NEVER
}
/** Text that `read` understands, or refuses by answering undefined. */
const readAs = <T>(read: (text: string) => T | undefined) =>
  z
    .string()
    .max(200)
    .transform((text, context) => read(plain(text)) ?? refuse(context))

const euros = readAs((text) => {
  const cents = centsOf(text)
  return cents !== undefined && cents > 0 && cents <= 10_000_00 ? cents : undefined
})
const day = readAs((text) => {
  const iso = dayOfTyped(text)
  return iso && iso > '2000' && iso < '2100' ? iso : undefined
})
const squareMetres = readAs((text) => {
  const bare = text.replace(/\s*m(2|²)?$/i, '')
  return /^[1-9]\d{0,2}$/.test(bare) ? Number(bare) : undefined
})

/** Thousandths of a degree, about 100 m: fine enough to tell two cells of 250 m apart. */
const outward = (edge: number, to: (edge: number) => number) => to(Math.round(edge * 1e6) / 1000) / 1000
/** The box of a map as an address says it: a little larger rather than smaller, and not beyond the countries that we serve. */
export const roundedBox = ({ south, west, north, east }: Box): Box => ({
  south: Math.max(benelux.south, outward(south, Math.floor)),
  west: Math.max(benelux.west, outward(west, Math.floor)),
  north: Math.min(benelux.north, outward(north, Math.ceil)),
  east: Math.min(benelux.east, outward(east, Math.ceil)),
})
export const boxSaid = ({ south, west, north, east }: Box): string => [south, west, north, east].join()
/** "50.98,3.65,51.1,3.8" in; that box out, or undefined when it holds nothing of the countries that we serve. */
export function boxOf(text: string): Box | undefined {
  if (!/^-?\d{1,3}(\.\d{1,15})?(,-?\d{1,3}(\.\d{1,15})?){3}$/.test(text)) return undefined
  const [south = 0, west = 0, north = 0, east = 0] = text.split(',').map(Number)
  const box = roundedBox({ south, west, north, east })
  return box.south < box.north && box.west < box.east ? box : undefined
}

export type Page = { number: number; after: { key: number; id: string } }
/** "3~1763712000000000~550e8400e29b41d4a716446655440000": the number for the reader, and the last advert of the page before. */
const page = readAs((text): Page | undefined => {
  const parts = /^([1-9]\d{0,4})~(\d{1,16})~([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(text)
  if (!parts || Number(parts[2]) > Number.MAX_SAFE_INTEGER) return undefined
  return { number: Number(parts[1]), after: { key: Number(parts[2]), id: parts.slice(3).join('-') } }
})

/** The parameters in the order in which they stand in the one address of a search. */
export const parameters = z.object({
  where: readAs((text) => text || undefined)
    .meta({
      description: 'A town or a postcode: its id, or as people write it. A campus is understood too.',
      example: 'gent',
    })
    .optional(),
  campus: z
    .array(readAs(campusById))
    .max(campusesAsked)
    .meta({
      description:
        'The id of a campus, as /api/v1/places gives it: adverts within half an hour by bike. Of several, near any of them.',
      example: ['ugent-tweekerken', 'ugent-boekentoren'],
    })
    .optional(),
  box: readAs(boxOf)
    .meta({
      description:
        'Only within these edges, in degrees: south, west, north, east. An advert lies in the middle of its cell of about 250 m.',
      example: '51.03,3.7,51.06,3.75',
    })
    .optional(),
  q: readAs((text) => text.slice(0, 100) || undefined)
    .meta({
      description: 'Words in the title, the text or the street, in Dutch, French or English; accents do not matter.',
      example: 'tuin balkon',
    })
    .optional(),
  kind: z.array(z.enum(kinds)).meta({ description: 'Any of these kinds.' }).optional(),
  min: euros
    .meta({ description: 'Lowest total price a month, in euros: rent, and charges where they come on top.', example: '350' })
    .optional(),
  max: euros.meta({ description: 'Highest total price a month, in euros.', example: '550.50' }).optional(),
  size: squareMetres.meta({ description: 'Smallest size, in m².', example: '14' }).optional(),
  from: day.meta({ description: 'First day of the stay.', example: '2027-02-01' }).optional(),
  until: day.meta({ description: 'Last day of the stay: it must fit in the availability.', example: '2027-06-30' }).optional(),
  months: z.array(z.enum(monthsAsked)).meta({ description: 'Length of the lease in months: any of these.' }).optional(),
  furnished: z
    .array(z.enum(['yes', 'no']))
    .meta({ description: 'Furnished or not.' })
    .optional(),
  bath: z
    .array(z.enum(['own']))
    .meta({ description: 'A bathroom of one’s own.' })
    .optional(),
  kitchen: z
    .array(z.enum(['own']))
    .meta({ description: 'A kitchen of one’s own.' })
    .optional(),
  domicile: z
    .array(z.enum(['yes', 'onRequest']))
    .meta({ description: 'Whether one may register one’s domicile there.' })
    .optional(),
  sublet: z
    .array(z.enum(sublets))
    .meta({ description: 'No sublets, or sublets only: a room that its tenant lets on while away.' })
    .optional(),
  bike: z.enum(minutesAsked).meta({ description: 'At most so many minutes by bike to the campus.' }).optional(),
  foot: z.enum(minutesAsked).meta({ description: 'At most so many minutes on foot to the campus.' }).optional(),
  sort: z
    .enum(sorts)
    .meta({
      description:
        'Newest first, cheapest first, or nearest to the campus or place first. Near a campus the nearest come first unless said.',
    })
    .optional(),
  page: page.meta({ description: 'Where the page begins: follow `next` rather than making it.' }).optional(),
})

export type Parameters = z.output<typeof parameters>
export type Name = keyof Parameters
export const names = Object.keys(parameters.shape).filter((name): name is Name => name in parameters.shape)
export const isName = (name: string): name is Name => Object.hasOwn(parameters.shape, name)

/** A parameter that could not be read, as it was given. */
export type Ignored = { name: string; value: string }

const takesMany: ReadonlySet<string> = new Set(['campus', 'kind', 'months', 'furnished', 'bath', 'kitchen', 'domicile', 'sublet'])

/** Reads each parameter by itself: what cannot be read is left out, and told. Throws nothing, whatever is given. */
export function readParameters(given: URLSearchParams): { read: Parameters; ignored: Ignored[] } {
  const taken: Record<string, unknown> = {}
  const ignored: Ignored[] = []
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name).filter((value) => value.trim() !== '')
    if (values.length === 0) continue
    if (!isName(name)) {
      ignored.push({ name, value: values.join(', ') })
      continue
    }
    const readable = (value: string) => parameters.shape[name].safeParse(takesMany.has(name) ? [value] : value).success
    for (const value of values.filter((value) => !readable(value))) ignored.push({ name, value })
    const kept = values.filter(readable)
    const most = name === 'campus' ? campusesAsked : kept.length
    for (const value of kept.slice(most)) ignored.push({ name, value })
    if (kept.length > 0) taken[name] = takesMany.has(name) ? [...new Set(kept.slice(0, most))] : kept[0]
  }
  return { read: parameters.parse(taken), ignored }
}
