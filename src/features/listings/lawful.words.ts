import { wordsIn } from '../../std/words'
import type { Lack } from './lawful'

const nl = {
  rent: 'de huurprijs per maand',
  charges: 'de kosten: inbegrepen, vast of een voorschot, en hoeveel',
  deposit: 'een waarborg van hoogstens twee maanden huur',
  energyLabel: 'het energielabel of EPC',
} satisfies Record<Lack, string>
type Words = Record<Lack, string>
const fr: Words = {
  rent: 'le loyer par mois',
  charges: 'les charges : comprises, au forfait ou en provision, et combien',
  deposit: 'une garantie de deux mois de loyer au plus',
  energyLabel: 'le certificat énergétique (PEB ou label)',
}
const en: Words = {
  rent: 'the rent a month',
  charges: 'the charges: included, fixed or an advance, and how much',
  deposit: 'a deposit of at most two months’ rent',
  energyLabel: 'the energy label or EPC',
}

/** What an advert still has to tell, in words: "Nog te vermelden: …". */
export const lackWords = wordsIn<Words>({ nl, fr, en })
