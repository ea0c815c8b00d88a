import type { Language } from '../../std/words'
import { blindIndex, moment, nullable, sealed, table, technical, text, textOf, unsealed, uuid } from '../language'

const signup = 'subscription.signup'
const subscription = 'subscription.newsletter'

export const newsletterTables = {
  /** An address that was given for the newsletter, until the link that went there is followed. Each is of a person of its own. */
  signups: table({
    feature: 'newsletter',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      email: sealed('email.signup'),
      email_key: blindIndex('email.signup', 'email'),
      language: unsealed(signup, textOf<Language>()),
      created_at: unsealed(signup, moment),
    },
  }),
  /** Who gets the newsletter in a language: who said yes from their own mailbox. Their consent is the last row of theirs in `consents`, and goes on the same day. */
  subscribers: table({
    feature: 'newsletter',
    subject: 'person_id',
    clock: 'confirmed_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      email: sealed('email.newsletter'),
      email_key: blindIndex('email.newsletter', 'email'),
      language: unsealed(subscription, textOf<Language>()),
      confirmed_at: unsealed(subscription, moment),
    },
  }),
  /** A letter: an article, sent. What it says stands here from the moment at which it began to leave, so that everybody gets the same. */
  letters: table({
    feature: 'newsletter',
    derived: ['letters_leaving'],
    columns: {
      id: technical(uuid),
      /** The name of the article, which it has in every language. */
      article: technical(text),
      language: technical(textOf<Language>()),
      created_at: technical(moment),
      /** Not before this does it leave; a draft has none. */
      send_at: technical(nullable(moment)),
      began_at: technical(nullable(moment)),
      ended_at: technical(nullable(moment)),
      title: technical(nullable(text)),
      summary: technical(nullable(text)),
      /** Markdown. */
      body: technical(nullable(text)),
      /** Where it is to be read on the site, if it was public. */
      path: technical(nullable(text)),
    },
  }),
  /** That a letter was put in the outbox for somebody: once. */
  deliveries: table({
    feature: 'newsletter',
    subject: 'person_id',
    clock: 'at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      letter_id: unsealed('delivery.newsletter', uuid),
      at: unsealed('delivery.newsletter', moment),
    },
  }),
  /** Addresses that get no newsletter, whoever gives them: each a keyed hash, from which nothing leads back. */
  no_mail: table({
    feature: 'newsletter',
    key: 'mark',
    clock: 'at',
    unlinkable: true,
    columns: {
      mark: unsealed('noMail.newsletter', text),
      at: unsealed('noMail.newsletter', moment),
    },
  }),
}
