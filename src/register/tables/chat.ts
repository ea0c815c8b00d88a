import type { Language } from '../../std/words'
import { boolean, bytes, integer, moment, nullable, sealed, table, technical, textOf, unsealed, uuid } from '../language'

const conversation = 'conversation.chat'

export const chatTables = {
  /** A conversation of a visitor with the site. It is of who is signed in, or of a person made for it whom nothing but a cookie leads to. */
  chats: table({
    feature: 'chat',
    subject: 'person_id',
    clock: 'last_used_at',
    derived: ['chats_waiting'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** Of the cookie; none of who is signed in. */
      token_hash: technical(nullable(bytes)),
      language: unsealed(conversation, textOf<Language>()),
      created_at: unsealed(conversation, moment),
      last_used_at: unsealed(conversation, moment),
      /** The first thing that the visitor said and nobody answered. */
      waits_since: unsealed(conversation, nullable(moment)),
      /** Staff were told by mail that it waits. */
      mailed_at: unsealed(conversation, nullable(moment)),
      /** How much was said: the number of the last message. */
      said: technical(integer),
    },
  }),
  chat_messages: table({
    feature: 'chat',
    subject: 'person_id',
    clock: 'created_at',
    partOf: { column: 'chat_id', table: 'chats' },
    columns: {
      /** Made by the browser that sends it: what is sent twice is there once. */
      id: technical(uuid),
      person_id: technical(uuid),
      chat_id: technical(uuid),
      /** From 1 in each conversation: who was away goes on after the last one they got. */
      number: technical(integer),
      /** Said by staff. */
      ours: unsealed('said.chat', boolean),
      body: sealed('said.chat'),
      created_at: unsealed('said.chat', moment),
    },
  }),
  /** A page of the desk that follows the chat is open, until this moment unless it says so again: whose it is, is not written down. */
  chat_consoles: table({
    feature: 'chat',
    expires: 'until',
    columns: { id: technical(uuid), until: technical(moment) },
  }),
}
