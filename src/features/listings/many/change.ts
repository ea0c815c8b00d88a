import type { ListingStatus } from '../../../register/tables/listings'
import type { ListingContent } from '../content'
import { type Act, mayAct, statusAfter } from '../rules'

/** What is changed of several adverts at once; null leaves it. Money in cents a month, days as "2026-09-14". */
export type Change = {
  rent: { how: 'to' | 'by' | 'percent'; amount: number } | null
  charges: number | null
  dates: { how: 'set'; from: string; until: string | null } | { how: 'nextYear' } | null
  act: Act | null
}
/** What of an advert can be changed so. */
export type State = Pick<ListingContent, 'rent' | 'charges' | 'chargesMode' | 'availableFrom' | 'availableUntil'> & {
  status: ListingStatus
}
/** Why a part of a change does not fit one of the adverts. */
export type Misfit = 'rent' | 'charges' | 'dates' | 'status'

export const [leastRent, mostRent] = [10_00, 20_000_00]

const movedBy = (day: string, years: number) => Temporal.PlainDate.from(day).add({ years }).toString()

/** A stay a year on, and by as many years more as it takes not to begin in the past. */
function nextYear(from: string, until: string | null, today: string): Pick<State, 'availableFrom' | 'availableUntil'> {
  let years = 1
  while (movedBy(from, years) < today) years++
  return { availableFrom: movedBy(from, years), availableUntil: until && movedBy(until, years) }
}

function rentAfter(rent: number, { how, amount }: NonNullable<Change['rent']>): number {
  if (how === 'to') return amount
  // A rent that went up by a share is written in whole euros.
  return how === 'by' ? rent + amount : Math.round((rent * (1 + amount / 100)) / 100) * 100
}

/** An advert after a change, as far as the change fits it. */
export function changed(state: State, change: Change, today: string): { after: State; misfits: Misfit[] } {
  const after = { ...state }
  const misfits: Misfit[] = []
  const { rent, charges, dates, act } = change
  if (rent) {
    const amount = rentAfter(state.rent, rent)
    if (amount < leastRent || amount > mostRent) misfits.push('rent')
    else after.rent = amount
  }
  if (charges !== null) {
    if (state.chargesMode === 'fixed' || state.chargesMode === 'provision') after.charges = charges
    else misfits.push('charges')
  }
  if (dates?.how === 'set') Object.assign(after, { availableFrom: dates.from, availableUntil: dates.until })
  if (dates?.how === 'nextYear') {
    if (state.availableFrom) Object.assign(after, nextYear(state.availableFrom, state.availableUntil, today))
    else misfits.push('dates')
  }
  if (act && statusAfter(act) !== state.status) {
    if (mayAct(act, state.status)) after.status = statusAfter(act)
    else misfits.push('status')
  }
  return { after, misfits }
}

export const isSame = (a: State, b: State): boolean =>
  a.rent === b.rent &&
  a.charges === b.charges &&
  a.availableFrom === b.availableFrom &&
  a.availableUntil === b.availableUntil &&
  a.status === b.status
