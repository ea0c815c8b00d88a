import { blindIndex, boolean, moment, nullable, sealed, table, technical, textOf, unsealed, uuid } from '../language'

/** How often somebody wants to hear of what is new. */
export type Frequency = 'atOnce' | 'daily' | 'weekly' | 'none'

const search = 'search.saved'

export const alertsTables = {
  /** A search that somebody keeps, as its address says it. It is over when nobody renews it. */
  saved_searches: table({
    feature: 'alerts',
    subject: 'person_id',
    clock: 'used_at',
    derived: ['saved_searches_due'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      query: sealed(search),
      /** The place or campus that it is about, so that a new advert is matched with the searches around it alone. */
      around_key: blindIndex(search, 'query'),
      frequency: unsealed(search, textOf<Frequency>()),
      at_night: unsealed(search, boolean),
      created_at: unsealed(search, moment),
      used_at: unsealed(search, moment),
      /** Not before this is the next mail sent. */
      next_at: unsealed(search, moment),
      warned_at: unsealed(search, nullable(moment)),
      /** It found more than were noted when it was saved: what was public then counts as seen. */
      wide: unsealed(search, boolean),
    },
  }),
  /** The adverts that a search found, each once: those that were there when it was saved count as told. Which ones lies sealed, since they would tell
   *  what is looked for; and no row has a moment of its own, which could be laid beside the days of adverts. */
  found_adverts: table({
    feature: 'alerts',
    goesWith: true,
    subject: 'person_id',
    clock: 'used_at',
    derived: ['found_adverts_new'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      search_id: technical(uuid),
      /** Of the search and the advert together: the same advert of another search has another. */
      advert_key: blindIndex(search, 'advert'),
      /** The advert and what it cost a month when it was told, and before, as JSON. */
      advert: sealed(search),
      /** The mail that told of it; the search itself for what needed no telling. */
      told_in: technical(nullable(uuid)),
      used_at: unsealed(search, moment),
    },
  }),
  /** Adverts that changed, still to be matched with searches. */
  changed_adverts: table({
    feature: 'alerts',
    columns: {
      listing_id: technical(uuid),
      changed_at: technical(moment),
    },
    key: 'listing_id',
  }),
}
