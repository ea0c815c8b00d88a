import { wordsIn } from '../std/words'

const nl = {
  seeAll: (n: string) => `Alle ${n} tonen, de nieuwste eerst`,
  seeTimes: 'Alle keren tonen',
  title: (site: string) => `Jouw gegevens bij ${site}`,
  made: (when: string) => `Gemaakt op ${when}.`,
  lead: 'Dit is alles wat we over je hebben, met waarom, hoe lang, waar het vandaan komt en wie het kreeg. Dezelfde gegevens staan in data.json, voor programma’s; schema.json zegt hoe dat in elkaar zit. In portable.json staat wat je zelf gaf en elders kunt gebruiken.',
  nothing: 'Hiervan hebben we niets.',
  none: (n: number) => `Waarvan we niets over je hebben (${n})`,
  unlinkable:
    'Dit hebben we van iedereen samen, zonder te weten wat van wie is. Wat van jou is, kunnen we dus niet vinden (AVG, artikel 11).',
  secret: 'Dit hebben we, maar we zetten het hier niet: wie het vindt, zou ermee binnen kunnen.',
  why: 'Waarvoor',
  keep: 'Hoe lang',
  source: 'Waar het vandaan komt',
  sent: 'Wie het kreeg',
  sentTimes: (n: number, last: string) => `${n} keer, laatst op ${last}`,
  nobody: 'niemand',
  goes: 'gaat vanzelf weg op',
  file: 'bestand',
  yes: 'ja',
  no: 'nee',
  leftOut: (n: number) =>
    `${n === 1 ? '1 bericht' : `${n} berichten`} van anderen in je gesprekken ${n === 1 ? 'staat' : 'staan'} hier niet bij: wat zij schreven, is van hen.`,
  statement: 'De privacyverklaring van dat moment',
  questions: (email: string) => `Klopt er iets niet, of ontbreekt er iets? Schrijf naar ${email}.`,
}
type Words = typeof nl
const fr: Words = {
  seeAll: (n) => `Montrer les ${n}, les plus récents d’abord`,
  seeTimes: 'Montrer chaque fois',
  title: (site) => `Vos données chez ${site}`,
  made: (when) => `Établi le ${when}.`,
  lead: 'Voici tout ce que nous avons sur vous : pour quoi, pour combien de temps, d’où cela vient et qui l’a reçu. Les mêmes données se trouvent dans data.json, pour des programmes ; schema.json en décrit la forme. portable.json contient ce que vous avez donné vous-même et pouvez utiliser ailleurs.',
  nothing: 'De ceci, nous n’avons rien.',
  none: (n) => `Ce dont nous n’avons rien à votre sujet (${n})`,
  unlinkable:
    'Nous avons ceci de tout le monde ensemble, sans savoir ce qui est à qui. Nous ne pouvons donc pas trouver ce qui est à vous (RGPD, article 11).',
  secret: 'Nous l’avons, mais ne le mettons pas ici : qui le trouverait pourrait entrer avec.',
  why: 'Pour quoi',
  keep: 'Combien de temps',
  source: 'D’où cela vient',
  sent: 'Qui l’a reçu',
  sentTimes: (n, last) => `${n} fois, la dernière le ${last}`,
  nobody: 'personne',
  goes: 's’en va de soi-même le',
  file: 'fichier',
  yes: 'oui',
  no: 'non',
  leftOut: (n) =>
    `${n === 1 ? '1 message' : `${n} messages`} d’autres personnes dans vos conversations ne ${n === 1 ? 'figure' : 'figurent'} pas ici : ce qu’elles ont écrit est à elles.`,
  statement: 'La déclaration de vie privée à ce moment',
  questions: (email) => `Quelque chose est faux ou manque ? Écrivez à ${email}.`,
}
const en: Words = {
  seeAll: (n) => `Show all ${n}, the newest first`,
  seeTimes: 'Show each time',
  title: (site) => `Your data at ${site}`,
  made: (when) => `Made on ${when}.`,
  lead: 'This is everything we have about you, with what for, how long, where it comes from and who received it. The same data stand in data.json, for programs; schema.json says how that is put together. portable.json holds what you gave yourself and can use elsewhere.',
  nothing: 'Of this we hold nothing.',
  none: (n) => `What we hold nothing of (${n})`,
  unlinkable:
    'This we hold of everybody together, without knowing what is whose. So we cannot find what of it is yours (GDPR, article 11).',
  secret: 'We have this, but do not put it here: whoever found it could get in with it.',
  why: 'What for',
  keep: 'How long',
  source: 'Where it comes from',
  sent: 'Who received it',
  sentTimes: (n, last) => `${n} times, last on ${last}`,
  nobody: 'nobody',
  goes: 'goes by itself on',
  file: 'file',
  yes: 'yes',
  no: 'no',
  leftOut: (n) =>
    `${n === 1 ? '1 message' : `${n} messages`} of others in your conversations ${n === 1 ? 'is' : 'are'} not here: what they wrote is theirs.`,
  statement: 'The privacy statement at that moment',
  questions: (email) => `Is something wrong, or missing? Write to ${email}.`,
}

export const words = wordsIn<Words>({ nl, fr, en })
