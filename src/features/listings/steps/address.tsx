import { z } from 'zod'
import { fieldsOf, line } from '../../../platform/forms'
import { findPersonalData } from '../../../std/finder'
import { choiceIn } from '../../../std/written'
import { Notice, TextInput } from '../../../ui'
import { placeById } from '../../places'
import type { ListingContent } from '../content'
import { locate, publicPostcode } from '../where'
import { checkThen, type Step } from './step'
import { words } from './words'

type Address = Pick<ListingContent, 'street' | 'houseNumber' | 'postcode' | 'place'>

const schema = z.object({ street: line(80, 2), houseNumber: line(12), postcode: line(10), town: line(60) })

/** "Naamsestraat 12" has its number in the wrong field, and a street is published. Years are parts of names: Plein 1944. */
const endsInNumber = /\s\d{1,3}\s?[a-z]?(?:[/-]\d+)?$|,\s*\d/i

/** "12", "12A", "12/3", "263-H", "14 bus 2". */
const houseNumbers =
  /^\d{1,4}\s?[a-z]{0,3}(?:\s?[/-]\s?[a-z0-9]{1,5}|\s(?:bus|bte|boîte|box|kamer|chambre)\s?[a-z0-9]{1,5}){0,2}$/i

export const address: Step<Address> = {
  name: 'address',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { address: text } = words(about.language)
    return checkThen(schema, typed, about, text.errors, ({ street, houseNumber, postcode, town }) => {
      if (endsInNumber.test(street)) return [{ name: 'street', message: text.numberInStreet }]
      if (findPersonalData(street).length > 0 || /[<>{}@]/.test(street)) return [{ name: 'street', message: text.noStreet }]
      if (!houseNumbers.test(houseNumber)) return [{ name: 'houseNumber', message: text.noHouseNumber }]
      const located = locate({ postcode, town })
      if (!located.ok)
        return [{ name: located.field, message: text[located.why](town, located.place?.names[about.language] ?? '') }]
      return { street, houseNumber, postcode: publicPostcode(postcode), place: located.place.id }
    })
  },
  View: ({ typed, errors, language, asks }) => {
    const text = words(language).address
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.why}</p>
        <TextInput {...field('street')} label={text.street} autocomplete="off" />
        <TextInput
          {...field('houseNumber')}
          label={text.houseNumber}
          width={5}
          hint={text.houseNumberHint}
          why={text.houseNumberWhy}
          autocomplete="off"
        />
        <TextInput {...field('postcode')} label={text.postcode} width={10} autocomplete="off" />
        <TextInput {...field('town')} label={text.town} width={20} autocomplete="off" />
        {asks.length > 0 && (
          <Notice tone="info">
            <p>{text.asks(choiceIn(asks, language))}</p>
          </Notice>
        )}
      </>
    )
  },
  answers: ({ street, houseNumber, postcode, place }, { language }) => {
    const text = words(language).address
    return [
      { label: text.street, value: street },
      {
        label: text.houseNumber,
        value: (
          <>
            {houseNumber} <span class="soft">({text.notPublic})</span>
          </>
        ),
      },
      { label: text.town, value: [postcode, placeById(place)?.names[language]].join(' ') },
    ]
  },
  typed: ({ street, houseNumber, postcode, place }, { language }) => ({
    street: street ?? '',
    houseNumber: houseNumber ?? '',
    postcode: postcode ?? '',
    town: placeById(place)?.names[language] ?? '',
  }),
}
