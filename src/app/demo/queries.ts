import type { Insertable } from 'kysely'
import type { Db } from '../../platform/db'
import type { Database } from '../../register'

export const anybody = (db: Db) => db.selectFrom('people').select('id').limit(1).executeTakeFirst()
export const demoPeopleIn = (db: Db) => db.selectFrom('people').select('id').where('demo', '=', true).execute()
export const markDemo = (db: Db, people: readonly string[]) =>
  db.updateTable('people').set({ demo: true }).where('id', 'in', people).execute()
/** The adverts of the demo, newest first, with the number of their pictures. */
export const demoListings = (db: Db) =>
  db
    .selectFrom('listings')
    .innerJoin('people', 'people.id', 'listings.person_id')
    .select(['listings.id', 'listings.title', 'listings.person_id'])
    .select((e) =>
      e
        .selectFrom('photos')
        .whereRef('photos.listing_id', '=', 'listings.id')
        .select((c) => c.cast<number>(c.fn.countAll(), 'integer').as('n'))
        .as('photos'),
    )
    .where('people.demo', '=', true)
    .orderBy('listings.published_at', 'desc')
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, photos: row.photos ?? 0 })))

/** Writes how often adverts were looked at; the replies of those days, counted already, stay. */
export const writeVisits = (db: Db, days: Insertable<Database['listing_days']>[]) =>
  db
    .insertInto('listing_days')
    .values(days)
    .onConflict((conflict) =>
      conflict.columns(['listing_id', 'day']).doUpdateSet((is) => ({
        views: is.ref('excluded.views'),
        phones: is.ref('excluded.phones'),
        saves: is.ref('excluded.saves'),
      })),
    )
    .execute()

/** Takes out letters that nobody is left of whom got them. */
export const deleteLetters = (db: Db, letters: readonly string[]) =>
  db
    .deleteFrom('letters')
    .where('id', 'in', letters)
    .where((is) => is.not(is.exists(is.selectFrom('deliveries').select('id').whereRef('letter_id', '=', 'letters.id'))))
    .execute()

/** Who wrote these replies. */
export const authorsOf = async (db: Db, replies: readonly string[]): Promise<string[]> =>
  (await db.selectFrom('replies').select('person_id').where('id', 'in', replies).execute()).map(({ person_id }) => person_id)
