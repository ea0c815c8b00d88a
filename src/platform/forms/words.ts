import { type Language, wordsIn } from '../../std/words'

const nl = {
  required: () => 'Vul dit in',
  choose: () => 'Kies een antwoord',
  tooShort: () => 'Schrijf iets meer',
  tooLong: (max: string) => `Hou het op hoogstens ${max} tekens`,
  signs: () => 'Er staan tekens in die we niet kunnen bewaren. Typ de tekst opnieuw',
  email: () => 'Vul een volledig e‑mailadres in, zoals naam@voorbeeld.be',
  number: () => 'Vul een geheel getal in, zoals 12',
  money: () => 'Vul een bedrag in, zoals 450 of 450,50',
  date: () => 'Vul een datum in, zoals 21/09/2026',
  atLeast: (min: string) => `Dit moet minstens ${min} zijn`,
  atMost: (max: string) => `Dit mag hoogstens ${max} zijn`,
}
type Codes = typeof nl
const fr = {
  required: () => 'Remplissez ce champ',
  choose: () => 'Choisissez une réponse',
  tooShort: () => 'Écrivez un peu plus',
  tooLong: (max) => `Limitez-vous à ${max} caractères`,
  signs: () => 'Le texte contient des caractères que nous ne pouvons pas conserver. Retapez-le',
  email: () => 'Entrez une adresse e‑mail complète, comme nom@exemple.be',
  number: () => 'Entrez un nombre entier, comme 12',
  money: () => 'Entrez un montant, comme 450 ou 450,50',
  date: () => 'Entrez une date, comme 21/09/2026',
  atLeast: (min) => `Ce doit être au moins ${min}`,
  atMost: (max) => `Ce doit être au plus ${max}`,
} satisfies Codes
const en = {
  required: () => 'Fill this in',
  choose: () => 'Choose an answer',
  tooShort: () => 'Write a little more',
  tooLong: (max) => `Use at most ${max} characters`,
  signs: () => 'The text has characters that we cannot keep. Type it again',
  email: () => 'Enter a full e‑mail address, like name@example.com',
  number: () => 'Enter a whole number, like 12',
  money: () => 'Enter an amount, like 450 or 450.50',
  date: () => 'Enter a date, like 21/09/2026',
  atLeast: (min) => `This must be at least ${min}`,
  atMost: (max) => `This must be at most ${max}`,
} satisfies Codes

const codes = wordsIn<Codes>({ nl, fr, en })
const isCode = (code: string): code is keyof Codes => code in nl

/** What a code of fields.ts says: "tooLong:80". A code that is not known is taken to be words already. */
export function say(language: Language, code: string): string {
  const [name = '', given = ''] = code.split(':')
  return isCode(name) ? codes(language)[name](given) : code
}
