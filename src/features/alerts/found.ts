import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Keyring } from '../../platform/vault'
import { type FoundRow, foundUnder, putFound, type SavedRow, toldIn } from './queries'

// Which adverts a search found says what is looked for, so it lies sealed as the search does: docs/decisions/0009.

const shape = z.object({ listing: z.uuid(), total: z.int(), former: z.int().nullable() })
export type FoundAdvert = z.output<typeof shape>

/** That a search found an advert that costs so much a month, in cents; `toldIn` null when it is still to be told. */
export type Find = {
  search: Pick<SavedRow, 'id' | 'person_id' | 'used_at'>
  listing: string
  total: number
  toldIn: string | null
}

const slice = 1000

export const openFound = (keys: Keyring, row: FoundRow): FoundAdvert =>
  shape.parse(JSON.parse(keys.bind('found_adverts', row).advert.open('serviceMail')))

const keyOf = (search: string, listing: string) => `${search} ${listing}`

/** What the index of a row is made of, from the advert that is sealed in it. */
export const keyOfFound = (advert: string, row: Readonly<Record<string, unknown>>): string =>
  keyOf(String(row.search_id), shape.parse(JSON.parse(advert)).listing)

/** Notes what searches found, with the keys of who keeps them. What is known already is told again only when it costs less than was told; then it
 *  knows both. */
export async function noteFound(p: Platform, db: Db, keys: Keyring, finds: readonly Find[]): Promise<void> {
  for (let at = 0; at < finds.length; at += slice) {
    const indexed = finds.slice(at, at + slice).map((find) => ({
      ...find,
      key: p.vault.index('found_adverts.advert_key', keyOf(find.search.id, find.listing)),
    }))
    const rows = await foundUnder(
      db,
      indexed.map(({ key }) => key),
    )
    const known = new Map(rows.map((row) => [row.advert_key.bytes.toString('base64'), row]))
    const put = indexed.flatMap(({ search, listing, total, toldIn, key }) => {
      const row = known.get(key.bytes.toString('base64'))
      const before = row && openFound(keys, row)
      if (row && before && total >= before.total) return []
      const former = row && before ? (row.told_in === null ? before.former : before.total) : null
      const place = { id: row?.id ?? randomUUID(), person_id: search.person_id }
      const advert = JSON.stringify({ listing, total, former } satisfies FoundAdvert)
      return {
        ...place,
        ...keys.seal('found_adverts', place, { advert }),
        search_id: search.id,
        advert_key: key,
        told_in: row ? null : toldIn,
        used_at: search.used_at,
      }
    })
    if (put.length > 0) await putFound(db, put)
  }
}

/** What one mail about a person's search told. */
export async function foundIn(p: Platform, db: Db, { id, person_id }: SavedRow, mail: string): Promise<FoundAdvert[]> {
  const keys = await p.vault.keys(db, [person_id])
  return (await toldIn(db, id, mail)).map((row) => openFound(keys, row))
}
