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
  /** Files of rules that cannot be used. */
  files: {
    wrong: 'De regels over advertenties zijn niet te gebruiken:',
    twice: (id: string) => `er is al een regel ${id}`,
    none: (id: string) => `er is geen regel ${id}`,
    order: 'eindigt voor hij begint',
    unchecked:
      'niemand keek hem na: hij mag waarschuwen of laten nakijken. Een site die er zeker van is, zegt dat onder settings',
  },
}
export type Words = typeof nl
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
  files: {
    wrong: 'Les règles sur les annonces sont inutilisables :',
    twice: (id) => `il y a déjà une règle ${id}`,
    none: (id) => `il n’y a pas de règle ${id}`,
    order: 'finit avant de commencer',
    unchecked: 'personne ne l’a vérifiée : elle peut avertir ou faire relire. Un site qui en est sûr le dit sous settings',
  },
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
  files: {
    wrong: 'The rules about adverts cannot be used:',
    twice: (id) => `there is a rule ${id} already`,
    none: (id) => `there is no rule ${id}`,
    order: 'ends before it begins',
    unchecked: 'nobody checked it: it may warn or hold. A site that is sure of it says so under settings',
  },
}
export const words = wordsIn<Words>({ nl, fr, en })
