import type { Language } from '../../std/words'
import {
  blindIndex,
  blindIndexOrNull,
  bytes,
  date,
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
  texts,
  unsealed,
  uuid,
} from '../language'

/** What somebody asks about their data: GDPR articles 15 to 22, and whatever else. */
export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'human',
  'complaint',
  'other',
] as const
export type RequestKind = (typeof requestKinds)[number]
/** What staff did about a request. */
export type RequestStep = 'read' | 'extended' | 'answered' | 'restricted' | 'erased' | 'copied' | 'corrected'

const question = 'request.question'
const request = 'request.desk'
const demand = 'demand.desk'

export const requestsTables = {
  /** Somebody who says that a mailbox is theirs, until they followed the link that went there: to see what the site has under that address,
   *  or (`kind`) to ask for something. Each is a person of its own, whoever else has the address. */
  asks: table({
    feature: 'requests',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      email: sealed('email.question'),
      email_key: blindIndex('email.question', 'email'),
      kind: unsealed(question, nullable(textOf<RequestKind>())),
      body: sealedOrNull(question),
      language: unsealed(question, textOf<Language>()),
      created_at: unsealed(question, moment),
      /** Hash of the secret in the link, made when the mail is. */
      token_hash: technical(nullable(bytes)),
      /** The link was followed, and in which browser. */
      opened_at: unsealed(question, nullable(moment)),
      browser_hash: technical(nullable(bytes)),
    },
  }),
  /** What somebody asked, from a mailbox that is theirs or signed in, and what became of it. */
  requests: table({
    feature: 'requests',
    subject: 'person_id',
    clock: 'created_at',
    unlinks: ['closed_by'],
    derived: ['requests_waiting'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      kind: unsealed(request, textOf<RequestKind>()),
      body: sealed(request),
      /** Of who has no account, or asked without signing in. */
      email: sealedOrNull('email.request'),
      email_key: blindIndexOrNull('email.request', 'email'),
      language: unsealed(request, textOf<Language>()),
      created_at: unsealed(request, moment),
      answer_by: unsealed(request, moment),
      /** Why it takes longer, as the person is told (GDPR article 12(3)). */
      extension: sealedOrNull(request),
      /** How often staff were told that its time ends: on day 10, and on day 14. */
      reminders: technical(defaulted(smallint)),
      closed_at: unsealed(request, nullable(moment)),
      closed_by: technical(nullable(uuid)),
      answer: sealedOrNull(request),
      /** Hash of the secret in the newest mail about it. */
      token_hash: technical(nullable(bytes)),
    },
  }),
  /** What an authority demanded, and that it was handed over (G11). It names nobody: of whom it was stands in the sealed file until that is fetched, and then in
   *  each person's own ledger. Of the two members of staff the database keeps who they were for as long as they are there. */
  demands: table({
    feature: 'requests',
    clock: 'created_at',
    unlinkable: true,
    columns: {
      id: technical(uuid),
      /** Which authority, its reference, and the article of law that it relies on, as staff typed them: sealed under a key of the program, since a reference
       *  may say whose case it is. */
      said: technical(bytes),
      holdings: unsealed(demand, texts),
      period_from: unsealed(demand, date),
      period_until: unsealed(demand, date),
      people: technical(integer),
      rows: technical(integer),
      /** SHA-256 of the file, as hexadecimal. */
      hash: technical(text),
      silent_until: unsealed(demand, nullable(date)),
      created_at: unsealed(demand, moment),
      asked_by: technical(nullable(uuid)),
      approved_at: technical(nullable(moment)),
      approved_by: technical(nullable(uuid)),
      handed_at: unsealed(demand, nullable(moment)),
      /** The marks of the lines that the ledgers of people got of it, so that a lost one is seen. */
      lines: technical(defaulted(texts)),
    },
  }),
  /** Who of the staff did what about a request, and when. */
  request_steps: table({
    feature: 'requests',
    subject: 'person_id',
    clock: 'at',
    unlinks: ['staff_id'],
    partOf: { column: 'request_id', table: 'requests' },
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      request_id: technical(uuid),
      staff_id: technical(nullable(uuid)),
      step: unsealed(request, textOf<RequestStep>()),
      at: unsealed(request, moment),
    },
  }),
}
