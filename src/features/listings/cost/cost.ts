import type { ChargesMode } from '../../../register'

/** Money in cents. `charges_mode` null: nobody said what is included. */
export type Priced = {
  rent: number
  /** The months of the calendar that cost another rent. */
  monthRents?: readonly { month: number; rent: number }[]
  charges_mode: ChargesMode | null
  charges: number | null
  deposit: number | null
}

export type Cost = {
  rent: number
  /** An advance is settled against what was used: what it comes to is not known yet. */
  charges: { kind: 'included' | 'fixed' | 'advance' | 'unknown'; amount: number }
  /** Null: not said. */
  deposit: number | null
  /** All that one pays, as far as it is known, what comes back of it, and what is then paid in a month, on average. */
  total: number
  returned: number
  perMonth: number
}

/** What a stay of so many whole months costs that begins in this month of the calendar. Throws for anything but a whole number of months. */
export function costOf(priced: Priced, months: number, first = 1): Cost {
  const { rent, monthRents = [], charges_mode, charges, deposit } = priced
  if (!Number.isInteger(months) || months < 1) throw new RangeError('a stay is a whole number of months')
  const kind =
    charges_mode === 'included'
      ? 'included'
      : charges_mode === null || charges === null
        ? 'unknown'
        : charges_mode === 'fixed'
          ? 'fixed'
          : 'advance'
  const monthly = kind === 'fixed' || kind === 'advance' ? (charges ?? 0) : 0
  const returned = deposit ?? 0
  const rentOf = new Map(monthRents.map((one) => [one.month, one.rent]))
  const rents = Array.from({ length: months }, (_, at) => rentOf.get(((first - 1 + at) % 12) + 1) ?? rent)
  const paid = rents.reduce((sum, one) => sum + one, 0)
  return {
    rent: paid,
    charges: { kind, amount: monthly * months },
    deposit,
    total: paid + monthly * months + returned,
    returned,
    perMonth: Math.round(paid / months) + monthly,
  }
}
