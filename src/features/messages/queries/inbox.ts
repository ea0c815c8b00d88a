import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { publicListings } from '../../listings'
import { advertiserHere, seekerHere, takesPart, threadColumns } from './threads'

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
              : is.or([is('messages.person_id', '=', seekerHere), is('messages.person_id', '=', advertiserHere)]),
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
