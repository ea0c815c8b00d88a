import { z } from 'zod'
import { choice, day, errorOf, fieldsOf, optional, type Typed, typedOf, whole } from '../../../platform/forms'
import { dayIn } from '../../../std/written'
import { DateInput, Radios, TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Availability = Pick<ListingContent, 'availableFrom' | 'availableUntil' | 'leaseMinMonths' | 'leaseMaxMonths'>

const schema = z.object({
  available: choice(['now', 'from']),
  availableFrom: optional(day()),
  availableUntil: optional(day()),
  leaseMin: optional(whole(1, 120)),
  leaseMax: optional(whole(1, 120)),
})

const inYears = (today: string, years: number) => Temporal.PlainDate.from(today).add({ years }).toString()

/** Whoever sublets is back one day: without it nobody knows for how long the room is. */
const isSublet = (typed: Typed) => typedOf(typed, 'lease') === 'sublet'

export const availability: Step<Availability> = {
  name: 'availability',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { availability: text } = words(about.language)
    const { today } = about
    return checkThen(schema, typed, about, {}, ({ available, availableFrom, availableUntil, leaseMin, leaseMax }) => {
      const from = available === 'now' ? today : availableFrom
      if (from === null) return [{ name: 'availableFrom', message: text.noDay }]
      if (from < today) return [{ name: 'availableFrom', message: text.past }]
      if (from > inYears(today, 3)) return [{ name: 'availableFrom', message: text.tooFar }]
      if (availableUntil === null && isSublet(typed)) return [{ name: 'availableUntil', message: text.subletEnds }]
      if (availableUntil !== null && availableUntil <= from) return [{ name: 'availableUntil', message: text.untilBefore }]
      if (availableUntil !== null && availableUntil > inYears(today, 10))
        return [{ name: 'availableUntil', message: text.tooFar }]
      if (leaseMin !== null && leaseMax !== null && leaseMax < leaseMin) return [{ name: 'leaseMax', message: text.maxBelowMin }]
      return { availableFrom: from, availableUntil, leaseMinMonths: leaseMin, leaseMaxMonths: leaseMax }
    })
  },
  View: ({ typed, errors, language, today }) => {
    const text = words(language).availability
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <Radios
          lang={language}
          name="available"
          label={text.question}
          value={typedOf(typed, 'available') || undefined}
          error={errorOf(errors, 'available')}
          options={[
            { value: 'now', text: text.now },
            {
              value: 'from',
              text: text.later,
              more: <DateInput {...field('availableFrom')} label={text.availableFrom} min={today} />,
            },
          ]}
        />
        <DateInput
          {...field('availableUntil')}
          label={text.availableUntil}
          min={today}
          optional={!isSublet(typed)}
          hint={isSublet(typed) ? text.subletHint : text.untilHint}
        />
        <TextInput {...field('leaseMin')} label={text.leaseMin} width={5} inputmode="numeric" suffix={text.months} optional />
        <TextInput
          {...field('leaseMax')}
          label={text.leaseMax}
          width={5}
          inputmode="numeric"
          suffix={text.months}
          optional
          hint={text.leaseHint}
        />
      </>
    )
  },
  answers: ({ availableFrom, availableUntil, leaseMinMonths, leaseMaxMonths }, { language, today }) => {
    const text = words(language).availability
    return [
      {
        label: text.label,
        value: availableFrom === null || availableFrom <= today ? text.now : dayIn(availableFrom, language),
      },
      { label: text.availableUntil, value: availableUntil ? dayIn(availableUntil, language) : text.noEnd },
      { label: text.lease, value: text.leaseOf(leaseMinMonths, leaseMaxMonths) },
    ]
  },
  typed: ({ availableFrom, availableUntil, leaseMinMonths, leaseMaxMonths }, { today }) => ({
    available: availableFrom === null ? '' : availableFrom <= today ? 'now' : 'from',
    availableFrom: availableFrom !== null && availableFrom > today ? availableFrom : '',
    availableUntil: availableUntil ?? '',
    leaseMin: leaseMinMonths === null ? '' : String(leaseMinMonths),
    leaseMax: leaseMaxMonths === null ? '' : String(leaseMaxMonths),
  }),
}
