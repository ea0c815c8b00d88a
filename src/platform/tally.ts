/** Counts in memory, by name, until somebody takes them to be written: a thing seen a thousand times a minute is one row, not a thousand. */
export type Tally = {
  add(name: string, times?: number): void
  /** All that was counted since the last time. */
  take(): Map<string, number>
}

/** A tally that begins at nothing. */
export function openTally(): Tally {
  let counts = new Map<string, number>()
  return {
    add(name, times = 1) {
      counts.set(name, (counts.get(name) ?? 0) + times)
    },
    take() {
      const taken = counts
      counts = new Map()
      return taken
    },
  }
}
