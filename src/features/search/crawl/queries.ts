import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { publicListings } from '../../listings'

/** How many public adverts there are, as far as `cap`. */
export async function publicUpTo(db: Db, now: Date, cap: number): Promise<number> {
  const { n } = await db
    .selectFrom(publicListings(db, now).select('listings.id').limit(cap).as('some'))
    .select((is) => is.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The public adverts whose id begins with these hexadecimal digits. */
export const publicBeginning = (db: Db, now: Date, digits: string) =>
  publicListings(db, now)
    .select(['listings.public_id', 'listings.updated_at'])
    .where(
      sql<boolean>`listings.id between ${`${digits}${'0'.repeat(32)}`.slice(0, 32)}::uuid and ${`${digits}${'f'.repeat(32)}`.slice(0, 32)}::uuid`,
    )
    .orderBy('listings.id')
    .execute()
