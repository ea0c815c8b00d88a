import type { Words } from './words.nl'

const length = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 })
const spelled = (metres: number) => (metres < 1000 ? `${metres} m` : `${length.format(metres / 1000)} km`)
const minutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)

export const fr = {
  way: {
    distance: ({ kind, metres }) =>
      kind === 'about' ? `environ ${spelled(metres)}` : `à ${spelled(metres)} environ tout au plus`,
    byBike: (kind, n) => `${kind === 'about' ? 'environ' : 'au plus'} ${minutes(n)} à vélo`,
    onFoot: (kind, n) => `${kind === 'about' ? 'environ' : 'au plus'} ${minutes(n)} à pied`,
    straight: "Distance à vol d'oiseau ; les temps comptent avec des rues ordinaires et une allure tranquille.",
  },
  accuracy: {
    address: "à l'adresse",
    street: 'quelque part dans la rue',
    postcode: 'au centre du code postal',
    place: 'au centre de la commune',
  },
  kinds: { place: 'Lieu', postcode: 'Code postal', campus: 'Campus' },
  regions: { 'BE-VLG': 'Flandre', 'BE-BRU': 'Bruxelles', 'BE-WAL': 'Wallonie', NL: 'Pays-Bas' },
  countries: { BE: 'Belgique', NL: 'Pays-Bas' },
  attribution: 'Lieux : GeoNames (CC BY 4.0), réduits à la Belgique et aux Pays-Bas et complétés par des noms.',
} satisfies Words
