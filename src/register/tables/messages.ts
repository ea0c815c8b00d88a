import {
  boolean,
  defaulted,
  integer,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  smallint,
  table,
  technical,
  text,
  textOf,
  unsealed,
  uuid,
} from '../language'
import type { ListingKind } from './listings'

/** How a reply ended, once the advertiser said so: not this person; rented to this person; rented to somebody else. */
export type Outcome = 'declined' | 'rented' | 'elsewhere'
/** Why somebody was declined. No reason is about who they are (housing.md 4.6). */
export type DeclineReason = 'period' | 'budget' | 'first' | 'fit' | 'withdrawn' | 'other'
export type Medium = 'visit' | 'video'

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
      shortlisted: 'advertiser_id',
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
      /** When the advertiser first answered. */
      answered_at: unsealed('contacts.thread', nullable(moment)),
      /** A mark of the advertiser's own. */
      shortlisted: unsealed('contacts.thread', defaulted(boolean)),
      outcome: unsealed('contacts.thread', nullable(textOf<Outcome>())),
      reason: unsealed('contacts.thread', nullable(textOf<DeclineReason>())),
      /** The advert, this or another of the same advertiser, that the desk took away as a swindle: the seeker was warned of it. It may be there no more. */
      warned_about: unsealed('contacts.thread', nullable(uuid)),
      warned_at: unsealed('contacts.thread', nullable(moment)),
      /** The desk found that the warning was wrong, and the seeker was told so. */
      withdrawn_at: unsealed('contacts.thread', nullable(moment)),
      seeker_archived: unsealed('contacts.thread', defaulted(boolean)),
      advertiser_archived: unsealed('contacts.thread', defaulted(boolean)),
    },
  }),
  /** A message belongs to its author: sealed under the author's key, gone with the author, unless it is held. */
  messages: table({
    feature: 'messages',
    subject: 'person_id',
    partOf: { column: 'thread_id', table: 'threads' },
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      thread_id: unsealed('contacts.thread', uuid),
      body: sealed('message.thread'),
      created_at: unsealed('contacts.thread', moment),
    },
  }),
  /** The advert as it stood when a seeker replied to it: what a seeker was told, should it come to a dispute. */
  snapshots: table({
    feature: 'messages',
    subject: 'person_id',
    partOf: { column: 'thread_id', table: 'threads' },
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      thread_id: unsealed('contacts.thread', uuid),
      content: sealed('advert.thread'),
      created_at: unsealed('contacts.thread', moment),
    },
  }),
  /** A time that an advertiser offers to come and see: to one seeker (`thread_id`), or to all who reply to an advert. */
  slots: table({
    feature: 'messages',
    goesWith: true,
    subject: 'person_id',
    clock: 'starts_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed('viewing.thread', nullable(uuid)),
      thread_id: unsealed('viewing.thread', nullable(uuid)),
      starts_at: unsealed('viewing.thread', moment),
      minutes: unsealed('viewing.thread', smallint),
      places: unsealed('viewing.thread', smallint),
      medium: unsealed('viewing.thread', textOf<Medium>()),
      /** Where and how, in the advertiser's words: for who books, and nobody else. */
      note: sealedOrNull('viewing.thread'),
      cancelled: unsealed('viewing.thread', defaulted(boolean)),
    },
  }),
  /** The place of a seeker in such a time; one in a thread, so that moving it is the same event in a calendar. */
  bookings: table({
    feature: 'messages',
    goesWith: true,
    subject: 'person_id',
    clock: 'starts_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      thread_id: unsealed('viewing.thread', uuid),
      slot_id: unsealed('viewing.thread', uuid),
      starts_at: unsealed('viewing.thread', moment),
      /** From 1; no two have the same of one slot. Null: given back. */
      place: unsealed('viewing.thread', nullable(smallint)),
      /** Counts the changes, as RFC 5545 wants of an event. */
      sequence: technical(defaulted(integer)),
      reminded: technical(defaulted(boolean)),
    },
  }),
  /** A farewell that can still be taken back, as it will be sent. */
  partings: table({
    feature: 'messages',
    goesWith: true,
    subject: 'person_id',
    clock: 'due_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      thread_id: unsealed('message.leaving', uuid),
      outcome: unsealed('message.leaving', textOf<Outcome>()),
      reason: unsealed('message.leaving', nullable(textOf<DeclineReason>())),
      body: sealed('message.leaving'),
      due_at: unsealed('message.leaving', moment),
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
