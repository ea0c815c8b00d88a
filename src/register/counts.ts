/** What is counted of visits on a site with the feature `statistics`, each by itself and never two together: of nobody, so it is no holding. */
export const counted = ['views', 'page', 'source', 'country', 'language', 'device', 'place', 'goal'] as const
export type Counted = (typeof counted)[number]
export const isCounted = (name: unknown): name is Counted => counted.some((one) => one === name)

/** Those of a site with these features: a place is searched for where there is a search. */
export const countedOf = (features: readonly string[]): Counted[] =>
  features.includes('statistics') ? counted.filter((one) => one !== 'place' || features.includes('search')) : []

/** Counts are told in whole steps of so many views. What is left over is counted on the next day. */
export const countStep = 10
