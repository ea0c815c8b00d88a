import type { ListingKind } from '../../register/tables/listings'
import { wordsIn } from '../../std/words'

type Charges = 'included' | 'fixed' | 'provision'

const nl = {
  kind: { kot: 'Kot', studio: 'Studio', apartment: 'Appartement' } satisfies Record<ListingKind, string>,
  perMonth: (charges: Charges | null, amount: string): string =>
    charges === null
      ? 'per maand, kosten niet vermeld'
      : charges === 'included'
        ? 'per maand, kosten inbegrepen'
        : charges === 'fixed'
          ? `per maand, incl. ${amount} kosten`
          : `per maand, incl. ${amount} voorschot`,
  now: 'nu vrij',
  from: (day: string) => `vanaf ${day}`,
  between: (from: string, until: string) => `${from} tot en met ${until}`,
  sublet: {
    name: 'Onderverhuur',
    because: (reason: string) => `Onderverhuur: ${reason}`,
    reasons: { exchange: 'uitwisseling', internship: 'stage', consent: 'met toestemming' },
    until: (day: string) => `tot en met ${day}`,
  },
  bath: 'eigen badkamer',
  kitchen: 'eigen keuken',
  furnished: 'gemeubeld',
  spotlit: 'Betaald in de kijker',
  confirmed: 'bevestigd',
  keep: (title: string) => `Bewaren: ${title}`,
  drop: (title: string) => `Niet meer bewaren: ${title}`,
}
type Words = typeof nl
const fr: Words = {
  kind: { kot: 'Kot', studio: 'Studio', apartment: 'Appartement' },
  perMonth: (charges, amount) =>
    charges === null
      ? 'par mois, charges non précisées'
      : charges === 'included'
        ? 'par mois, charges comprises'
        : charges === 'fixed'
          ? `par mois, dont ${amount} de charges`
          : `par mois, dont ${amount} de provision`,
  now: 'libre maintenant',
  from: (day) => `à partir du ${day}`,
  between: (from, until) => `du ${from} au ${until}`,
  sublet: {
    name: 'Sous-location',
    because: (reason) => `Sous-location : ${reason}`,
    reasons: { exchange: 'échange', internship: 'stage', consent: 'avec accord' },
    until: (day) => `jusqu’au ${day}`,
  },
  bath: 'salle de bains privée',
  kitchen: 'cuisine privée',
  furnished: 'meublé',
  spotlit: 'Mise en avant payée',
  confirmed: 'confirmé',
  keep: (title) => `Garder : ${title}`,
  drop: (title) => `Ne plus garder : ${title}`,
}
const en: Words = {
  kind: { kot: 'Room', studio: 'Studio', apartment: 'Apartment' },
  perMonth: (charges, amount) =>
    charges === null
      ? 'a month, charges not stated'
      : charges === 'included'
        ? 'a month, charges included'
        : charges === 'fixed'
          ? `a month, incl. ${amount} charges`
          : `a month, incl. ${amount} advance`,
  now: 'free now',
  from: (day) => `from ${day}`,
  between: (from, until) => `${from} to ${until}`,
  sublet: {
    name: 'Sublet',
    because: (reason) => `Sublet: ${reason}`,
    reasons: { exchange: 'exchange', internship: 'internship', consent: 'with consent' },
    until: (day) => `until ${day}`,
  },
  bath: 'own bathroom',
  kitchen: 'own kitchen',
  furnished: 'furnished',
  spotlit: 'Paid spotlight',
  confirmed: 'confirmed',
  keep: (title) => `Keep: ${title}`,
  drop: (title) => `No longer keep: ${title}`,
}

export const cardWords = wordsIn<Words>({ nl, fr, en })
