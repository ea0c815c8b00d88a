import type { Errors, Typed } from '../../../platform/forms'
import type { ListingContent } from '../content'
import { address } from './address'
import { availability } from './availability'
import { comfort } from './comfort'
import { deposit } from './deposit'
import { energy } from './energy'
import { feeds } from './feeds'
import { kind } from './kind'
import { phone } from './phone'
import { photos } from './photos'
import { pin } from './pin'
import { registration } from './registration'
import { rent } from './rent'
import type { About, Answer, Checked, Step, StepName } from './step'
import { text } from './text'

export { type About, type Answer, type StepName, stepNames } from './step'

/** A step as the wizard goes through it, whatever part of the advert it is about. `answers` has undefined for what does not hold yet. */
export type AnyStep = {
  name: StepName
  fields: readonly string[]
  errors(typed: Typed, about: About): Errors
  answers(typed: Typed, about: About): readonly Answer[] | undefined
  View: Step<unknown>['View']
  typed: Step<unknown>['typed']
}

const any = <Part>({ name, fields, check, answers, View, typed }: Step<Part>): AnyStep => ({
  name,
  fields,
  errors(typed, about) {
    const checked = check(typed, about)
    return checked.ok ? [] : checked.errors
  },
  answers(typed, about) {
    const checked = check(typed, about)
    return checked.ok ? answers(checked.values, about) : undefined
  },
  View,
  typed,
})

/** The pages of the wizard, in their order. */
export const steps: readonly AnyStep[] = [
  any(address),
  any(pin),
  any(kind),
  any(rent),
  any(deposit),
  any(availability),
  any(comfort),
  any(registration),
  any(energy),
  any(photos),
  any(text),
  any(phone),
  any(feeds),
]
export const stepNamed = (name: string): AnyStep | undefined => steps.find((step) => step.name === name)

/** The whole advert, if every answer holds; else the steps that do not. */
export function contentOf(typed: Typed, about: About): { ok: true; content: ListingContent } | { ok: false; wrong: StepName[] } {
  const wrong: StepName[] = []
  const part = <Part>(step: Step<Part>): Checked<Part> => {
    const checked = step.check(typed, about)
    if (!checked.ok) wrong.push(step.name)
    return checked
  }
  const [where, dot, what, price, kept] = [part(address), part(pin), part(kind), part(rent), part(deposit)]
  const [when, how, rules, label] = [part(availability), part(comfort), part(registration), part(energy)]
  const [said, call, spread] = [part(text), part(phone), part(feeds)]
  return where.ok &&
    dot.ok &&
    what.ok &&
    price.ok &&
    kept.ok &&
    when.ok &&
    how.ok &&
    rules.ok &&
    label.ok &&
    said.ok &&
    call.ok &&
    spread.ok
    ? {
        ok: true,
        content: {
          ...where.values,
          ...dot.values,
          ...what.values,
          ...price.values,
          ...kept.values,
          ...when.values,
          ...how.values,
          ...rules.values,
          ...label.values,
          ...said.values,
          ...call.values,
          ...spread.values,
        },
      }
    : { ok: false, wrong }
}

/** An advert as one would have typed it. */
export const typedFrom = (content: ListingContent, about: About): Typed =>
  Object.assign({}, ...steps.map((step) => step.typed(content, about)))
