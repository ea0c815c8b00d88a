import type { FeatureName } from '../../../platform/feature'

/** What we promise, by the section of the statement that says it. The ids are those that the titles of the tests carry. */
export const promised = {
  who: ['Q16'],
  known: ['K2', 'K3', 'K4', 'K6', 'K13', 'K31', 'Q1', 'Q12'],
  why: ['K26'],
  receivers: ['K5', 'K14', 'K16', 'K17', 'K35', 'K36', 'Q14', 'G4'],
  where: ['K32', 'Q13', 'Q18', 'K15', 'K27', 'G3', 'Q15'],
  cookies: ['K21', 'K23', 'G5'],
  rights: ['K24', 'K25', 'K28', 'K30', 'K33', 'G2', 'G7', 'G8', 'G11'],
  not: ['G9', 'G12'],
  laws: ['Q19'],
  about: ['Q17', 'G1', 'G10'],
} as const

export type SectionName = keyof typeof promised
export type PromiseId = (typeof promised)[SectionName][number]

/** What is promised of something that not every site has: any of these features. */
const needs: Partial<Record<PromiseId, readonly FeatureName[]>> = {
  K2: ['registration'],
  K4: ['listings'],
  K5: ['listings'],
  K13: ['messages'],
  K14: ['messages'],
  K15: ['messages'],
  G9: ['moderation'],
  G12: ['moderation', 'replies'],
}
/** Whether a site with these features has to do with a promise. */
export const isPromised = (id: PromiseId, features: readonly FeatureName[]): boolean =>
  needs[id]?.some((name) => features.includes(name)) ?? true
