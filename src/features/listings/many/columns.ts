import type { Language } from '../../../std/words'
import { languages } from '../../../std/words'
import { type Field, fieldNames } from '../import/fields'
import type { Cell } from '../import/records'
import { codes, columns } from './columns.words'

/** As one types it: without capitals, accents, and what stands between words. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\d+]/gu, '')

const fieldsByName = new Map(
  fieldNames.flatMap((field) =>
    [field, ...languages.flatMap((language) => columns[language][field])].map((name) => [plain(name), field] as const),
  ),
)

/** What a column of a file of one's own tells, by its name in any of our languages. */
export const fieldCalled = (name: string): Field | undefined => fieldsByName.get(plain(name))

/** What a file calls a column, in the language of its owner. */
export const nameOf = (field: Field, language: Language): string => columns[language][field][0]

/** The columns whose values are codes, and which. */
const coded: Partial<Record<Field, readonly string[]>> = {
  kind: ['kot', 'studio', 'apartment'],
  chargesMode: ['included', 'fixed', 'provision'],
  chargesCover: ['water', 'heating', 'electricity', 'internet', 'cleaning', 'maintenance', 'taxes', 'insurance'],
  furnished: ['yes', 'no'],
  kitchen: ['own', 'shared'],
  bath: ['own', 'shared'],
  toilet: ['own', 'shared'],
  internet: ['included', 'extra', 'none'],
  domicile: ['yes', 'no', 'onRequest'],
  energyLabel: ['exempt'],
  lease: ['student', 'main', 'short', 'indefinite', 'campus', 'hospita', 'sublet'],
  subletReason: ['exchange', 'internship', 'consent'],
  exemption: ['monument', 'small', 'other'],
  conformity: ['valid', 'requested', 'notNeeded', 'none'],
  inFeed: ['yes', 'no'],
}

/** The words that a column can hold, in the language of its owner; none where anything may stand. */
export const valuesOf = (field: Field, language: Language): string[] =>
  (coded[field] ?? []).map((code) => codes[language][code]?.[0] ?? code)

const codeOf = (field: Field, value: string): string =>
  coded[field]?.find((code) =>
    [code, ...languages.flatMap((language) => codes[language][code] ?? [])].some((word) => plain(word) === plain(value)),
  ) ?? value

const each = (field: Field, text: string, said: (value: string) => string) =>
  coded[field] === undefined ? text : field === 'chargesCover' ? text.split(/[,;|]/).map(said).join(',') : said(text)

/** A cell of a file of one's own, in the codes of docs/import.md. */
export const read = (field: Field, cell: Cell): Cell =>
  typeof cell === 'string' ? each(field, cell, (value) => codeOf(field, value.trim())) : cell.map((one) => codeOf(field, one))

/** A value in those codes, as it stands in a file for this reader. */
export const written = (field: Field, value: string, language: Language): string =>
  each(field, value, (code) => codes[language][code]?.[0] ?? code)
