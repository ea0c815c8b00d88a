import { z } from 'zod'
import { choice, fieldsOf, typedOf } from '../../../platform/forms'
import type { Region } from '../../../register/tables/listings'
import { Radios } from '../../../ui'
import { type Lease, leases, subletReasons } from '../answers'
import { checkThen, type LawStep } from './step'
import { words } from './words'

/** What one can offer: where Belgian law holds, and in the Netherlands. */
const offered = (region: Region | null): readonly Lease[] =>
  region === 'NL' ? ['indefinite', 'campus', 'hospita', 'sublet'] : ['student', 'main', 'short', 'sublet']

const schema = z.object({ lease: choice(leases) })

export const lease: LawStep = {
  name: 'lease',
  fields: Object.keys(schema.shape),
  check: (typed, about) =>
    checkThen(schema, typed, about, {}, (values) =>
      offered(about.region).includes(values.lease) ? values : [{ name: 'lease', message: words(about.language).lease.elsewhere }],
    ),
  View: ({ typed, errors, language, region }) => {
    const text = words(language).lease
    const field = fieldsOf(language, typed, errors)
    return (
      <Radios
        {...field('lease')}
        label={text.question}
        options={offered(region).map((value) => ({ value, text: text.leases[value], hint: text.hints[value] }))}
      />
    )
  },
  answers: ({ lease }, { language }) => {
    const text = words(language).lease
    return [{ label: text.label, value: lease && text.leases[lease] }]
  },
  typed: ({ answers }) => ({ lease: answers?.lease ?? '' }),
}

const subletSchema = z.object({ subletReason: choice(subletReasons) })

/** Why a tenant sublets: an exchange or an internship, or else the landlord agreed in writing. */
export const sublet: LawStep = {
  name: 'sublet',
  asked: (typed) => typedOf(typed, 'lease') === 'sublet',
  fields: Object.keys(subletSchema.shape),
  check: (typed, about) => checkThen(subletSchema, typed, about, {}, (values) => values),
  View: ({ typed, errors, language }) => {
    const text = words(language).sublet
    const field = fieldsOf(language, typed, errors)
    return (
      <Radios
        {...field('subletReason')}
        label={text.question}
        options={subletReasons.map((value) => ({ value, text: text.reasons[value] }))}
      />
    )
  },
  answers: ({ subletReason }, { language }) => {
    const text = words(language).sublet
    return [{ label: text.label, value: subletReason && text.reasons[subletReason] }]
  },
  typed: ({ answers }) => ({ subletReason: answers?.subletReason ?? '' }),
}
