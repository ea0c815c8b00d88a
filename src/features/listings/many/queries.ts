import { type Insertable, sql, type Updateable } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import type { Database, Sealed } from '../../../register'
import { inOrder } from '../../../std/order'
import { summaryColumns } from '../public'
import { advertColumns } from '../queries'

/** What is counted of an advert. */
export const figures = ['views', 'phones', 'saves', 'replies'] as const
export type Figure = (typeof figures)[number]

type Counted = { day: string } & ({ listing: string } | { publicId: string }) & { readonly [F in Figure]?: number }

/** Adds to what happened with adverts on a day. An advert that is not there any more is left out. */
export async function countOn(db: Db, counted: readonly Counted[]): Promise<void> {
  for (const one of counted)
    await db
      .insertInto('listing_days')
      .columns(['listing_id', 'day', ...figures])
      .expression(
        db
          .selectFrom('listings')
          .select('id')
          .select(sql<string>`${one.day}::date`.as('day'))
          .select(figures.map((figure) => sql<number>`${one[figure] ?? 0}::integer`.as(figure)))
          .where((is) => ('listing' in one ? is('id', '=', one.listing) : is('public_id', '=', one.publicId))),
      )
      .onConflict((conflict) =>
        conflict.columns(['listing_id', 'day']).doUpdateSet({
          views: sql`listing_days.views + excluded.views`,
          phones: sql`listing_days.phones + excluded.phones`,
          saves: sql`listing_days.saves + excluded.saves`,
          replies: sql`listing_days.replies + excluded.replies`,
        }),
      )
      .execute()
}

/** The days since `from` on which something happened with these adverts. */
export const daysOf = (db: Db, listings: readonly string[], from: string) =>
  db
    .selectFrom('listing_days')
    .select(['listing_id', 'day', ...figures])
    .where('listing_id', '=', anyOf(listings))
    .where('day', '>=', from)
    .orderBy('day')
    .execute()

/** The adverts of a person, for whoever looks at many at once. */
export const units = async (db: Db, person: string) =>
  (
    await db
      .selectFrom('listings')
      .select([...summaryColumns, 'listings.status', 'listings.building_id'])
      .where('person_id', '=', person)
      .orderBy('id')
      .execute()
  ).toSorted((a, b) => inOrder(a.street ?? '', b.street ?? '') || inOrder(a.title, b.title))
export type Unit = Awaited<ReturnType<typeof units>>[number]

/** Forgets what happened with adverts before a day. */
export const forgetDays = (db: Db, before: string) => db.deleteFrom('listing_days').where('day', '<', before).execute()

/** One's own adverts of these names, whole, in the order of their titles. With `lock` no other request changes them meanwhile. */
export async function ownAdvertsNamed(db: Db, person: string, publicIds: readonly string[], lock = false) {
  if (publicIds.length === 0) return []
  return db
    .selectFrom('listings')
    .select(advertColumns)
    .select(['listings.house_number', 'listings.point', 'listings.phone', 'listings.lapsed'])
    .where('person_id', '=', person)
    .where('public_id', 'in', [...publicIds])
    .orderBy('title')
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute()
}
export type OwnRow = Awaited<ReturnType<typeof ownAdvertsNamed>>[number]

// What was changed last, to put it back.

export async function keepUndo(db: Db, row: Insertable<Database['undos']>): Promise<void> {
  await db.deleteFrom('undos').where('person_id', '=', row.person_id).execute()
  await db.insertInto('undos').values(row).execute()
}
export const undoOf = (db: Db, person: string, since: Date) =>
  db
    .selectFrom('undos')
    .select(['id', 'person_id', 'before', 'made_at'])
    .where('person_id', '=', person)
    .where('made_at', '>=', since)
    .executeTakeFirst()
export const dropUndo = (db: Db, id: string) => db.deleteFrom('undos').where('id', '=', id).execute()

// Buildings.

export const buildingRows = (db: Db, person: string) =>
  db.selectFrom('buildings').select(['id', 'person_id', 'name']).where('person_id', '=', person).orderBy('created_at').execute()
export const addBuilding = (db: Db, row: Insertable<Database['buildings']>) => db.insertInto('buildings').values(row).execute()
export const renameBuilding = (db: Db, id: string, row: Updateable<Database['buildings']>) =>
  db.updateTable('buildings').set(row).where('id', '=', id).execute()
/** Its adverts stay, in no building. */
export const removeBuilding = (db: Db, id: string) => db.deleteFrom('buildings').where('id', '=', id).execute()
export const putInBuilding = (db: Db, person: string, publicIds: readonly string[], building: string | null) =>
  db
    .updateTable('listings')
    .set({ building_id: building })
    .where('person_id', '=', person)
    .where('public_id', 'in', [...publicIds])
    .execute()

// The file of one's own adverts.

export const ownRows = async (db: Db, person: string) =>
  (
    await db
      .selectFrom('listings')
      .select(advertColumns)
      .select(['listings.house_number', 'listings.point', 'listings.phone', 'listings.lapsed'])
      .where('person_id', '=', person)
      .orderBy('id')
      .execute()
  ).toSorted((a, b) => inOrder(a.title, b.title))

/** A sealed number, or none. */
export const setPhone = (db: Db, listing: string, phone: Sealed<'phone.listing'> | null) =>
  db.updateTable('listings').set({ phone }).where('id', '=', listing).execute()

/** What their owner calls these adverts, by their ids. */
export async function ownReferences(db: Db, person: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('listings')
    .select(['id', 'reference'])
    .where('person_id', '=', person)
    .where('reference', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, reference }) => (reference ? [[id, reference] as const] : [])))
}
export const setReference = (db: Db, id: string, reference: string) =>
  db.updateTable('listings').set({ reference }).where('id', '=', id).execute()
