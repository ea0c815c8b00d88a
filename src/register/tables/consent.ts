import { boolean, integer, moment, nullable, table, technical, text, textOf, unsealed, uuid } from '../language'
import type { PurposeName } from '../purposes'

/** Where somebody said it: in the panel, on the page of choices, on the page of what it is for, by Global Privacy Control; behind a link that went to their
 *  mailbox; at a company that mails for us; or before a backup was put back. */
export type ConsentHow = 'panel' | 'choices' | 'page' | 'gpc' | 'mail' | 'company' | 'restored'

export const consentTables = {
  /** What was answered, each time: a row is never changed. The last one of a browser, or of a person, is what holds. */
  consents: table({
    feature: 'consent',
    trace: true,
    subject: 'person_id',
    clock: 'at',
    columns: {
      id: technical(uuid),
      /** Who was signed in. */
      person_id: technical(nullable(uuid)),
      /** A keyed hash of what the cookie of this browser says. */
      browser: unsealed('choice.consent', nullable(text)),
      purpose: unsealed('choice.consent', textOf<PurposeName>()),
      given: unsealed('choice.consent', boolean),
      how: unsealed('choice.consent', textOf<ConsentHow>()),
      /** SHA-256 of what stood there when it was asked. */
      text_hash: unsealed('choice.consent', text),
      /** The version of the privacy statement of that moment. */
      version: unsealed('choice.consent', integer),
      language: unsealed('choice.consent', text),
      at: unsealed('choice.consent', moment),
      seq: technical(integer),
    },
  }),
  /** A keyed hash of every row there ever was, and of all before it: what is changed, slipped in or moved shows. */
  consent_chain: table({
    feature: 'consent',
    key: 'seq',
    columns: { seq: technical(integer), row: technical(text), hash: technical(text) },
  }),
}
