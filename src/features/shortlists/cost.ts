import type { ChargesMode } from '../../register'

/** Money in cents. `charges_mode` null: nobody said what is included. */
export type Priced = { rent: number; charges_mode: ChargesMode | null; charges: number | null; deposit: number | null }

export type Cost = {
  rent: number
  /** An advance is settled against what was used: what it comes to is not known yet. */
  charges: { kind: 'included' | 'fixed' | 'advance' | 'unknown'; amount: number }
  /** Null: not said. */
  deposit: number | null
  /** All that one pays, as far as it is known, what comes back of it, and what is then paid in a month. */
  total: number
  returned: number
  perMonth: number
}

/** What a stay of so many whole months costs. Throws for anything but a whole number of months. */
export function costOf({ rent, charges_mode, charges, deposit }: Priced, months: number): Cost {
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
  return {
    rent: rent * months,
    charges: { kind, amount: monthly * months },
    deposit,
    total: (rent + monthly) * months + returned,
    returned,
    perMonth: rent + monthly,
  }
}
