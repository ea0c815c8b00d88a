import { z } from 'zod'
import {
  check as checkForm,
  choice,
  choices,
  type Errors,
  errorOf,
  fieldsOf,
  money,
  optional,
  type Typed,
  typedOf,
} from '../../../platform/forms'
import { capital, labelled, monthIn } from '../../../std/written'
import { Checkboxes, MoneyInput, Radios, money as written } from '../../../ui'
import { covers, type ListingContent } from '../content'
import { calendarMonths, type MonthRents, monthsByRent } from '../months'
import { amountTyped, manyOf } from './many'
import { type About, checkThen, type Step } from './step'
import { words } from './words'

type Rent = Pick<ListingContent, 'rent' | 'monthRents' | 'chargesMode' | 'charges' | 'chargesCover'>

const modes = ['included', 'fixed', 'provision'] as const
const schema = z.object({
  rent: money(10_00, 20_000_00),
  chargesMode: choice(modes),
  charges: optional(money(0, 5_000_00)),
  chargesCover: choices(covers),
})
const monthField = (month: number) => `rent${month}`
const monthFields = calendarMonths.map(monthField)
const monthSchema = z.object(Object.fromEntries(monthFields.map((name) => [name, optional(money(10_00, 20_000_00))])))

/** The months that cost less, or what does not hold of them. */
function monthsTyped(typed: Typed, rent: number | undefined, { language }: About): MonthRents | Errors {
  const text = words(language).rent
  const checked = checkForm(
    monthSchema,
    typed,
    language,
    Object.fromEntries(monthFields.map((name) => [name, text.errors.month])),
  )
  if (!checked.ok) return checked.errors
  const months = calendarMonths.flatMap((month) => {
    const amount = checked.values[monthField(month)] ?? null
    return amount === null || amount === rent ? [] : [{ month, rent: amount }]
  })
  const dearer = rent === undefined ? [] : months.filter((one) => one.rent > rent)
  return dearer.length > 0
    ? dearer.map(({ month }) => ({ name: monthField(month), message: text.monthDearer(monthIn(month, language)) }))
    : months
}
const areErrors = (of: MonthRents | Errors): of is Errors => of.some((one) => 'message' in one)

/** Rent and charges must both be in every advert: Flemish, Brussels and Walloon rules alike (see the reference on housing law, §4). */
export const rent: Step<Rent> = {
  name: 'rent',
  fields: [...Object.keys(schema.shape), ...monthFields],
  check: (typed, about) => {
    const { rent: text } = words(about.language)
    const checked = checkThen(schema, typed, about, text.errors, ({ charges, ...values }) => {
      if (values.chargesMode === 'included') return { ...values, charges: null }
      return charges === null ? [{ name: 'charges', message: text.noCharges }] : { ...values, charges }
    })
    const monthRents = monthsTyped(typed, checked.ok ? checked.values.rent : undefined, about)
    if (areErrors(monthRents)) return { ok: false, errors: [...(checked.ok ? [] : checked.errors), ...monthRents] }
    return checked.ok ? { ok: true, values: { ...checked.values, monthRents } } : checked
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).rent
    const monthly = (name: 'rent' | 'charges') => ({
      lang: language,
      name,
      suffix: text.perMonth,
      value: typedOf(typed, name),
      error: errorOf(errors, name),
    })
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <MoneyInput {...monthly('rent')} label={text.rent} hint={text.rentHint} />
        <Radios
          {...field('chargesMode')}
          label={text.charges}
          hint={text.chargesHint}
          options={modes.map((value) => ({ value, text: text.modes[value], hint: text.modeHints[value] }))}
        />
        <MoneyInput {...monthly('charges')} label={text.amount} hint={text.amountHint} />
        <Checkboxes
          lang={language}
          name="chargesCover"
          label={text.cover}
          optional
          values={manyOf(typed, 'chargesCover')}
          error={errorOf(errors, 'chargesCover')}
          options={covers.map((value) => ({ value, text: text.covers[value] }))}
        />
        <details open={monthFields.some((name) => typedOf(typed, name) !== '' || errorOf(errors, name))}>
          <summary>{text.months}</summary>
          <div class="flow">
            <p class="measure">{text.monthsHint}</p>
            <div class="month-rents">
              {calendarMonths.map((month) => (
                <MoneyInput {...field(monthField(month))} label={capital(monthIn(month, language))} />
              ))}
            </div>
          </div>
        </details>
      </>
    )
  },
  answers: ({ rent, monthRents, chargesMode, charges, chargesCover }, { language }) => {
    const text = words(language).rent
    return [
      { label: text.rent, value: written(rent, language) },
      {
        label: text.charges,
        value:
          chargesMode &&
          (charges === null
            ? text.modes[chargesMode]
            : `${labelled(text.modes[chargesMode], language)} ${written(charges, language)}`),
      },
      ...monthsByRent(monthRents ?? [], language).map(({ months, rent }) => ({
        label: text.rentIn(months),
        value: written(rent, language),
      })),
      { label: text.cover, value: chargesCover.map((cover) => text.covers[cover]).join(', ') || text.notSaid },
    ]
  },
  typed: ({ rent, monthRents = [], chargesMode, charges, chargesCover }) => ({
    rent: amountTyped(rent),
    ...Object.fromEntries(monthRents.map((one) => [monthField(one.month), amountTyped(one.rent)])),
    chargesMode: chargesMode ?? '',
    charges: amountTyped(charges),
    chargesCover: [...chargesCover],
  }),
}
