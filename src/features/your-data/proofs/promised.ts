import type { FeatureName } from '../../../platform/feature'
import type { Site } from '../../../platform/site'
import type { RecipientName } from '../../../register'

/** What we promise, by the section of the statement that says it. The ids are those that the titles of the tests carry. */
export const promised = {
  who: ['Q16'],
  known: ['K2', 'K3', 'K4', 'K6', 'K7', 'K13', 'Q3', 'Q8', 'Q9', 'Q10', 'K31', 'Q1', 'Q12'],
  why: ['K26', 'K1', 'Q7', 'K37'],
  receivers: ['K5', 'K12', 'K14', 'K16', 'K17', 'K18', 'K19', 'K20', 'K22', 'K35', 'K36', 'Q2', 'Q4', 'Q14', 'G4'],
  where: ['K32', 'Q13', 'Q18', 'K15', 'K27', 'Q5', 'Q6', 'G3', 'Q15'],
  cookies: ['K21', 'K23', 'Q11', 'G5', 'G6'],
  rights: ['K24', 'K25', 'K28', 'K30', 'K33', 'G2', 'G7', 'G8', 'G11'],
  not: ['G9', 'G12'],
  laws: ['Q19'],
  about: ['Q17', 'G1', 'G10'],
} as const

export type SectionName = keyof typeof promised
export type PromiseId = (typeof promised)[SectionName][number]

/** What is promised of something that not every site has: any of these features. */
const needs: Partial<Record<PromiseId, readonly FeatureName[]>> = {
  K1: ['messages'],
  K2: ['registration'],
  K4: ['listings'],
  K5: ['listings'],
  K12: ['listings'],
  K13: ['messages'],
  K14: ['messages'],
  K15: ['messages'],
  K18: ['avatars'],
  K19: ['listings'],
  K20: ['listings'],
  K37: ['choices', 'statistics'],
  Q3: ['replies'],
  Q4: ['replies'],
  Q5: ['replies'],
  Q6: ['replies'],
  Q7: ['replies'],
  Q8: ['replies'],
  Q9: ['contact'],
  Q10: ['contact'],
  Q11: ['chat', 'crisp'],
  G6: ['choices'],
  G9: ['moderation'],
  G12: ['moderation', 'replies'],
}
/** And of a company that not every site names: any of these. */
const needsNamed: Partial<Record<PromiseId, readonly RecipientName[]>> = {
  K22: ['statistics'],
  Q2: ['statistics', 'campaigns'],
}
/** Whether a site has to do with a promise. */
export const isPromised = (id: PromiseId, { features, recipients }: Pick<Site, 'features' | 'recipients'>): boolean =>
  (needs[id]?.some((name) => features.includes(name)) ?? true) && (needsNamed[id]?.some((name) => recipients[name]) ?? true)
