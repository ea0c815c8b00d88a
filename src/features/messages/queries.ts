import { type Insertable, type SqlBool, sql } from 'kysely'
import { dayOf } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Database, Sealed } from '../../register'
import { publicListings } from '../listings'
import { type Side, sideOf } from './rules'

// ---- adverts, as far as a reply needs them ------------------------------------------------------------------------------

const advertFacts = [
  'listings.id',
  'listings.public_id',
  'listings.person_id',
  'listings.title',
  'listings.language',
  'listings.kind',
  'listings.place_id',
  'listings.street',
  'listings.total',
  'listings.spotlight_from',
  'listings.spotlight_until',
] as const
const hasPhone = sql<boolean>`listings.phone is not null`.as('has_phone')

/** An advert that is public now, by the name in its address or by its id. */
export const publicAdvert = (db: Db, now: Date, by: { publicId: string } | { id: string }) =>
  publicListings(db, now)
    .select(advertFacts)
    .select(hasPhone)
    .where((is) => ('publicId' in by ? is('listings.public_id', '=', by.publicId) : is('listings.id', '=', by.id)))
    .executeTakeFirst()
export type Advert = NonNullable<Awaited<ReturnType<typeof publicAdvert>>>

export const phoneOf = (db: Db, listing: string) =>
  db.selectFrom('listings').select(['id', 'person_id', 'phone']).where('id', '=', listing).executeTakeFirst()

// ---- threads ------------------------------------------------------------------------------------------------------------

const threadColumns = [
  'threads.id',
  'threads.public_id',
  'threads.listing_id',
  'threads.listing_kind',
  'threads.listing_place',
  'threads.listing_total',
  'threads.seeker_id',
  'threads.advertiser_id',
  'threads.last_message_at',
  'threads.seeker_read_at',
  'threads.advertiser_read_at',
  'threads.answered',
  'threads.seeker_archived',
  'threads.advertiser_archived',
] as const

const takesPart = (person: string) => sql<SqlBool>`(threads.seeker_id = ${person} or threads.advertiser_id = ${person})`

export const threadOf = (db: Db, publicId: string, person: string) =>
  db.selectFrom('threads').select(threadColumns).where('public_id', '=', publicId).where(takesPart(person)).executeTakeFirst()
export type ThreadRow = NonNullable<Awaited<ReturnType<typeof threadOf>>>

/** A thread for as long as the transaction lasts: who writes in it waits for who is writing. */
export const threadToWrite = (db: Db, id: string) =>
  db.selectFrom('threads').select(threadColumns).where('id', '=', id).forUpdate().executeTakeFirst()

export const threadById = (db: Db, id: string) =>
  db.selectFrom('threads').select(threadColumns).where('id', '=', id).executeTakeFirst()

/** The thread of a seeker about an advert. */
export const threadAbout = (db: Db, listing: string, seeker: string) =>
  db
    .selectFrom('threads')
    .select(['id', 'public_id', 'created_at'])
    .where('listing_id', '=', listing)
    .where('seeker_id', '=', seeker)
    .executeTakeFirst()

