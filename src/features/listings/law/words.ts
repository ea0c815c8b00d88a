import { wordsIn } from '../../../std/words'

const nl = {
  refuse: 'Dit mag zo niet online',
  hold: 'Hier kijkt eerst iemand van ons naar',
  warn: 'Goed om te weten',
  change: 'Wat je kunt doen:',
  quotes: (many: string) => `Het gaat om: ${many}`,
  source: 'Bron:',
  unverified: 'niet nagekeken in de wet zelf',
  since: (day: string) => `geldt sinds ${day}`,
  anyway: 'Later aanpassen en verdergaan',
  here: 'Hier aanpassen',
  told: 'Wettelijke informatie',
  ofBuilding: 'van het hele gebouw',
}
type Words = typeof nl
const fr: Words = {
  refuse: 'Ceci ne peut pas être publié tel quel',
  hold: 'Quelqu’un de l’équipe regarde d’abord',
  warn: 'Bon à savoir',
  change: 'Ce que vous pouvez faire :',
  quotes: (many) => `Il s’agit de : ${many}`,
  source: 'Source :',
  unverified: 'non vérifié dans la loi même',
  since: (day) => `en vigueur depuis le ${day}`,
  anyway: 'Adapter plus tard et continuer',
  here: 'Adapter ici',
  told: 'Informations légales',
  ofBuilding: 'de tout le bâtiment',
}
const en: Words = {
  refuse: 'This cannot go online as it is',
  hold: 'One of us looks at this first',
  warn: 'Good to know',
  change: 'What you can do:',
  quotes: (many) => `It is about: ${many}`,
  source: 'Source:',
  unverified: 'not checked in the law itself',
  since: (day) => `in force since ${day}`,
  anyway: 'Put right later and go on',
  here: 'Put it right here',
  told: 'Legal information',
  ofBuilding: 'of the whole building',
}
export const words = wordsIn<Words>({ nl, fr, en })
