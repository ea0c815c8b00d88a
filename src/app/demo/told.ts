import type { EnergyLabel, Told } from './advert'
import { chance } from './chance'
import type { Letter } from './people'
import type { Town } from './towns'
import type { Advertised } from './write'

/** The letters of a Flemish EPC by its figure, in kWh per m² and year. */
const letterOf = (score: number): EnergyLabel => (['A', 'B', 'C', 'D', 'E', 'F'] as const)[Math.ceil(score / 100) - 1] ?? 'F'

const criteria = {
  nl: [
    'Wie student is en als eerste reageert, mag als eerste komen kijken. Zeggen meerdere mensen ja, dan loten we.',
    'Ingeschreven aan een hogeschool of universiteit, en een inkomen of borg voor twee maanden huur. Daarna de volgorde van reageren.',
  ],
  fr: ['Être inscrit dans une haute école ou une université ; ensuite, l’ordre des réponses.'],
  en: [
    'Students only, in the order of replies. If several people say yes after a viewing, we draw lots.',
    'Enrolled at a university, and an income or guarantor for two months of rent. After that the order of replies.',
  ],
} as const

const domicileReasons = {
  nl: 'De woning is bij de gemeente aangegeven als studentenkot, zonder domicilie.',
  fr: 'Le logement est déclaré à la commune comme kot étudiant, sans domiciliation.',
  en: 'The house is declared to the municipality as student housing, without registration.',
} as const

type Energy = Omit<Told, 'answers'> & Partial<Pick<Told, 'answers'>>

function energyOf({ energy, index, advertiser }: Advertised, { region }: Town): Energy {
  const luck = chance(31_000 + advertiser)
  if (typeof energy === 'number') {
    const code = `${luck.whole(2019, 2025)}0${luck.whole(1, 9)}${luck.whole(10, 28)}-000${luck.whole(1_000_000, 9_999_999)}-RES-1`
    return { energyLabel: letterOf(energy), epcScore: energy, epcCode: code }
  }
  if (energy !== 'unknown') return { energyLabel: energy, epcScore: null, epcCode: null }
  // Flanders and the Netherlands want a label or the reason why there is none; elsewhere it may be unknown.
  return region === 'BE-VLG' || region === 'NL'
    ? { energyLabel: 'exempt', epcScore: null, epcCode: null, answers: { exemption: index % 3 ? 'monument' : 'small' } }
    : { energyLabel: null, epcScore: null, epcCode: null }
}

/** What the law of its region wants told of a demo advert, told. Some warnings are left, as in life: a small room, a reference rent not looked up. */
export function toldOf(advert: Advertised, { voice }: Letter, town: Town): Told {
  const { region } = town
  const luck = chance(32_000 + advert.index)
  const energy = energyOf(advert, town)
  const answers: Told['answers'] = { ...energy.answers }
  if (voice === 'student') {
    answers.lease = 'sublet'
    answers.subletReason = luck.one(['exchange', 'internship'])
  } else answers.lease = region === 'NL' ? 'indefinite' : 'student'
  if (region === 'BE-WAL' && advert.domicile === 'no') answers.domicileReason = domicileReasons[advert.language]
  if (region === 'BE-BRU') {
    answers.meters = luck.one([[], [], ['electricity']])
    if (luck.odds(0.7)) {
      answers.referenceMin = Math.round((advert.rentCents * luck.between(0.8, 0.9)) / 100) * 100
      answers.referenceMax = Math.round((advert.rentCents * luck.between(1, 1.1)) / 100) * 100
    }
  }
  if (region === 'NL') {
    answers.criteria = luck.one(criteria[advert.language])
    if (luck.odds(0.7)) {
      answers.maxRent = Math.round((advert.rentCents * luck.between(1, 1.08)) / 100) * 100
      answers.points = Math.round(answers.maxRent / 430)
    }
  }
  // A few ask less while their students are away.
  const summer = Math.round((advert.rentCents * 0.65) / 1000) * 1000
  const monthRents = voice !== 'student' && luck.odds(0.1) ? [7, 8].map((month) => ({ month, rent: summer })) : []
  return { ...energy, answers, monthRents }
}
