import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { advertAsSeen, insertSnapshot, photosOfListing, snapshotOf } from '../queries/snapshots'

/** What a reader of an advert saw of it, whatever it was: its columns as they stood. */
const shape = z.object({ advert: z.record(z.string(), z.unknown()), photos: z.array(z.string()), takenAt: z.string() })
export type Snapshot = z.output<typeof shape>

/** Keeps an advert as it stands when somebody replies to it, under its advertiser's key. Run it in a transaction that keeps the advertiser here. */
export async function keepSnapshot(
  p: Platform,
  db: Db,
  thread: string,
  listing: string,
  advertiser: string,
  at: Date,
): Promise<void> {
  const [advert, photos] = [await advertAsSeen(db, listing), await photosOfListing(db, listing)]
  if (!advert) return
  const keys = await p.vault.keysToSeal(db, advertiser, ['messages'])
  const row = { id: randomUUID(), person_id: advertiser }
  const content: Snapshot = { advert, photos: photos.map(({ path }) => path), takenAt: at.toISOString() }
  await insertSnapshot(db, {
    ...row,
    ...keys.seal('snapshots', row, { content: JSON.stringify(content) }),
    thread_id: thread,
    created_at: at,
  })
}

/** The advert of a thread as it was, still sealed, and how to read it once it is open. */
export async function snapshotIn(p: Platform, db: Db, thread: string) {
  const row = await snapshotOf(db, thread)
  return row && (await p.vault.keys(db, [row.person_id])).bind('snapshots', row).content
}
export const readSnapshot = (text: string): Snapshot => shape.parse(JSON.parse(text))
