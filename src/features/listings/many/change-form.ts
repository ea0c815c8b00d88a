import { z } from 'zod'
import { centsOf, check, day, type Errors, line, money, optional, optionalChoice, type Typed } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import { acts } from '../rules'
import { type Change, leastRent, mostRent } from './change'
import { words } from './words'

/** So many adverts are changed at once: their names stand in one address. */
export const mostAtOnce = 200

const publicIds = z.preprocess(
  (value) => [value ?? []].flat(),
  z.array(z.string()).transform((ids) => [...new Set(ids)].filter((id) => /^[a-z0-9]{12}$/.test(id)).slice(0, mostAtOnce)),
)

/** The adverts that were chosen, by the names in their addresses. */
export const chosenIn = (typed: Typed): string[] => publicIds.catch([]).parse(typed.advert)

const form = z.object({
  rentHow: optionalChoice(['to', 'by', 'percent']),
  rent: line(20, 0),
  charges: optional(money(0, 5_000_00)),
  dates: optionalChoice(['set', 'nextYear']),
  from: optional(day()),
  until: optional(day()),
  act: optionalChoice(acts),
})
export const changeFields = Object.keys(form.shape)

/** "+25", "-12,50" in cents, or undefined. */
const signedCents = (typed: string): number | undefined => {
  const [, sign, amount = ''] = /^\s*([+−-]?)\s*(.*)$/.exec(typed) ?? []
  const cents = centsOf(amount)
  return cents === undefined || cents === 0 ? undefined : sign === '' || sign === '+' ? cents : -cents
}

const shareOf = (typed: string): number | undefined => {
  const bare = typed.replace(/[\s%]/g, '').replace('−', '-').replace(',', '.')
  const share = /^[+-]?\d{1,3}(?:\.\d{1,2})?$/.test(bare) ? Number(bare) : undefined
  return share === undefined || share === 0 || Math.abs(share) >= 100 ? undefined : share
}

/** What was typed as a change, or what is wrong with it. */
export function changeIn(
  typed: Typed,
  language: Language,
  today: string,
): { ok: true; change: Change } | { ok: false; errors: Errors } {
  const text = words(language).change.errors
  const checked = check(form, typed, language)
  if (!checked.ok) return checked
  const { rentHow, rent: amountTyped, charges, dates, from, until, act = null } = checked.values
  const errors: Errors = []
  const wrong = (name: string, message: string) => {
    errors.push({ name, message })
    return null
  }
  const readRent = (): Change['rent'] => {
    if (!rentHow) return amountTyped === '' ? null : wrong('rentHow', text.rentHow)
    const amount = rentHow === 'percent' ? shareOf(amountTyped) : signedCents(amountTyped)
    if (amount === undefined) return wrong('rent', rentHow === 'percent' ? text.percent : text.amount)
    if (rentHow === 'to' && (amount < leastRent || amount > mostRent)) return wrong('rent', text.amount)
    return { how: rentHow, amount }
  }
  const readDates = (): Change['dates'] => {
    if (dates === 'nextYear') return { how: 'nextYear' }
    if (!dates) return from === null && until === null ? null : wrong('dates', text.dates)
    if (from === null) return wrong('from', text.from)
    if (from < today) return wrong('from', text.past)
    if (until !== null && until <= from) return wrong('until', text.until)
    return { how: 'set', from, until }
  }
  const change = { rent: readRent(), charges, dates: readDates(), act }
  if (errors.length > 0) return { ok: false, errors }
  if (!change.rent && charges === null && !change.dates && !act)
    return { ok: false, errors: [{ name: 'rentHow', message: text.nothing }] }
  return { ok: true, change }
}
