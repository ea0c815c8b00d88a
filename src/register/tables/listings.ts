import type { Language } from '../../std/words'
import {
  boolean,
  date,
  defaulted,
  double,
  generated,
  integer,
  json,
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
  texts,
  tsvector,
  unsealed,
  uuid,
} from '../language'

export type ListingKind = 'kot' | 'studio' | 'apartment'
/** `waiting`: imported, but lacking what the law wants. `held`: published by its owner, waiting for a look at the desk. */
export type ListingStatus = 'waiting' | 'held' | 'published' | 'paused' | 'rented' | 'archived' | 'removed'
export type ChargesMode = 'included' | 'fixed' | 'provision'
export type Sharing = 'own' | 'shared'
export type Internet = 'included' | 'extra' | 'none'
export type Domicile = 'yes' | 'no' | 'onRequest'
export type Region = 'BE-VLG' | 'BE-BRU' | 'BE-WAL' | 'NL'
export type Accuracy = 'address' | 'street' | 'postcode' | 'place'

const advert = 'advert.listing'

export const listingsTables = {
  /** An advert being written, or being changed: sealed whole, since nothing of it is public yet. */
  drafts: table({
    feature: 'listings',
    subject: 'person_id',
    clock: 'updated_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** The advert that this draft changes, once published. */
      listing_id: unsealed('advert.draft', nullable(uuid)),
      content: sealed('advert.draft'),
      /** The house that a geocoder was asked for, and what it knew, as JSON: the one thing of a draft that may leave. */
      house: sealedOrNull('address.draft'),
      updated_at: unsealed('advert.draft', moment),
    },
  }),
  /** An advert as it stands in public. `null` is the honest "unknown". Money in cents, per month; sizes in m². */
  listings: table({
    feature: 'listings',
    subject: 'person_id',
    derived: [
      'listings.search',
      'listings.total',
      'listings.facets',
      'listings_fresh',
      'listings_live_total',
      'listings_live_cell',
      'listings_live_postcode',
      'listings_live_newest',
      'listings_live_place_newest',
      'listings_live_price',
      'listings_search',
      'listings_search_at',
      'listings trigger adverts_made',
      'listings trigger adverts_changed',
      'listings trigger adverts_gone',
      'listings trigger adverts_emptied',
      'listings trigger listings_rest',
      'restrictions trigger restrictions_rest',
      'objections trigger objections_changed',
      'function listings_rest',
      'function restrictions_rest',
      'function tell_adverts',
      'function adverts_changed',
      'function all_changed',
      'function part_changed',
      'function owner_changed',
      'function words_at',
    ],
    columns: {
      id: technical(uuid),
      /** Of an imported advert nobody is known: it has a source instead, until its owner claims it. */
      person_id: technical(nullable(uuid)),
      public_id: published(advert, text),
      status: published(advert, textOf<ListingStatus>()),
      kind: published(advert, textOf<ListingKind>()),
      language: published(advert, textOf<Language>()),
      title: published(advert, text),
      text: published(advert, text),
      street: published(advert, nullable(text)),
      postcode: published(advert, nullable(text)),
      place_id: published(advert, text),
      region: published(advert, textOf<Region>()),
      house_number: sealedOrNull('address.listing'),
      /** "lat,lon" as exactly as it is known. */
      point: sealedOrNull('address.listing'),
      accuracy: published(advert, textOf<Accuracy>()),
      /** The centre of a fixed cell of about 250 m: every public distance is computed from it. */
      cell_lat: published(advert, double),
      cell_lon: published(advert, double),
      rent: published(advert, integer),
      /** The months of the calendar that cost another rent: features/listings/months.ts. */
      month_rents: published(advert, defaulted(json<unknown>())),
      charges_mode: published(advert, nullable(textOf<ChargesMode>())),
      charges: published(advert, nullable(integer)),
      charges_cover: published(advert, texts),
      /** What one pays each month: rent, and charges where they come on top. */
      total: published(advert, generated(integer)),
      deposit: published(advert, nullable(integer)),
      size: published(advert, nullable(smallint)),
      available_from: published(advert, nullable(date)),
      available_until: published(advert, nullable(date)),
      lease_min_months: published(advert, nullable(smallint)),
      lease_max_months: published(advert, nullable(smallint)),
      furnished: published(advert, nullable(boolean)),
      kitchen: published(advert, nullable(textOf<Sharing>())),
      bath: published(advert, nullable(textOf<Sharing>())),
      toilet: published(advert, nullable(textOf<Sharing>())),
      internet: published(advert, nullable(textOf<Internet>())),
      domicile: published(advert, nullable(textOf<Domicile>())),
      /** The letter of an energy label, 'exempt', or null for unknown. */
      energy_label: published(advert, nullable(text)),
      /** The EPC's figure in kWh/m² a year. */
      epc_score: published(advert, nullable(integer)),
      /** The unique code of the certificate. */
      epc_code: published(advert, nullable(text)),
      /** What the law of its region wants told beside: features/listings/answers.ts. */
      answers: published(advert, defaulted(json<unknown>())),
      phone: sealedOrNull('phone.listing'),
      in_feed: published(advert, defaulted(boolean)),
      /** A spotlight puts the advert forward between these moments; nothing sets them yet. */
      spotlight_from: published(advert, nullable(moment)),
      spotlight_until: published(advert, nullable(moment)),
      published_at: published(advert, nullable(moment)),
      confirmed_at: published(advert, nullable(moment)),
      /** When its owner was last asked whether it is still free. */
      asked_at: unsealed(advert, nullable(moment)),
      /** Paused because its owner was asked and said nothing. */
      lapsed: unsealed(advert, defaulted(boolean)),
      /** Its owner's data are restricted: the database keeps it equal to the table restrictions. */
      resting: unsealed('restriction.asked', defaulted(boolean)),
      building_id: technical(nullable(uuid)),
      /** What its owner calls it in a file of their own: letters and digits, no sentence. */
      reference: unsealed(advert, nullable(text)),
      created_at: unsealed(advert, moment),
      updated_at: published(advert, moment),
      /** Where an imported advert comes from: the source's name, its id there, its page. */
      source: technical(nullable(text)),
      source_id: technical(nullable(text)),
      source_url: technical(nullable(text)),
      /** The rules about adverts that keep it from the public, and those that the desk let it stand against, by their ids. */
      against: technical(defaulted(texts)),
      cleared: technical(defaulted(texts)),
      search: published(advert, generated(tsvector)),
      /** The options of all filters in one number, for counting them. */
      facets: published(advert, generated(integer)),
    },
  }),
  /** Photos lie in the file store under `path`, a random name, in several sizes. */
  photos: table({
    feature: 'listings',
    subject: 'person_id',
    partOf: { column: 'listing_id', table: 'listings' },
    files: { column: 'path', folder: 'photos' },
    derived: ['photos trigger photos_changed'],
    columns: {
      id: technical(uuid),
      person_id: technical(nullable(uuid)),
      draft_id: technical(nullable(uuid)),
      listing_id: technical(nullable(uuid)),
      position: published(advert, smallint),
      path: published(advert, text),
      width: published(advert, smallint),
      height: published(advert, smallint),
      created_at: unsealed(advert, moment),
    },
  }),
  /** Adverts at one address, under a name of their owner's own. */
  buildings: table({
    feature: 'listings',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      name: sealed('building.listing'),
      created_at: unsealed('building.listing', moment),
    },
  }),
  /** The times that an advert was free: from when until when, for how much, and what became of it, as JSON; the last one may still run. */
  periods: table({
    feature: 'listings',
    goesWith: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed('period.listing', uuid),
      content: sealed('period.listing'),
      began_at: unsealed('period.listing', moment),
    },
  }),
  /** The adverts as they were before somebody changed many at once, as JSON: to put it back. */
  undos: table({
    feature: 'listings',
    subject: 'person_id',
    clock: 'made_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      before: sealed('advert.change'),
      made_at: unsealed('advert.change', moment),
    },
  }),
  /** What happened with an advert on a day, counted: nothing about who did it. */
  listing_days: table({
    feature: 'listings',
    key: 'listing_id',
    columns: {
      listing_id: technical(uuid),
      day: technical(date),
      views: technical(defaulted(integer)),
      phones: technical(defaulted(integer)),
      saves: technical(defaulted(integer)),
      replies: technical(defaulted(integer)),
    },
  }),
  favourites: table({
    feature: 'listings',
    goesWith: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed('favourites.account', uuid),
      created_at: unsealed('favourites.account', moment),
    },
  }),
  claims: table({
    feature: 'listings',
    goesWith: true,
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      listing_id: unsealed('claim.listing', uuid),
      explanation: sealed('claim.listing'),
      created_at: unsealed('claim.listing', moment),
      decided_at: unsealed('claim.listing', nullable(moment)),
      accepted: unsealed('claim.listing', nullable(boolean)),
    },
  }),
  /** Runs of `huisrecht listings import`, to go on where one stopped and to tell on whose word adverts were published. */
  imports: table({
    feature: 'listings',
    columns: {
      id: technical(uuid),
      source: technical(text),
      file_hash: technical(text),
      line: technical(integer),
      taken: technical(integer),
      repeated: technical(integer),
      refused: technical(integer),
      publish: technical(textOf<'lawful' | 'all'>()),
      started_at: technical(moment),
      ended_at: technical(nullable(moment)),
    },
  }),
}
