import { wordsIn } from '../../../std/words'
import type { Outcome } from './rules'

const nl = {
  title: 'Periodes',
  lead: 'Wat je vroeg, en wat ervan kwam. Alleen jij ziet dit.',
  free: 'Vrij',
  price: 'Per maand, alles samen',
  became: 'Wat ervan kwam',
  states: { rented: 'Verhuurd', paused: 'Gepauzeerd', archived: 'Weggelegd', over: 'Voorbij', runs: 'Loopt' } satisfies Record<
    Outcome | 'over' | 'runs',
    string
  >,
  between: (from: string, until: string) => `${from} tot en met ${until}`,
  from: (day: string) => `vanaf ${day}`,
  until: (day: string) => `tot en met ${day}`,
  unsaid: 'niet gezegd',
  former: (n: number): string => (n === 1 ? '1 vroegere periode' : `${n} vroegere periodes`),
  file: 'Periodes ophalen (CSV)',
}
type Words = typeof nl
const fr: Words = {
  title: 'Périodes',
  lead: 'Ce que vous demandiez, et ce qu’il en est advenu. Vous seul le voyez.',
  free: 'Libre',
  price: 'Par mois, tout compris',
  became: 'Ce qu’il en est advenu',
  states: { rented: 'Loué', paused: 'Suspendu', archived: 'Rangé', over: 'Terminé', runs: 'En cours' },
  between: (from, until) => `du ${from} au ${until}`,
  from: (day) => `à partir du ${day}`,
  until: (day) => `jusqu’au ${day}`,
  unsaid: 'non précisé',
  former: (n) => (n === 1 ? '1 période passée' : `${n} périodes passées`),
  file: 'Télécharger les périodes (CSV)',
}
const en: Words = {
  title: 'Periods',
  lead: 'What you asked, and what became of it. You alone see this.',
  free: 'Free',
  price: 'A month, all in',
  became: 'What became of it',
  states: { rented: 'Rented', paused: 'Paused', archived: 'Put away', over: 'Over', runs: 'Running' },
  between: (from, until) => `${from} to ${until}`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  unsaid: 'not said',
  former: (n) => (n === 1 ? '1 former period' : `${n} former periods`),
  file: 'Get the periods (CSV)',
}
export const words = wordsIn<Words>({ nl, fr, en })
