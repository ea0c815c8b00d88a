import { z } from 'zod'
import { fieldsOf, optionalChoice, type Typed, typedOf } from '../../../platform/forms'
import { Radios } from '../../../ui'
import { conformities, leases } from '../answers'
import { rulesAbout } from '../law'
import { locate, publicPostcode } from '../where'
import { type About, checkThen, type LawStep } from './step'
import { words } from './words'

const schema = z.object({ conformity: optionalChoice(conformities) })

/** What municipalities ask of a room there, as far as it is typed. */
function askedThere(typed: Typed, { region, today, law }: About) {
  if (region === null) return []
  const [postcode, town] = [typedOf(typed, 'postcode'), typedOf(typed, 'town')]
  const located = locate({ postcode, town })
  const lease = leases.find((one) => one === typedOf(typed, 'lease')) ?? null
  const told = { postcode: publicPostcode(postcode), place: located.ok ? located.place.id : null, lease }
  return rulesAbout('conformity', told, region, today, law)
}

/** Some municipalities want a certificate that a dwelling is fit to live in: it is asked there alone. It may be left open. */
export const conformity: LawStep = {
  name: 'conformity',
  asked: (typed, about) => typedOf(typed, 'conformity') !== '' || askedThere(typed, about).length > 0,
  fields: Object.keys(schema.shape),
  check: (typed, about) => checkThen(schema, typed, about, {}, (values) => values),
  View: ({ typed, errors, language, ...about }) => {
    const text = words(language).conformity
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        {typedOf(typed, 'conformity') === '' &&
          askedThere(typed, { language, ...about }).map(({ why }) => <p class="measure">{why[language]}</p>)}
        <Radios
          {...field('conformity')}
          label={text.question}
          hint={text.hint}
          optional
          options={conformities.map((value) => ({ value, text: text.options[value] }))}
        />
      </>
    )
  },
  answers: ({ conformity }, { language }) => {
    const text = words(language).conformity
    return [{ label: text.label, value: conformity ? text.told[conformity] : text.unsaid }]
  },
  typed: ({ answers }) => ({ conformity: answers?.conformity ?? '' }),
}
