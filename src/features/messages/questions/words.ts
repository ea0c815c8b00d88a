import type { Region } from '../../../register/tables/listings'
import { wordsIn } from '../../../std/words'

const nl = {
  title: 'Wat mag je vragen?',
  lead: 'Als je kiest wie in je kamer komt, mag je een paar dingen vragen en een paar dingen niet. Per streek staat hier welke.',
  regions: { 'BE-VLG': 'Vlaanderen', 'BE-BRU': 'Brussel', 'BE-WAL': 'Wallonië', NL: 'Nederland' } satisfies Record<
    Region,
    string
  >,
  may: 'Dit mag je vragen',
  not: 'Dit vraag je beter niet',
  since: (day: string) => `Geldt sinds ${day}.`,
  sources: 'Bronnen:',
  unverified: 'niet nagekeken in de wet zelf',
  choose: 'Hoe kies je eerlijk?',
  chooseSteps: [
    'Schrijf vooraf op waarop je kiest, en gebruik dat voor iedereen. In Nederland moet het in je advertentie staan.',
    'Vraag aan iedereen hetzelfde, en pas wat je echt nodig hebt om een contract te maken.',
    'Wijs je iemand af, zeg dan kort waarom. Hier kan dat in één keer voor iedereen.',
    'Bewaar niets langer dan nodig: wie de kamer niet krijgt, daarvan hoef je niets bij te houden.',
  ],
  honest:
    'Dit verzamelden we in november 2026 uit de bronnen die erbij staan. Geen jurist las het na: bij twijfel vraag je het beter aan Unia, je gemeente of het Huurderssyndicaat.',
  hint: {
    title: 'Mag je dit vragen?',
    quotes: (many: string) => `Het gaat om: ${many}`,
    how: 'Je bericht is nog niet weg. Pas het aan, of verstuur het zo. Dit is een tip: we houden er niets van bij.',
  },
}
type Words = typeof nl
const fr: Words = {
  title: 'Que pouvez-vous demander ?',
  lead: 'Pour choisir qui occupera votre chambre, vous pouvez demander certaines choses, et d’autres pas. Voici lesquelles, région par région.',
  regions: { 'BE-VLG': 'Flandre', 'BE-BRU': 'Bruxelles', 'BE-WAL': 'Wallonie', NL: 'Pays-Bas' },
  may: 'Vous pouvez demander',
  not: 'Mieux vaut ne pas demander',
  since: (day) => `En vigueur depuis le ${day}.`,
  sources: 'Sources :',
  unverified: 'non vérifié dans la loi même',
  choose: 'Comment choisir équitablement ?',
  chooseSteps: [
    'Notez d’avance vos critères, et appliquez-les à tout le monde. Aux Pays-Bas, ils doivent figurer dans l’annonce.',
    'Demandez la même chose à tous, et seulement ce qu’il faut vraiment pour un contrat.',
    'Si vous refusez quelqu’un, dites brièvement pourquoi. Ici, vous pouvez le faire en une fois pour tous.',
    'Ne gardez rien plus longtemps que nécessaire : de qui n’obtient pas la chambre, vous n’avez rien à garder.',
  ],
  honest:
    'Nous avons rassemblé ceci en novembre 2026 dans les sources citées. Aucun juriste ne l’a relu : en cas de doute, demandez à Unia, à votre commune ou à une association de locataires.',
  hint: {
    title: 'Peut-on le demander ?',
    quotes: (many) => `Il s’agit de : ${many}`,
    how: 'Votre message n’est pas encore parti. Modifiez-le, ou envoyez-le tel quel. C’est un conseil : nous n’en gardons rien.',
  },
}
const en: Words = {
  title: 'What may you ask?',
  lead: 'When you choose who gets your room, some things you may ask, and some you may not. Here is which, region by region.',
  regions: { 'BE-VLG': 'Flanders', 'BE-BRU': 'Brussels', 'BE-WAL': 'Wallonia', NL: 'The Netherlands' },
  may: 'You may ask',
  not: 'Better not ask',
  since: (day) => `In force since ${day}.`,
  sources: 'Sources:',
  unverified: 'not checked in the law itself',
  choose: 'How do you choose fairly?',
  chooseSteps: [
    'Write down beforehand what you choose by, and use it for everybody. In the Netherlands it must stand in your advert.',
    'Ask everybody the same, and only what you really need to make a contract.',
    'When you decline somebody, say briefly why. Here you can do that for everybody at once.',
    'Keep nothing longer than you need: of whoever does not get the room you need to keep nothing.',
  ],
  honest:
    'We collected this in November 2026 from the sources that are named. No lawyer has read it: when in doubt, ask Unia, your municipality or a tenants’ union.',
  hint: {
    title: 'May you ask this?',
    quotes: (many) => `It is about: ${many}`,
    how: 'Your message has not gone yet. Change it, or send it as it is. This is a hint: we keep nothing of it.',
  },
}
export const words = wordsIn<Words>({ nl, fr, en })
