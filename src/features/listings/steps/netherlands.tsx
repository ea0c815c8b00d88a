// What the Netherlands want told beside all else: the bare rent, the points, and how a tenant is chosen.
import { z } from 'zod'
import { fieldsOf, money, optional, type Typed, typedOf, whole } from '../../../platform/forms'
import { MoneyInput, TextInput, money as written } from '../../../ui'
import { amountTyped } from './many'
import { reasonStep } from './reason'
import { type About, checkThen, type LawStep } from './step'
import { words } from './words'

const inNetherlands = (_typed: Typed, { region }: About) => region === 'NL'

const bareSchema = z.object({ bareRent: money(10_00, 20_000_00) })

export const bareRent: LawStep = {
  name: 'bareRent',
  asked: (typed, about) => inNetherlands(typed, about) && typedOf(typed, 'chargesMode') === 'included',
  fields: Object.keys(bareSchema.shape),
  check: (typed, about) => checkThen(bareSchema, typed, about, {}, (values) => values),
  View: ({ typed, errors, language }) => {
    const text = words(language).bareRent
    const field = fieldsOf(language, typed, errors)
    return <MoneyInput {...field('bareRent')} label={text.label} hint={text.hint} />
  },
  answers: ({ bareRent = 0 }, { language }) => [{ label: words(language).bareRent.label, value: written(bareRent, language) }],
  typed: ({ answers = {} }) => ({ bareRent: amountTyped(answers.bareRent ?? null) }),
}

const pointsSchema = z.object({ points: optional(whole(0, 1000)), maxRent: optional(money(10_00, 20_000_00)) })

export const points: LawStep = {
  name: 'points',
  asked: inNetherlands,
  fields: Object.keys(pointsSchema.shape),
  check: (typed, about) =>
    checkThen(pointsSchema, typed, about, {}, ({ points, maxRent }) => ({
      points: points ?? undefined,
      maxRent: maxRent ?? undefined,
    })),
  View: ({ typed, errors, language }) => {
    const text = words(language).points
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.what}</p>
        <TextInput {...field('points')} label={text.points} width={5} inputmode="numeric" optional />
        <MoneyInput {...field('maxRent')} label={text.maxRent} optional />
      </>
    )
  },
  answers: ({ points, maxRent }, { language }) => {
    const text = words(language).points
    return [
      { label: text.points, value: points ?? text.none },
      { label: text.maxRent, value: maxRent === undefined ? text.none : written(maxRent, language) },
    ]
  },
  typed: ({ answers = {} }) => ({
    points: answers.points === undefined ? '' : String(answers.points),
    maxRent: amountTyped(answers.maxRent ?? null),
  }),
}

export const criteria = reasonStep('criteria', inNetherlands)
