import type { Errors, Typed } from '../../../platform/forms'
import type { Answers } from '../answers'
import type { ListingContent } from '../content'
import { type Finding, factsOf, findingsOf, stepOf } from '../law'
import { address } from './address'
import { advertiser } from './advertiser'
import { availability } from './availability'
import { meters, previousRent, referenceRent } from './brussels'
import { comfort } from './comfort'
import { conformity } from './conformity'
import { deposit } from './deposit'
import { energy } from './energy'
import { feeds } from './feeds'
import { kind } from './kind'
import { lease, sublet } from './lease'
import { bareRent, criteria, points } from './netherlands'
import { phone } from './phone'
import { photos } from './photos'
import { pin } from './pin'
import { domicileReason } from './reason'
import { registration } from './registration'
import { rent } from './rent'
import type { About, Answer, Checked, LawStep, Step, StepName } from './step'
import { text } from './text'

export { type About, type Answer, type StepName, stepNames } from './step'

/** A step as the wizard goes through it, whatever part of the advert it is about. `answers` has undefined for what does not hold yet. */
export type AnyStep = {
  name: StepName
  asked(typed: Typed, about: About): boolean
  fields: readonly string[]
  errors(typed: Typed, about: About): Errors
  /** What it tells of the advert, where it holds. */
  told(typed: Typed, about: About): Partial<ListingContent>
  answers(typed: Typed, about: About): readonly Answer[] | undefined
  View: Step<unknown>['View']
  typed: Step<unknown>['typed']
}

const any = <Part extends Partial<ListingContent>>({
  name,
  asked = () => true,
  fields,
  check,
  answers,
  View,
  typed,
}: Step<Part>): AnyStep => ({
  name,
  asked,
  fields,
  errors(typed, about) {
    const checked = check(typed, about)
    return checked.ok ? [] : checked.errors
  },
  told(typed, about) {
    const checked = check(typed, about)
    return checked.ok ? checked.values : {}
  },
  answers(typed, about) {
    const checked = check(typed, about)
    return checked.ok ? answers(checked.values, about) : undefined
  },
  View,
  typed,
})

const legal = (step: LawStep): AnyStep => ({
  ...any({
    ...step,
    check: (typed, about) => told(step.check(typed, about)),
    answers: ({ answers = {} }, about) => step.answers(answers, about),
  }),
})
const told = (checked: Checked<Answers>): Checked<Pick<ListingContent, 'answers'>> =>
  checked.ok ? { ok: true, values: { answers: checked.values } } : checked

/** The pages of the wizard, in their order. */
export const steps: readonly AnyStep[] = [
  any(address),
  any(pin),
  any(kind),
  legal(lease),
  legal(sublet),
  any(rent),
  legal(bareRent),
  legal(referenceRent),
  legal(previousRent),
  legal(meters),
  any(deposit),
  any(availability),
  any(comfort),
  any(registration),
  legal(domicileReason),
  any(energy),
  legal(conformity),
  legal(points),
  legal(criteria),
  any(photos),
  any(text),
  any(phone),
  any(feeds),
  any(advertiser),
]
export const stepNamed = (name: string): AnyStep | undefined => steps.find((step) => step.name === name)

/** Those that are asked of this advert: some laws ask more. */
export const stepsOf = (typed: Typed, about: About): AnyStep[] => steps.filter((step) => step.asked(typed, about))

/** What is told of the advert so far. */
function toldIn(typed: Typed, about: About): Partial<ListingContent> {
  const parts = stepsOf(typed, about).map((step) => step.told(typed, about))
  return Object.assign({}, ...parts, { answers: Object.assign({}, ...parts.map(({ answers }) => answers)) })
}

/** What the advert goes against so far, today, where it is; of one page when one is named. */
export function findingsIn(typed: Typed, about: About, step?: StepName): Finding[] {
  if (about.region === null) return []
  const findings = findingsOf(factsOf(toldIn(typed, about)), about.region, about.today, about.law)
  return step ? findings.filter(({ rule }) => stepOf(rule) === step) : findings
}

/** Whether a page of the wizard is as the advert has it that stands already. */
export const isAsBefore = ({ fields }: Pick<AnyStep, 'fields'>, typed: Typed, former: Typed): boolean =>
  fields.every((field) => String(typed[field] ?? '') === String(former[field] ?? ''))

/** The whole advert, if every answer holds; else the steps that do not. Of an advert that is `former` already, what was never answered (it was read
 *  in from elsewhere) may stay so: whoever adds a photo is not asked for all the rest. */
export function contentOf(
  typed: Typed,
  about: About,
  former?: ListingContent,
): { ok: true; content: ListingContent } | { ok: false; wrong: StepName[] } {
  const before = former && typedFrom(former, about)
  const isOpen = (step: Pick<AnyStep, 'fields'>) => before === undefined || !isAsBefore(step, typed, before)
  const wrong: StepName[] = []
  const part = <Part>(step: Step<Part>): Part | undefined => {
    const checked = step.check(typed, about)
    if (!checked.ok && isOpen(step)) wrong.push(step.name)
    return checked.ok ? checked.values : undefined
  }
  const [where, dot, what, price, kept] = [part(address), part(pin), part(kind), part(rent), part(deposit)]
  const [when, how, rules, label] = [part(availability), part(comfort), part(registration), part(energy)]
  const [said, call, spread] = [part(text), part(phone), part(feeds)]
  for (const step of stepsOf(typed, about))
    if (!wrong.includes(step.name) && isOpen(step) && step.errors(typed, about).length > 0) wrong.push(step.name)
  if (wrong.length > 0) return { ok: false, wrong }
  const whole = toldIn(typed, about)
  if (former) return { ok: true, content: { ...former, ...whole } }
  if (!where || !dot || !what || !price || !kept || !when || !how || !rules || !label || !said || !call || !spread)
    throw new Error('a step neither holds nor is wrong')
  return {
    ok: true,
    content: {
      ...where,
      ...dot,
      ...what,
      ...price,
      ...kept,
      ...when,
      ...how,
      ...rules,
      ...label,
      ...said,
      ...call,
      ...spread,
      answers: whole.answers,
    },
  }
}

/** An advert as one would have typed it. */
export const typedFrom = (content: ListingContent, about: About): Typed =>
  Object.assign({}, ...steps.map((step) => step.typed(content, about)))

const ofLaws = [lease, sublet, bareRent, referenceRent, previousRent, meters, domicileReason, conformity, points, criteria]

/** What the law of its region wants told of an advert, as its page shows it. */
export function lawAnswers(told: Pick<ListingContent, 'answers' | 'chargesMode' | 'domicile'>, about: About): Answer[] {
  const typed: Typed = Object.assign({}, ...ofLaws.map((step) => step.typed(told)), {
    chargesMode: told.chargesMode ?? '',
    domicile: told.domicile ?? '',
  })
  return ofLaws
    .filter((step) => step.asked?.(typed, about) ?? true)
    .flatMap((step) => {
      const checked = step.check(typed, about)
      return checked.ok ? step.answers(checked.values, about) : []
    })
}
