import type { Language } from '../../std/words'
import {
  boolean,
  moment,
  nullable,
  published,
  texts as several,
  smallint,
  table,
  technical,
  text,
  textOf,
  unsealed,
  uuid,
} from '../language'

export type TextKind = 'page' | 'article'
export type TextStands = 'menu' | 'foot'

export const writingTables = {
  /** Pages and articles that were written at the desk, each in one language. They tell of the site, and of nobody who uses it. */
  texts: table({
    feature: 'writing',
    derived: ['texts trigger texts_changed', 'function texts_changed'],
    columns: {
      id: technical(uuid),
      kind: technical(textOf<TextKind>()),
      /** The same in each language: translations of each other. A text of the site's folder with it gives way to this one. */
      name: technical(text),
      language: technical(textOf<Language>()),
      slug: technical(text),
      title: technical(text),
      summary: technical(text),
      /** Markdown. */
      body: technical(text),
      tags: technical(several),
      stands: technical(nullable(textOf<TextStands>())),
      place: technical(smallint),
      /** Whether an article takes replies, on a site that has them. */
      replies: technical(boolean),
      /** Public from then on; a draft has none. */
      publish_at: technical(nullable(moment)),
      updated_at: technical(moment),
      /** Of one that was imported: what it was called where it came from, so that it comes in once. */
      origin: technical(nullable(text)),
    },
  }),
  /** Where an imported text was before, as a path of the site: who still goes there is led on. */
  former_addresses: table({
    feature: 'writing',
    key: 'path',
    columns: {
      path: technical(text),
      text_id: technical(uuid),
    },
  }),
  /** What an imported text was called that was removed here: it does not come in again. */
  removed_texts: table({ feature: 'writing', key: 'origin', columns: { origin: technical(text) } }),
  /** Pictures in texts. They lie in the file store under `path`, a random name, in several sizes. */
  text_pictures: table({
    feature: 'writing',
    columns: {
      id: technical(uuid),
      path: technical(text),
      width: technical(smallint),
      height: technical(smallint),
      /** What is to be seen, for who does not see it. */
      alt: technical(text),
      created_at: technical(moment),
      /** Of one that was imported: its path in the folder that it came from. */
      origin: technical(nullable(text)),
    },
  }),
  /** Who wrote an article, under the name that they chose for it. Without it the article stays, and is nobody's. */
  bylines: table({
    feature: 'writing',
    subject: 'person_id',
    goesWith: true,
    derived: [
      'bylines trigger bylines_changed',
      'objections trigger objections_texts',
      'restrictions trigger restrictions_texts',
    ],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      text_id: unsealed('byline.article', uuid),
      name: published('byline.article', text),
    },
  }),
}
