import type { Accuracy } from '../../../register/tables/listings'

/** Under this many, a median is that of a few neighbours, and nothing is said. */
export const few = 10

/** How far around an advert others are compared, in metres, the nearest first. Where only its postcode or its town is known, nearer says nothing. */
export const distances: Record<Accuracy, readonly number[]> = {
  address: [1000, 2000, 5000],
  street: [1000, 2000, 5000],
  postcode: [2000, 5000],
  place: [5000],
}

/** The sizes that are alike: 30 % smaller to 30 % larger, in whole m². */
export const sizesLike = (size: number): [least: number, most: number] => [
  Math.ceil((size * 7) / 10),
  Math.floor((size * 13) / 10),
]

/** By how much a price differs from a median, both in cents: to whole euros, and nothing when it is less than a hundredth of it. */
export function difference(total: number, median: number): { euros: number; side: 'above' | 'below' | 'same' } {
  const cents = total - median
  if (Math.abs(cents) * 100 < median) return { euros: 0, side: 'same' }
  return { euros: Math.round(Math.abs(cents) / 100), side: cents > 0 ? 'above' : 'below' }
}
