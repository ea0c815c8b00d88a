import type { Example } from '../example'
import { Field, FieldGroup, tie } from './field'

const street = { lang: 'en', name: 'street-raw', label: 'Street', hint: 'Without the number' } as const
const stay = { lang: 'en', name: 'stay-raw', label: 'When would you stay?', error: 'Say from when' } as const

export const examples: Example[] = [
  {
    name: 'Own control in a field',
    node: (
      <Field field={street}>
        <input class="text-input" {...tie(street)} />
      </Field>
    ),
  },
  {
    name: 'Group of controls',
    node: (
      <FieldGroup field={stay}>
        <label>
          From <input class="text-input" name="stay-raw-from" id="field-stay-raw" />
        </label>
      </FieldGroup>
    ),
  },
]
