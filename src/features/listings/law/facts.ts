import type { ListingContent } from '../content'
import type { StepName } from '../steps/step'

/** What a rule can ask of an advert: the page of the wizard that asks it, and the field there. */
export const facts = {
  /** The four digits, and the id of the place: what holds in one municipality alone. */
  postcode: { step: 'address', input: 'postcode' },
  place: { step: 'address', input: 'town' },
  kind: { step: 'kind', input: 'kind' },
  size: { step: 'kind', input: 'size' },
  lease: { step: 'lease', input: 'lease' },
  subletReason: { step: 'sublet', input: 'subletReason' },
  rent: { step: 'rent', input: 'rent' },
  chargesMode: { step: 'rent', input: 'chargesMode' },
  charges: { step: 'rent', input: 'charges' },
  chargesCover: { step: 'rent', input: 'chargesCover' },
  /** The rent without anything else: what was told of it where charges are included, the rent itself elsewhere. */
  bareRent: { step: 'bareRent', input: 'bareRent' },
  referenceMin: { step: 'referenceRent', input: 'referenceMin' },
  referenceMax: { step: 'referenceRent', input: 'referenceMax' },
  previousRent: { step: 'previousRent', input: 'previousRent' },
  previousRentOn: { step: 'previousRent', input: 'previousRentOn' },
  meters: { step: 'meters', input: 'meters' },
  deposit: { step: 'deposit', input: 'deposit' },
  availableFrom: { step: 'availability', input: 'availableFrom' },
  availableUntil: { step: 'availability', input: 'availableUntil' },
  leaseMinMonths: { step: 'availability', input: 'leaseMin' },
  leaseMaxMonths: { step: 'availability', input: 'leaseMax' },
  kitchen: { step: 'comfort', input: 'kitchen' },
  bath: { step: 'comfort', input: 'bath' },
  toilet: { step: 'comfort', input: 'toilet' },
  domicile: { step: 'registration', input: 'domicile' },
  domicileReason: { step: 'domicileReason', input: 'domicileReason' },
  energyLabel: { step: 'energy', input: 'energy' },
  exemption: { step: 'energy', input: 'exemption' },
  epcScore: { step: 'energy', input: 'epcScore' },
  epcCode: { step: 'energy', input: 'epcCode' },
  /** What its owner says of a conformity certificate; what was seen of it is evidence. */
  conformity: { step: 'conformity', input: 'conformity' },
  points: { step: 'points', input: 'points' },
  maxRent: { step: 'points', input: 'maxRent' },
  criteria: { step: 'criteria', input: 'criteria' },
  /** All that is written in one's own words. */
  wording: { step: 'words', input: 'text' },
} as const satisfies Record<string, { step: StepName; input: string }>

export type Fact = keyof typeof facts
export type Value = string | number | readonly string[] | null
/** `null` or left out: unknown. */
export type Facts = { readonly [F in Fact]?: Value }

/** An advert, or what is told of one so far, as the rules look at it. Money in cents, days as "2026-09-14". */
export function factsOf(told: Partial<ListingContent>): Facts {
  const { answers = {}, title, text, rent = null, chargesMode = null } = told
  const wording = [title, text, answers.criteria, answers.domicileReason].filter((one) => one !== undefined)
  const { postcode, place } = told
  const { kind, size, charges, chargesCover, deposit, availableFrom, availableUntil, leaseMinMonths, leaseMaxMonths } = told
  const { kitchen, bath, toilet, domicile, energyLabel, epcScore, epcCode } = told
  return {
    ...{ postcode, place, kind, size, rent, chargesMode, charges, deposit, kitchen, bath, toilet, domicile },
    ...{ availableFrom, availableUntil, leaseMinMonths, leaseMaxMonths, energyLabel, epcScore, epcCode },
    ...answers,
    // None ticked is none told.
    chargesCover: chargesCover && chargesCover.length > 0 ? chargesCover : null,
    bareRent: chargesMode === 'included' ? (answers.bareRent ?? null) : chargesMode === null ? null : rent,
    wording: wording.length === 0 ? null : wording.join('\n'),
  }
}
