import type { Words } from './words.nl'

export const en = {
  title: 'What your stay costs',
  stay: 'Length of the stay',
  compute: 'Work out',
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  total: (amount, returned) => `${amount} in all${returned ? `, of which ${returned} comes back` : ''}.`,
  tooShort: (n) => `Is let for ${n} months or more.`,
  fromMonth: (month) => `Reckoned from ${month}: some months cost less.`,
  inAll: (n, amount) => `${n === 1 ? '1 month' : `${n} months`}: ${amount}`,
  all: (n, parts) => `${n === 1 ? '1 month' : `${n} months`}: ${parts}`,
  rent: (amount) => `${amount} rent`,
  fixed: (amount) => `${amount} charges`,
  advance: (amount) => `${amount} advance on charges`,
  included: (_) => 'charges included',
  unknown: (_) => 'charges unknown',
  deposit: (amount) => `${amount} deposit, returned`,
  noDeposit: 'deposit unknown',
} satisfies Words
