import { z } from 'zod'
import { isSpotlit, monthRentsOf, photoOf, subletOf, subletReasons } from '../listings'
import { placeById } from '../places'
import type { FeedRow } from './queries/rows'

const orUnknown = <S extends z.ZodType>(of: S) => of.nullable()
const cents = z.int().min(0).meta({ description: 'Euro cents.' })
const sharing = z.enum(['own', 'shared'])

/** What other sites get of an advert (K19): the street at most, and of the house only the middle of a square of about 250 m. `null` is unknown. */
export const item = z
  .object({
    id: z.string().meta({ description: 'Stays the same as long as the advert exists.' }),
    url: z.url().meta({ description: 'The page of the advert.' }),
    updatedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    confirmedAt: orUnknown(z.iso.datetime()).meta({ description: 'When its advertiser last said that it is still free.' }),
    kind: z.enum(['kot', 'studio', 'apartment']),
    language: z.enum(['nl', 'fr', 'en']).meta({ description: 'Of title and description.' }),
    title: z.string(),
    description: z.string(),
    address: z.object({
      street: orUnknown(z.string()),
      postalCode: orUnknown(z.string()),
      city: z.string(),
      placeId: z.string(),
      region: z.enum(['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL']),
      countryCode: z.enum(['BE', 'NL']),
    }),
    location: z
      .object({ lat: z.number(), lon: z.number() })
      .meta({ description: 'The middle of a square of about 250 m that the room is in.' }),
    currencyCode: z.literal('EUR'),
    monthlyTotal: cents.meta({
      description: 'What one pays each month, in euro cents: rent, and charges where they come on top.',
    }),
    rent: cents,
    monthlyRents: z.array(z.object({ month: z.int().min(1).max(12), rent: cents })).meta({
      description: 'The months of the calendar in which the rent is lower than `rent`; empty where all months are alike.',
    }),
    charges: z.object({
      mode: orUnknown(z.enum(['included', 'fixed', 'provision'])),
      amount: orUnknown(cents),
      cover: z.array(z.string()),
    }),
    deposit: orUnknown(cents),
    size: orUnknown(z.int()).meta({ description: 'm².' }),
    availableFrom: orUnknown(z.iso.date()),
    availableUntil: orUnknown(z.iso.date()),
    sublet: orUnknown(z.object({ reason: orUnknown(z.enum(subletReasons)) })).meta({
      description: 'A room that its tenant lets on while away, and why; null where it is not called a sublet.',
    }),
    minimumStayMonths: orUnknown(z.int()),
    maximumStayMonths: orUnknown(z.int()),
    facilities: z.object({
      furnished: orUnknown(z.boolean()),
      kitchen: orUnknown(sharing),
      bathroom: orUnknown(sharing),
      toilet: orUnknown(sharing),
      internet: orUnknown(z.enum(['included', 'extra', 'none'])),
      registrationPossible: orUnknown(z.enum(['yes', 'no', 'onRequest'])),
    }),
    energy: z.object({ label: orUnknown(z.string()), score: orUnknown(z.int()), code: orUnknown(z.string()) }),
    images: z.array(z.url()),
    source: orUnknown(z.object({ name: z.string(), url: orUnknown(z.string()) })).meta({
      description: 'Where an imported advert comes from.',
    }),
    spotlight: z.boolean().meta({ description: 'Put forward because somebody paid for it.' }),
  })
  .meta({ id: 'Listing' })
export type Item = z.output<typeof item>

type Photos = readonly { path: string; width: number; height: number }[]

/** A row and its photos in; the advert as the API gives it out. */
export function itemOf(row: FeedRow, photos: Photos, publicUrl: string, now: Date): Item {
  const widest = (photo: Photos[number]) => photoOf(photo, '').files.findLast(({ type }) => type === 'image/jpeg')?.url ?? ''
  return {
    id: row.public_id,
    url: `${publicUrl}/${row.language}/rooms/${row.public_id}`,
    updatedAt: row.updated_at.toISOString(),
    publishedAt: (row.published_at ?? row.updated_at).toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    kind: row.kind,
    language: row.language,
    title: row.title,
    description: row.text,
    address: {
      street: row.street,
      postalCode: row.postcode,
      city: placeById(row.place_id)?.names[row.language] ?? row.place_id,
      placeId: row.place_id,
      region: row.region,
      countryCode: row.region === 'NL' ? 'NL' : 'BE',
    },
    location: { lat: row.cell_lat, lon: row.cell_lon },
    currencyCode: 'EUR',
    monthlyTotal: row.total,
    rent: row.rent,
    monthlyRents: monthRentsOf(row),
    charges: { mode: row.charges_mode, amount: row.charges, cover: row.charges_cover },
    deposit: row.deposit,
    size: row.size,
    availableFrom: row.available_from,
    availableUntil: row.available_until,
    sublet: subletOf(row),
    minimumStayMonths: row.lease_min_months,
    maximumStayMonths: row.lease_max_months,
    facilities: {
      furnished: row.furnished,
      kitchen: row.kitchen,
      bathroom: row.bath,
      toilet: row.toilet,
      internet: row.internet,
      registrationPossible: row.domicile,
    },
    energy: { label: row.energy_label, score: row.epc_score, code: row.epc_code },
    images: photos.map((photo) => `${publicUrl}${widest(photo)}`),
    source: row.source ? { name: row.source, url: row.source_url } : null,
    spotlight: isSpotlit(row, now),
  }
}

export const listingsAnswer = z
  .object({
    total: z
      .int()
      .meta({ description: 'How many adverts match. With `atLeast` true, counting stopped here and there are more.' }),
    atLeast: z.boolean(),
    items: z.array(item),
    next: orUnknown(z.url()).meta({ description: 'The next page, or null on the last.' }),
  })
  .meta({ id: 'Listings' })

export const placesAnswer = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['place', 'postcode', 'campus']),
        id: z.string().meta({ description: 'For the parameter `where`, or `campus` of a campus.' }),
        label: z.string(),
        lat: z.number(),
        lon: z.number(),
        accuracy: z.number().meta({ description: 'How far the thing itself may be from the point, in metres.' }),
      }),
    ),
  })
  .meta({ id: 'Places' })

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
