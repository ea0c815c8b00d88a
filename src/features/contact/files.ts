import type { Errors, Typed } from '../../platform/forms'
import { documentUrl, largestDocument } from '../../std/document'
import type { Language } from '../../std/words'
import { isAsked } from './answers'
import { type Field, type Form, fieldsOfForm } from './definition'
import { words } from './words'

/** A document that came with a form: its name as whoever sent it called it, and what it is, a data URL. */
export type SentFile = { name: string; url: string }

/** The most that a form with files may be, in bytes. A photo that a telephone just took is more than we take: it is told so at its field. */
export const mostOf = (form: Pick<Form, 'steps'>): number =>
  1_000_000 + fieldsOfForm(form).filter(({ kind }) => kind === 'file').length * 4 * largestDocument

/** A name as it may stand in a line of a mail and on a page. */
const nameOf = ({ name }: File) =>
  name
    .normalize('NFC')
    .replace(/[\p{C}\\/]+/gu, ' ')
    .trim()
    .slice(-100) || '…'

/** What was typed with the names of its files for the answers of their fields, whatever else was posted for those; the files; and what is wrong with
 *  them. One that is not what we take is not kept. */
export async function filesIn(
  fields: readonly Field[],
  given: { typed: Typed; files: Record<string, File[]> },
  language: Language,
): Promise<{ typed: Typed; files: SentFile[]; errors: Errors }> {
  const text = words(language).errors
  const typed = { ...given.typed }
  const files: SentFile[] = []
  const errors: Errors = []
  for (const field of fields.filter(({ kind }) => kind === 'file')) {
    delete typed[field.name]
    const [one] = given.files[field.name] ?? []
    if (!one || !isAsked(field, typed)) {
      if (!field.optional && isAsked(field, typed)) errors.push({ name: field.name, message: text.chooseFile })
      continue
    }
    const url = one.size > largestDocument ? undefined : documentUrl(await one.bytes())
    if (!url) errors.push({ name: field.name, message: text.noDocument })
    else {
      typed[field.name] = nameOf(one)
      files.push({ name: nameOf(one), url })
    }
  }
  return { typed, files, errors }
}
