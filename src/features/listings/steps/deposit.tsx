import { z } from 'zod'
import { choice, errorOf, fieldsOf, money, optional, typedOf } from '../../../platform/forms'
import { MoneyInput, Radios, money as written } from '../../../ui'
import type { ListingContent } from '../content'
import { amountTyped } from './many'
import { checkThen, type Step } from './step'
import { words } from './words'

type Deposit = Pick<ListingContent, 'deposit'>

const schema = z.object({ depositAsked: choice(['yes', 'no']), deposit: optional(money(1_00, 60_000_00)) })

export const deposit: Step<Deposit> = {
  name: 'deposit',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { deposit: text } = words(about.language)
    return checkThen(schema, typed, about, {}, ({ depositAsked, deposit }) => {
      if (depositAsked === 'no') return { deposit: 0 }
      if (deposit === null) return [{ name: 'deposit', message: text.noAmount }]
      return { deposit }
    })
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).deposit
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.what}</p>
        <Radios
          lang={language}
          name="depositAsked"
          label={text.question}
          value={typedOf(typed, 'depositAsked') || undefined}
          error={errorOf(errors, 'depositAsked')}
          options={[
            {
              value: 'yes',
              text: text.yes,
              more: <MoneyInput {...field('deposit')} label={text.amount} hint={text.law} />,
            },
            { value: 'no', text: text.no },
          ]}
        />
      </>
    )
  },
  answers: ({ deposit }, { language }) => {
    const text = words(language).deposit
    return [{ label: text.label, value: deposit ? written(deposit, language) : text.no }]
  },
  typed: ({ deposit }) => ({
    depositAsked: deposit === null ? '' : deposit === 0 ? 'no' : 'yes',
    deposit: deposit === 0 ? '' : amountTyped(deposit),
  }),
}
