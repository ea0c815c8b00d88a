import type { Language } from '../../std/words'
import {
  blindIndexOrNull,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  table,
  technical,
  text,
  textOf,
  unsealed,
  uuid,
} from '../language'

const entry = 'answers.form'

export const contactTables = {
  /** What somebody sent with a form of the site. It is mailed to the site at once; this is the backup, for as long as the statement says (Q9). */
  entries: table({
    feature: 'contact',
    subject: 'person_id',
    clock: 'created_at',
    unlinks: ['assigned_to'],
    derived: ['entries_waiting'],
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      form: unsealed(entry, text),
      language: unsealed(entry, textOf<Language>()),
      email: sealedOrNull('email.form'),
      email_key: blindIndexOrNull('email.form', 'email'),
      /** JSON: each question as it was asked, with its answer. */
      filled_in: sealed(entry),
      created_at: unsealed(entry, moment),
      mailed_at: unsealed(entry, nullable(moment)),
      assigned_to: technical(nullable(uuid)),
      done_at: unsealed(entry, nullable(moment)),
      /** What staff answered. */
      answer: sealedOrNull(entry),
    },
  }),
  /** A document that came with it. */
  entry_files: table({
    feature: 'contact',
    subject: 'person_id',
    clock: 'created_at',
    partOf: { column: 'entry_id', table: 'entries' },
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      entry_id: unsealed(entry, uuid),
      file_name: sealed(entry),
      /** A data URL, so that it can be opened from a copy as well. */
      file: sealed(entry),
      created_at: unsealed(entry, moment),
    },
  }),
}
