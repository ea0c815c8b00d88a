import { blindIndexOrNull, moment, nullable, sealedOrNull, table, technical, unsealed, uuid } from '../language'

export const campaignsTables = {
  /** Whom the company that mails for us knows. Without a number it may know them: something of theirs went there, and no answer came yet. */
  campaign_contacts: table({
    feature: 'campaigns',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      number: sealedOrNull('number.campaigns'),
      number_key: blindIndexOrNull('number.campaigns', 'number'),
      /** When something of theirs went there last. */
      at: unsealed('number.campaigns', moment),
      /** Somebody is speaking with it about this person, until this moment at the latest: who stops halfway keeps nobody else from it. */
      busy_until: technical(nullable(moment)),
    },
  }),
  /** The number of who is to be told about, beside the address in `tellings`: under the same keys, so that it goes with it. */
  campaign_tellings: table({
    feature: 'campaigns',
    subject: 'person_id',
    clock: 'at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      number: sealedOrNull('number.telling'),
      at: unsealed('number.telling', moment),
    },
  }),
}
