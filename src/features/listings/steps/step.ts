import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { check as checkForm, type Errors, type FieldWords, type Typed } from '../../../platform/forms'
import type { Region } from '../../../register/tables/listings'
import type { Language } from '../../../std/words'
import type { Answers } from '../answers'
import type { ListingContent } from '../content'
import type { Law } from '../law'
import type { House } from '../lookup'

export const stepNames = [
  'address',
  'pin',
  'kind',
  'lease',
  'sublet',
  'rent',
  'bareRent',
  'referenceRent',
  'previousRent',
  'meters',
  'deposit',
  'availability',
  'comfort',
  'registration',
  'domicileReason',
  'energy',
  'conformity',
  'points',
  'criteria',
  'photos',
  'words',
  'phone',
  'feeds',
  'advertiser',
] as const
export type StepName = (typeof stepNames)[number]

export type About = {
  language: Language
  today: string
  /** Who is asked where the house stands, by name. */
  asks: readonly string[]
  house: House | null
  /** Where the advert is, once its address holds. */
  region: Region | null
  law: Law
  /** Who lets was not said yet: it is asked once. */
  asksAdvertiser: boolean
}
export type Checked<Part> = { ok: true; values: Part } | { ok: false; errors: Errors }
export type Answer = { label: string; value: Child }

/** One page of the wizard, one thing asked. `typed` is always all that was typed in the draft: a step may look at another's answer. */
export type Step<Part> = {
  name: StepName
  /** Whether it is asked at all; it is unless said. */
  asked?(typed: Typed, about: About): boolean
  /** What it asks: these fields of the draft are its own. */
  fields: readonly string[]
  check(typed: Typed, about: About): Checked<Part>
  View(props: { typed: Typed; errors: Errors } & About): Child
  /** What was answered, to be looked over before publishing. */
  answers(part: Part, about: About): readonly Answer[]
  /** The answers of an advert that stands already, as they would be typed. */
  typed(of: ListingContent, about: About): Typed
}

/** A page of what some laws want told: it stands under `answers` in the advert. */
export type LawStep = Omit<Step<Answers>, 'typed'> & { typed(of: Pick<ListingContent, 'answers'>): Typed }

/** `check` of the forms, with one more look at what passed it. */
export function checkThen<S extends z.ZodType, Part>(
  schema: S,
  typed: Typed,
  { language }: About,
  words: FieldWords,
  then: (values: z.output<S>) => Part | Errors,
): Checked<Part> {
  const checked = checkForm(schema, typed, language, words)
  if (!checked.ok) return checked
  const judged = then(checked.values)
  return Array.isArray(judged) ? { ok: false, errors: judged } : { ok: true, values: judged }
}
