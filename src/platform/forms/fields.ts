import { z } from 'zod'

// What may be typed in a field. Messages are codes; words.*.ts says them in the reader's language.

/** Control characters but tab and line breaks, and the marks that reverse the direction of what follows (CVE-2021-42574). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/
const clean = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const typed = z.preprocess((value) => (typeof one(value) === 'string' ? clean(String(one(value))) : ''), z.string())

/** One line of text. */
export const line = (max: number, min = 1) =>
  typed.pipe(
    z
      .string()
      .min(min, 'required')
      .max(max, `tooLong:${max}`)
      .refine((text) => !unseen.test(text) && !/[\n\t]/.test(text), 'signs'),
  )

/** Several lines of text. */
export const lines = (max: number, min = 1) =>
  typed.pipe(
    z
      .string()
      .min(min, min > 1 ? 'tooShort' : 'required')
      .max(max, `tooLong:${max}`)
      .refine((text) => !unseen.test(text), 'signs'),
  )

/** RFC 5321: at most 254 characters, 64 before the at sign. The mail that is sent to it is the real check. */
export const email = () =>
  typed.pipe(
    z
      .string()
      .min(1, 'required')
      .max(254, 'email')
      .refine(
        (text) =>
          /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]+\.[^\s@.]{2,}$/.test(text) &&
          !text.includes('..') &&
          !unseen.test(text),
        'email',
      ),
  )

/** One of a few. */
export const choice = <const T extends string>(options: readonly T[]) =>
  z.preprocess(one, z.enum(options as readonly [T, ...T[]], 'choose'))
export const optionalChoice = <const T extends string>(options: readonly T[]) =>
  z.preprocess((value) => one(value) || undefined, z.enum(options as readonly [T, ...T[]], 'choose').optional())

/** Any of a few: checkboxes. */
export const choices = <const T extends string>(options: readonly T[]) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(options as readonly [T, ...T[]], 'choose')),
  )

/** A checkbox or a switch. */
export const ticked = () =>
  z.preprocess((value) => one(value) !== undefined && one(value) !== '' && one(value) !== '0', z.boolean())

const numberTyped = (value: unknown) => (typeof one(value) === 'string' ? clean(String(one(value))) : '')

/** A whole number, also as "1 200" or "12,0". */
export const whole = (min: number, max: number) =>
  z.preprocess(numberTyped, z.string().min(1, 'required')).pipe(
    z
      .string()
      .transform((text) => text.replace(/[\s\u00a0']/g, '').replace(/[.,]0+$/, ''))
      .refine((text) => /^-?\d{1,12}$/.test(text), 'number')
      .transform(Number)
      .pipe(z.number().min(min, `atLeast:${min}`).max(max, `atMost:${max}`)),
  )

/** Money as people type it ("450", "€ 1.250,50", "1,250.50"), in cents. */
export const money = (minCents: number, maxCents: number) =>
  z.preprocess(numberTyped, z.string().min(1, 'required')).pipe(
    z
      .string()
      .transform((text, context) => {
        const cents = centsOf(text)
        if (cents === undefined) {
          context.addIssue({ code: 'custom', message: 'money' })
          return z.NEVER
        }
        return cents
      })
      .pipe(
        z
          .number()
          .min(minCents, `atLeast:${minCents / 100}`)
          .max(maxCents, `atMost:${maxCents / 100}`),
      ),
  )

/** Cents of an amount as typed, or undefined. A last group of two digits after a point or comma is cents; of three, thousands. */
export function centsOf(text: string): number | undefined {
  const bare = text
    .replace(/euros?|eur|€/gi, '')
    .replace(/[\s\u00a0']/g, '')
    .replace(/,-$|,--$/, '')
  const parts = /^(\d{1,3}(?:[.,]\d{3})*|\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!parts?.[1]) return undefined
  return Number(parts[1].replace(/[.,]/g, '')) * 100 + Number((parts[2] ?? '0').padEnd(2, '0'))
}

/** A day as a date field gives it, or as people write it: 2026-11-21, 21/11/2026, 21-11-2026. */
export const day = () =>
  z.preprocess(numberTyped, z.string().min(1, 'required')).pipe(
    z.string().transform((text, context) => {
      const iso = dayOfTyped(text)
      if (!iso) {
        context.addIssue({ code: 'custom', message: 'date' })
        return z.NEVER
      }
      return iso
    }),
  )

export function dayOfTyped(text: string): string | undefined {
  const european = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text)
  const iso = european ? `${european[3]}-${european[2]?.padStart(2, '0')}-${european[1]?.padStart(2, '0')}` : text
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString() : undefined
  } catch {
    return undefined
  }
}

/** A field that may be left empty: null then. */
export const optional = <S extends z.ZodType>(of: S) =>
  z.preprocess(
    (value) => (typeof one(value) === 'string' && clean(String(one(value))) === '' ? undefined : value),
    of.optional().transform((value) => value ?? null),
  )
