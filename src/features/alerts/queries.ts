import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf, type Db } from '../../platform/db'
import { isRestricted, isStopped } from '../../platform/people'
import type { BlindIndex, Database } from '../../register'
import { publicListings } from '../listings'

const columns = [
  'saved_searches.id',
  'saved_searches.person_id',
  'saved_searches.query',
  'saved_searches.frequency',
  'saved_searches.at_night',
  'saved_searches.created_at',
  'saved_searches.used_at',
  'saved_searches.wide',
] as const
export type SavedRow = Pick<
  Selectable<Database['saved_searches']>,
  'id' | 'person_id' | 'query' | 'frequency' | 'at_night' | 'created_at' | 'used_at' | 'wide'
>

export const addSearch = (db: Db, row: Insertable<Database['saved_searches']>) =>
  db.insertInto('saved_searches').values(row).execute()

export const changeSearch = (db: Db, id: string, row: Updateable<Database['saved_searches']>) =>
  db.updateTable('saved_searches').set(row).where('id', '=', id).execute()

export const removeSearch = (db: Db, id: string) => db.deleteFrom('saved_searches').where('id', '=', id).execute()

export const searchesOf = (db: Db, person: string): Promise<SavedRow[]> =>
  db
    .selectFrom('saved_searches')
    .select(columns)
    .where('person_id', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export const searchById = (db: Db, id: string): Promise<SavedRow | undefined> =>
  db.selectFrom('saved_searches').select(columns).where('id', '=', id).executeTakeFirst()

const rests = isRestricted('saved_searches.person_id')

/** The searches that are about any of these places. */
export const searchesAround = (db: Db, around: readonly BlindIndex<'search.saved'>[]): Promise<SavedRow[]> =>
  around.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('saved_searches')
        .select(columns)
        .where('around_key', 'in', around)
        .where((is) => is.not(rests))
        .execute()

/** Whoever renews a search keeps what it found as well. */
export async function renewSearch(db: Db, id: string, now: Date): Promise<void> {
  await changeSearch(db, id, { used_at: now, warned_at: null })
  await db.updateTable('found_adverts').set({ used_at: now }).where('search_id', '=', id).execute()
}

/** Searches that end before long, of which nobody was warned, and that somebody wants mails about. */
export const endingSearches = (db: Db, usedBefore: Date, limit: number) =>
  db
    .selectFrom('saved_searches')
    .select(['id', 'person_id'])
    .where('used_at', '<', usedBefore)
    .where('warned_at', 'is', null)
    .where('frequency', '!=', 'none')
    .where((is) => is.not(rests))
    // Nobody is warned before their address is confirmed.
    .where('person_id', 'in', (of) => of.selectFrom('accounts').select('person_id'))
    .limit(limit)
    .execute()

/** Searches of who did not object to `demand` that are about any of these places, at most `limit` of them, and how many there are in all. Their ids are random, so that the first
 *  of them by id are some like any other. */
export async function someAround(db: Db, around: readonly BlindIndex<'search.saved'>[], limit: number) {
  const stopped = isStopped('saved_searches.person_id', 'demand')
  const { n } = await db
    .selectFrom('saved_searches')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('around_key', 'in', around)
    .where((is) => is.not(stopped))
    .executeTakeFirstOrThrow()
  const rows: SavedRow[] = await db
    .selectFrom('saved_searches')
    .select(columns)
    .where('around_key', 'in', around)
    .where((is) => is.not(stopped))
    .orderBy('id')
    .limit(limit)
    .execute()
  return { rows, all: Number(n) }
}

// What changed.

export const noteChanged = (db: Db, listing: string, now: Date) =>
  db
    .insertInto('changed_adverts')
    .values({ listing_id: listing, changed_at: now })
    .onConflict((conflict) => conflict.column('listing_id').doNothing())
    .execute()

/** Takes adverts that changed, the longest waiting first; another that takes at the same time gets others. */
export const takeChanged = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db
    .deleteFrom('changed_adverts')
    .where('listing_id', 'in', (of) =>
      of.selectFrom('changed_adverts').select('listing_id').orderBy('changed_at').limit(limit).forUpdate().skipLocked(),
    )
    .returning('listing_id')
    .execute()
  return rows.map(({ listing_id }) => listing_id)
}

/** Where these adverts are, those of them that are public. */
export const whereabouts = (db: Db, now: Date, listings: readonly string[]) =>
  publicListings(db, now)
    .select([
      'listings.id',
      'listings.place_id',
      'listings.postcode',
      'listings.cell_lat',
      'listings.cell_lon',
      'listings.published_at',
    ])
    .where('listings.id', '=', anyOf(listings))
    .execute()

// What was found.

const foundColumns = ['id', 'person_id', 'search_id', 'advert_key', 'advert', 'told_in'] as const
export type FoundRow = Pick<Selectable<Database['found_adverts']>, (typeof foundColumns)[number]>

export const foundUnder = (db: Db, keys: readonly BlindIndex<'search.saved'>[]): Promise<FoundRow[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.selectFrom('found_adverts').select(foundColumns).where('advert_key', 'in', keys).execute()

/** Writes down what searches found: new rows, and those that are known with another price. */
export const putFound = (db: Db, rows: readonly Insertable<Database['found_adverts']>[]) =>
  db
    .insertInto('found_adverts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((is) => ({ advert: is.ref('excluded.advert'), told_in: is.ref('excluded.told_in') })),
    )
    .execute()

/** The searches of which something new is to be mailed, of people who want such mails. */
export const dueSearches = (db: Db, now: Date, quiet: boolean, limit: number) =>
  db
    .selectFrom('saved_searches')
    .innerJoin('accounts', 'accounts.person_id', 'saved_searches.person_id')
    .select(['saved_searches.id', 'saved_searches.person_id', 'saved_searches.frequency'])
    .where('saved_searches.frequency', '<>', sql.lit<'none'>('none'))
    .where('saved_searches.next_at', '<=', now)
    .where((is) => is.not(rests))
    .$if(quiet, (query) => query.where('saved_searches.at_night', '=', true))
    .where(sql<boolean>`(accounts.notifications ->> 'alerts')::boolean`)
    .where('saved_searches.id', 'in', (of) => of.selectFrom('found_adverts').select('search_id').where('told_in', 'is', null))
    .orderBy('saved_searches.next_at')
    .limit(limit)
    .execute()

/** What is new counts as told in this mail. */
export const tell = (db: Db, search: string, mail: string) =>
  db.updateTable('found_adverts').set({ told_in: mail }).where('search_id', '=', search).where('told_in', 'is', null).execute()

export const toldIn = (db: Db, search: string, mail: string): Promise<FoundRow[]> =>
  db.selectFrom('found_adverts').select(foundColumns).where('search_id', '=', search).where('told_in', '=', mail).execute()
