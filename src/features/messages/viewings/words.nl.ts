import type { Medium } from '../../../register/tables/messages'
import type { TimeTrouble } from './rules'

export const nl = {
  title: 'Bezichtigen',
  offer: 'Momenten voorstellen',
  offerTo: (name: string) => `Momenten voorstellen aan ${name}`,
  offerAll: 'Momenten voorstellen aan iedereen die reageerde',
  offerText: 'Kies een dag en een of meer uren. Wie komt kijken, boekt zelf een moment; jij krijgt er een mail over.',
  offerAllText: (n: number) =>
    n === 1
      ? 'Eén gesprek is nog open. Die persoon krijgt een bericht met deze momenten.'
      : `${n} gesprekken zijn nog open. Iedereen krijgt een eigen bericht met deze momenten; wie het eerst boekt, heeft de plaats.`,
  day: 'Dag',
  times: 'Uren',
  timesHint: 'Een of meer, met een komma ertussen: 14:00, 14:30, 17u',
  time: 'Uur',
  minutes: 'Hoe lang',
  minutesOf: (n: string) => `${n} minuten`,
  places: 'Hoeveel mensen tegelijk',
  medium: 'Hoe',
  media: { visit: 'Ter plaatse', video: 'Op afstand, met video' } satisfies Record<Medium, string>,
  note: 'Waar en hoe',
  noteHint:
    'Bijvoorbeeld het adres, de bel of de link van het videogesprek. Alleen wie een moment boekt, ziet dit. Verder geven we je adres niet door.',
  send: 'Voorstellen',
  errors: {
    times: 'Schrijf uren zoals 14:00 of 14u30, hoogstens twaalf, met een komma ertussen',
    time: 'Schrijf een uur zoals 14:00 of 14u30',
    past: 'Kies een moment dat nog moet komen',
    far: 'Kies een moment binnen het halfjaar',
  } satisfies Record<TimeTrouble | 'times' | 'time', string>,
  offered: 'Voorgestelde momenten',
  none: 'Je stelde nog geen momenten voor.',
  free: (free: number, places: number) => (places === 1 ? 'Nog vrij' : free === 1 ? 'Nog 1 plaats' : `Nog ${free} plaatsen`),
  full: 'Volzet',
  forAll: 'Voor iedereen die reageerde',
  taken: (names: string) => `Geboekt door ${names}`,
  change: 'Wijzigen',
  changeTitle: 'Dit moment wijzigen',
  changeText: (n: number) =>
    n === 0
      ? 'Niemand boekte dit moment al.'
      : n === 1
        ? 'Wie het boekte, krijgt meteen een bericht en een mail.'
        : `De ${n} mensen die het boekten, krijgen meteen een bericht en een mail.`,
  move: 'Verplaatsen',
  callOff: 'Dit moment afzeggen',
  invitation: 'Je kunt komen kijken',
  choose: 'Kies het moment dat je past. Je kunt het later nog verzetten of afzeggen.',
  book: 'Boeken',
  bookThis: (when: string) => `Boeken: ${when}`,
  moveHere: 'Verzetten naar hier',
  moveThis: (when: string) => `Verzetten naar ${when}`,
  otherTimes: 'Een ander moment',
  booked: 'De bezichtiging staat vast',
  bookedWith: (name: string) => `${name} komt kijken`,
  calledOff: 'De bezichtiging gaat niet door',
  was: (when: string) => `Ze stond gepland op ${when}.`,
  takenNow: 'Dat moment is net door iemand anders geboekt. Kies een ander.',
  gone: 'Dat moment is er niet meer. Kies een ander.',
  ics: 'Zet in je agenda',
  icsOff: 'Haal uit je agenda',
  cancel: 'Afzeggen',
  cancelText: 'Past het toch niet? Zeg dan af, zodat iemand anders de plaats krijgt.',
  video: 'Op afstand, met video',
  whereIs: 'Waar en hoe',
  noteMissing: 'De adverteerder schreef er niet bij waar. Vraag het hieronder.',
  safety: 'Betaal niets om te mogen komen kijken.',
  summary: (about: string) => `Bezichtiging: ${about}`,
  description: 'Wijzigen of afzeggen kan in het gesprek:',
  fileName: 'bezichtiging',

  written: {
    offer: (whens: string) => `Je kunt komen kijken op:\n${whens}\n\nKies hier in het gesprek het moment dat je past.`,
    booked: (when: string) => `Ik kom kijken op ${when}.`,
    rebooked: (was: string, when: string) => `Ik verzette mijn bezoek van ${was} naar ${when}.`,
    cancelled: (when: string) => `Ik kan op ${when} toch niet komen kijken.`,
    calledOff: (when: string) => `De bezichtiging op ${when} gaat niet door.`,
    moved: (was: string, when: string) =>
      `De bezichtiging van ${was} is verplaatst naar ${when}. Past dat niet, zeg dan af of kies een ander moment.`,
  },
  mails: {
    changed: {
      subject: 'Er is iets veranderd aan een bezichtiging',
      text: 'In een van je gesprekken is een bezichtiging geboekt, verplaatst of afgezegd. Kijk daar voor welke en wanneer.',
    },
    reminder: {
      subject: 'Je hebt binnenkort een bezichtiging',
      text: 'Binnen de 24 uur heb je een bezichtiging. Wanneer en waar staat in het gesprek; kun je niet, zeg dan daar af.',
    },
    button: 'Open het gesprek',
  },
}
export type Words = typeof nl
