import { z } from 'zod'
import { choice, errorOf, line, optional, typedOf } from '../../../platform/forms'
import { parseCoordinates } from '../../../std/coordinates'
import { Radios, TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { locate, misplaced } from '../where'
import { checkThen, type Step } from './step'
import { words } from './words'

type Pin = Pick<ListingContent, 'point' | 'accuracy'>

const schema = z.object({ pin: choice(['right', 'typed']), coordinates: optional(line(80)) })
const found = (typed: Parameters<typeof typedOf>[0]) =>
  locate({
    street: typedOf(typed, 'street'),
    houseNumber: typedOf(typed, 'houseNumber'),
    postcode: typedOf(typed, 'postcode'),
    town: typedOf(typed, 'town'),
  })

export const pin: Step<Pin> = {
  name: 'pin',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { pin: text } = words(about.language)
    return checkThen(schema, typed, about, {}, ({ pin, coordinates }) => {
      const address = found(typed)
      if (!address.ok) return [{ name: 'pin', message: text.addressFirst }]
      if (pin === 'right') return { point: address.point, accuracy: address.accuracy }
      const point = coordinates === null ? null : parseCoordinates(coordinates)
      if (!point) return [{ name: 'coordinates', message: text.noCoordinates }]
      const wrong = misplaced(point, address)
      if (wrong) return [{ name: 'coordinates', message: text[wrong.why](wrong.km, address.place.names[about.language]) }]
      return { point, accuracy: 'address' as const }
    })
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).pin
    const address = found(typed)
    const town = address.ok ? address.place.names[language] : typedOf(typed, 'town')
    const middle = address.ok && address.accuracy === 'postcode' ? `${typedOf(typed, 'postcode')} ${town}` : town
    return (
      <>
        <p class="measure">{text.published}</p>
        <Radios
          lang={language}
          name="pin"
          label={text.question}
          value={typedOf(typed, 'pin') || undefined}
          error={errorOf(errors, 'pin')}
          options={[
            { value: 'right', text: text.right(middle), hint: text.rightHint },
            {
              value: 'typed',
              text: text.typed,
              more: (
                <TextInput
                  lang={language}
                  name="coordinates"
                  label={text.coordinates}
                  hint={text.coordinatesHint}
                  why={text.why}
                  value={typedOf(typed, 'coordinates')}
                  error={errorOf(errors, 'coordinates')}
                  autocomplete="off"
                  inputmode="text"
                  width={20}
                />
              ),
            },
          ]}
        />
      </>
    )
  },
  answers: ({ accuracy }, { language }) => {
    const text = words(language).pin
    return [{ label: text.label, value: accuracy === 'address' ? text.exact : text.middle }]
  },
  typed: ({ point, accuracy }) => ({
    pin: accuracy === 'address' ? 'typed' : 'right',
    coordinates: accuracy === 'address' ? `${point.lat}, ${point.lon}` : '',
  }),
}
