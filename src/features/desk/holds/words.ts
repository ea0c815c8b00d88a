import type { HoldGround } from '../../../register'
import { wordsIn } from '../../../std/words'

const nl = {
  title: 'Wat vastgehouden wordt',
  lead: 'Dit wordt niet gewist, ook niet als de persoon het account beëindigt of de termijn voorbij is (AVG, artikel 17(3)). Wie het aangaat, leest het onder Mijn gegevens. Het eindigt vanzelf.',
  emptyTitle: 'Er wordt niets vastgehouden',
  empty: 'Na een melding van een gesprek, of op bevel van een overheid, staat hier wat we langer houden, en tot wanneer.',
  caption: 'Wat het eerst eindigt, eerst',
  grounds: { report: 'Een gemeld gesprek', order: 'Een vordering van een overheid' } satisfies Record<HoldGround, string>,
  why: 'Waarom',
  what: 'Wat',
  rows: 'Aantal gegevens',
  people: 'Aantal personen',
  since: 'Sinds',
  until: 'Tot en met',
  silent: 'Niet te zeggen aan de persoon tot en met',
  longer: 'Een andere einddag',
  longerAct: 'Einddag veranderen',
  release: 'Vrijgeven',
  releaseLead: 'Meteen. Wat alleen hierdoor nog bestond, wordt bij de volgende opruiming gewist.',
  reason: 'Reden',
  reasonHint: 'De persoon leest dit.',
  errors: {
    until: {
      required: 'Vul de laatste dag in',
      date: 'Vul een dag in, zoals 31/12/2027',
      past: 'Die dag is voorbij. Geef vrij wat niet meer nodig is.',
    },
    why: { required: 'Schrijf waarom' },
    letGo: { required: 'Schrijf waarom je het vrijgeeft' },
  },
}
type Words = Omit<typeof nl, 'grounds'> & { grounds: Record<HoldGround, string> }

const fr = {
  title: 'Ce qui est retenu',
  lead: 'Ceci n’est pas effacé, même si la personne met fin au compte ou que le délai est passé (RGPD, article 17(3)). La personne concernée le lit sous Mes données. Cela prend fin tout seul.',
  emptyTitle: 'Rien n’est retenu',
  empty:
    'Après le signalement d’une conversation, ou sur ordre d’une autorité, ceci dit ce que nous gardons plus longtemps, et jusqu’à quand.',
  caption: 'Ce qui finit le plus tôt d’abord',
  grounds: { report: 'Une conversation signalée', order: 'La demande d’une autorité' },
  why: 'Pourquoi',
  what: 'Quoi',
  rows: 'Nombre de données',
  people: 'Nombre de personnes',
  since: 'Depuis',
  until: 'Jusqu’au',
  silent: 'À ne pas dire à la personne jusqu’au',
  longer: 'Une autre fin',
  longerAct: 'Changer la fin',
  release: 'Libérer',
  releaseLead: 'Tout de suite. Ce qui n’existait plus que pour cela est effacé au prochain nettoyage.',
  reason: 'Raison',
  reasonHint: 'La personne lit ceci.',
  errors: {
    until: {
      required: 'Indiquez le dernier jour',
      date: 'Indiquez un jour, comme 31/12/2027',
      past: 'Ce jour est passé. Libérez ce qui ne sert plus.',
    },
    why: { required: 'Écrivez pourquoi' },
    letGo: { required: 'Écrivez pourquoi vous le libérez' },
  },
} satisfies Words

const en = {
  title: 'What is held',
  lead: 'This is not erased, also when the person ends the account or its term has passed (GDPR, article 17(3)). Whom it concerns reads it under My data. It ends by itself.',
  emptyTitle: 'Nothing is held',
  empty: 'After a report about a conversation, or by order of an authority, this says what we keep longer, and until when.',
  caption: 'What ends first, first',
  grounds: { report: 'A conversation that was reported', order: 'A demand of an authority' },
  why: 'Why',
  what: 'What',
  rows: 'Number of records',
  people: 'Number of people',
  since: 'Since',
  until: 'Until',
  silent: 'Not to be told to the person until',
  longer: 'Another last day',
  longerAct: 'Change the last day',
  release: 'Let go',
  releaseLead: 'At once. What was there for this alone is erased at the next sweep.',
  reason: 'Reason',
  reasonHint: 'The person reads this.',
  errors: {
    until: {
      required: 'Enter the last day',
      date: 'Enter a day, such as 31/12/2027',
      past: 'That day has passed. Let go of what is not needed any more.',
    },
    why: { required: 'Write why' },
    letGo: { required: 'Write why you let it go' },
  },
} satisfies Words

export const words = wordsIn<Words>({ nl, fr, en })
