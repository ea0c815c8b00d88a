import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { cookies, holding, laws, peopleIn, purposes, recipients, tableNamed, tableNames } from '.'
import { decisions, factsNow } from './testing'

/** Every text, number, list and yes of a declaration, and the same as another one. */
function* changesIn(place: object, but: readonly string[] = []): Generator<{ place: object; name: string; other: unknown }> {
  for (const [name, value] of Object.entries(place)) {
    if (but.includes(name)) continue
    if (typeof value === 'object' && value !== null) {
      if (Object.keys(value).length > 0) yield { place, name, other: Array.isArray(value) ? [] : {} }
      yield* changesIn(value)
    } else if (typeof value === 'boolean') yield { place, name, other: !value }
    else if (typeof value === 'number') yield { place, name, other: value + 1 }
    else yield { place, name, other: value === null ? 1 : '' }
  }
}

test('G1: nothing of what the register declares can change unseen', () => {
  // The cheapest first.
  const all = [...decisions.map(({ now }) => now), factsNow]
  const before = all.map((now) => structuredClone(now()))
  const isSeen = (): boolean => {
    try {
      return all.some((now, at) => !isDeepStrictEqual(now(), before[at]))
    } catch {
      return true
    }
  }
  const declared = {
    holding,
    purposes,
    recipients,
    cookies,
    laws,
    peopleIn,
    tables: Object.fromEntries(tableNames.map((name) => [name, tableNamed(name)])),
  }
  // Columns are held to the database (drift.test.ts), to the lists of what is open, and to the numbers of the others.
  const elsewhere = ['columns', 'derived']
  const unseen: string[] = []
  let changes = 0
  for (const [of, entries] of Object.entries<Record<string, object>>(declared))
    for (const [entry, declaration] of Object.entries(entries))
      for (const { place, name, other } of changesIn(declaration, elsewhere)) {
        const was: unknown = Reflect.get(place, name)
        Reflect.set(place, name, other)
        if (!isSeen()) unseen.push(`${of}.${entry}: ${name}`)
        Reflect.set(place, name, was)
        changes++
      }
  expect(unseen).toEqual([])
  expect(isSeen()).toBe(false)
  expect(changes).toBeGreaterThan(900)
})
