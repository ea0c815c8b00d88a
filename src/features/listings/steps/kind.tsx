import { z } from 'zod'
import { choice, fieldsOf, optional, whole } from '../../../platform/forms'
import { Radios, TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Kind = Pick<ListingContent, 'kind' | 'size'>

const kinds = ['kot', 'studio', 'apartment'] as const
const schema = z.object({ kind: choice(kinds), size: optional(whole(4, 500)) })

export const kind: Step<Kind> = {
  name: 'kind',
  fields: Object.keys(schema.shape),
  check: (typed, about) => checkThen(schema, typed, about, {}, (values) => values),
  View: ({ typed, errors, language }) => {
    const text = words(language).kind
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <Radios
          {...field('kind')}
          label={text.question}
          options={kinds.map((value) => ({ value, text: text.kinds[value], hint: text.hints[value] }))}
        />
        <TextInput {...field('size')} label={text.size} hint={text.sizeHint} suffix="m²" width={5} inputmode="numeric" optional />
      </>
    )
  },
  answers: ({ kind, size }, { language }) => {
    const text = words(language).kind
    return [
      { label: text.label, value: text.kinds[kind] },
      { label: text.size, value: size === null ? text.unknown : `${size} m²` },
    ]
  },
  typed: ({ kind, size }) => ({ kind, size: size === null ? '' : String(size) }),
}