/** The thread in which a seeker wrote last. */
export const latestThread = async (db: Db, seeker: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('threads')
      .select('public_id')
      .where('seeker_id', '=', seeker)
      .orderBy('last_message_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.public_id

/** Makes a thread, unless the seeker has one about this advert. Answers whether it was made. */
export const openThread = async (db: Db, row: Insertable<Database['threads']>): Promise<boolean> =>
  (
    await db
      .insertInto('threads')
      .values(row)
      .onConflict((conflict) => conflict.columns(['listing_id', 'seeker_id']).doNothing())
      .returning('id')
      .execute()
  ).length > 0

/** Notes that a side wrote: it has read what stands there, and the other finds the thread among the current ones. */
export const noteWritten = (db: Db, id: string, side: Side, at: Date) =>
  db
    .updateTable('threads')
    .set(
      side === 'seeker'
        ? { last_message_at: at, seeker_read_at: at, seeker_archived: false, advertiser_archived: false }
        : { last_message_at: at, advertiser_read_at: at, seeker_archived: false, advertiser_archived: false, answered: true },
    )
    .where('id', '=', id)
    .execute()

export const noteRead = (db: Db, id: string, side: Side, upTo: Date) =>
  db
    .updateTable('threads')
    .set(side === 'seeker' ? { seeker_read_at: upTo } : { advertiser_read_at: upTo })
    .where('id', '=', id)
    .execute()

export const setArchived = (db: Db, id: string, side: Side, archived: boolean) =>
  db
    .updateTable('threads')
    .set(side === 'seeker' ? { seeker_archived: archived } : { advertiser_archived: archived })
    .where('id', '=', id)
    .execute()

const unread = (person: string) =>
  sql<boolean>`threads.last_message_at > coalesce(case when threads.seeker_id = ${person} then threads.seeker_read_at else threads.advertiser_read_at end, '-infinity')`

export const unreadCount = async (db: Db, person: string): Promise<number> => {
  const { count } = await db
    .selectFrom('threads')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where(takesPart(person))
    .where(unread(person))
    .executeTakeFirstOrThrow()
  return count
}

export const boxes = ['all', 'received', 'sent', 'archived'] as const
export type Box = (typeof boxes)[number]

/** The threads of a person, unread first, then the last written; of each the last message (of the person's own ones, in `sent`). */
export const threadsOf = (db: Db, person: string, box: Box, now: Date, limit: number, offset: number) =>
  db
    .selectFrom('threads')
    .select(threadColumns)
    .leftJoin(publicListings(db, now).select(['listings.id', 'listings.title', 'listings.language']).as('advert'), (join) =>
      join.onRef('advert.id', '=', 'threads.listing_id'),
    )
    .select(['advert.title', 'advert.language'])
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('messages')
          .select(['messages.id as message_id', 'messages.person_id', 'messages.body', 'messages.created_at'])
          .whereRef('messages.thread_id', '=', 'threads.id')
          .where((is) =>
            box === 'sent'
              ? is('messages.person_id', '=', person)
              : is.or([
                  is('messages.person_id', '=', is.ref('threads.seeker_id')),
                  is('messages.person_id', '=', is.ref('threads.advertiser_id')),
                ]),
          )
          .orderBy('messages.created_at', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['latest.message_id', 'latest.person_id', 'latest.body', 'latest.created_at as written_at'])
    .where(
      {
        all: sql<SqlBool>`((threads.seeker_id = ${person} and not threads.seeker_archived) or (threads.advertiser_id = ${person} and not threads.advertiser_archived))`,
        received: sql<SqlBool>`(threads.advertiser_id = ${person} and not threads.advertiser_archived)`,
        // K13: everything one sent, put away or not.
        sent: sql<SqlBool>`threads.seeker_id = ${person}`,
        archived: sql<SqlBool>`((threads.seeker_id = ${person} and threads.seeker_archived) or (threads.advertiser_id = ${person} and threads.advertiser_archived))`,
      }[box],
    )
    .orderBy(unread(person), 'desc')
    .orderBy('threads.last_message_at', 'desc')
    .orderBy('threads.id')
    .limit(limit)
    .offset(offset)
    .execute()

// ---- messages -----------------------------------------------------------------------------------------------------------

/** What the people of a thread wrote, newest first. Who left it is not read any more, also while a hold keeps their messages. */
export const messagesIn = (
  db: Db,
  thread: Pick<ThreadRow, 'id' | 'seeker_id' | 'advertiser_id'>,
  limit: number,
  offset: number,
) => {
  const authors = [thread.seeker_id, thread.advertiser_id].filter((person) => person !== null)
  return authors.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('messages')
        .select(['id', 'person_id', 'body', 'created_at'])
        .where('thread_id', '=', thread.id)
        .where('person_id', 'in', authors)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
}

/** The last message of a thread, if this person wrote it. */
export const lastBy = async (db: Db, thread: string, person: string) => {
  const last = await db
    .selectFrom('messages')
    .select(['id', 'person_id', 'body', 'created_at'])
    .where('thread_id', '=', thread)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.person_id === person ? last : undefined
}

/** A message in a thread that is held is held as long. */
export const insertMessage = (
  db: Db,
  row: { id: string; person_id: string; thread_id: string; body: Sealed<'message.thread'>; created_at: Date },
) =>
  db
    .insertInto('messages')
    .values((of) => ({
      ...row,
      held_until: of
        .selectFrom('messages as held')
        .select((all) => all.fn.max('held.held_until').as('until'))
        .where('held.thread_id', '=', row.thread_id)
        .where('held.held_until', '>=', dayOf(row.created_at)),
    }))
    .execute()

/** Puts a hold on all that was written in a thread, or makes it longer. */
export const holdThread = (db: Db, thread: string, until: string) =>
  db
    .updateTable('messages')
    .set({ held_until: until })
    .where('thread_id', '=', thread)
    .where((is) => is.or([is('held_until', 'is', null), is('held_until', '<', until)]))
    .execute()

/** Everything written in a thread, oldest first, with whose it is: also of who left, while a report holds it. */
export const everythingIn = (db: Db, thread: string) =>
  db
    .selectFrom('messages')
    .select(['id', 'person_id', 'body', 'created_at', 'held_until'])
    .where('thread_id', '=', thread)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Ends the hold on a thread. */
export const releaseThread = (db: Db, thread: string) =>
  db.updateTable('messages').set({ held_until: null }).where('thread_id', '=', thread).execute()

// ---- replies that wait --------------------------------------------------------------------------------------------------

export const insertPending = (db: Db, row: Insertable<Database['pending_replies']>) =>
  db.insertInto('pending_replies').values(row).execute()

export const pendingOf = (db: Db, person: string) =>
  db
    .selectFrom('pending_replies')
    .select(['id', 'person_id', 'listing_id', 'body', 'created_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute()

export const movePending = (db: Db, id: string, person: string, body: Sealed<'message.pending'>) =>
  db.updateTable('pending_replies').set({ person_id: person, body }).where('id', '=', id).execute()

export const deletePending = (db: Db, id: string, person: string) =>
  db.deleteFrom('pending_replies').where('id', '=', id).where('person_id', '=', person).execute()

// ---- blocks -------------------------------------------------------------------------------------------------------------

/** Whether `me` blocked `other`, and the other way round. */
export const blocksBetween = async (db: Db, me: string, other: string | null): Promise<{ byMe: boolean; byOther: boolean }> => {
  if (!other) return { byMe: false, byOther: false }
  const rows = await db
    .selectFrom('blocks')
    .select('person_id')
    .where((is) =>
      is.or([
        is.and([is('person_id', '=', me), is('blocked_id', '=', other)]),
        is.and([is('person_id', '=', other), is('blocked_id', '=', me)]),
      ]),
    )
    .execute()
  return { byMe: rows.some((row) => row.person_id === me), byOther: rows.some((row) => row.person_id === other) }
}

export const insertBlock = (db: Db, row: { id: string; person_id: string; blocked_id: string; created_at: Date }) =>
  db
    .insertInto('blocks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'blocked_id']).doNothing())
    .execute()

export const deleteBlock = (db: Db, person: string, blocked: string) =>
  db.deleteFrom('blocks').where('person_id', '=', person).where('blocked_id', '=', blocked).execute()

/** Whom a person blocked, each with the last thread that the two share: it says what is known of them. */
export const blockedBy = async (db: Db, person: string) => {
  const rows = await db
    .selectFrom('blocks')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('threads')
          .select(threadColumns)
          .where((is) =>
            is.or([
              is.and([is('seeker_id', '=', person), is('advertiser_id', '=', is.ref('blocks.blocked_id'))]),
              is.and([is('advertiser_id', '=', person), is('seeker_id', '=', is.ref('blocks.blocked_id'))]),
            ]),
          )
          .orderBy('answered', 'desc')
          .orderBy('last_message_at', 'desc')
          .limit(1)
          .as('thread'),
      (join) => join.onTrue(),
    )
    .select([
      'thread.public_id',
      'thread.seeker_id',
      'thread.advertiser_id',
      'thread.answered',
      'thread.listing_kind',
      'thread.listing_place',
      'blocks.created_at',
    ])
    .where('blocks.person_id', '=', person)
    .orderBy('blocks.created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, side: sideOf(row, person) }))
}
