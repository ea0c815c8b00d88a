import type { Words } from './words.nl'

const length = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const spelled = (metres: number) => (metres < 1000 ? `${metres} m` : `${length.format(metres / 1000)} km`)
const minutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)

export const en = {
  way: {
    distance: ({ kind, metres }) => (kind === 'about' ? `about ${spelled(metres)}` : `within about ${spelled(metres)}`),
    byBike: (kind, n) => `${kind === 'about' ? 'about' : 'at most'} ${minutes(n)} by bike`,
    onFoot: (kind, n) => `${kind === 'about' ? 'about' : 'at most'} ${minutes(n)} on foot`,
    straight: 'Distance as the crow flies; the times reckon with ordinary streets and an easy pace.',
  },
  accuracy: {
    address: 'at the address',
    street: 'somewhere in the street',
    postcode: 'in the middle of the postcode',
    place: 'in the middle of the town',
  },
  kinds: { place: 'Place', postcode: 'Postcode', campus: 'Campus' },
  regions: { 'BE-VLG': 'Flanders', 'BE-BRU': 'Brussels', 'BE-WAL': 'Wallonia', NL: 'Netherlands' },
  countries: { BE: 'Belgium', NL: 'Netherlands' },
  attribution: 'Places: GeoNames (CC BY 4.0), reduced to Belgium and the Netherlands, with names added.',
} satisfies Words
