import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { inOrder } from '../../../std/order'
import { summaryColumns } from '../public'

const lastSaid = sql<Date>`coalesce(listings.confirmed_at, listings.published_at)`
const isAsked = sql<boolean>`listings.asked_at > ${lastSaid}`

/** Who has a public advert that nobody has spoken of since `before`, and has not been asked about it since. */
export const ownersToAsk = async (db: Db, before: Date, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('listings')
    .select('person_id')
    .distinct()
    .where('status', '=', sql.lit<'published'>('published'))
    .where('resting', '=', sql.lit(false))
    .where('person_id', 'is not', null)
    .where(lastSaid, '<=', before)
    .where(sql<boolean>`(listings.asked_at is null or listings.asked_at <= ${lastSaid})`)
    .limit(limit)
    .execute()
  return rows.flatMap(({ person_id }) => person_id ?? [])
}

/** Writes down that somebody is asked, now, about all their public adverts that were last spoken of before `before`, or about one of them. */
export const noteAsked = (db: Db, person: string, of: { before: Date } | { listing: string }, now: Date) => {
  const asked = db
    .updateTable('listings')
    .set({ asked_at: now })
    .where('person_id', '=', person)
    .where('status', '=', sql.lit<'published'>('published'))
    .where('resting', '=', sql.lit(false))
  return ('before' in of ? asked.where(lastSaid, '<=', of.before) : asked.where('id', '=', of.listing)).execute()
}

/** Pauses the adverts about which their owner was asked before `before` and said nothing. Answers whose they are. */
export const pauseUnanswered = async (
  db: Db,
  before: Date,
  now: Date,
): Promise<{ id: string; person: string; asked: Date }[]> => {
  const rows = await db
    .updateTable('listings')
    .set({ status: 'paused', lapsed: true, updated_at: now })
    .where('status', '=', sql.lit<'published'>('published'))
    .where('resting', '=', sql.lit(false))
    .where('asked_at', '<=', before)
    .where(isAsked)
    .returning(['id', 'person_id', 'asked_at'])
    .execute()
  return rows.flatMap(({ id, person_id, asked_at }) =>
    person_id && asked_at ? [{ id, person: person_id, asked: asked_at }] : [],
  )
}

/** The adverts about which somebody is asked now, and those that paused because they said nothing. */
export const advertsAskedAbout = async (db: Db, person: string) =>
  (
    await db
      .selectFrom('listings')
      .select([...summaryColumns, 'listings.status', 'listings.lapsed'])
      .where('person_id', '=', person)
      .where((is) =>
        is.or([
          is.and([is('status', '=', 'published'), isAsked]),
          is.and([is('status', '=', 'paused'), is('lapsed', '=', true)]),
        ]),
      )
      .orderBy('id')
      .execute()
  ).toSorted((a, b) => inOrder(a.title, b.title))

/** One of somebody's adverts, locked, as long as it is public or paused for want of an answer. */
export const askedAdvert = (db: Db, person: string, publicId: string) =>
  db
    .selectFrom('listings')
    .select(['id', 'status'])
    .where('person_id', '=', person)
    .where('public_id', '=', publicId)
    .where((is) => is.or([is('status', '=', 'published'), is.and([is('status', '=', 'paused'), is('lapsed', '=', true)])]))
    .forUpdate()
    .executeTakeFirst()

/** The advert is still free: its owner says so. */
export const confirm = (db: Db, listing: string, now: Date) =>
  db
    .updateTable('listings')
    .set({ status: 'published', confirmed_at: now, asked_at: null, lapsed: false, updated_at: now })
    .where('id', '=', listing)
    .execute()

/** Shows an advert again that paused for want of an answer. Answers whose it is; undefined when it did not, or does no more. */
export const resumeLapsed = (db: Db, listing: string, now: Date) =>
  db
    .updateTable('listings')
    .set({ status: 'published', confirmed_at: now, asked_at: null, lapsed: false, updated_at: now })
    .where('id', '=', listing)
    .where('status', '=', 'paused')
    .where('lapsed', '=', true)
    .returning('person_id')
    .executeTakeFirst()

/** When its owner was last asked, of an advert that is public. */
export const askedAtOf = (db: Db, listing: string) =>
  db.selectFrom('listings').select(['person_id', 'asked_at']).where('id', '=', listing).executeTakeFirst()
