import type { Words } from './words.nl'

export const fr: Words = {
  title: 'Sont-ils encore libres ?',
  lead: (n) => (n === 1 ? 'Dites-nous d’une pression où en est votre annonce.' : `Dites-nous où en sont vos ${n} annonces.`),
  why: 'Ainsi, qui cherche ne trouve que des logements encore libres, et vous ne recevez plus de messages pour ce qui est parti.',
  lastSaid: 'Dernière confirmation :',
  lapsed: 'En pause',
  answers: { free: 'Encore libre', rented: 'Loué', pause: 'Ne plus montrer pour l’instant' },
  allFree: (n) => `Les ${n} sont encore libres`,
  done: {
    free: 'Merci. L’annonce est en ligne, et chacun voit qu’elle est confirmée aujourd’hui.',
    rented: 'Félicitations ! L’annonce n’est plus visible.',
    pause: 'En pause. Vous la remettez en ligne sous Mes annonces.',
  },
  allDone: 'Tout est à jour',
  allDoneText: 'Vous avez répondu pour toutes vos annonces. Nous reposerons la question dans trois semaines.',
  toMine: 'Vers mes annonces',
  toRooms: 'Voir d’autres logements',
  letButton: 'Déjà loué ? Dites-le-nous',
  thanksTitle: 'Merci',
  thanks:
    'Nous demandons à l’annonceur si le logement est encore libre. Sans réponse, l’annonce disparaît dans la semaine. Personne n’apprend que c’est vous qui l’avez demandé.',
  pausedQuietly:
    'En pause parce que nous n’avons rien entendu de vous. Le logement est encore libre ? Une pression suffit pour le remettre en ligne.',
  facts: (asked, now) =>
    `Le ${asked}, nous vous avons demandé par e‑mail si ce logement est encore libre. Le ${now}, nous n’avions pas de réponse. Une annonce dont rien n’est dit une semaine après cette question est mise en pause.`,
  askHuman: 'Demander qu’une personne regarde',
  again: {
    title: 'Rouvrir l’annonce',
    lead: 'Vérifiez les dates et le prix. Tout le reste, photos comprises, reste tel quel.',
    button: 'Remettre en ligne',
    link: 'Rouvrir',
  },
  mails: {
    stillFree: {
      subject: (n, site) =>
        n === 1 ? `Votre logement sur ${site} est-il encore libre ?` : `Vos ${n} logements sur ${site} sont-ils encore libres ?`,
      text: (n) => [
        n === 1
          ? 'Votre annonce est en ligne depuis trois semaines sans nouvelles de vous.'
          : 'Vos annonces sont en ligne depuis trois semaines sans nouvelles de vous.',
        'Une pression suffit, sans vous connecter. Sans réponse dans la semaine, nous les mettons en pause ; vous les remettez en ligne quand vous voulez.',
      ],
      button: 'Dire où cela en est',
    },
    lapsed: {
      subject: (n, site) => (n === 1 ? `Votre annonce sur ${site} est en pause` : `${n} annonces sur ${site} sont en pause`),
      text: (n) => [
        n === 1
          ? 'Nous n’avons pas eu de nouvelles de votre annonce : personne ne la voit pour l’instant.'
          : 'Nous n’avons pas eu de nouvelles de ces annonces : personne ne les voit pour l’instant.',
        'Rien n’a changé ? Une pression les remet en ligne, telles quelles.',
      ],
      button: 'Remettre en ligne',
    },
    byRule:
      'Un ordinateur en a décidé, selon une seule règle : pas de réponse en une semaine. Le même bouton permet de demander qu’une personne regarde.',
    more: (n) => `• et encore ${n}`,
    after: ['Le lien marche une semaine. Qui l’a ne peut que confirmer ces annonces ou les mettre en pause.'],
  },
}
