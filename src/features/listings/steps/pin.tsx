import { z } from 'zod'
import { choice, errorOf, fieldsOf, line, optional, type Typed, typedOf } from '../../../platform/forms'
import { parseCoordinates } from '../../../std/coordinates'
import { Radios, TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { knownOf } from '../lookup'
import { locate, misplaced } from '../where'
import { PinMap } from './pin-map'
import { type About, checkThen, type Step } from './step'
import { words } from './words'

type Pin = Pick<ListingContent, 'point' | 'accuracy'>

const schema = z.object({ pin: choice(['right', 'typed']), coordinates: optional(line(80)) })

/** Where the address lies as well as anybody told: the house or its street if that was looked up, else the middle of the postcode or the town. */
function found(typed: Typed, { house }: Pick<About, 'house'>) {
  const located = locate({ postcode: typedOf(typed, 'postcode'), town: typedOf(typed, 'town') })
  const known = knownOf(house, typed)
  return located.ok && known ? { ...located, ...known } : located
}

export const pin: Step<Pin> = {
  name: 'pin',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { pin: text } = words(about.language)
    return checkThen(schema, typed, about, {}, ({ pin, coordinates }) => {
      const address = found(typed, about)
      if (!address.ok) return [{ name: 'pin', message: text.addressFirst }]
      if (pin === 'right') return { point: address.point, accuracy: address.accuracy }
      const point = coordinates === null ? null : parseCoordinates(coordinates)
      if (!point) return [{ name: 'coordinates', message: text.noCoordinates }]
      const wrong = misplaced(point, address)
      if (wrong) return [{ name: 'coordinates', message: text[wrong.why](wrong.km, address.place.names[about.language]) }]
      return { point, accuracy: 'address' as const }
    })
  },
  View: ({ typed, errors, language, house }) => {
    const text = words(language).pin
    const address = found(typed, { house })
    const town = address.ok ? address.place.names[language] : typedOf(typed, 'town')
    const accuracy = address.ok ? address.accuracy : 'place'
    const known = {
      address: `${typedOf(typed, 'street')} ${typedOf(typed, 'houseNumber')}`,
      street: typedOf(typed, 'street'),
      postcode: `${typedOf(typed, 'postcode')} ${town}`,
      place: town,
    }
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.published}</p>
        {address.ok && <PinMap language={language} from={address} />}
        <Radios
          lang={language}
          name="pin"
          label={text.question}
          value={typedOf(typed, 'pin') || undefined}
          error={errorOf(errors, 'pin')}
          options={[
            { value: 'right', text: text.right[accuracy](known[accuracy]), hint: text.rightHints[accuracy] },
            {
              value: 'typed',
              text: text.typed,
              more: (
                <TextInput
                  {...field('coordinates')}
                  label={text.coordinates}
                  hint={text.coordinatesHint}
                  why={text.why}
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
    return [{ label: text.label, value: text.accuracy[accuracy] }]
  },
  typed: ({ point, accuracy }) => ({
    pin: accuracy === 'address' ? 'typed' : 'right',
    coordinates: accuracy === 'address' ? `${point.lat}, ${point.lon}` : '',
  }),
}
