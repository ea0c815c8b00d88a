import { z } from 'zod'
import { choice, choices, errorOf, fieldsOf, money, optional, typedOf } from '../../../platform/forms'
import { Checkboxes, MoneyInput, Radios, money as written } from '../../../ui'
import { covers, type ListingContent } from '../content'
import { amountTyped, manyOf } from './many'
import { checkThen, type Step } from './step'
import { words } from './words'

type Rent = Pick<ListingContent, 'rent' | 'chargesMode' | 'charges' | 'chargesCover'>

const modes = ['included', 'fixed', 'provision'] as const
const schema = z.object({
  rent: money(10_00, 20_000_00),
  chargesMode: choice(modes),
  charges: optional(money(0, 5_000_00)),
  chargesCover: choices(covers),
})

/** Rent and charges must both be in every advert: Flemish, Brussels and Walloon rules alike (see the reference on housing law, §4). */
export const rent: Step<Rent> = {
  name: 'rent',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { rent: text } = words(about.language)
    return checkThen(schema, typed, about, text.errors, ({ charges, ...values }) => {
      if (values.chargesMode === 'included') return { ...values, charges: null }
      return charges === null ? [{ name: 'charges', message: text.noCharges }] : { ...values, charges }
    })
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
      </>
    )
  },
  answers: ({ rent, chargesMode, charges, chargesCover }, { language }) => {
    const text = words(language).rent
    return [
      { label: text.rent, value: written(rent, language) },
      {
        label: text.charges,
        value:
          chargesMode && [text.modes[chargesMode], charges !== null && written(charges, language)].filter(Boolean).join(': '),
      },
      { label: text.cover, value: chargesCover.map((cover) => text.covers[cover]).join(', ') || text.notSaid },
    ]
  },
  typed: ({ rent, chargesMode, charges, chargesCover }) => ({
    rent: amountTyped(rent),
    chargesMode: chargesMode ?? '',
    charges: amountTyped(charges),
    chargesCover: [...chargesCover],
  }),
}
