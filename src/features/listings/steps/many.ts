import type { Typed } from '../../../platform/forms'

/** All that was ticked under one name. */
export const manyOf = (typed: Typed, field: string): string[] => {
  const value = typed[field]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Cents as one would type them. */
export const amountTyped = (cents: number | null): string =>
  cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
