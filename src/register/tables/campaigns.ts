import { blindIndexOrNull, moment, sealedOrNull, table, technical, unsealed, uuid } from '../language'

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
