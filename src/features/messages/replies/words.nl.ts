import type { DeclineReason, Outcome } from '../../../register/tables/messages'
import type { Status, Told } from './status'

export const nl = {
  title: 'Reacties',
  about: (title: string) => `Reacties op ${title}`,
  adverts: 'Per advertentie',
  counts: (all: number, fresh: number) => `${all === 1 ? '1 reactie' : `${all} reacties`}${fresh > 0 ? `, ${fresh} nieuw` : ''}`,
  statusLabel: 'Welke reacties',
  all: 'Alle',
  statuses: {
    new: 'Nieuw',
    seen: 'Gezien',
    shortlisted: 'Op mijn lijstje',
    viewing: 'Bezichtiging',
    declined: 'Afgewezen',
    rented: 'Verhuurd',
  } satisfies Record<Status, string>,
  none: 'Hier staat niemand',
  noneText: 'Wie op deze advertentie reageert, vind je hier.',
  open: 'Lees',
  choose: 'Wie',
  decline: 'Vriendelijk afwijzen',
  declineChosen: 'De gekozen mensen vriendelijk afwijzen',
  offer: 'Momenten voorstellen',
  rent: 'Verhuurd',
  toAdvert: 'Naar de advertentie',
  shortlist: 'Op mijn lijstje',
  unshortlist: 'Van mijn lijstje',
  shortlistHint: 'Alleen jij ziet je lijstje.',
  handle: 'Deze reactie',

  reason: 'Waarom niet?',
  reasonHint: 'Een reden helpt wie zoekt. In Nederland ben je ze verplicht.',
  reasons: {
    first: 'Iemand anders was eerst',
    period: 'De periode past niet',
    budget: 'De prijs past niet',
    fit: 'Iets anders past beter bij wie er woont',
    withdrawn: 'De kamer wordt niet meer verhuurd',
    other: 'Een andere reden',
  } satisfies Record<DeclineReason, string>,
  line: 'Wil je er iets bij zeggen?',
  lineHint: 'Eén zin, voor iedereen dezelfde. Ze komt in het bericht zoals je ze schrijft.',
  preview: 'Dit krijgen ze, elk in de eigen taal:',
  declineTo: (names: string) => `Voor ${names}.`,
  nobody: 'Kies eerst wie je wilt afwijzen.',
  send: 'Versturen',
  undoText: (n: number) =>
    n === 1
      ? 'Het bericht vertrekt over tien minuten. Tot dan kun je het terugnemen.'
      : `De ${n} berichten vertrekken over tien minuten. Tot dan kun je ze terugnemen.`,
  leaving: (n: number) => (n === 1 ? 'Er vertrekt straks 1 bericht.' : `Er vertrekken straks ${n} berichten.`),
  undo: 'Terugnemen',
  undone: 'Teruggenomen. Er is niets verstuurd.',

  rentTitle: 'De kamer is verhuurd',
  rentText: 'We zetten de advertentie op verhuurd en zeggen het aan wie nog wacht. Vrije momenten om te komen kijken vervallen.',
  winner: 'Aan wie?',
  elsewhereWinner: 'Aan iemand die hier niet reageerde',
  winnerMessage: 'Bericht aan wie de kamer krijgt',
  restMessage: (language: string, n: number) =>
    n === 1 ? `Bericht aan 1 ander (${language})` : `Bericht aan ${n} anderen (${language})`,
  rentSend: 'Verhuurd, en laat het weten',
  noRest: 'Niemand wacht nog op antwoord.',

  told: {
    sent: 'De adverteerder zag je bericht nog niet.',
    seen: 'De adverteerder zag je bericht.',
    answered: 'De adverteerder antwoordde.',
    invited: 'Je mag komen kijken: kies een moment.',
    viewing: 'Je bezichtiging staat vast.',
    declined: 'Deze kamer wordt het niet voor jou.',
    elsewhere: 'De kamer is aan iemand anders verhuurd.',
    rented: 'De kamer is voor jou. Proficiat!',
  } satisfies Record<Told, string>,
  toldTags: {
    sent: 'Nog niet gelezen',
    seen: 'Gelezen',
    answered: 'Beantwoord',
    invited: 'Uitgenodigd',
    viewing: 'Bezichtiging',
    declined: 'Niet deze keer',
    elsewhere: 'Aan een ander verhuurd',
    rented: 'Voor jou',
  } satisfies Record<Told, string>,
  stands: 'Hoe het staat',
  because: (reason: string) => `Reden: ${reason}.`,
  onward: 'Verder zoeken',

  /** What is written to the person, with the reason and what the advertiser adds. */
  declined: (reason: DeclineReason, line: string | null) =>
    `Dag,\n\nBedankt voor je bericht. Deze kamer wordt het deze keer niet voor jou${nlBecause[reason]}.${line ? `\n\n${line}` : ''}\n\nVeel succes met zoeken!`,
  farewells: {
    declined: '',
    elsewhere: 'Dag,\n\nBedankt voor je interesse. De kamer is intussen verhuurd aan iemand anders.\n\nVeel succes met zoeken!',
    rented: 'Dag,\n\nGoed nieuws: de kamer is voor jou. Laten we hier afspreken hoe we het contract tekenen.',
  } satisfies Record<Outcome, string>,
}
const nlBecause: Record<DeclineReason, string> = {
  first: ': iemand anders was je net voor',
  period: ': de periode past niet',
  budget: ': de prijs past niet bij wat je zoekt',
  fit: ': iemand anders past beter bij wat we zoeken',
  withdrawn: ': ze wordt niet meer verhuurd',
  other: '',
}
export type Words = typeof nl
