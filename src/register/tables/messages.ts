import {
  boolean,
  date,
  defaulted,
  integer,
  moment,
  nullable,
  sealed,
  table,
  technical,
  text,
  textOf,
  unsealed,
  uuid,
} from '../language'
import type { ListingKind } from './listings'

export const messagesTables = {
  /** The reply of someone whose address is not yet confirmed. */
  pending_replies: table({
    feature: 'messages',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed('message.pending', nullable(uuid)),
      body: sealed('message.pending'),
      created_at: unsealed('message.pending', moment),
    },
  }),
  /** What a seeker and an advertiser write to each other about one advert. Whoever ends their account leaves it. */
  threads: table({
    feature: 'messages',
    unlinks: ['seeker_id', 'advertiser_id'],
    derived: ['threads_left'],
    theirs: {
      seeker_read_at: 'seeker_id',
      seeker_archived: 'seeker_id',
      advertiser_read_at: 'advertiser_id',
      advertiser_archived: 'advertiser_id',
    },
    columns: {
      id: technical(uuid),
      public_id: technical(text),
      listing_id: unsealed('contacts.thread', nullable(uuid)),
      /** What the advert was, for when it is there no more: a seeker always sees what they replied to (K13). */
      listing_kind: unsealed('contacts.thread', textOf<ListingKind>()),
      listing_place: unsealed('contacts.thread', text),
      listing_total: unsealed('contacts.thread', integer),
      seeker_id: technical(nullable(uuid)),
      advertiser_id: technical(nullable(uuid)),
      created_at: unsealed('contacts.thread', moment),
      last_message_at: unsealed('contacts.thread', moment),
      seeker_read_at: unsealed('contacts.thread', nullable(moment)),
      advertiser_read_at: unsealed('contacts.thread', nullable(moment)),
      /** The advertiser has answered at least once. */
      answered: unsealed('contacts.thread', defaulted(boolean)),
      seeker_archived: unsealed('contacts.thread', defaulted(boolean)),
      advertiser_archived: unsealed('contacts.thread', defaulted(boolean)),
    },
  }),
  /** A message belongs to its author: sealed under the author's key, gone with the author, unless a report holds it. */
  messages: table({
    feature: 'messages',
    subject: 'person_id',
    heldUntil: 'held_until',
    partOf: { column: 'thread_id', table: 'threads' },
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      thread_id: unsealed('contacts.thread', uuid),
      body: sealed('message.thread'),
      created_at: unsealed('contacts.thread', moment),
      held_until: unsealed('contacts.thread', nullable(date)),
    },
  }),
  blocks: table({
    feature: 'messages',
    subject: 'person_id',
    unlinks: ['blocked_id'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      blocked_id: technical(nullable(uuid)),
      created_at: unsealed('blocks.account', moment),
    },
  }),
}
