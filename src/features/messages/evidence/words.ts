import { wordsIn } from '../../../std/words'

const nl = {
  title: 'Bewijsbestand',
  about:
    'Voor de politie of je bank: de advertentie zoals ze was, alle berichten en de tijden. Ondertekend, zodat men ziet dat er niets aan veranderd is.',
  get: 'Haal het bewijsbestand',
  noted: 'Je krijgt niet meer dan je hier al zag. De ander kan in het eigen logboek zien dat er een bestand gemaakt is.',
  fileName: 'bewijs',
  heading: (site: string) => `Gesprek op ${site}`,
  madeAt: 'Gemaakt op',
  between: 'Tussen',
  you: 'Wie dit bestand vroeg',
  other: 'De ander',
  email: 'E‑mailadres, zoals gegeven bij het reageren',
  messages: 'Berichten',
  advert: 'De advertentie, zoals ze was toen er gereageerd werd',
  noAdvert: 'Van de advertentie is niets bewaard: wie haar plaatste, heeft het account beëindigd of het gesprek is van eerder.',
  gone: 'De ander heeft het account beëindigd. Wat die schreef, staat hier niet; is het gesprek gemeld, dan kan de politie het nog opvragen.',
  verify:
    'Echt of niet? De site kan dit bestand nakijken met: huisrecht evidence verify BESTAND. Zonder de site kan het met key.pem: manifest.sig is een Ed25519-handtekening (base64) over manifest.json, en dat noemt de SHA-256 van elk bestand.',
  /** What the operator reads who has a file verified. */
  verdict: {
    unreadable: (file: string) => `Er is geen bestand ${file} dat te lezen is.`,
    good: (site: string, at: string, thread: string, files: number) =>
      `Echt: gemaakt door ${site} op ${at} over gesprek ${thread}, ${files} bestanden, niets veranderd.`,
    bad: (why: string) => `Niet echt: ${why}.`,
    noZip: (_: string) => 'dit is geen zip die te lezen is',
    noList: (list: string) => `er zit geen ondertekende lijst in (${list})`,
    notSigned: (list: string) => `de lijst (${list}) is niet door deze site ondertekend, of is veranderd`,
    takenOut: (file: string) => `${file} is eruit gehaald`,
    changed: (file: string) => `${file} is veranderd`,
    putIn: (file: string) => `${file} is erbij gestopt`,
  },
}
type Words = typeof nl
const fr: Words = {
  title: 'Dossier de preuves',
  about:
    'Pour la police ou votre banque : l’annonce telle qu’elle était, tous les messages et les heures. Signé, pour qu’on voie que rien n’a été changé.',
  get: 'Télécharger le dossier de preuves',
  noted: 'Il ne contient rien que vous n’ayez déjà vu ici. L’autre personne verra dans son journal qu’un dossier a été fait.',
  fileName: 'preuves',
  heading: (site) => `Conversation sur ${site}`,
  madeAt: 'Fait le',
  between: 'Entre',
  you: 'La personne qui a demandé ce dossier',
  other: 'L’autre personne',
  email: 'Adresse e‑mail, telle que donnée avec la réponse',
  messages: 'Messages',
  advert: 'L’annonce, telle qu’elle était lors de la réponse',
  noAdvert: 'Rien n’est conservé de l’annonce : son auteur a mis fin à son compte, ou la conversation est plus ancienne.',
  gone: 'L’autre personne a mis fin à son compte. Ses messages ne sont pas ici ; si la conversation a été signalée, la police peut encore les demander.',
  verify:
    'Authentique ? Le site peut vérifier ce fichier avec : huisrecht evidence verify FICHIER. Sans le site, avec key.pem : manifest.sig est une signature Ed25519 (base64) de manifest.json, qui donne le SHA-256 de chaque fichier.',
  verdict: {
    unreadable: (file) => `Il n’y a pas de fichier ${file} qu’on puisse lire.`,
    good: (site, at, thread, files) =>
      `Authentique : fait par ${site} le ${at} au sujet de la conversation ${thread}, ${files} fichiers, rien n’a été changé.`,
    bad: (why) => `Pas authentique : ${why}.`,
    noZip: (_) => 'ce n’est pas un zip lisible',
    noList: (list) => `il ne contient pas de liste signée (${list})`,
    notSigned: (list) => `la liste (${list}) n’a pas été signée par ce site, ou a été changée`,
    takenOut: (file) => `${file} a été retiré`,
    changed: (file) => `${file} a été changé`,
    putIn: (file) => `${file} a été ajouté`,
  },
}
const en: Words = {
  title: 'Evidence file',
  about:
    'For the police or your bank: the advert as it was, all messages and their times. Signed, so that it shows that nothing was changed.',
  get: 'Get the evidence file',
  noted:
    'There is nothing in it that you have not seen here. The other person can read in their own ledger that a file was made.',
  fileName: 'evidence',
  heading: (site) => `Conversation on ${site}`,
  madeAt: 'Made on',
  between: 'Between',
  you: 'Who asked for this file',
  other: 'The other person',
  email: 'E‑mail address, as given with the reply',
  messages: 'Messages',
  advert: 'The advert, as it was when it was replied to',
  noAdvert: 'Nothing of the advert is kept: who placed it has ended their account, or the conversation is older.',
  gone: 'The other person has ended their account. What they wrote is not in here; if the conversation was reported, the police can still ask for it.',
  verify:
    'Genuine? The site can check this file with: huisrecht evidence verify FILE. Without the site, with key.pem: manifest.sig is an Ed25519 signature (base64) of manifest.json, which names the SHA-256 of each file.',
  verdict: {
    unreadable: (file) => `There is no file ${file} that can be read.`,
    good: (site, at, thread, files) => `Valid: made by ${site} on ${at} about conversation ${thread}, ${files} files, unchanged.`,
    bad: (why) => `Not valid: ${why}.`,
    noZip: (_) => 'this is not a zip that can be read',
    noList: (list) => `there is no signed list in it (${list})`,
    notSigned: (list) => `its list (${list}) was not signed by this site, or was changed`,
    takenOut: (file) => `${file} was taken out`,
    changed: (file) => `${file} was changed`,
    putIn: (file) => `${file} was put in`,
  },
}
export const words = wordsIn<Words>({ nl, fr, en })
