import { wordsIn } from '../../../std/words'

const nl = {
  account: 'Je account',
  facts: (seen: string, end: string) =>
    `Je was hier laatst op ${seen}. Een account dat 24 maanden niet gebruikt is, eindigt, ten vroegste een maand na deze mail: op ${end}.`,
  automatic:
    'Dit besliste een computer, met die regel. Wil je dat een mens ernaar kijkt, vraag het dan met de link hieronder: zolang niemand antwoordde, blijft alles er. Aanmelden hoeft daarvoor niet. Het is gratis.',
  askOfficer: (address: string) =>
    `Dit besliste een computer, met die regel. Wil je dat een mens ernaar kijkt, schrijf dan naar ${address}.`,
  subject: (site: string) => `Wil je je account bij ${site} houden?`,
  text: (site: string, day: string) => [
    `We zagen je bijna twee jaar niet bij ${site}. Wat niemand gebruikt, houden we niet bij: op ${day} beëindigen we je account, met alles wat erbij hoort.`,
    'Wil je het houden? Meld je dan één keer aan. Hoeft het niet meer, dan hoef je niets te doen.',
  ],
  button: 'Mijn account houden',
}
type Words = typeof nl
const fr: Words = {
  account: 'Votre compte',
  facts: (seen, end) =>
    `Votre dernière visite date du ${seen}. Un compte inutilisé pendant 24 mois prend fin, au plus tôt un mois après cet e‑mail : le ${end}.`,
  automatic:
    'C’est un ordinateur qui a décidé, selon cette règle. Vous voulez qu’une personne regarde ? Demandez-le avec le lien ci-dessous : tant que personne n’a répondu, tout reste. Il ne faut pas vous connecter. C’est gratuit.',
  askOfficer: (address) =>
    `C’est un ordinateur qui a décidé, selon cette règle. Si vous voulez qu’une personne regarde, écrivez à ${address}.`,
  subject: (site) => `Voulez-vous garder votre compte chez ${site} ?`,
  text: (site, day) => [
    `Nous ne vous avons pas vu·e chez ${site} depuis près de deux ans. Nous ne gardons pas ce que personne n’utilise : le ${day}, nous clôturons votre compte, avec tout ce qui s’y rattache.`,
    'Vous voulez le garder ? Connectez-vous une fois. Sinon, vous n’avez rien à faire.',
  ],
  button: 'Garder mon compte',
}
const en: Words = {
  account: 'Your account',
  facts: (seen, end) =>
    `You were last here on ${seen}. An account that was not used for 24 months ends, a month after this mail at the earliest: on ${end}.`,
  automatic:
    'A computer decided this, by that rule. If you want a human to look at it, ask for that with the link below: until somebody has answered, everything stays. You need not sign in for it. It is free.',
  askOfficer: (address) => `A computer decided this, by that rule. If you want a human to look at it, write to ${address}.`,
  subject: (site) => `Do you want to keep your account at ${site}?`,
  text: (site, day) => [
    `We have not seen you at ${site} for almost two years. What nobody uses we do not keep: on ${day} we end your account, with all that belongs to it.`,
    'Do you want to keep it? Then sign in once. If not, you need not do anything.',
  ],
  button: 'Keep my account',
}

export const words = wordsIn<Words>({ nl, fr, en })
