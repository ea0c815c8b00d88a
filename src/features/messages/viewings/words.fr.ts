import type { Words } from './words.nl'

export const fr = {
  title: 'Visiter',
  offer: 'Proposer des créneaux',
  offerTo: (name) => `Proposer des créneaux à ${name}`,
  offerAll: 'Proposer des créneaux à tous ceux qui ont répondu',
  offerText: 'Choisissez un jour et une ou plusieurs heures. Qui vient visiter réserve son créneau ; vous recevez un e‑mail.',
  offerAllText: (n) =>
    n === 1
      ? 'Une conversation est encore ouverte. Cette personne recevra un message avec ces créneaux.'
      : `${n} conversations sont encore ouvertes. Chacun recevra son propre message ; la place est à qui réserve d’abord.`,
  day: 'Jour',
  times: 'Heures',
  timesHint: 'Une ou plusieurs, séparées par une virgule : 14:00, 14:30, 17h',
  time: 'Heure',
  minutes: 'Durée',
  minutesOf: (n) => `${n} minutes`,
  places: 'Combien de personnes à la fois',
  medium: 'Comment',
  media: { visit: 'Sur place', video: 'À distance, en vidéo' },
  note: 'Où et comment',
  noteHint:
    'Par exemple l’adresse, la sonnette ou le lien de l’appel vidéo. Seul qui réserve le voit. Nous ne donnons votre adresse d’aucune autre façon.',
  send: 'Proposer',
  errors: {
    times: 'Écrivez des heures comme 14:00 ou 14h30, douze au plus, séparées par une virgule',
    time: 'Écrivez une heure comme 14:00 ou 14h30',
    past: 'Choisissez un moment à venir',
    far: 'Choisissez un moment dans les six mois',
  },
  offered: 'Créneaux proposés',
  none: 'Vous n’avez pas encore proposé de créneau.',
  free: (free, places) => (places === 1 ? 'Encore libre' : free === 1 ? 'Encore 1 place' : `Encore ${free} places`),
  full: 'Complet',
  forAll: 'Pour tous ceux qui ont répondu',
  taken: (names) => `Réservé par ${names}`,
  change: 'Modifier',
  changeTitle: 'Modifier ce créneau',
  changeText: (n) =>
    n === 0
      ? 'Personne ne l’a encore réservé.'
      : n === 1
        ? 'La personne qui l’a réservé reçoit tout de suite un message et un e‑mail.'
        : `Les ${n} personnes qui l’ont réservé reçoivent tout de suite un message et un e‑mail.`,
  move: 'Déplacer',
  callOff: 'Annuler ce créneau',
  invitation: 'Vous pouvez venir visiter',
  choose: 'Choisissez le créneau qui vous convient. Vous pourrez encore le déplacer ou l’annuler.',
  book: 'Réserver',
  bookThis: (when) => `Réserver : ${when}`,
  moveHere: 'Déplacer ici',
  moveThis: (when) => `Déplacer au ${when}`,
  otherTimes: 'Un autre moment',
  booked: 'La visite est fixée',
  bookedWith: (name) => `${name} vient visiter`,
  calledOff: 'La visite n’a pas lieu',
  was: (when) => `Elle était prévue le ${when}.`,
  takenNow: 'Quelqu’un d’autre vient de réserver ce créneau. Choisissez-en un autre.',
  gone: 'Ce créneau n’existe plus. Choisissez-en un autre.',
  ics: 'Mettre dans l’agenda',
  icsOff: 'Retirer de l’agenda',
  cancel: 'Annuler',
  cancelText: 'Un empêchement ? Annulez, pour que quelqu’un d’autre ait la place.',
  video: 'À distance, en vidéo',
  whereIs: 'Où et comment',
  noteMissing: 'L’annonceur n’a pas écrit où. Demandez-le ci-dessous.',
  safety: 'Ne payez rien pour pouvoir visiter.',
  summary: (about) => `Visite : ${about}`,
  description: 'Modifier ou annuler se fait dans la conversation :',
  fileName: 'visite',

  written: {
    offer: (whens) =>
      `Vous pouvez venir visiter :\n${whens}\n\nChoisissez ici, dans la conversation, le moment qui vous convient.`,
    booked: (when) => `Je viens visiter le ${when}.`,
    rebooked: (was, when) => `J’ai déplacé ma visite du ${was} au ${when}.`,
    cancelled: (when) => `Je ne peux finalement pas venir le ${when}.`,
    calledOff: (when) => `La visite du ${when} n’a pas lieu.`,
    moved: (was, when) =>
      `La visite du ${was} est déplacée au ${when}. Si cela ne vous convient pas, annulez ou choisissez un autre moment.`,
  },
  mails: {
    changed: {
      subject: 'Du changement pour une visite',
      text: 'Dans une de vos conversations, une visite a été réservée, déplacée ou annulée. Vous y verrez laquelle et quand.',
    },
    reminder: {
      subject: 'Vous avez bientôt une visite',
      text: 'Vous avez une visite dans les 24 heures. L’heure et le lieu sont dans la conversation ; en cas d’empêchement, annulez-y.',
    },
    button: 'Ouvrir la conversation',
  },
} satisfies Words
