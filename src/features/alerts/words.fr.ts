import type { Words } from './words.nl'

const count = new Intl.NumberFormat('fr-BE')

export const fr = {
  menu: 'Recherches',
  demand: {
    fits: (about) => `Cette chambre correspond aux recherches enregistrées d’environ ${about} personnes.`,
    more: (about, price, besides) =>
      besides
        ? `À ${price} par mois, tout compris, il y en aurait environ ${about} de plus.`
        : `À ${price} par mois, tout compris, elle correspondrait à celles d’environ ${about} personnes.`,
    how: 'Arrondi à la dizaine, et jamais moins de dix : vous n’apprenez ainsi rien sur une personne.',
  },
  save: 'Enregistrer cette recherche',
  saveHint: 'et recevez un e‑mail dès qu’il y a du nouveau',
  new: {
    title: 'Enregistrer une recherche',
    lead: (name) => `Nous gardons l’œil ouvert pour vous : ${name}.`,
    submit: 'Enregistrer',
    who: 'Où envoyer les e‑mails ?',
    whoText:
      'Cela crée un compte, pour pouvoir changer ou arrêter la recherche. Elle démarre dès que vous confirmez votre adresse e‑mail. Déjà un compte ?',
    signIn: 'Connectez-vous',
    submitNew: 'Enregistrer et créer mon compte',
    nothing: 'Rien à enregistrer pour l’instant',
    nothingText: 'Choisissez d’abord un lieu, un prix ou autre chose. Vous pourrez ensuite enregistrer cette recherche.',
    toSearch: 'Chercher un kot',
    tooMany: (most) => `Vous en gardez déjà ${most}. Supprimez-en une d’abord.`,
  },
  frequency: 'Quand voulez-vous un e‑mail ?',
  frequencies: { atOnce: 'Tout de suite', daily: 'Au plus un par jour', weekly: 'Au plus un par semaine', none: 'Pas d’e‑mail' },
  frequencyHints: {
    atOnce: 'Les bons kots partent vite.',
    daily: 'Tout ce qui est nouveau, ensemble.',
    weekly: 'Tout ce qui est nouveau, ensemble.',
    none: 'Garder seulement, pour la retrouver.',
  },
  night: 'Heures calmes',
  atNight: 'La nuit aussi',
  atNightHint: 'Sinon, pas d’e‑mail entre 22 h et 7 h.',
  list: {
    title: 'Recherches enregistrées',
    emptyTitle: 'Vous n’avez pas encore de recherche enregistrée',
    empty:
      'Cherchez comme vous voulez, puis choisissez « Enregistrer cette recherche ». Nous vous écrirons dès qu’il y a du nouveau.',
    open: 'Voir ce qu’il y a maintenant',
    change: 'Modifier',
    until: (day) => `Gardée jusqu’au ${day}. La modifier la prolonge.`,
    pause: 'Suspendre les e‑mails',
    paused: 'Pas d’e‑mail',
    remove: 'Supprimer',
    off: 'Vous avez désactivé les e‑mails de recherche dans vos réglages : il n’en part aucun.',
    settings: 'Aller aux réglages',
    another: 'Vous cherchez autre chose ? Ouvrez la recherche, modifiez-la et enregistrez-la à nouveau.',
  },
  done: {
    saved: 'Enregistrée. Nous gardons l’œil ouvert.',
    changed: 'Modifiée.',
    paused: 'Vous ne recevrez plus d’e‑mails pour cette recherche.',
    removed: 'Supprimée.',
    renewed: 'Prolongée.',
  },
  link: {
    told: (n) => (n === 1 ? 'Ce kot était nouveau' : `Ces ${count.format(n)} kots étaient nouveaux`),
    none: 'Ce qui était dans cet e‑mail n’est plus à louer.',
    keep: 'Garder cette recherche',
    until: (day) => `Votre recherche est gardée jusqu’au ${day}.`,
    renew: 'Prolonger de six mois',
    all: 'Voir tout ce qu’il y a maintenant',
    stopTitle: 'Plus d’e‑mails pour cette recherche ?',
    stopText: 'La recherche elle-même reste enregistrée : vous la retrouverez en vous connectant.',
    stop: 'Arrêter ces e‑mails',
    back: 'Finalement non',
    mine: 'Toutes vos recherches',
  },
  mails: {
    aMonth: (amount) => `${amount} par mois`,
    was: (amount) => `avant ${amount}`,
    found: {
      subject: (n, name) => `${count.format(n)} ${n === 1 ? 'nouveau' : 'nouveaux'} : ${name}`,
      lead: (n, name) =>
        n === 1 ? `Il y a un kot de plus pour : ${name}.` : `Il y a ${count.format(n)} kots de plus pour : ${name}.`,
      some: (shown, n) => `En voici ${count.format(shown)} sur ${count.format(n)}.`,
      all: (n) => `Voir les ${count.format(n)}`,
      look: 'Voir sur le site',
    },
    often: {
      atOnce: 'dès qu’il y a du nouveau',
      daily: 'au plus une fois par jour',
      weekly: 'au plus une fois par semaine',
      none: '',
    },
    why: (often, day) => `Vous avez demandé cet e‑mail : ${often}, jusqu’au ${day}.`,
    renew: 'Prolonger ou modifier',
    stop: 'Plus d’e‑mails pour cette recherche',
    ending: {
      subject: (name) => `Vous cherchez encore ? ${name}`,
      lead: (name, day) => `Le ${day}, votre recherche enregistrée s’arrête : ${name}.`,
      keep: 'Oui, je cherche encore',
      else: 'Vous avez trouvé ? Alors vous n’avez rien à faire : elle disparaît d’elle-même.',
    },
  },
} satisfies Words
