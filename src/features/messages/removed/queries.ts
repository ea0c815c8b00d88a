import type { Db } from '../../../platform/db'

export const statusOfListing = async (db: Db, id: string) =>
  (await db.selectFrom('listings').select('status').where('id', '=', id).executeTakeFirst())?.status

/** Whether the desk took this advert offline because of a swindle. */
export const isSwindle = async (db: Db, listing: string): Promise<boolean> =>
  (await db
    .selectFrom('decisions')
    .select('id')
    .where('target_id', '=', listing)
    .where('decision', '=', 'removed')
    .where('ground', '=', 'scam')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Marks the threads about an advert, or all of its advertiser, as concerned. Answers those that were not yet, with their seekers. */
export const markRemoved = (db: Db, of: { listing: string } | { advertiser: string }, removed: 'advert' | 'advertiser') =>
  db
    .updateTable('threads')
    .set({ removed })
    .where((is) => ('listing' in of ? is('listing_id', '=', of.listing) : is('advertiser_id', '=', of.advertiser)))
    .where('removed', 'is', null)
    .returning(['id', 'seeker_id'])
    .execute()

/** The desk let the advert be public again: nothing is said of it any more, nor because of it. */
export const clearRemoved = (db: Db, listing: string, advertiser: string | null) =>
  db
    .updateTable('threads')
    .set({ removed: null })
    .where((is) =>
      is.or([
        is('listing_id', '=', listing),
        ...(advertiser ? [is.and([is('advertiser_id', '=', advertiser), is('removed', '=', 'advertiser')])] : []),
      ]),
    )
    .where('removed', 'is not', null)
    .execute()
