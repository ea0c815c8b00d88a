import { z } from 'zod'

/** Kinds of lease. In Belgium: of a student, of a main residence, a short one of it. In the Netherlands: for an indefinite time, for students
 *  (campus contract), with a landlord at home. Everywhere: sublet by the tenant. */
export const leases = ['student', 'main', 'short', 'indefinite', 'campus', 'hospita', 'sublet'] as const
export type Lease = (typeof leases)[number]
export const subletReasons = ['exchange', 'internship', 'consent'] as const
export const meterKinds = ['water', 'gas', 'electricity'] as const
/** Why no energy label is needed: a monument, a small detached building, something else. */
export const exemptions = ['monument', 'small', 'other'] as const

/** What an owner says of a conformity certificate: there is one, it was applied for, none is needed, there is none. */
export const conformities = ['valid', 'requested', 'notNeeded', 'none'] as const

const cents = z.number().int().nonnegative()

/** What the law of one region or another wants told of an advert. What is left out was not asked there, or is not known. Money in cents, days as
 *  "2026-09-14". */
export const answersShape = z.object({
  lease: z.enum(leases).optional(),
  subletReason: z.enum(subletReasons).optional(),
  bareRent: cents.optional(),
  /** The reference rent of Brussels, from and to. */
  referenceMin: cents.optional(),
  referenceMax: cents.optional(),
  /** What the tenant before paid, and until when. */
  previousRent: cents.optional(),
  previousRentOn: z.iso.date().optional(),
  /** Meters of the room itself; an empty list is none. */
  meters: z.array(z.enum(meterKinds)).optional(),
  domicileReason: z.string().optional(),
  exemption: z.enum(exemptions).optional(),
  conformity: z.enum(conformities).optional(),
  /** The Dutch points, and the rent that goes with them. */
  points: z.number().int().optional(),
  maxRent: cents.optional(),
  criteria: z.string().optional(),
})
export type Answers = z.output<typeof answersShape>
