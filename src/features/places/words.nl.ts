type Distance = { kind: 'about' | 'within'; metres: number }

const length = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 })
const spelled = (metres: number) => (metres < 1000 ? `${metres} m` : `${length.format(metres / 1000)} km`)
const minutes = (n: number) => (n === 1 ? '1 minuut' : `${n} minuten`)

export const nl = {
  way: {
    distance: ({ kind, metres }: Distance): string =>
      kind === 'about' ? `ongeveer ${spelled(metres)}` : `hooguit ongeveer ${spelled(metres)}`,
    byBike: (kind: Distance['kind'], n: number): string => `${kind === 'about' ? 'ongeveer' : 'hooguit'} ${minutes(n)} fietsen`,
    onFoot: (kind: Distance['kind'], n: number): string => `${kind === 'about' ? 'ongeveer' : 'hooguit'} ${minutes(n)} te voet`,
    straight: 'Afstand in vogelvlucht; de tijden rekenen op gewone straten en een rustig tempo.',
  },
  accuracy: {
    address: 'op het adres',
    street: 'ergens in de straat',
    postcode: 'in het midden van de postcode',
    place: 'in het midden van de gemeente',
  },
  kinds: { place: 'Plaats', postcode: 'Postcode', campus: 'Campus' },
  regions: { 'BE-VLG': 'Vlaanderen', 'BE-BRU': 'Brussel', 'BE-WAL': 'Wallonië', NL: 'Nederland' },
  countries: { BE: 'België', NL: 'Nederland' },
  attribution: 'Plaatsen: GeoNames (CC BY 4.0), beperkt tot België en Nederland en aangevuld met namen.',
}

export type Words = typeof nl
