import type { Region } from '../../../register/tables/listings'
import type { StepName } from '../steps/step'
import { isSo, quoted } from './condition'
import { type Facts, facts } from './facts'
import type { Rule } from './rule'

export type Law = readonly Rule[]
/** A rule that an advert goes against, and the words in it that do. */
export type Finding = { rule: Rule; quotes: string[] }

const isInForce = ({ from, until }: Pick<Rule, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === undefined || day <= until)

/** What an advert goes against in its region on this day ("2026-09-14"): for the wizard, an import, publishing and re-opening alike. A rule
 *  that cannot be judged, because the advert does not tell, is kept; a rule that wants something told is not. */
export function findingsOf(told: Facts, region: Region, day: string, law: Law): Finding[] {
  return law
    .filter((rule) => rule.regions.includes(region) && isInForce(rule, day))
    .filter((rule) => (rule.if === undefined || isSo(rule.if, told) === true) && isSo(rule.wants, told) === false)
    .map((rule) => ({ rule, quotes: quoted(rule.wants, told) }))
}

/** The rules about this that may concern an advert, as far as is known of it. */
export const rulesAbout = (field: Rule['field'], told: Facts, region: Region, day: string, law: Law): Rule[] =>
  law.filter(
    (rule) =>
      rule.field === field &&
      rule.regions.includes(region) &&
      isInForce(rule, day) &&
      (rule.if === undefined || isSo(rule.if, told) !== false),
  )

export const stepOf = ({ field }: Rule): StepName => facts[field].step
export const inputOf = ({ field }: Rule): string => facts[field].input

/** Those that keep an advert from the public. */
export const refusals = (findings: readonly Finding[]): Finding[] => findings.filter(({ rule }) => rule.effect === 'refuse')
/** Those that somebody must look at first; not those of `cleared`, which somebody did. */
export const holds = (findings: readonly Finding[], cleared: readonly string[] = []): Finding[] =>
  findings.filter(({ rule }) => rule.effect === 'hold' && !cleared.includes(rule.id))
export const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule.id)
