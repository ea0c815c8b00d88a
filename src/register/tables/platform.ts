import {
  bigint,
  blindIndex,
  boolean,
  byDay,
  bytes,
  date,
  defaulted,
  integer,
  json,
  type KeyClass,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  smallint,
  table,
  technical,
  text,
  textOf,
  texts,
  unsealed,
  uuid,
} from '../language'
import type { PurposeName } from '../purposes'
import type { RecipientName } from '../recipients'
import type { Change, HoldGround, RestrictionGround } from '../rights'

export const platformTables = {
  migrations: table({
    feature: 'platform',
    key: 'name',
    columns: { name: technical(text), applied_at: technical(defaulted(moment)) },
  }),

  /** Anyone the site holds something about. `ended_at`: erased, but for what a hold or the law still keeps. */
  people: table({
    feature: 'platform',
    subject: 'id',
    derived: ['people_ended'],
    columns: {
      id: technical(uuid),
      created_at: unsealed('activity.account', defaulted(moment)),
      ended_at: unsealed('activity.account', nullable(moment)),
      /** Invented by the demo: `huisrecht demo remove` takes them out. */
      demo: technical(defaulted(boolean)),
    },
  }),
  /** The generations of the key that wraps people's keys. `key_check` is a keyed hash: it tells a wrong key folder from the right one. */
  key_epochs: table({
    feature: 'platform',
    columns: {
      id: technical(integer),
      opened_at: technical(defaulted(moment)),
      closed_at: technical(nullable(moment)),
      key_check: technical(bytes),
    },
  }),
  person_keys: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      class: technical(textOf<KeyClass>()),
      epoch_id: technical(integer),
      wrapped: technical(bytes),
    },
  }),

  /** How far the ledger of erasures, which lies outside the database, is done here. One row. */
  ledger_position: table({
    feature: 'platform',
    columns: { id: technical(integer), seq: technical(integer), hash: technical(text) },
  }),

  outbox: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      template: unsealed('mail.sent', text),
      /** Ids only. The text is made when the mail is sent. */
      params: unsealed('mail.sent', json<Record<string, string>>()),
      created_at: unsealed('mail.sent', moment),
      sent_at: unsealed('mail.sent', nullable(moment)),
    },
  }),
  /** What went to whom, for what (G4): the person reads it under My data. */
  disclosures: table({
    feature: 'platform',
    trace: true,
    silentUntil: 'silent_until',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      recipient: unsealed('disclosures.ledger', textOf<RecipientName>()),
      purpose: unsealed('disclosures.ledger', text),
      holdings: unsealed('disclosures.ledger', texts),
      at: unsealed('disclosures.ledger', moment),
      /** The demand of an authority that it was handed over for. */
      order_id: technical(nullable(uuid)),
      /** The last day on which the law forbids to tell the person. */
      silent_until: unsealed('disclosures.ledger', nullable(date)),
    },
  }),
  /** Which member of staff opened something of a person, and what for: the person reads it under My data. */
  openings: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    unlinks: ['staff_id'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      staff_id: technical(nullable(uuid)),
      purpose: unsealed('openings.ledger', text),
      reason: sealed('openings.ledger'),
      holdings: unsealed('openings.ledger', texts),
      /** Which one, where a person has several: a notice, a conversation. */
      target_id: unsealed('openings.ledger', nullable(uuid)),
      at: unsealed('openings.ledger', moment),
    },
  }),

  /** Whose data are only stored (GDPR article 18): the row is there for as long as it lasts. `lifts_at`: announced, and lifted by the program then. */
  restrictions: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      ground: unsealed('restriction.asked', textOf<RestrictionGround>()),
      reason: sealedOrNull('restriction.asked'),
      by_staff: unsealed('restriction.asked', boolean),
      at: unsealed('restriction.asked', moment),
      lifts_at: unsealed('restriction.asked', nullable(moment)),
    },
  }),
  /** Which purposes a person objected to (GDPR article 21). `stops`: nothing is done with their data for it, now. */
  objections: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      purpose: unsealed('objection.asked', textOf<PurposeName>()),
      reason: sealedOrNull('objection.asked'),
      at: unsealed('objection.asked', moment),
      stops: unsealed('objection.asked', boolean),
      /** When the officer has decided, where it is weighed, and what they wrote. */
      decided_at: unsealed('objection.asked', nullable(moment)),
      answer: sealedOrNull('objection.asked'),
    },
  }),

  /** Rows that are held back from sweep and erasure until a moment, whatever their term, one by one (GDPR article 17(3)). Their person reads it. */
  holds: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    clock: 'until',
    heldUntil: 'until',
    silentUntil: 'silent_until',
    unlinks: ['staff_id'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      held_table: technical(text),
      held_row: technical(uuid),
      /** What stands in that row. */
      holdings: unsealed('hold.ledger', texts),
      ground: unsealed('hold.ledger', textOf<HoldGround>()),
      /** The conversation that was reported, or the demand, that it is held for. */
      about_id: technical(uuid),
      /** Who of the staff put it there, or said last until when; what they wrote about it. */
      staff_id: technical(nullable(uuid)),
      reason: sealedOrNull('hold.ledger'),
      at: unsealed('hold.ledger', moment),
      until: unsealed('hold.ledger', moment),
      /** It ended before it was to. */
      released_at: unsealed('hold.ledger', nullable(moment)),
      silent_until: unsealed('hold.ledger', nullable(date)),
    },
  }),

  /** Counters of attempts. The key is an HMAC of an account or a network; nothing leads back from it. */
  rate_limits: table({
    feature: 'platform',
    key: 'key',
    expires: 'expire',
    unlinkable: true,
    columns: {
      key: unsealed('network.limits', text),
      points: technical(defaulted(integer)),
      expire: technical(nullable(bigint)),
    },
  }),
  /** What came in: a row of many requests, with the address, the browser and the pattern of the route of each (K7). The key of their day lies with
   *  the other keys, in no backup. */
  traffic: table({
    feature: 'platform',
    clock: 'began_at',
    unlinkable: true,
    columns: {
      id: technical(uuid),
      /** The beginning of the day, in UTC, so that a whole day is over at once. */
      began_at: technical(moment),
      lines: byDay('traffic.log'),
    },
  }),
  sweeps: table({
    feature: 'platform',
    key: 'name',
    columns: { name: technical(text), ran_at: technical(moment), deleted: technical(integer) },
  }),
  /** Where the receipt of an erasure goes, and what it says. Each is of a person of its own, who leads back to nobody. */
  farewells: table({
    feature: 'platform',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      email: sealed('email.farewell'),
      email_key: blindIndex('email.farewell', 'email'),
      letter: sealed('receipt.farewell'),
      created_at: unsealed('receipt.farewell', moment),
    },
  }),
  /** Who is still to be told what became of somebody's data. Each is of a person of its own, who leads back to nobody, and goes once it is done. */
  tellings: table({
    feature: 'platform',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      recipient: unsealed('email.telling', textOf<RecipientName>()),
      change: unsealed('email.telling', textOf<Change>()),
      email: sealed('email.telling'),
      email_key: blindIndex('email.telling', 'email'),
      created_at: unsealed('email.telling', moment),
    },
  }),
  /** Who was told of a correction, a restriction or its end: the person reads it under My data (GDPR article 19, last sentence). What is still to be told
   *  has a line in `tellings` with the same id. */
  told: table({
    feature: 'platform',
    trace: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      recipient: unsealed('told.ledger', textOf<RecipientName>()),
      change: unsealed('told.ledger', textOf<Change>()),
      at: unsealed('told.ledger', moment),
      told_at: unsealed('told.ledger', nullable(moment)),
    },
  }),
  copies: table({
    feature: 'platform',
    trace: true,
    files: { column: 'file', folder: 'copies' },
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** What the archive is locked to: the public half of a key (age) whose private half stands in the link of a mail, and nowhere here. */
      lock: technical(nullable(text)),
      file: technical(nullable(text)),
      /** Per cent of it that is made. */
      progress: technical(smallint),
      created_at: unsealed('copy.own', moment),
      fetched_at: unsealed('copy.own', nullable(moment)),
    },
  }),
  /** That the statement, the register and what can be observed were held against each other, and what came of it. It says nothing of any person. */
  audits: table({
    feature: 'platform',
    columns: {
      id: technical(uuid),
      at: technical(moment),
      agree: technical(boolean),
      checks: technical(json<{ about: string; compared: number; different: number }[]>()),
    },
  }),
  /** The privacy statement as it was published each time: its facts, its pages, and what had changed. It says nothing of any person. */
  statement_versions: table({
    feature: 'platform',
    key: 'number',
    columns: {
      number: technical(integer),
      code: technical(text),
      published_at: technical(moment),
      weight: technical(textOf<'editorial' | 'notify' | 'askAgain'>()),
      /** The purposes that rest on consent and grew with this version: who said yes before is asked again. */
      asks_again: technical(texts),
      /** Sentences by language, of one section of the statement each. */
      changes: technical(json<{ section: string; weight: string; said: Record<string, string> }[]>()),
      /** The facts and the names that things had: what the next version is compared with. */
      frozen: technical(json<object>()),
      pages: technical(json<Record<string, string>>()),
    },
  }),
}
