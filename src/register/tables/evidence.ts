import {
  blindIndex,
  date,
  moment,
  nullable,
  published,
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

/** Who places adverts: a private person, a business with its number, an institution, a student who sublets. */
export type AdvertiserKind = 'private' | 'professional' | 'institution' | 'student'
/** A certificate of conformity and the Flemish label of student rooms; the Brussels label of student housing. */
export type EvidenceKind = 'conformity' | 'kotlabel' | 'bruLabel'
export type EvidenceState = 'waiting' | 'seen' | 'refused'
export type EvidenceRefusal = 'unreadable' | 'otherHouse' | 'expired' | 'otherDocument'

const shown = 'advertiser.account'
const evidence = 'evidence.listing'

export const evidenceTables = {
  advertisers: table({
    feature: 'listings',
    subject: 'person_id',
    derived: ['advertisers trigger advertisers_changed'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      kind: published(shown, textOf<AdvertiserKind>()),
      /** As it is written: "KBO 0123.456.749". */
      company_number: published(shown, nullable(text)),
      /** The year in which the account began. */
      since: published(shown, smallint),
    },
  }),
  /** Who proved to have an address of a school: which school, and when. The address itself is not kept. */
  schools: table({
    feature: 'listings',
    subject: 'person_id',
    derived: ['schools trigger schools_changed'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      school: published('school.account', text),
      confirmed_on: published('school.account', date),
    },
  }),
  /** An address of a school to which a link was sent. */
  school_mails: table({
    feature: 'listings',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      address: sealed('email.school'),
      address_key: blindIndex('email.school', 'address'),
      created_at: unsealed('email.school', moment),
    },
  }),
  /** What shows that a room is as it should be. Public is what the document says, once somebody of the desk has seen it; never the document. */
  evidence: table({
    feature: 'listings',
    subject: 'person_id',
    unlinks: ['decided_by'],
    partOf: { column: 'listing_id', table: 'listings' },
    derived: ['evidence trigger evidence_changed'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed(evidence, uuid),
      kind: published(evidence, textOf<EvidenceKind>()),
      number: published(evidence, nullable(text)),
      issued_on: published(evidence, date),
      /** A data URL, so that it can be opened from a copy as well. */
      document: sealedOrNull('document.listing'),
      state: unsealed(evidence, textOf<EvidenceState>()),
      refusal: unsealed(evidence, nullable(textOf<EvidenceRefusal>())),
      created_at: unsealed(evidence, moment),
      decided_at: published(evidence, nullable(moment)),
      decided_by: technical(nullable(uuid)),
    },
  }),
}
