import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { ListingStatus } from '../../register/tables/listings'
import { cellOf } from '../../std/geo'
import { placeById, regionOf } from '../places'
import type { ListingContent } from './content'
import { addListing, changeListing } from './queries'
import { newPublicId } from './rules'

export type Placing = {
  status: ListingStatus
  /** The row that it changes: its public id and its first day stay. A new row otherwise. */
  listing?: { id: string; publicId: string }
  /** Of a new row: the id of the draft that it is made of. */
  id?: string
  /** Of an imported advert: the source's name, its id there, its page. */
  source?: { name: string; id: string; url: string | null }
  /** The rules that keep it from the public. */
  against?: readonly string[]
  /** The rules that the desk let it stand against. */
  cleared?: readonly string[]
  /** Of an advert that was placed before now. */
  publishedAt?: Date
}

/** Puts an advert in its place, for the wizard, an import and the demo alike: the public part plain, the house sealed under its owner's key
 *  (of nobody, nothing of the house is kept), and of the point only the centre of its cell. Run it in a transaction. */
export async function placeListing(
  p: Platform,
  db: Db,
  content: ListingContent,
  person: string | null,
  { status, listing, id: newId = randomUUID(), source, against = [], cleared = [], publishedAt }: Placing = {
    status: 'published',
  },
): Promise<{ id: string; publicId: string }> {
  const place = placeById(content.place)
  if (!place) throw new Error(`no place ${content.place}`)
  const now = p.clock.now()
  const { id, publicId } = listing ?? { id: newId, publicId: newPublicId() }
  const cell = cellOf(content.point)
  const keys = person ? await p.vault.keysToSeal(db, person, ['service']) : undefined
  const house = keys?.seal(
    'listings',
    { id, person_id: person },
    { house_number: content.houseNumber, point: `${content.point.lat},${content.point.lon}`, phone: content.phone },
  ) ?? { house_number: null, point: null, phone: null }
  const row = {
    ...house,
    status,
    kind: content.kind,
    language: content.language,
    title: content.title,
    text: content.text,
    street: content.street,
    postcode: content.postcode,
    place_id: place.id,
    region: regionOf(place),
    accuracy: content.accuracy,
    cell_lat: cell.lat,
    cell_lon: cell.lon,
    rent: content.rent,
    month_rents: JSON.stringify(content.monthRents ?? []),
    charges_mode: content.chargesMode,
    charges: content.charges,
    charges_cover: [...content.chargesCover],
    deposit: content.deposit,
    size: content.size,
    available_from: content.availableFrom,
    available_until: content.availableUntil,
    lease_min_months: content.leaseMinMonths,
    lease_max_months: content.leaseMaxMonths,
    furnished: content.furnished,
    kitchen: content.kitchen,
    bath: content.bath,
    toilet: content.toilet,
    internet: content.internet,
    domicile: content.domicile,
    energy_label: content.energyLabel,
    epc_score: content.epcScore,
    epc_code: content.epcCode,
    answers: JSON.stringify(content.answers ?? {}),
    phone: house.phone,
    in_feed: content.inFeed,
    against: [...against],
    cleared: [...cleared],
    updated_at: now,
  }
  if (listing) await changeListing(db, id, row, now)
  else
    await addListing(db, {
      ...row,
      id,
      public_id: publicId,
      person_id: person,
      published_at: status === 'waiting' ? null : (publishedAt ?? now),
      confirmed_at: publishedAt ?? now,
      created_at: publishedAt ?? now,
      source: source?.name ?? null,
      source_id: source?.id ?? null,
      source_url: source?.url ?? null,
    })
  await p.emit(db, 'listing.changed', { listing: id, person })
  return { id, publicId }
}
