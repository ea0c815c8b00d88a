import type { Words } from './words.nl'

export const fr = {
  panel: {
    title: 'Pouvons-nous faire ceci ?',
    lead: (controller) => `${controller} demande votre consentement. Si vous dites non, tout marche aussi bien.`,
    by: (companies) => `Par ${companies}.`,
    yes: 'Oui, d’accord',
    no: 'Non, merci',
    choose: 'Choisir moi-même',
    more: 'Ce que nous savons de vous et pourquoi',
  },
  choices: {
    title: 'Vos choix',
    link: 'Vos choix',
    lead: 'Vous dites ici à quoi vous consentez. Vous pouvez revenir en arrière à tout moment, aussi facilement que vous avez dit oui : cela s’arrête aussitôt.',
    saved: 'Votre choix est enregistré.',
    changed: 'Ce que nous demandons a changé entre-temps. Relisez-le : votre oui ne compte que si vous le redites.',
    gpc: 'Votre navigateur dit non pour vous',
    gpcText:
      'Votre navigateur envoie « Global Privacy Control ». Pour nous c’est un non à tout ce qui se passe dans votre navigateur. Nous ne vous le demandons donc pas, et rien ne se charge d’ailleurs.',
    browser: 'Dans ce navigateur',
    account: 'Pour votre compte',
    signIn: 'Connectez-vous pour choisir aussi ce qui vaut pour votre compte.',
    allow: 'Je consens',
    companies: 'Par qui',
    cookies: 'Cookies qui viennent alors',
    itsStatement: 'sa déclaration de confidentialité',
    said: (yes, day) => (yes ? `Vous avez dit oui le ${day}.` : `Vous avez dit non le ${day}.`),
    unsaid: 'Vous n’avez pas encore répondu. D’ici là, cela ne se fait pas.',
    save: 'Enregistrer mon choix',
    all: 'Ou en une fois',
    allNo: 'Non à tout',
    allYes: 'Oui à tout',
  },
} satisfies Words
