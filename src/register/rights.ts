import type { Basis } from './language'

export const rights = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'withdrawal'] as const
export type Right = (typeof rights)[number]

const always = ['access', 'rectification', 'restriction'] as const
/** The rights that follow from a legal basis (GDPR articles 7(3), 15–18, 20(1), 21(1)). Erasure does not reach what the law makes the site keep: article 17(3)(b). */
export const rightsOn: Record<Basis, readonly Right[]> = {
  consent: [...always, 'erasure', 'portability', 'withdrawal'],
  contract: [...always, 'erasure', 'portability'],
  legalDuty: always,
  vitalInterest: [...always, 'erasure'],
  publicTask: [...always, 'objection'],
  legitimateInterest: [...always, 'erasure', 'objection'],
}

/** Why somebody may have their data restricted: GDPR article 18(1)(a)–(d). */
export const restrictionGrounds = ['accuracy', 'unlawful', 'claims', 'objection'] as const
export type RestrictionGround = (typeof restrictionGrounds)[number]

/** What became of something of a person that others have, and that they are told (GDPR article 19). */
export const changes = ['corrected', 'erased', 'restricted', 'lifted'] as const
export type Change = (typeof changes)[number]

/** Why something is held back from erasure: it was reported and a dispute may need it (GDPR article 17(3)(e)); an authority ordered it (article 17(3)(b)). */
export const holdGrounds = ['report', 'order'] as const
export type HoldGround = (typeof holdGrounds)[number]
