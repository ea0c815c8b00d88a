import { type Words, within } from './words.nl'

const times = (n: number, one: string, many: string) => (n < 2 ? `${n} ${one}` : `${n} ${many}`)

export const fr: Words = {
  title: 'Chat',
  way: 'Discuter avec nous',
  who: (company) => `Notre chat est géré par ${company}.`,
  what: ({ company, place, parts, host, days }) =>
    `Ce que vous y dites, votre adresse IP et ce que votre navigateur dit de lui-même vont à ${company} : nous le lisons là. Cela se trouve ${host ? `sur les machines de ${host}, ` : ''}dans ce pays : ${place}${within(parts)}, et y est effacé après ${times(days, 'jour', 'jours')} sans message.`,
  part: (what, place) => `${what} : ${place}`,
  cookie: (days) =>
    `Rien n’en est chargé avant que vous appuyiez sur le bouton, et alors sur cette seule page ; votre navigateur reçoit un cookie pour retrouver votre conversation : ${times(days, 'jour', 'jours')}.`,
  itsStatement: (company) => `Déclaration de vie privée de ${company}`,
  ours: 'Notre déclaration de confidentialité',
  start: 'Commencer le chat',
  changed: 'Ce qui est écrit près du bouton a changé entre-temps. Relisez-le, puis appuyez de nouveau.',
  gpc: 'Votre navigateur dit non',
  gpcText:
    'Avec Global Privacy Control, votre navigateur demande de ne rien charger d’autrui. Nous ne chargeons donc pas le chat. Écrivez-nous avec le formulaire.',
  noScript: 'Le chat ne marche pas sans scripts. Écrivez-nous avec le formulaire.',
  open: 'Le chat s’ouvre ici. Votre conversation y reste, aussi quand vous revenez plus tard.',
  failed: 'Le chat ne vient pas. Écrivez-nous avec le formulaire, ou réessayez plus tard.',
  stopTitle: 'Effacer la conversation et arrêter',
  stopText: (company) =>
    `Tout ce qui a été dit disparaît, ici et chez ${company}, et rien n’en est plus chargé. C’est définitif.`,
  stop: 'Effacer la conversation',
  erased: 'La conversation a été effacée.',
  erasedText: (company) =>
    `Ici, tout a disparu. Nous demandons aussitôt à ${company} d’effacer la conversation, et encore jusqu’à ce que ce soit fait.`,
  desk: {
    title: 'À effacer chez Crisp',
    nth: (code) => `Conversation ${code}`,
    lead: 'Crisp n’a pas effacé cette conversation, bien que nous le demandions depuis plus d’un jour. Effacez-la dans Crisp même, et dites ici que c’est fait. Nous continuons aussi d’essayer, jusqu’à un jour et demi après la première fois.',
    since: 'Demandé depuis',
    session: 'Nom de la conversation dans Crisp',
    show: 'Montrer le nom',
    reason: 'Pour effacer une conversation chez Crisp',
    sureLabel: 'Est-elle effacée ?',
    sure: 'Oui, je l’ai effacée dans Crisp',
    sureMissing: 'Effacez d’abord la conversation dans Crisp, puis dites que c’est fait',
    done: 'C’est effacé',
    after: 'Ensuite, nous n’en savons plus rien.',
  },
}
