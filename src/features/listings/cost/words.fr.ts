import type { Words } from './words.nl'

export const fr = {
  title: 'Le coût de votre séjour',
  stay: 'Durée du séjour',
  compute: 'Calculer',
  months: (n) => `${n} mois`,
  total: (amount, returned) => `En tout ${amount}${returned ? `, dont ${returned} vous reviennent` : ''}.`,
  tooShort: (n) => `Se loue à partir de ${n} mois.`,
  fromMonth: (month) => `Calculé à partir de ${month} : certains mois coûtent moins.`,
  inAll: (n, amount) => `${n} mois : ${amount}`,
  all: (n, parts) => `${n} mois : ${parts}`,
  rent: (amount) => `${amount} de loyer`,
  fixed: (amount) => `${amount} de charges`,
  advance: (amount) => `${amount} de provision pour charges`,
  included: (_) => 'charges comprises',
  unknown: (_) => 'charges inconnues',
  deposit: (amount) => `${amount} de garantie, rendue`,
  noDeposit: 'garantie inconnue',
} satisfies Words
