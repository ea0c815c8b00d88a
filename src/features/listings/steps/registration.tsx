import { z } from 'zod'
import { choice, fieldsOf } from '../../../platform/forms'
import { Radios } from '../../../ui'
import type { ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Registration = Pick<ListingContent, 'internet' | 'domicile'>

const internets = ['included', 'extra', 'none'] as const
const domiciles = ['yes', 'onRequest', 'no'] as const
const schema = z.object({ internet: choice(internets), domicile: choice(domiciles) })

export const registration: Step<Registration> = {
  name: 'registration',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { choose, registration: text } = words(about.language)
    const named = { internet: { choose: choose(text.internet) }, domicile: { choose: choose(text.domicile) } }
    return checkThen(schema, typed, about, named, (values) => values)
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).registration
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <Radios
          {...field('internet')}
          label={text.internet}
          options={internets.map((value) => ({ value, text: text.internets[value] }))}
        />
        <Radios
          {...field('domicile')}
          label={text.domicile}
          hint={text.domicileHint}
          options={domiciles.map((value) => ({ value, text: text.domiciles[value] }))}
        />
      </>
    )
  },
  answers: ({ internet, domicile }, { language }) => {
    const text = words(language).registration
    return [
      { label: text.internet, value: internet && text.internets[internet] },
      { label: text.domicile, value: domicile && text.domiciles[domicile] },
    ]
  },
  typed: ({ internet, domicile }) => ({ internet: internet ?? '', domicile: domicile ?? '' }),
}
