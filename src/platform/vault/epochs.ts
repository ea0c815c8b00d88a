import type { KeyProvider } from './provider'

/** The keys of epochs in the memory of this program. */
export type Epochs = {
  /** Those of these numbers that are there. */
  of(ids: Iterable<number>): Promise<ReadonlyMap<number, Buffer>>
}

/** How long a key stays in memory. After that it is read again, so that one that was destroyed is in no program's memory for long. */
const kept = 60_000

/** Reads a key when it is first needed: an epoch that another program opened is known without a restart, and one that it ended is forgotten. */
export function epochsOf(provider: Pick<KeyProvider, 'epoch'>): Epochs {
  const known = new Map<number, Promise<Buffer | undefined>>()
  const get = (id: number): Promise<Buffer | undefined> => {
    const there = known.get(id)
    if (there) return there
    const reading = provider.epoch(id)
    const forget = () => {
      if (known.get(id) === reading) known.delete(id)
    }
    known.set(id, reading)
    reading.then(
      (key) => (key ? setTimeout(forget, kept).unref() : forget()),
      () => forget(),
    )
    return reading
  }
  return {
    async of(ids) {
      const found = new Map<number, Buffer>()
      for (const id of new Set(ids)) {
        const key = await get(id)
        if (key) found.set(id, key)
      }
      return found
    },
  }
}
