import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { cutoff, type Frequency, holding, overOn } from '../../register'
import type { Language } from '../../std/words'
import { active, ask, foundBy, partsOf, queryOf, type Search, titleOf } from '../search'
import { aroundOf } from './around'
import { noteFound } from './found'
import { addSearch, changeSearch, renewSearch, type SavedRow, searchesOf, tell } from './queries'
import { mostNoted, mostSaved, nextAfter } from './rules'

export type Wanted = { frequency: Frequency; atNight: boolean }

/** The search of an address, in the one form in which it is kept: its order is no part of it. */
export function keptSearch(query: string, language: Language): { search: Search; query: string } {
  const { sort: _, ...rest } = ask(new URLSearchParams(query), language).search
  const { search } = ask(new URLSearchParams(queryOf({ ...rest, sort: rest.campus ? 'distance' : 'newest' })), language)
  return { search, query: queryOf(search) }
}

/** "Studio's in Gent, tot € 500, eigen badkamer". */
export function nameOf(search: Search, language: Language, now: Date): string {
  const inTitle = new Set(['area', 'campus', 'box', ...(search.kind?.length === 1 ? ['kind'] : [])])
  const parts = partsOf(search, language, now).filter(({ name }) => !inTitle.has(name))
  return [titleOf(search, language), ...parts.map(({ text }) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`)].join(', ')
}

export const isEmpty = (search: Search): boolean => active(search).length === 0

/** What a search is about, from the one form in which it is kept. */
export const aroundOfQuery = (query: string): string => aroundOf(ask(new URLSearchParams(query), 'nl').search)

/** Opens saved searches, each for its own person: to show them, or for the mail that they asked for. Those of who has no keys any more are left out. */
export async function opened(
  p: Platform,
  db: Db,
  rows: readonly SavedRow[],
  purpose: 'account' | 'serviceMail' | 'demand',
): Promise<(SavedRow & { text: string })[]> {
  const keys = await p.vault.keys(
    db,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map((row) => ({ ...row, text: keys.bind('saved_searches', row).query.open(purpose) }))
}

/** Keeps a search, or changes how often somebody hears of one that they keep already. What it finds now counts as told. Answers `tooMany` when
 *  they keep as many as one may. */
export const save = (
  p: Platform,
  person: string,
  query: string,
  wanted: Wanted,
  language: Language,
): Promise<'saved' | 'tooMany'> => p.db.transaction().execute((trx) => saveIn(p, trx, person, query, wanted, language))

/** The same in a transaction. `usedAt`: from when its term counts. */
async function saveIn(
  p: Platform,
  trx: Db,
  person: string,
  query: string,
  wanted: Wanted,
  language: Language,
  usedAt = p.clock.now(),
): Promise<'saved' | 'tooMany'> {
  const now = p.clock.now()
  const keys = await p.vault.keysToSeal(trx, person, ['service'])
  const own = await opened(p, trx, await searchesOf(trx, person), 'account')
  const { search, query: kept } = keptSearch(query, language)
  const same = own.find(({ text }) => text === kept)
  if (same) {
    await setWanted(p, trx, same, wanted)
    return 'saved'
  }
  if (own.length >= mostSaved) return 'tooMany'
  const found = await foundBy(trx, now, search, mostNoted + 1)
  const row = { id: randomUUID(), person_id: person }
  await addSearch(trx, {
    ...row,
    ...keys.seal('saved_searches', row, { query: kept }),
    around_key: p.vault.index('saved_searches.around_key', aroundOf(search)),
    frequency: wanted.frequency,
    at_night: wanted.atNight,
    created_at: now,
    used_at: usedAt,
    next_at: nextAfter(wanted.frequency, now),
    wide: found.length > mostNoted,
  })
  await noteFound(
    p,
    trx,
    keys,
    found.slice(0, mostNoted).map(({ id, total }) => ({
      search: { ...row, used_at: usedAt },
      listing: id,
      total,
      toldIn: row.id,
    })),
  )
  return 'saved'
}

/** Keeps a search of somebody whose address is not confirmed yet. Nothing is mailed before that, and it ends with what they registered with. */
export async function saveUnconfirmed(p: Platform, trx: Db, person: string, query: string, wanted: Wanted, language: Language) {
  const registrationEnds = overOn(holding['activity.pending'].keep, p.clock.now())
  await saveIn(p, trx, person, query, wanted, language, cutoff(holding['search.saved'].keep, registrationEnds))
}

/** The address is confirmed: what was kept before is kept as any other. Who had an account already has it there. */
export async function keepConfirmed(p: Platform, trx: Db, { person, former }: { person: string; former: string }): Promise<void> {
  for (const row of await opened(p, trx, await searchesOf(trx, former), 'account'))
    if (person === former) await renewSearch(trx, row.id, p.clock.now())
    else await saveIn(p, trx, person, row.text, { frequency: row.frequency, atNight: row.at_night }, 'nl')
}

/** How often somebody hears of a search from now on. What was found while it was paused is not mailed later. */
export async function setWanted(p: Platform, db: Db, row: SavedRow, { frequency, atNight }: Wanted): Promise<void> {
  const now = p.clock.now()
  if (row.frequency === 'none') await tell(db, row.id, row.id)
  await changeSearch(db, row.id, { frequency, at_night: atNight, next_at: nextAfter(frequency, now) })
  await renewSearch(db, row.id, now)
}

/** One of a person's own searches. Throws a refusal (404) for another's. */
export async function ownSearch(db: Db, person: string, id: string): Promise<SavedRow> {
  const row = (await searchesOf(db, person)).find((one) => one.id === id)
  if (!row) throw missing()
  return row
}
