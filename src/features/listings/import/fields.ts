import { z } from 'zod'
import { centsOf, choice, day, line, lines, money, optional, type Typed, whole } from '../../../platform/forms'
import { type Language, languages } from '../../../std/words'
import { conformities, exemptions, leases, subletReasons } from '../answers'
import { covers, energyLabels } from '../content'
import type { MonthRents } from '../months'
import { type Words, words } from './words'

/** A choice of codes; empty for unknown. */
const maybe = <const T extends string>(options: readonly T[]) => optional(choice(options))
const size = z.preprocess(
  (text) => (typeof text === 'string' ? text.replace(/(?:[.,]\d+)?\s*(?:m²|m2)?$/i, '') : text),
  optional(whole(1, 1000)),
)
const list = z.preprocess(
  (value) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((one) => String(one).split(/[,;|]/))
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  z.array(z.enum(covers, 'choose')),
)
const moment = z.string().transform((text, context) => {
  if (text === '') return null
  try {
    return new Date((text.length > 10 ? Temporal.Instant.from(text) : Temporal.Instant.from(`${text}T00:00Z`)).epochMilliseconds)
  } catch {
    context.addIssue('moment')
    return z.NEVER
  }
})

/** "7=300 8=300": the months that cost another rent, in euros. */
const monthRents = z.string().transform((text, context): MonthRents => {
  const months = new Map<number, number>()
  for (const part of text.split(/[\s,;|]+/).filter((one) => one !== '')) {
    const [, month, amount = ''] = /^(1[0-2]|[1-9])=(.+)$/.exec(part) ?? []
    const rent = centsOf(amount)
    if (!month || !rent || rent > 20_000_00) {
      context.addIssue('monthRents')
      return z.NEVER
    }
    months.set(Number(month), rent)
  }
  return [...months].map(([month, rent]) => ({ month, rent })).sort((a, b) => a.month - b.month)
})

/** The columns of our own layout; docs/import.md tells them. Money in euros a month, sizes in m². */
export const fields = z.object({
  id: line(200),
  url: optional(z.url({ protocol: /^https?$/, error: 'webAddress' })),
  kind: choice(['kot', 'studio', 'apartment']),
  language: choice(languages),
  title: optional(line(80, 8)),
  text: optional(lines(6000, 1)),
  city: line(100),
  country: maybe(['BE', 'NL']),
  postcode: optional(line(10)),
  street: optional(line(100)),
  rent: money(1_00, 20_000_00),
  monthRents,
  chargesMode: maybe(['included', 'fixed', 'provision']),
  charges: optional(money(0, 5_000_00)),
  chargesCover: list,
  deposit: optional(money(0, 60_000_00)),
  size,
  availableFrom: optional(day()),
  availableUntil: optional(day()),
  leaseMinMonths: optional(whole(1, 120)),
  leaseMaxMonths: optional(whole(1, 120)),
  furnished: maybe(['yes', 'no', 'true', 'false']),
  kitchen: maybe(['own', 'shared']),
  bath: maybe(['own', 'shared']),
  toilet: maybe(['own', 'shared']),
  internet: maybe(['included', 'extra', 'none']),
  domicile: maybe(['yes', 'no', 'onRequest']),
  energyLabel: maybe([...energyLabels, 'exempt']),
  epcScore: optional(whole(-200, 2000)),
  epcCode: optional(line(40)),
  lease: maybe(leases),
  subletReason: maybe(subletReasons),
  bareRent: optional(money(1_00, 20_000_00)),
  domicileReason: optional(lines(1000, 1)),
  exemption: maybe(exemptions),
  conformity: maybe(conformities),
  points: optional(whole(0, 1000)),
  maxRent: optional(money(1_00, 20_000_00)),
  criteria: optional(lines(1000, 1)),
  inFeed: maybe(['yes', 'no', 'true', 'false']),
  publishedAt: moment,
})
export type Field = keyof typeof fields.shape
export const fieldNames = fields.keyof().options
/** Without these there is no advert. */
export const needed = ['id', 'city', 'rent'] as const satisfies readonly Field[]
export type Fields = z.output<typeof fields>

const isReason = (code: string, reasons: Words['fields']): code is keyof Words['fields'] => code in reasons
/** What a code of the fields ("tooLong:80") says of a line in a file. */
function reasonIn(code: string, reasons: Words['fields']): string {
  const [name = '', given = ''] = code.split(':')
  const said = isReason(name, reasons) ? reasons[name] : code
  return typeof said === 'string' ? said : said(given)
}

/** A value as a reason may quote it: what is long or of several lines would be a text, which is not repeated. */
const quoted = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' && value.length <= 40 && !value.includes('\n') ? ` ("${value}")` : ''

/** The values of one advert as typed, one text a field; their values out, or a reason for each field that does not hold. */
export function checkFields(typed: Typed, language: Language): { ok: true; values: Fields } | { ok: false; reasons: string[] } {
  const whole = Object.fromEntries(fieldNames.map((name) => [name, typed[name] ?? '']))
  const parsed = fields.safeParse(whole)
  if (parsed.success) return { ok: true, values: parsed.data }
  const reasons = words(language).fields
  const seen = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0])
    const why = reasonIn(issue.message, reasons)
    if (!seen.has(field)) seen.set(field, `${field} ${why}${quoted(whole[field])}`)
  }
  return { ok: false, reasons: [...seen.values()] }
}
