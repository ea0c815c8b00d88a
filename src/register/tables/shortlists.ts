import { bytes, moment, nullable, sealed, sealedOrNull, table, technical, unsealed, uuid } from '../language'

const shortlist = 'shortlist.account'

export const shortlistsTables = {
  /** Adverts that somebody compares, perhaps with others: the secret of the link that shows them is sealed, and found by its hash. */
  shortlists: table({
    feature: 'shortlists',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      title: sealed(shortlist),
      link: sealedOrNull(shortlist),
      link_hash: technical(nullable(bytes)),
      created_at: unsealed(shortlist, moment),
    },
  }),
  shortlist_adverts: table({
    feature: 'shortlists',
    goesWith: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      shortlist_id: technical(uuid),
      listing_id: unsealed(shortlist, uuid),
      created_at: unsealed(shortlist, moment),
    },
  }),
}
