import type { ChargesMode, Internet, ListingKind, Sharing } from '../../../register/tables/listings'
import { wordsIn } from '../../../std/words'

type Shared = Record<Sharing, string>

const nl = {
  kind: (kind: ListingKind, dutch: boolean): string =>
    ({ kot: dutch ? 'Kamer' : 'Kot', studio: 'Studio', apartment: 'Appartement' })[kind],
  title: (kind: string, size: number | null): string => (size === null ? kind : `${kind} van ${size} m²`),
  where: (what: string, town: string, street: string | null): string => `${what} in ${town}${street ? `, ${street}` : ''}.`,
  rent: (rent: string, mode: ChargesMode | null, charges: string | null): string => {
    const month = `De huur is ${rent} per maand`
    if (mode === 'included') return `${month}, kosten inbegrepen.`
    if (mode === null || charges === null) return `${month}.`
    return `${month}, met daarbij ${charges} ${mode === 'fixed' ? 'vaste kosten' : 'voorschot op de kosten'}.`
  },
  deposit: (amount: string): string => `De waarborg is ${amount}.`,
  kitchen: { own: 'eigen keuken', shared: 'gedeelde keuken' } satisfies Shared,
  bath: { own: 'eigen badkamer', shared: 'gedeelde badkamer' } satisfies Shared,
  toilet: { own: 'eigen toilet', shared: 'gedeeld toilet' } satisfies Shared,
  internet: {
    included: 'internet inbegrepen',
    extra: 'internet tegen extra kosten',
    none: 'geen internet',
  } satisfies Record<Internet, string>,
  furnished: (furnished: boolean): string => (furnished ? 'gemeubeld' : 'niet gemeubeld'),
  label: (label: string): string => (label === 'exempt' ? 'Een energielabel hoeft niet.' : `Energielabel ${label}.`),
}
type Words = typeof nl
const fr: Words = {
  kind: (kind) => ({ kot: 'Kot', studio: 'Studio', apartment: 'Appartement' })[kind],
  title: (kind, size) => (size ? `${kind} de ${size} m²` : kind),
  where: (what, town, street) => `${what} à ${town}${street ? `, ${street}` : ''}.`,
  rent: (rent, mode, charges) => {
    const month = `Le loyer est de ${rent} par mois`
    if (mode === 'included') return `${month}, charges comprises.`
    if (mode === null || charges === null) return `${month}.`
    return `${month}, plus ${charges} ${mode === 'fixed' ? 'de charges au forfait' : 'de provision pour charges'}.`
  },
  deposit: (amount) => `La garantie est de ${amount}.`,
  kitchen: { own: 'cuisine privée', shared: 'cuisine commune' },
  bath: { own: 'salle de bains privée', shared: 'salle de bains commune' },
  toilet: { own: 'toilettes privées', shared: 'toilettes communes' },
  internet: { included: 'internet compris', extra: 'internet en supplément', none: 'sans internet' },
  furnished: (furnished) => (furnished ? 'meublé' : 'non meublé'),
  label: (label) => (label === 'exempt' ? 'Dispensé de certificat énergétique.' : `Label énergétique ${label}.`),
}
const en: Words = {
  kind: (kind) => ({ kot: 'Room', studio: 'Studio', apartment: 'Apartment' })[kind],
  title: (kind, size) => (size === null ? kind : `${kind} of ${size} m²`),
  where: (what, town, street) => `${what} in ${town}${street ? `, ${street}` : ''}.`,
  rent: (rent, mode, charges) => {
    const month = `The rent is ${rent} a month`
    if (mode === 'included') return `${month}, charges included.`
    if (mode === null || charges === null) return `${month}.`
    return `${month}, plus ${charges} ${mode === 'fixed' ? 'fixed charges' : 'advance on charges'}.`
  },
  deposit: (amount) => `The deposit is ${amount}.`,
  kitchen: { own: 'own kitchen', shared: 'shared kitchen' },
  bath: { own: 'own bathroom', shared: 'shared bathroom' },
  toilet: { own: 'own toilet', shared: 'shared toilet' },
  internet: { included: 'internet included', extra: 'internet at extra cost', none: 'no internet' },
  furnished: (furnished) => (furnished ? 'furnished' : 'unfurnished'),
  label: (label) => (label === 'exempt' ? 'No energy label is needed.' : `Energy label ${label}.`),
}

export const composeWords = wordsIn<Words>({ nl, fr, en })
