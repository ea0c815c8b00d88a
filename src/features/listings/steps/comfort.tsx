import { z } from 'zod'
import { choice, type FieldWords, fieldsOf } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import { Radios } from '../../../ui'
import type { ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Comfort = Pick<ListingContent, 'furnished' | 'kitchen' | 'bath' | 'toilet'>

const sharing = ['own', 'shared'] as const
const rooms = ['kitchen', 'bath', 'toilet'] as const
const schema = z.object({
  furnished: choice(['yes', 'no']),
  kitchen: choice(sharing),
  bath: choice(sharing),
  toilet: choice(sharing),
})

/** Four questions alike: what is missing says of which. */
const named = (language: Language): FieldWords => {
  const { choose, comfort: text } = words(language)
  return Object.fromEntries((['furnished', ...rooms] as const).map((field) => [field, { choose: choose(text[field]) }]))
}

export const comfort: Step<Comfort> = {
  name: 'comfort',
  fields: Object.keys(schema.shape),
  check: (typed, about) =>
    checkThen(schema, typed, about, named(about.language), ({ furnished, ...values }) => ({
      ...values,
      furnished: furnished === 'yes',
    })),
  View: ({ typed, errors, language }) => {
    const text = words(language).comfort
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <Radios
          {...field('furnished')}
          label={text.furnished}
          inline
          hint={text.furnishedHint}
          options={[
            { value: 'yes', text: text.yes },
            { value: 'no', text: text.no },
          ]}
        />
        {rooms.map((room) => (
          <Radios {...field(room)} label={text[room]} inline options={sharing.map((value) => ({ value, text: text[value] }))} />
        ))}
      </>
    )
  },
  answers: ({ furnished, ...shared }, { language }) => {
    const text = words(language).comfort
    return [
      { label: text.furnished, value: furnished ? text.yes : text.no },
      ...rooms.map((room) => ({ label: text[room], value: shared[room] && text[shared[room]] })),
    ]
  },
  typed: ({ furnished, kitchen, bath, toilet }) => ({
    furnished: furnished === null ? '' : furnished ? 'yes' : 'no',
    kitchen: kitchen ?? '',
    bath: bath ?? '',
    toilet: toilet ?? '',
  }),
}
