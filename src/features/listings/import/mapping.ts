import { z } from 'zod'
import { wrongIn } from '../../../platform/wrong'
import type { Language } from '../../../std/words'
import { type Field, fieldNames, fields, needed } from './fields'
import { Unreadable } from './file'

const field = fields.keyof()
const values = z.partialRecord(field, z.union([z.string(), z.array(z.string())]))

/** What one value of a column means: fields that it sets, a phrase for the text of the advert, or why it is left out. */
const effect = z.strictObject({
  set: values.optional(),
  say: z.string().min(1).optional(),
  drop: z.string().min(1).optional(),
})

const column = z.strictObject({
  /** The field that the value, or what `values` makes of it, is for. */
  field: field.optional(),
  /** The cell is a list. */
  list: z.union([z.enum(['python', 'json']), z.strictObject({ separator: z.string().min(1) })]).optional(),
  unit: z.enum(['cents', 'unixSeconds', 'unixMilliseconds']).optional(),
  /** What single values mean: a value of the field, or more. */
  values: z.record(z.string(), z.union([z.string(), effect])).optional(),
  /** What becomes of a value that is not in `values`: taken as it is, said in the report and left out, or its line refused. */
  others: z.enum(['keep', 'note', 'refuse']).optional(),
})

const shape = z.strictObject({
  /** The source's name, as visitors see it. */
  source: z.string().trim().min(1).max(60).optional(),
  /** By the column's name: a field, what to do with it, or null for a column that is left out on purpose. */
  columns: z.record(z.string(), z.union([field, column, z.null()])),
  /** Values of fields that a line says nothing about. */
  defaults: values.optional(),
})

export type Effect = z.output<typeof effect>
export type Column = z.output<typeof column>
export type Mapping = {
  source: string | undefined
  columns: ReadonlyMap<string, Column | null>
  defaults: z.output<typeof values>
}

const mappingOf = ({ source, columns, defaults = {} }: z.output<typeof shape>): Mapping => ({
  source,
  columns: new Map(
    Object.entries(columns).map(([name, rule]) => [name.normalize('NFC'), typeof rule === 'string' ? { field: rule } : rule]),
  ),
  defaults: { kind: 'kot', language: 'nl', ...defaults },
})

/** Our own layout: a column for each field, named as the field. */
export const ownLayout: Mapping = mappingOf({ columns: Object.fromEntries(fieldNames.map((name) => [name, name])) })

/** Reads a mapping from the text of its JSON file, called `name`. Throws Unreadable with everything that does not hold. */
export function readMapping(json: string, name: string): Mapping {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new Unreadable((text) => text.file.noJson(name, why))
  }
  const parsed = shape.safeParse(given)
  if (parsed.success) return mappingOf(parsed.data)
  const wrong = (language: Language) => wrongIn(shape, given, language, ' › ').map((one) => `  ${one}`)
  throw new Unreadable((text, language) => [text.file.noMapping(name), ...wrong(language)].join('\n'))
}

const setBy = (rule: Column | null): readonly string[] =>
  rule === null
    ? []
    : [
        ...(rule.field ? [rule.field] : []),
        ...Object.values(rule.values ?? {}).flatMap((one) => (typeof one === 'string' ? [] : Object.keys(one.set ?? {}))),
      ]

/** How a mapping and the first line of a file fit. Throws Unreadable when no column brings what every advert must have. */
export function compare(mapping: Mapping, header: readonly string[]): { unread: string[]; absent: string[] } {
  const here = [...mapping.columns].filter(([name]) => header.includes(name))
  const brought = new Set([...Object.keys(mapping.defaults), ...here.flatMap(([, rule]) => setBy(rule))])
  const lost: Field[] = needed.filter((name) => !brought.has(name))
  if (lost.length > 0) throw new Unreadable((text) => text.file.lacking(lost.join(', '), header.join(', ').slice(0, 300)))
  return {
    unread: header.filter((name) => !mapping.columns.has(name)),
    absent: mapping === ownLayout ? [] : [...mapping.columns.keys()].filter((name) => !header.includes(name)),
  }
}
