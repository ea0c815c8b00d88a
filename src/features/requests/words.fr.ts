import type { Words } from './words.nl'

export const fr: Words = {
  errors: {
    email: { required: 'Indiquez votre adresse e‑mail' },
  },
  ask: {
    title: 'Qu’avez-vous sur moi ?',
    lead: 'Même sans compte, vous pouvez voir ce que nous avons sur vous, l’emporter ou le faire effacer.',
    what: [
      'Vous recevez un e‑mail à l’adresse indiquée. Il montre que la boîte est la vôtre ; nous n’avons rien d’autre à savoir.',
      'Ne nous envoyez jamais de copie de votre carte d’identité.',
      'Qui indique une adresse ici ne voit pas si nous la connaissons. Cela se lit seulement dans l’e‑mail.',
    ],
    signedIn: 'Vous êtes connecté·e : tout se trouve sous',
    myData: 'Tout ce que nous avons sur vous',
    email: 'Votre adresse e‑mail',
    emailHint: 'L’adresse avec laquelle vous nous avez écrit, signalé quelque chose ou commencé un compte.',
    submit: 'Envoyez-moi un lien',
    other: 'Demander autre chose sur vos données, ou vous plaindre',
    sent: {
      title: 'Regardez dans votre boîte',
      text: 'Nous avons envoyé un e‑mail à l’adresse indiquée. Il dit si nous avons quelque chose sur vous, et comment le voir.',
      not: 'Rien reçu ? Regardez dans les indésirables, et si l’adresse était juste.',
      again: 'Réessayer',
    },
    openTitle: 'Voyez ce que nous avons sur vous',
    openLead: 'Ce lien marche une fois. Ensuite, la page reste ouverte une heure dans ce navigateur.',
    open: 'Ouvrir mes données',
  },
  yours: {
    title: 'Ce que nous avons sur vous',
    lead: (address) =>
      `Tout ce que nous gardons sous ${address}, sans compte. Ouvert pour vous seul·e, pendant une heure, dans ce navigateur.`,
    account: 'Il y a aussi un compte avec cette adresse',
    accountText: 'Ce qui s’y rattache se voit une fois connecté·e.',
    signIn: 'Se connecter',
    forgot: 'Mot de passe oublié',
    copy: 'Télécharger une copie',
    wrong: 'Quelque chose est faux, ou vous voulez autre chose ?',
    request: 'Posez votre question',
    end: 'Tout effacer',
    endText:
      'Tout ce qui est sur cette page disparaît alors aussitôt et pour de bon, aussi une question ou un signalement auquel nous devions encore répondre.',
    sureLabel: 'En êtes-vous sûr·e ?',
    sure: 'Oui, effacez tout ce qui est ici',
    sureMissing: 'Cochez ceci si vous voulez tout effacer',
    gone: {
      done: 'Vos données sont effacées',
      doneLead: 'Voici votre reçu ; nous n’en gardons pas. Imprimez-le ou enregistrez la page si vous voulez le garder.',
    },
  },
  mails: {
    link: {
      subject: (site) => `Ce que ${site} a sur vous`,
      asked: (site) => `Quelqu’un a demandé à ${site} ce que nous avons sous cette adresse.`,
      known:
        'Nous avons quelque chose. Avec le bouton ci-dessous vous voyez tout, et pouvez l’emporter, l’effacer ou le mettre en pause. Le lien marche une fois, pendant deux heures.',
      account:
        'Il y a un compte avec cette adresse. Connectez-vous et regardez sous Mon compte. Si vous ne savez plus votre mot de passe, choisissez-en un nouveau : vous pourrez ensuite aussi mettre fin au compte.',
      nothing: 'Nous n’avons rien sur vous, sauf cette question. Elle disparaît d’elle-même dans les deux jours.',
      button: 'Voir ce que nous avons sur vous',
      signIn: 'Se connecter',
      forgot: 'Choisir un nouveau mot de passe',
      notYou: 'Vous n’avez rien demandé ? Vous ne devez rien faire : sans cet e‑mail, personne ne voit rien.',
    },
  },
}
