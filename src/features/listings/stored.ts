import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import type { Keyring } from '../../platform/vault'
import { placeById, regionOf } from '../places'
import { answersShape } from './answers'
import { covers, energyLabels, type ListingContent } from './content'
import { type Finding, factsOf, findingsOf, holds, idsOf, lawOf, refusals } from './law'
import { monthRentsShape } from './months'
import type { ownAdvert } from './queries'

type Row = NonNullable<Awaited<ReturnType<typeof ownAdvert>>>

const pointOf = (written: string | undefined, row: Row) => {
  const [lat, lon] = (written ?? '').split(',').map(Number)
  return lat !== undefined && lon !== undefined && written ? { lat, lon } : { lat: row.cell_lat, lon: row.cell_lon }
}

type Open = Omit<Row, 'house_number' | 'point' | 'phone'>

/** What an advert tells in public, as the rules look at it. */
export const toldOf = (row: Open) => ({
  kind: row.kind,
  language: row.language,
  title: row.title,
  text: row.text,
  place: row.place_id,
  postcode: row.postcode,
  street: row.street,
  accuracy: row.accuracy,
  rent: row.rent,
  monthRents: monthRentsShape.parse(row.month_rents),
  chargesMode: row.charges_mode,
  charges: row.charges,
  chargesCover: covers.filter((cover) => row.charges_cover.includes(cover)),
  deposit: row.deposit,
  size: row.size,
  availableFrom: row.available_from,
  availableUntil: row.available_until,
  leaseMinMonths: row.lease_min_months,
  leaseMaxMonths: row.lease_max_months,
  furnished: row.furnished,
  kitchen: row.kitchen,
  bath: row.bath,
  toilet: row.toilet,
  internet: row.internet,
  domicile: row.domicile,
  energyLabel:
    row.energy_label === 'exempt' ? ('exempt' as const) : (energyLabels.find((label) => label === row.energy_label) ?? null),
  epcScore: row.epc_score,
  epcCode: row.epc_code,
  answers: answersShape.parse(row.answers),
  inFeed: row.in_feed,
})

/** What an advert goes against as it stands, today. */
export const findingsOfRow = (p: Platform, row: Open): Finding[] =>
  findingsOf(factsOf(toldOf(row)), row.region, dayOf(p.clock.now()), lawOf(p.site))

/** What the rules of today say of an advert as its owner wants it: what refuses it, and the ids of what somebody must look at first. What the desk
 *  let stand of the former one is not asked again while its words are the same. */
export function judged(p: Platform, content: ListingContent, former?: Open) {
  const place = placeById(content.place)
  const findings = place ? findingsOf(factsOf(content), regionOf(place), dayOf(p.clock.now()), lawOf(p.site)) : []
  const wording = former && factsOf(toldOf(former)).wording
  const cleared = former && wording === factsOf(content).wording ? former.cleared : []
  return { refused: refusals(findings), cleared, against: idsOf(holds(findings, cleared)) }
}

/** An advert as it stands in the database, told again: its own owner changes or copies it. */
export function contentOfRow(keys: Keyring, row: Row): ListingContent {
  const held = keys.bind('listings', row)
  return {
    ...toldOf(row),
    houseNumber: held.house_number?.open('publishing') ?? null,
    point: pointOf(held.point?.open('publishing'), row),
    phone: held.phone?.open('publishing') ?? null,
  }
}
