import { z } from 'zod'
import { choice, choices, day, email, line, lines, optional, type Typed, ticked, typedOf, whole } from '../../platform/forms'
import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import { type Field, type Form, fieldsOfForm, type Step, sayIn } from './definition'
import { words } from './words'

/** What is kept of it: each question as it was asked, with its answer, both in the language of who was asked, so that it can be read as long as it is there,
 *  whatever becomes of the form. */
export type Answers = Record<string, string>

const most = { line: 200, lines: 4000 }

function schemaOf({ kind, optional: may, options, longest }: Field): z.ZodType<unknown> {
  const values = options.map(({ value }) => value)
  const schema = {
    line: () => line(longest ?? most.line),
    lines: () => lines(longest ?? most.lines),
    email: () => email(),
    // As people write it: +32 470 12 34 56, 0470/12.34.56.
    phone: () => line(30).refine((text) => text === '' || /^\+?[\d\s().\-/]{6,}$/.test(text), 'phone'),
    whole: () => whole(0, 1_000_000_000),
    day: () => day(),
    choice: () => choice(values),
    // What is typed of it is its name; the file itself is looked at beside this (files.ts).
    file: () => optional(line(200)),
    choices: () => choices(values).refine((some) => may || some.length > 0, 'choose'),
    ticked: () => ticked().refine((yes) => may || yes, 'tick'),
  }[kind]()
  return may && !['choices', 'ticked', 'file'].includes(kind) ? optional(schema) : schema
}

/** Whether a field is asked of who gave these answers. */
export const isAsked = ({ if: only }: Field, typed: Typed): boolean => {
  if (!only) return true
  const chosen = typed[only.field] ?? []
  return (Array.isArray(chosen) ? chosen : [chosen]).some((value) => only.is.includes(value))
}

/** What a step asks of who gave these answers; one that asks nothing is passed over. */
export const askedIn = (step: Step, typed: Typed): Field[] => step.fields.filter((field) => isAsked(field, typed))

/** What may be typed in these fields. */
export const schemaFor = (fields: readonly Field[]): z.ZodObject =>
  z.object(Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])))

/** An answer as it is said: the label of what was chosen, a day as people write it. Empty for none. */
export function answerSaid(field: Field, typed: Typed, language: Language): string {
  const { name, kind, options } = field
  const labels = (value: string) => options.filter((option) => option.value === value).map(({ label }) => sayIn(language, label))
  const value = typed[name] ?? ''
  if (kind === 'choice' || kind === 'choices') return (Array.isArray(value) ? value : [value]).flatMap(labels).join(', ')
  if (kind === 'ticked') return words(language).ticked(typedOf(typed, name) !== '')
  const text = typedOf(typed, name).trim()
  if (kind !== 'day' || text === '') return text
  const read = day().safeParse(text)
  return read.success ? dayIn(read.data, language) : text
}

/** The questions that were asked of who typed this, with their answers; what was not asked is not in it, whatever was sent. */
export function answersOf(form: Pick<Form, 'steps'>, typed: Typed, language: Language): Answers {
  const asked = fieldsOfForm(form).filter((field) => isAsked(field, typed) && field.kind !== 'email')
  return Object.fromEntries(
    asked
      .map((field) => [sayIn(language, field.label), answerSaid(field, typed, language)])
      .filter(([, answer]) => answer !== ''),
  )
}

const answers = z.record(z.string(), z.string())
/** Answers as they were kept. */
export const answersIn = (kept: string): Answers => answers.parse(JSON.parse(kept))
