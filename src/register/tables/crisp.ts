import {
  blindIndexOrNull,
  boolean,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  table,
  technical,
  text,
  unsealed,
  uuid,
} from '../language'

const reference = 'reference.conversation'

export const crispTables = {
  /** A conversation at Crisp: by what it is known there, and nothing of what is said. It is of who is signed in, or of a person made for it. */
  crisp_conversations: table({
    feature: 'crisp',
    subject: 'person_id',
    clock: 'last_used_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** Of an account, which stays when the conversation goes. */
      of_account: technical(boolean),
      /** Whose yes it rests on, as their consent says it; none where only Crisp told of it. */
      browser: unsealed(reference, nullable(text)),
      /** The name that we gave the visitor for it: a random one. */
      token: sealedOrNull(reference),
      /** The name that Crisp gave it, once it has begun there. */
      session: sealedOrNull(reference),
      session_key: blindIndexOrNull(reference, 'session'),
      created_at: unsealed(reference, moment),
      last_used_at: unsealed(reference, moment),
    },
  }),
  /** A conversation that is still to be erased at Crisp. Each is of a person of its own, who leads back to nobody, and goes once it is done. */
  crisp_erasures: table({
    feature: 'crisp',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      session: sealed('reference.erasing'),
      created_at: unsealed('reference.erasing', moment),
    },
  }),
}
