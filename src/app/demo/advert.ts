import type { ListingContent } from '../../features/listings'
import type { Language } from '../../std/words'
import type { DrawingSpec } from './drawings'

export type Cover = 'water' | 'energy' | 'internet' | 'heating' | 'taxes' | 'cleaning' | 'insurance'
export type EnergyLabel = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

/** What the law of its region wants told. */
export type Told = Pick<ListingContent, 'energyLabel' | 'epcScore' | 'epcCode' | 'monthRents'> & {
  answers: NonNullable<ListingContent['answers']>
}

export type DemoAdvert = Told & {
  /** Index in `demoPeople()`. */
  advertiser: number
  kind: 'kot' | 'studio' | 'apartment'
  language: Language
  title: string
  text: string
  street: string
  houseNumber: string
  postcode: string
  place: string
  /** The student town, also where the commune has a name of its own. */
  town: string
  point: { lat: number; lon: number }
  rentCents: number
  charges: { mode: 'included' | 'fixed' | 'provision'; cents: number; cover: Cover[] }
  depositCents: number
  sizeM2: number
  /** Days from the given date; no end means as long as the tenant wants. */
  availableFrom: number
  availableUntil: number | null
  leaseMinMonths: number
  leaseMaxMonths: number
  furnished: boolean
  kitchen: 'own' | 'shared'
  bath: 'own' | 'shared'
  toilet: 'own' | 'shared'
  internet: 'included' | 'extra' | 'none'
  domicile: 'yes' | 'no' | 'onRequest'
  petsText?: string
  photos: DrawingSpec[]
  publishedDaysAgo: number
}
