import type { Accuracy, ChargesMode, Domicile, Internet, ListingKind, Sharing } from '../../register/tables/listings'
import type { Point } from '../../std/geo'
import type { Language } from '../../std/words'
import type { Answers } from './answers'
import type { MonthRents } from './months'

/** What charges can cover, as it stands in `listings.charges_cover`. */
export const covers = ['water', 'heating', 'electricity', 'internet', 'cleaning', 'maintenance', 'taxes', 'insurance'] as const
export type Cover = (typeof covers)[number]

/** The letters of an energy label: up to A+ in Flanders, A++ in Wallonia, A++++ in the Netherlands. */
export const energyLabels = ['A++++', 'A+++', 'A++', 'A+', 'A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
export type EnergyLabel = (typeof energyLabels)[number] | 'exempt'

/** An advert as it is told: what a draft grows into, and what an import or the demo brings. Money in cents a month, days as "2026-09-14",
 *  sizes in m². `null` is the honest "unknown"; a deposit of 0 is none. */
export type ListingContent = {
  kind: ListingKind
  /** Of title and text. */
  language: Language
  title: string
  text: string
  /** The id of a place: see places/. */
  place: string
  postcode: string | null
  street: string | null
  houseNumber: string | null
  /** As exactly as it is known: `accuracy` says how exactly that is. Kept sealed; its cell is published. */
  point: Point
  accuracy: Accuracy
  rent: number
  /** Months that cost another rent. */
  monthRents?: MonthRents
  chargesMode: ChargesMode | null
  /** On top of the rent, where the mode is fixed or provision. */
  charges: number | null
  chargesCover: readonly Cover[]
  deposit: number | null
  size: number | null
  availableFrom: string | null
  availableUntil: string | null
  leaseMinMonths: number | null
  leaseMaxMonths: number | null
  furnished: boolean | null
  kitchen: Sharing | null
  bath: Sharing | null
  toilet: Sharing | null
  internet: Internet | null
  domicile: Domicile | null
  energyLabel: EnergyLabel | null
  /** kWh/m² a year. */
  epcScore: number | null
  epcCode: string | null
  /** What the law of its region wants told beside all this. */
  answers?: Answers
  /** As "+32477123456". */
  phone: string | null
  /** Whether feeds to other sites may have it. */
  inFeed: boolean
}
