// What Brussels wants told beside all else: the meters of the room itself, the reference rent, and what was paid before.
import { z } from 'zod'
import { choice, choices, day, errorOf, fieldsOf, money, optional, type Typed, typedOf } from '../../../platform/forms'
import { dayIn } from '../../../std/written'
import { Checkboxes, DateInput, MoneyInput, Radios, money as written } from '../../../ui'
import { meterKinds } from '../answers'
import { amountTyped, manyOf } from './many'
import { type About, checkThen, type LawStep } from './step'
import { words } from './words'

const inBrussels = (_typed: Typed, { region }: About) => region === 'BE-BRU'
const rentOrNone = () => optional(money(10_00, 20_000_00))

const metersSchema = z.object({ metersOwn: choice(['some', 'none', 'unknown']), meters: choices(meterKinds) })

export const meters: LawStep = {
  name: 'meters',
  asked: inBrussels,
  fields: Object.keys(metersSchema.shape),
  check: (typed, about) =>
    checkThen(metersSchema, typed, about, {}, ({ metersOwn, meters }) => {
      if (metersOwn === 'unknown') return {}
      if (metersOwn === 'none') return { meters: [] }
      return meters.length > 0 ? { meters } : [{ name: 'meters', message: words(about.language).meters.noMeters }]
    }),
  View: ({ typed, errors, language }) => {
    const text = words(language).meters
    return (
      <Radios
        lang={language}
        name="metersOwn"
        label={text.question}
        value={typedOf(typed, 'metersOwn') || undefined}
        error={errorOf(errors, 'metersOwn')}
        options={[
          {
            value: 'some',
            text: text.some,
            more: (
              <Checkboxes
                lang={language}
                name="meters"
                label={text.which}
                values={manyOf(typed, 'meters')}
                error={errorOf(errors, 'meters')}
                options={meterKinds.map((value) => ({ value, text: text.kinds[value] }))}
              />
            ),
          },
          { value: 'none', text: text.none },
          { value: 'unknown', text: text.unknown },
        ]}
      />
    )
  },
  answers: ({ meters }, { language }) => {
    const text = words(language).meters
    const named = meters?.map((kind) => text.kinds[kind]).join(', ')
    return [{ label: text.label, value: meters === undefined ? text.unknown : named || text.none }]
  },
  typed: ({ answers: { meters } = {} }) => ({
    metersOwn: meters === undefined ? 'unknown' : meters.length > 0 ? 'some' : 'none',
    meters: meters ?? [],
  }),
}

const referenceSchema = z.object({ referenceMin: rentOrNone(), referenceMax: rentOrNone() })

export const referenceRent: LawStep = {
  name: 'referenceRent',
  asked: inBrussels,
  fields: Object.keys(referenceSchema.shape),
  check: (typed, about) =>
    checkThen(referenceSchema, typed, about, {}, ({ referenceMin, referenceMax }) => {
      if (referenceMin !== null && referenceMax !== null && referenceMax < referenceMin)
        return [{ name: 'referenceMax', message: words(about.language).referenceRent.upsideDown }]
      return { referenceMin: referenceMin ?? undefined, referenceMax: referenceMax ?? undefined }
    }),
  View: ({ typed, errors, language }) => {
    const text = words(language).referenceRent
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">
          {text.what} <a href="https://loyers.brussels">loyers.brussels</a>
        </p>
        <MoneyInput {...field('referenceMin')} label={text.referenceMin} optional />
        <MoneyInput {...field('referenceMax')} label={text.referenceMax} optional />
      </>
    )
  },
  answers: ({ referenceMin, referenceMax }, { language }) => {
    const text = words(language).referenceRent
    const amounts = [referenceMin, referenceMax].flatMap((cents) => (cents === undefined ? [] : written(cents, language)))
    return [{ label: text.label, value: amounts.join(' – ') || text.unknown }]
  },
  typed: ({ answers = {} }) => ({
    referenceMin: amountTyped(answers.referenceMin ?? null),
    referenceMax: amountTyped(answers.referenceMax ?? null),
  }),
}

const previousSchema = z.object({ previousRent: rentOrNone(), previousRentOn: optional(day()) })

export const previousRent: LawStep = {
  name: 'previousRent',
  asked: (typed, about) => inBrussels(typed, about) && typedOf(typed, 'lease') === 'short',
  fields: Object.keys(previousSchema.shape),
  check: (typed, about) =>
    checkThen(previousSchema, typed, about, {}, ({ previousRent, previousRentOn }) => {
      if (previousRentOn !== null && previousRentOn > about.today)
        return [{ name: 'previousRentOn', message: words(about.language).previousRent.toCome }]
      return { previousRent: previousRent ?? undefined, previousRentOn: previousRentOn ?? undefined }
    }),
  View: ({ typed, errors, language, today }) => {
    const text = words(language).previousRent
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <MoneyInput {...field('previousRent')} label={text.previousRent} hint={text.hint} optional />
        <DateInput {...field('previousRentOn')} label={text.previousRentOn} optional max={today} />
      </>
    )
  },
  answers: ({ previousRent, previousRentOn }, { language }) => {
    const text = words(language).previousRent
    const told = [
      previousRent !== undefined && written(previousRent, language),
      previousRentOn && dayIn(previousRentOn, language),
    ]
    return [{ label: text.label, value: told.filter(Boolean).join(', ') || text.unknown }]
  },
  typed: ({ answers = {} }) => ({
    previousRent: amountTyped(answers.previousRent ?? null),
    previousRentOn: answers.previousRentOn ?? '',
  }),
}
