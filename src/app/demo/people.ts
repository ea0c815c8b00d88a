import type { Language } from '../../std/words'

export type DemoPerson = {
  firstName: string
  userName: string
  email: string
  language: Language
  phone: string
  role: 'advertiser' | 'seeker'
}

/** Someone who lets rooms: how they speak of it, where, and how many adverts they have. */
export type Letter = { firstName: string; language: Language; voice: 'owner' | 'pro' | 'student'; town: string; adverts: number }

const written: Record<string, string> = {
  Leuven:
    'Greet nl pro 16, Luc nl owner 9, Annelies nl owner 6, Marc en owner 4, Piet nl owner 2, Jolien nl student 1, Sofie en student 1, Wout nl student 1',
  Gent: 'Filip nl pro 25, Hilde nl owner 8, Karim nl owner 4, Dirk nl owner 3, Nele nl owner 2, Lies nl student 1, Emma en student 1',
  Antwerpen: 'Jan nl pro 11, Fatima nl owner 7, Griet nl owner 5, Pieter en owner 3, Robbe nl student 1, Amélie en student 1',
  Brussel:
    'Nathalie fr pro 12, Thierry fr owner 6, Karel nl owner 6, Ines nl owner 4, Leïla fr owner 3, Hugo en owner 3, Camille fr student 1, Marta en student 1',
  'Louvain-la-Neuve':
    'Bénédicte fr pro 12, Olivier fr owner 5, Chantal fr owner 3, Michael en owner 2, Louis fr student 1, Zoé fr student 1',
  Liège: 'Philippe fr pro 10, Solange fr owner 6, Nadia fr owner 4, Benoît fr owner 3, Anna en owner 2, Julie fr student 1',
  Amsterdam:
    'Willem nl pro 8, Elise en pro 7, Rachid en owner 5, Saskia nl owner 4, Marijke nl owner 1, Daan nl student 1, Noor nl student 1, Tim en student 1',
  Utrecht:
    'Joost nl pro 8, Ingrid nl owner 5, Yasmin en owner 4, Henk nl owner 3, Lotte en owner 2, Bas nl student 1, Sanne nl student 1',
  Groningen: 'Jelle nl pro 8, Peter en pro 8, Gerda nl owner 6, Roel nl owner 2, Femke nl student 1, Anouk en student 1',
  Maastricht: 'Stefan en pro 8, Monique nl pro 6, Paul nl owner 6, Clara en owner 3, Guus nl student 1',
}

const seekersWritten =
  'An nl BE, Bram nl BE, Charlotte nl BE, Dries nl BE, Elif nl BE, Flore nl BE, Gilles nl BE, Antoine fr BE, Chloé fr BE, Driss fr BE, Élodie fr BE, Florian fr BE, Giulia en BE, Jonas en BE, Mei en BE, Tomasz en NL, Lucía en NL, Thijs nl NL, Merel nl NL, Priya en NL'

const entries = (list: string) => list.split(', ').map((entry) => entry.split(' '))
const isLanguage = (word: string | undefined): word is Language => word === 'nl' || word === 'fr' || word === 'en'
const isVoice = (word: string | undefined): word is Letter['voice'] => word === 'owner' || word === 'pro' || word === 'student'

/** The advertisers in the order of `demoPeople`, with what only the generator needs to know of them. */
export const letters: readonly Letter[] = Object.entries(written).flatMap(([town, list]) =>
  entries(list).map(([firstName = '', language, voice, adverts]) => {
    if (!isLanguage(language) || !isVoice(voice)) throw new Error(`cannot read ${firstName}`)
    return { firstName, language, voice, town, adverts: Number(adverts) }
  }),
)

const dutch = new Set(['Amsterdam', 'Utrecht', 'Groningen', 'Maastricht'])
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const endings = ['kot', 'kamers', 'huis', 'thuis', 'wonen', 'deur', 'sleutel', 'zolder']
const domains = ['example.org', 'example.com', 'example.net']

const person = (firstName: string, language: Language, isDutch: boolean, role: DemoPerson['role'], index: number): DemoPerson => {
  const name = plain(firstName)
  const number = String(index).padStart(2, '0')
  return {
    firstName,
    userName: role === 'seeker' ? `${name}${number}` : `${name}-${endings[index % endings.length]}`,
    email: `${name}.${role === 'seeker' ? 'zoekt' : 'verhuurt'}@${domains[index % domains.length]}`,
    language,
    phone: isDutch ? `06 0000 00${number}` : `0470 00 00 ${number}`,
    role,
  }
}

/** Invented people: first the advertisers, whose index an advert names, then the seekers. */
export const demoPeople = (): DemoPerson[] => [
  ...letters.map(({ firstName, language, town }, index) => person(firstName, language, dutch.has(town), 'advertiser', index)),
  ...entries(seekersWritten).map(([firstName = '', language, country], index) => {
    if (!isLanguage(language)) throw new Error(`cannot read ${firstName}`)
    return person(firstName, language, country === 'NL', 'seeker', letters.length + index)
  }),
]
