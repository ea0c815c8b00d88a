import type { DeclineReason } from '../../../register/tables/messages'
import type { Words } from './words.nl'

const because: Record<DeclineReason, string> = {
  first: ' : quelqu’un vous a devancé de peu',
  period: ' : la période ne convient pas',
  budget: ' : le prix ne correspond pas à votre recherche',
  fit: ' : une autre personne correspond mieux à ce que nous cherchons',
  withdrawn: ' : elle n’est plus à louer',
  other: '',
}
export const fr = {
  title: 'Réponses',
  about: (title) => `Réponses à ${title}`,
  adverts: 'Par annonce',
  counts: (all, fresh) =>
    `${all === 1 ? '1 réponse' : `${all} réponses`}${fresh > 0 ? `, dont ${fresh === 1 ? '1 nouvelle' : `${fresh} nouvelles`}` : ''}`,
  statusLabel: 'Quelles réponses',
  all: 'Toutes',
  statuses: {
    new: 'Nouvelle',
    seen: 'Vue',
    shortlisted: 'Sur ma liste',
    viewing: 'Visite',
    declined: 'Refusée',
    rented: 'Louée',
  },
  none: 'Personne ici',
  noneText: 'Vous trouverez ici qui répond à cette annonce.',
  open: 'Lire',
  choose: 'Qui',
  decline: 'Refuser gentiment',
  declineChosen: 'Refuser gentiment les personnes choisies',
  offer: 'Proposer des créneaux',
  rent: 'Louée',
  toAdvert: 'Vers l’annonce',
  shortlist: 'Sur ma liste',
  unshortlist: 'Retirer de ma liste',
  shortlistHint: 'Votre liste n’est visible que par vous.',
  handle: 'Cette réponse',

  reason: 'Pourquoi pas ?',
  reasonHint: 'Une raison aide qui cherche. Aux Pays-Bas, elle est obligatoire.',
  reasons: {
    first: 'Quelqu’un d’autre était là avant',
    period: 'La période ne convient pas',
    budget: 'Le prix ne convient pas',
    fit: 'Une autre personne convient mieux à la maison',
    withdrawn: 'La chambre n’est plus à louer',
    other: 'Une autre raison',
  },
  line: 'Voulez-vous ajouter quelque chose ?',
  lineHint: 'Une phrase, la même pour tous. Elle figure dans le message telle que vous l’écrivez.',
  preview: 'Voici ce qu’ils reçoivent, chacun dans sa langue :',
  declineTo: (names) => `Pour ${names}.`,
  nobody: 'Choisissez d’abord qui vous voulez refuser.',
  send: 'Envoyer',
  undoText: (n) =>
    n === 1
      ? 'Le message part dans dix minutes. D’ici là, vous pouvez le reprendre.'
      : `Les ${n} messages partent dans dix minutes. D’ici là, vous pouvez les reprendre.`,
  leaving: (n) => (n === 1 ? '1 message va partir.' : `${n} messages vont partir.`),
  undo: 'Reprendre',
  undone: 'C’est repris. Rien n’a été envoyé.',

  rentTitle: 'La chambre est louée',
  rentText:
    'Nous marquons l’annonce comme louée et le disons à ceux qui attendent encore. Les créneaux de visite libres sont annulés.',
  winner: 'À qui ?',
  elsewhereWinner: 'À quelqu’un qui n’a pas répondu ici',
  winnerMessage: 'Message à la personne qui a la chambre',
  restMessage: (language, n) =>
    n === 1 ? `Message à 1 autre personne (${language})` : `Message à ${n} autres personnes (${language})`,
  rentSend: 'Louée, et le faire savoir',
  noRest: 'Personne n’attend plus de réponse.',

  told: {
    sent: 'L’annonceur n’a pas encore vu votre message.',
    seen: 'L’annonceur a vu votre message.',
    answered: 'L’annonceur a répondu.',
    invited: 'Vous pouvez venir visiter : choisissez un moment.',
    viewing: 'Votre visite est fixée.',
    declined: 'Cette chambre ne sera pas pour vous.',
    elsewhere: 'La chambre est louée à quelqu’un d’autre.',
    rented: 'La chambre est pour vous. Félicitations !',
  },
  toldTags: {
    sent: 'Pas encore lu',
    seen: 'Lu',
    answered: 'Répondu',
    invited: 'Invitation',
    viewing: 'Visite',
    declined: 'Pas cette fois',
    elsewhere: 'Louée à un autre',
    rented: 'Pour vous',
  },
  stands: 'Où en est-on',
  because: (reason) => `Raison : ${reason}.`,
  onward: 'Continuer à chercher',

  declined: (reason, line) =>
    `Bonjour,\n\nMerci pour votre message. Cette chambre ne sera pas pour vous cette fois${because[reason]}.${line ? `\n\n${line}` : ''}\n\nBonne chance dans votre recherche !`,
  farewells: {
    declined: '',
    elsewhere:
      'Bonjour,\n\nMerci de votre intérêt. La chambre a entre-temps été louée à quelqu’un d’autre.\n\nBonne chance dans votre recherche !',
    rented: 'Bonjour,\n\nBonne nouvelle : la chambre est pour vous. Convenons ici de la signature du bail.',
  },
} satisfies Words
