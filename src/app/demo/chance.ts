/** Chance that always falls the same way for the same seed, so that the demo is the same on every machine. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  odds(probability: number): boolean
  one<T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** Takes any whole number as seed (mulberry32). `one` throws on an empty list. */
export const chance = (seed: number): Chance => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    odds: (probability) => next() < probability,
    one: <T>(list: readonly T[]) => {
      const found = list[whole(0, list.length - 1)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    shuffled: <T>(list: readonly T[]) => {
      const left = [...list]
      const mixed: T[] = []
      while (left.length > 0) mixed.push(...left.splice(whole(0, left.length - 1), 1))
      return mixed
    },
  }
}
