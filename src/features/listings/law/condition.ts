import { z } from 'zod'
import { keysOf } from '../../../std/keys'
import { type Fact, type Facts, facts, type Value } from './facts'
import { patternOf, saidIn } from './phrases'

const field = z.enum(keysOf(facts))
const amount = z.union([z.number(), z.strictObject({ times: z.number(), field })])

/** What must be so of an advert. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: Fact; known: true }
  | { field: Fact; in: (string | number)[] }
  | { field: Fact; within: string[] }
  | { field: Fact; atLeast: z.output<typeof amount> }
  | { field: Fact; atMost: z.output<typeof amount> }
  | { field: Fact; says: RegExp[] }

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
      z.strictObject({ field, known: z.literal(true) }),
      z.strictObject({ field, in: z.array(z.union([z.string(), z.number()])).min(1) }),
      z.strictObject({ field, within: z.array(z.string()) }),
      z.strictObject({ field, atLeast: amount }),
      z.strictObject({ field, atMost: amount }),
      z.strictObject({ field, says: z.array(z.string().min(3).transform(patternOf)).min(1) }),
    ],
    {
      error:
        'is no condition: write all, any, not, or a field that is there with one of known, in, within, atLeast, atMost, says',
    },
  ),
)

const numberOf = (value: Value | undefined) => (typeof value === 'number' ? value : undefined)

/** Whether it is so; undefined when the advert does not tell. */
export function isSo(what: Condition, told: Facts): boolean | undefined {
  if ('all' in what) {
    const parts = what.all.map((part) => isSo(part, told))
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if ('any' in what) {
    const parts = what.any.map((part) => isSo(part, told))
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  }
  if ('not' in what) {
    const is = isSo(what.not, told)
    return is === undefined ? undefined : !is
  }
  const value = told[what.field] ?? undefined
  if ('known' in what) return value !== undefined && value !== ''
  if (value === undefined) return undefined
  if ('in' in what) return what.in.some((one) => one === value)
  if ('within' in what) return typeof value === 'object' && value.every((one) => what.within.includes(one))
  if ('says' in what) return saidIn(String(value), what.says).length > 0
  const limit = 'atLeast' in what ? what.atLeast : what.atMost
  const other = typeof limit === 'number' ? limit : numberOf(told[limit.field])
  const bound = typeof limit === 'number' || other === undefined ? other : Math.floor(limit.times * other)
  const mine = numberOf(value)
  if (mine === undefined || bound === undefined) return undefined
  return 'atLeast' in what ? mine >= bound : mine <= bound
}

/** The words of an advert that a condition is about. */
export function quoted(what: Condition, told: Facts): string[] {
  if ('all' in what) return what.all.flatMap((part) => quoted(part, told))
  if ('any' in what) return what.any.flatMap((part) => quoted(part, told))
  if ('not' in what) return quoted(what.not, told)
  return 'says' in what ? saidIn(String(told[what.field] ?? ''), what.says) : []
}
