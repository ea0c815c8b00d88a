import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import type { Keyring } from '../../../platform/vault'
import type { ListingStatus } from '../../../register/tables/listings'
import { cellOf } from '../../../std/geo'
import type { ListingContent } from '../content'
import { placeListing } from '../place'
import { contentOfRow } from '../stored'
import type { ImportedAdvert } from './judge'
import { type ImportedRow, importedAdverts } from './queries'

export type Publish = 'lawful' | 'all'

/** An advert of the source as it stands. */
type Known = {
  content: ListingContent
  status: ListingStatus
  against: readonly string[]
  owned: boolean
  listing: { id: string; publicId: string }
}

const knownAs = (keys: Keyring, row: ImportedRow): Known => ({
  content: contentOfRow(keys, row),
  status: row.status,
  against: row.against,
  owned: row.person_id !== null,
  listing: { id: row.id, publicId: row.public_id },
})

const lawful = (against: readonly string[], publish: Publish) => publish === 'all' || against.length === 0

/** What becomes of an advert that came before: its new status, or undefined when it is to be left alone. */
function statusOf(known: Known, against: readonly string[], publish: Publish): 'published' | 'waiting' | undefined {
  // Its owner claimed it, or the desk took it away, or it is rented: what the source says of it counts no more.
  if (known.owned || (known.status !== 'waiting' && known.status !== 'published')) return undefined
  // Once published on the operator's word it stays so, unless it now against more.
  const stays = known.status === 'published' && against.every((code) => known.against.includes(code))
  return lawful(against, publish) || stays ? 'published' : 'waiting'
}

/** How many of these adverts would be new, and remembers them in `seen`. Nothing is written. */
export async function countNew(db: Db, source: string, adverts: readonly ImportedAdvert[], seen: Set<string>): Promise<number> {
  const fresh = new Set(adverts.map(({ id }) => id).filter((id) => !seen.has(id)))
  if (fresh.size === 0) return 0
  for (const { source_id } of await importedAdverts(db, source, [...fresh])) fresh.delete(source_id ?? '')
  for (const id of fresh) seen.add(id)
  return fresh.size
}

/** Writes adverts of a source in the transaction `db`, in their order; answers how many of them were new. */
export async function writeAdverts(
  p: Platform,
  db: Db,
  source: string,
  adverts: readonly ImportedAdvert[],
  publish: Publish,
): Promise<number> {
  if (adverts.length === 0) return 0
  const nobody = await p.vault.keys(db, [])
  const rows = await importedAdverts(db, source, [...new Set(adverts.map(({ id }) => id))])
  const all = new Map(rows.map((row) => [row.source_id, knownAs(nobody, row)]))
  let taken = 0
  for (const { id, url, content, against, publishedAt } of adverts) {
    const known = all.get(id)
    const status = known ? statusOf(known, against, publish) : lawful(against, publish) ? 'published' : 'waiting'
    // Of the point its cell alone is kept.
    const now = { content: { ...content, point: cellOf(content.point) }, against, status }
    if (!status || (known && isDeepStrictEqual({ content: known.content, against: known.against, status: known.status }, now)))
      continue
    const listing = await placeListing(p, db, content, null, {
      status,
      against,
      ...(known ? { listing: known.listing } : { source: { name: source, id, url }, ...(publishedAt && { publishedAt }) }),
    })
    all.set(id, { ...now, status, owned: false, listing })
    if (!known) taken++
  }
  return taken
}
