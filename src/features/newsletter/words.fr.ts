import type { Words } from './words.nl'

const times = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const fr = {
  title: 'Lettre d’information',
  block: { title: 'À lire dans votre boîte mail' },
  form: {
    lead: 'De temps en temps, une lettre avec ce que nous écrivons. Vous arrêtez d’un clic, quand vous voulez.',
    how: [
      'Nous ne demandons que votre adresse e‑mail.',
      'Nous vous envoyons d’abord un lien. Vous n’êtes sur la liste qu’une fois que vous l’avez confirmé.',
      'Nous ne voyons pas si vous ouvrez une lettre ni où vous cliquez.',
    ],
    email: 'Votre adresse e‑mail',
    hint: 'Pour la lettre d’information seulement.',
    kept: (days) => `Ce que vous ne confirmez pas disparaît après ${times(days, 'jour', 'jours')}.`,
    privacy: 'Ce que nous savons et pourquoi',
    website: 'Laissez ce champ vide',
    submit: 'Envoyez-moi le lien',
    tooMany: 'Trop à la fois',
    tooManyText: 'Cette adresse ou ce réseau vient de le demander plusieurs fois. Rien n’est perdu : réessayez plus tard.',
    errors: {
      email: {
        required: 'Indiquez votre adresse e‑mail',
        email: 'Indiquez une adresse e‑mail, comme nom@exemple.be',
      },
    },
  },
  done: {
    sent: {
      title: 'Regardez dans votre boîte mail',
      text: 'Nous avons envoyé un lien à cette adresse. Ouvrez-le et confirmez : c’est alors que vous êtes sur la liste. Si rien n’arrive, cette adresse ne veut peut-être plus de lettres de nous.',
    },
    subscribed: {
      title: 'Vous êtes abonné',
      text: 'La prochaine lettre viendra à vous. Au bas de chaque lettre, un lien permet d’arrêter.',
    },
    stopped: {
      title: 'Vous ne recevez plus de lettres',
      text: 'Vous êtes désabonné, et votre adresse est effacée.',
    },
    never: {
      title: 'Nous vous laissons tranquille',
      text: 'Vous êtes désabonné, et votre adresse est effacée.',
    },
    stays: (months) =>
      `Pour que personne ne la remette sur la liste, il en reste pendant ${months} mois une empreinte, faite avec une clé secrète à part : aucune adresse ne s’y lit. Vous changez d’avis ? Demandez-le-nous, et nous l’enlevons.`,
    again: 'Vers la lettre d’information',
    home: 'Vers la page d’accueil',
  },
  confirm: {
    title: 'Voulez-vous notre lettre d’information ?',
    text: (months) =>
      `Votre oui est valable ${months} mois, et vous pouvez le reprendre à tout moment. Nous retenons que vous l’avez donné et ce qui était écrit ici.`,
    submit: 'Oui, je la veux',
  },
  link: {
    title: 'Votre lettre d’information',
    until: (day) => `Vous êtes abonné jusqu’au ${day}. Après, cela s’arrête tout seul.`,
    stop: 'Arrêter la lettre d’information',
    renew: 'Rester abonné plus longtemps',
    renewed: 'C’est fait : vous restez abonné.',
    never: 'Ne plus jamais écrire',
    neverText: (months) =>
      `Cela s’arrête aussi, et nous gardons pendant ${months} mois une empreinte illisible de votre adresse, pour que personne ne puisse l’abonner à nouveau. Si vous voulez un jour recevoir des lettres, écrivez-nous.`,
    neverAct: 'Arrêter, et ne plus jamais m’écrire',
    none: 'Il n’y a plus rien à arrêter',
    noneText: 'Plus personne n’est abonné avec ce lien. Vous ne recevez pas de lettres.',
  },
  mails: {
    confirm: {
      subject: (site) => `Confirmez la lettre d’information de ${site}`,
      text: (site) =>
        `Quelqu’un a indiqué cette adresse pour la lettre d’information de ${site}. Était-ce vous ? Alors confirmez-le.`,
      button: 'Confirmer la lettre d’information',
      notYou: (days) =>
        `Ce n’était pas vous ? Alors ne faites rien : sans confirmation vous ne recevez pas de lettres, et après ${times(days, 'jour', 'jours')} votre adresse a disparu d’ici.`,
    },
    letter: {
      read: 'Le lire sur le site',
      why: (site, day) =>
        `Vous recevez ceci parce que vous vous êtes abonné à la lettre d’information de ${site}. Votre oui est valable jusqu’au ${day}. Nous ne voyons pas si vous ouvrez cette lettre ni où vous cliquez.`,
      stop: 'Arrêter, ou rester abonné plus longtemps',
    },
    test: {
      subject: (title) => `[Essai] ${title}`,
      why: 'Ceci est un essai : vous seul l’avez reçu. Dans la vraie lettre, il est dit ici comment arrêter.',
    },
  },
  desk: {
    lead: 'Une lettre est un article que vous envoyez à ceux qui s’y sont abonnés. Personne ne voit qui l’ouvre ni où l’on clique : nous comptons seulement, en dizaines entières, à combien de personnes elle est allée.',
    readers: 'Abonnés',
    about: (n) => (n === undefined ? 'moins de 10' : `au moins ${n}`),
    new: 'Faire une lettre',
    article: 'Quel article voulez-vous envoyer ?',
    articleHint: 'Un brouillon convient aussi : il n’est alors pas sur le site, mais bien dans la lettre.',
    noArticles: 'Il n’y a pas encore d’article.',
    write: 'Écrire un article',
    make: 'Faire une lettre',
    letters: 'Lettres',
    none: 'Pas encore de lettres',
    column: { letter: 'Lettre', language: 'Langue', state: 'État', at: 'Départ' },
    states: { draft: 'Brouillon', scheduled: 'Prévue', leaving: 'Part maintenant', sent: 'Envoyée' },
    gone: 'L’article a disparu',
    goneText: 'L’article de cette lettre n’est plus là. Jetez la lettre, ou écrivez l’article à nouveau.',
    when: 'Quand la lettre part-elle ?',
    now: 'Maintenant',
    nowHint: 'Dans la minute. Cela ne peut être repris.',
    later: 'Plus tard',
    day: 'Jour',
    time: 'Heure',
    zone: 'Comme 9:30, à l’heure de Bruxelles.',
    send: 'Envoyer la lettre',
    test: 'M’envoyer un essai',
    tested: 'L’essai est en route vers votre propre adresse.',
    unschedule: 'Ne plus l’envoyer',
    remove: 'Jeter',
    removeSure: 'La lettre disparaît ; l’article reste.',
    cancel: 'Retour',
    said: 'Ce qu’elle dit',
    asArticle: 'Voici l’article tel qu’il est maintenant. Ce que vous y changez avant que la lettre parte change ici aussi.',
    asSent: 'Voici la lettre telle qu’elle est partie. Ce que vous avez changé depuis dans l’article n’y est pas.',
    gotBy: 'Envoyée à',
    untracked: 'Compté en dizaines entières, sur les 30 derniers jours. Si quelqu’un a ouvert la lettre, nous ne le savons pas.',
    alone: {
      title: 'Laisser une adresse tranquille',
      lead: 'Quelqu’un a demandé de ne plus jamais recevoir de lettre, ou s’est plaint là où il reçoit son courrier ? Tapez l’adresse : cela s’arrête tout de suite, et personne ne peut plus l’abonner.',
      email: 'Adresse e‑mail',
      add: 'Laisser tranquille',
      lift: 'Peut à nouveau recevoir des lettres',
    },
    done: {
      alone: 'Cette adresse ne reçoit plus de lettres.',
      again: 'Cette adresse peut à nouveau être abonnée.',
      notAlone: 'Cette adresse n’était pas laissée tranquille.',
    },
    errors: {
      article: 'Choisissez un article',
      when: 'Choisissez quand la lettre part',
      day: 'Indiquez un jour et une heure encore à venir',
    },
  },
} satisfies Words
