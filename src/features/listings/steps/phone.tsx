import { z } from 'zod'
import { fieldsOf, line, optional } from '../../../platform/forms'
import { TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { phoneOf } from '../rules'
import { checkThen, type Step } from './step'
import { words } from './words'

type Phone = Pick<ListingContent, 'phone'>

const schema = z.object({ phone: optional(line(30)) })

export const phone: Step<Phone> = {
  name: 'phone',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { phone: text } = words(about.language)
    return checkThen(schema, typed, about, {}, ({ phone }) => {
      const number = phone === null ? null : phoneOf(phone)
      return number === undefined ? [{ name: 'phone', message: text.noPhone }] : { phone: number }
    })
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).phone
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.what}</p>
        <TextInput
          {...field('phone')}
          label={text.phone}
          type="tel"
          autocomplete="tel"
          inputmode="tel"
          width={20}
          optional
          hint={text.hint}
          why={text.why}
        />
      </>
    )
  },
  answers: ({ phone }, { language }) => {
    const text = words(language).phone
    return [{ label: text.phone, value: phone ?? text.none }]
  },
  typed: ({ phone }) => ({ phone: phone ?? '' }),
}
