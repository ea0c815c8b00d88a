import type { Region } from '../../register/tables/listings'
import type { ListingContent } from './content'
import { maxDeposit } from './rules'

export const lackCodes = ['rent', 'charges', 'deposit', 'energyLabel'] as const
/** What the law wants of an advert and this one does not tell, as it stands in `listings.lacks`. */
export type Lack = (typeof lackCodes)[number]

type Told = Pick<ListingContent, 'rent' | 'chargesMode' | 'charges' | 'deposit' | 'energyLabel' | 'epcScore'>

/** Less than this a month, in cents, is no rent but a way to leave it out. */
const leastRent = 10_00

/** What an advert lacks to be published lawfully in its region: the reference on housing law, §4.2 to §4.7. An empty list is a lawful one.
 *  Rent and charges must be told everywhere; the deposit is at most two months' rent everywhere; the Netherlands want the letter of the energy
 *  label, and Belgium the certificate's letter or figure. */
export function lacksOf(told: Told, region: Region): Lack[] {
  const holds: Record<Lack, boolean> = {
    rent: told.rent >= leastRent,
    charges: told.chargesMode === 'included' || (told.chargesMode !== null && told.charges !== null),
    deposit: told.deposit === null || told.deposit <= maxDeposit(told.rent),
    energyLabel: told.energyLabel !== null || (region !== 'NL' && told.epcScore !== null),
  }
  return lackCodes.filter((code) => !holds[code])
}
