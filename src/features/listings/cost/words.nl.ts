export const nl = {
  title: 'Wat je verblijf kost',
  stay: 'Duur van het verblijf',
  compute: 'Reken uit',
  months: (n: number): string => (n === 1 ? '1 maand' : `${n} maanden`),
  total: (amount: string, returned: string | null): string =>
    `Samen ${amount}${returned ? `, waarvan ${returned} terugkomt` : ''}.`,
  tooShort: (n: number): string => `Wordt verhuurd vanaf ${n} maanden.`,
  fromMonth: (month: string) => `Gerekend vanaf ${month}: sommige maanden zijn goedkoper.`,
  inAll: (n: number, amount: string): string => `${n === 1 ? '1 maand' : `${n} maanden`}: ${amount}`,
  all: (n: number, parts: string): string => `${n === 1 ? '1 maand' : `${n} maanden`}: ${parts}`,
  rent: (amount: string) => `${amount} huur`,
  fixed: (amount: string) => `${amount} kosten`,
  advance: (amount: string) => `${amount} voorschot op kosten`,
  included: (_: string) => 'kosten inbegrepen',
  unknown: (_: string) => 'kosten onbekend',
  deposit: (amount: string) => `${amount} waarborg, komt terug`,
  noDeposit: 'waarborg onbekend',
}
export type Words = typeof nl
