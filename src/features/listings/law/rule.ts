import { z } from 'zod'
import { because } from '../../../platform/wrong'
import { keysOf } from '../../../std/keys'
import { languages } from '../../../std/words'
import { condition } from './condition'
import { facts } from './facts'
import { words } from './words'

const regions = ['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL'] as const
/** `refuse`: not published until it is put right. `hold`: published once somebody of the desk has looked. `warn`: said, nothing more. */
const effects = ['refuse', 'hold', 'warn'] as const
const inEach = z.record(z.enum(languages), z.string().min(3))

/** A rule about adverts, as it stands in a file: data/*.json here, law/*.json in the folder of a site. docs/law.md explains each part. */
const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{3,60}$/),
    regions: z.array(z.enum(regions)).min(1),
    /** The first day on which it holds, and the last. */
    from: z.iso.date(),
    until: z.iso.date().optional(),
    sources: z.array(z.strictObject({ law: z.string(), article: z.string().optional(), url: z.url().optional() })).min(1),
    /** `read`: in the source. `unverified`: we have it from elsewhere, and nobody checked it in the law. */
    certainty: z.enum(['read', 'unverified']),
    note: z.string().optional(),
    effect: z.enum(effects),
    /** What it is about: where the wizard says it. */
    field: z.enum(keysOf(facts)),
    /** Where it applies; everywhere in its regions unless said. */
    if: condition.optional(),
    wants: condition,
    why: inEach,
    change: inEach,
  })
  .refine(
    ({ from, until }) => until === undefined || from <= until,
    because((language) => words(language).files.order),
  )
  .refine(
    ({ certainty, effect }) => certainty === 'read' || effect !== 'refuse',
    because((language) => words(language).files.unchecked),
  )
export type Rule = z.output<typeof rule>

/** What a file says: rules, and what becomes of rules that are there: another effect, or off. */
export const lawFile = z.strictObject({
  rules: z.array(rule).default([]),
  settings: z.array(z.strictObject({ id: z.string(), effect: z.enum([...effects, 'off']) })).default([]),
})
