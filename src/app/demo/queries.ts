import type { Db } from '../../platform/db'

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
