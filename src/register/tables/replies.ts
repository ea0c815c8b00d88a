import type { Language } from '../../std/words'
import {
  blindIndexOrNull,
  moment,
  nullable,
  published,
  sealed,
  sealedOrNull,
  table,
  technical,
  text,
  textOf,
  unsealed,
  uuid,
} from '../language'

/** Whom a reply waits for: who wrote it, to prove the address; a parent, to consent; staff, to let it through. Then it is shown, or refused. */
export type ReplyState = 'author' | 'parent' | 'staff' | 'shown' | 'refused'

const reply = 'text.reply'

export const repliesTables = {
  /** A reply under an article (Q3). Also what everybody reads of it, its name and text, lies sealed: it goes with its keys, and nobody is to find it elsewhere. */
  replies: table({
    feature: 'replies',
    subject: 'person_id',
    unlinks: ['refused_by'],
    expires: 'waits_until',
    derived: [
      'replies_waiting',
      'replies trigger replies_shown',
      'replies trigger replies_changed',
      'replies trigger replies_gone',
      'replies trigger replies_emptied',
    ],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** The article, by its kind, language and name: those of the site's folder have no other key. */
      article: unsealed(reply, text),
      /** The first reply of its thread, by its id: that one's own, when this is it. It may be gone. */
      thread_id: technical(uuid),
      /** What its author is written to in. */
      language: unsealed(reply, textOf<Language>()),
      name: sealed('name.reply'),
      email: sealedOrNull('email.reply'),
      email_key: blindIndexOrNull('email.reply', 'email'),
      body: sealed(reply),
      ip: sealedOrNull('origin.reply'),
      /** The address of the parent of who is under 16 (Q7). */
      parent: sealedOrNull('parent.reply'),
      parent_key: blindIndexOrNull('parent.reply', 'parent'),
      parent_at: unsealed('parent.reply', nullable(moment)),
      state: unsealed(reply, textOf<ReplyState>()),
      created_at: unsealed(reply, moment),
      /** When its author proved the address. */
      confirmed_at: unsealed('email.reply', nullable(moment)),
      /** It goes by itself, when nobody does what it waits for. */
      waits_until: technical(nullable(moment)),
      /** Why staff refused it, and who: somebody else looks at what its author has against that. */
      refusal: sealedOrNull(reply),
      refused_by: technical(nullable(uuid)),
      complaint: sealedOrNull(reply),
    },
  }),
  /** That Gravatar may be asked for a picture with the address of a reply, where the site names it; and its picture while the reply is shown, by a random name in
   *  the file store. */
  reply_avatars: table({
    feature: 'avatars',
    subject: 'person_id',
    partOf: { column: 'reply_id', table: 'replies' },
    files: { column: 'picture', folder: 'avatars' },
    derived: [
      'reply_avatars trigger reply_avatars_changed',
      'reply_avatars trigger reply_avatars_gone',
      'reply_avatars trigger reply_avatars_emptied',
    ],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      reply_id: technical(uuid),
      asked_at: unsealed('avatar.reply', moment),
      picture: published('avatar.reply', nullable(text)),
    },
  }),
}
