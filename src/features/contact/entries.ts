import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { missing, type Viewer } from '../../platform/http'
import type { Language } from '../../std/words'
import { type Answers, answersIn } from './answers'
import { type Form, formsOf, sayIn } from './definition'
import type { SentFile } from './files'
import { entryById, fileById, filesWith, insertEntry, insertFiles, lockEntry, updateEntry } from './queries'

export type Sent = {
  id: string
  form: Form
  answers: Answers
  /** Where to answer, if the form asked that. */
  email: string | null
  language: Language
  files?: readonly SentFile[]
  /** Who is signed in: it is theirs then. Anybody else is a person of their own for each form that they send. */
  person: string | null
}

/** Keeps what somebody sent, sealed, in the transaction of `db`, and queues the mail to the site and the one that confirms it. */
export async function take(p: Platform, db: Db, sent: Sent): Promise<void> {
  const { id, form, answers, files = [], email, language, person } = sent
  const whose = person ?? (await p.vault.newPerson(db, ['service'])).id
  const keys = await p.vault.keysToSeal(db, whose, ['service'])
  const row = { id, person_id: whose }
  await insertEntry(db, {
    ...row,
    ...keys.seal('entries', row, { email, filled_in: JSON.stringify(answers) }),
    email_key: email ? p.vault.index('entries.email_key', email) : null,
    form: form.slug,
    language,
    created_at: p.clock.now(),
  })
  const documents = files.map(({ name, url }) => {
    const file = { id: randomUUID(), person_id: whose }
    const created_at = p.clock.now()
    return { ...file, ...keys.seal('entry_files', file, { file_name: name, file: url }), entry_id: row.id, created_at }
  })
  if (documents.length > 0) await insertFiles(db, documents)
  await p.mail.queue(db, whose, 'contact.entry', { entry: row.id })
  if (email) await p.mail.queue(db, whose, 'contact.confirm', { entry: row.id })
}

/** What was sent, its values sealed: `filled_in` is JSON of what answersIn reads. Undefined when it is not there any more. */
export async function entryOf(p: Platform, db: Db, id: string) {
  const row = await entryById(db, id)
  if (!row) return undefined
  const held = (await p.vault.keys(db, [row.person_id])).bind('entries', row)
  return { row, held, form: formNamed(p, row.form) }
}

/** The form that a row was sent with, or its bare name where the site has it no more. */
export const formNamed = (p: Pick<Platform, 'site'>, slug: string): Form | undefined =>
  formsOf(p.site).find((form) => form.slug === slug)

/** What a form is called in a language; its bare name where the site has it no more. */
export function titleOf(p: Pick<Platform, 'site'>, slug: string, language: Language): string {
  const form = formNamed(p, slug)
  return form ? sayIn(language, form.title) : slug
}

/** What was answered, opened to deal with it. */
export const openedAnswers = (held: { filled_in: { open(purpose: 'correspondence'): string } }): Answers =>
  answersIn(held.filled_in.open('correspondence'))

type Entry = { id: string; person_id: string }
const heldFile = async <R extends Entry>(p: Platform, db: Db, row: R) =>
  (await p.vault.keys(db, [row.person_id])).bind('entry_files', row)

/** What the documents that came with an entry were called by whoever sent them, opened to deal with it. */
export const filesOf = async (p: Platform, db: Db, { id }: Entry): Promise<{ id: string; name: string }[]> =>
  Promise.all(
    (await filesWith(db, id)).map(async (row) => ({
      id: row.id,
      name: (await heldFile(p, db, row)).file_name.open('correspondence'),
    })),
  )
/** One of them, a data URL. Undefined for one that did not come with this entry. */
export async function fileOf(p: Platform, db: Db, entry: Entry, id: string): Promise<string | undefined> {
  const row = await fileById(db, entry.id, id)
  return row && (await heldFile(p, db, row)).file.open('correspondence')
}

/** Answers by mail, and the entry is done. Answers whether that is its answer: a button pressed twice sends one, and after a colleague's nothing is sent. Throws a
 *  refusal (404) for one that is gone, or has no address. */
export const answer = (p: Platform, staff: Viewer, id: string, text: string): Promise<boolean> =>
  p.db.transaction().execute(async (trx) => {
    const found = await entryById(trx, id)
    if (!found?.email) throw missing()
    const keys = await p.vault.keysToSeal(trx, found.person_id, ['service'])
    const row = await lockEntry(trx, id)
    if (!row) throw missing()
    const before = keys.bind('entries', row).answer
    if (before) return before.open('correspondence') === text
    await updateEntry(trx, id, {
      ...keys.seal('entries', row, { answer: text }),
      done_at: p.clock.now(),
      assigned_to: row.assigned_to ?? staff.personId,
    })
    await p.mail.queue(trx, row.person_id, 'contact.answer', { entry: id })
    return true
  })
