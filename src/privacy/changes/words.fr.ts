import type { ChangeWords } from './words.nl'

export const fr = {
  quoted: (name) => `« ${name} »`,
  wording: 'Le texte a été rendu plus clair à certains endroits. Ce que nous faisons est resté le même.',
  known: {
    held: (what, why, keep) => `Désormais nous conservons aussi ${what}, pour : ${why}. Durée : ${keep}.`,
    heldNoMore: (what) => `Nous ne conservons plus ${what}.`,
    longer: (what, to, from) => `Nous conservons ${what} plus longtemps : ${to} (avant : ${from}).`,
    shorter: (what, to, from) => `Nous conservons ${what} moins longtemps : ${to} (avant : ${from}).`,
    otherTerm: (what, to, from) => `La durée de conservation de ${what} change : ${to} (avant : ${from}).`,
    alsoFor: (what, why) => `Désormais nous utilisons aussi ${what} pour : ${why}.`,
    noLongerFor: (what, why) => `Nous n’utilisons plus ${what} pour : ${why}.`,
    nowOpen: (what) => `${what} n’est plus entièrement chiffré : le programme ou tout le monde peut en lire une partie.`,
    nowSealed: (what) => `${what} est mieux protégé qu’avant.`,
    otherSource: (what) => `Désormais nous obtenons ${what} d’une autre manière.`,
    counts: (what) => `Nous pouvons désormais compter, sans savoir de qui il s’agit : ${what}.`,
    countsNoMore: (what) => `Nous ne comptons plus ceci : ${what}.`,
    countsOtherwise: (step, keep) =>
      `Ce que nous comptons sans savoir de qui il s’agit est désormais montré par ${step} et gardé ${keep}.`,
  },
  why: { otherBasis: (why, to, from) => `Le fondement de « ${why} » est désormais : ${to} (avant : ${from}).` },
  receivers: {
    receives: (who, what, why) => `${who} reçoit désormais aussi : ${what}. Pourquoi : ${why}.`,
    receivesNoMore: (who, what, why) => `${who} ne reçoit plus : ${what} (pour : ${why}).`,
    loads: (who, hosts, why) =>
      `${who} : si vous dites oui, votre navigateur parle désormais aussi à ${hosts}. Pourquoi : ${why}.`,
    loadsNoMore: (who, hosts, why) => `${who} : votre navigateur ne parle plus à ${hosts} (pour : ${why}).`,
    otherCompany: (who, to, from) => `${who} est désormais ${to} (avant : ${from}).`,
    otherAgreement: (who) => `Le contrat avec ${who} a été renouvelé, ou sa propre déclaration se trouve ailleurs.`,
  },
  where: {
    otherHost: (to, from) => `Les données se trouvent désormais chez ${to} (avant : ${from}).`,
    measures: 'La description du serveur et de ses mesures a été renouvelée.',
    leavesEea: 'Tout ne reste plus dans l’Espace économique européen.',
    staysInEea: 'Désormais tout reste dans l’Espace économique européen.',
    encrypted: 'Tout ce qui passe entre votre navigateur et le site est désormais chiffré (HTTPS).',
    notEncrypted: 'Ce qui passe entre votre navigateur et le site n’est plus chiffré (pas de HTTPS).',
    backupsLonger: (to, from) => `Ce qui est effacé peut sortir d’une sauvegarde plus longtemps : ${to} jours (avant : ${from}).`,
    backupsShorter: (to, from) =>
      `Ce qui est effacé disparaît plus tôt de toute sauvegarde : après ${to} jours (avant : ${from}).`,
  },
  stored: {
    cookie: (name) => `Chez qui dit oui, le navigateur garde aussi : ${name}.`,
    cookieGone: (name) => `Le navigateur ne garde plus : ${name}.`,
  },
  cookies: {
    cookie: (name) => `Il y a un cookie de plus : ${name}.`,
    cookieGone: (name) => `Nous ne déposons plus le cookie ${name}.`,
    cookieLonger: (name, to, from) => `Le cookie ${name} reste plus longtemps : ${to} (avant : ${from}).`,
    cookieShorter: (name, to, from) => `Le cookie ${name} reste moins longtemps : ${to} (avant : ${from}).`,
    cookieAsks: (name) => `Nous ne déposons désormais le cookie ${name} que si vous dites oui.`,
    cookieAsksNoMore: (name) => `Nous déposons désormais le cookie ${name} sans le demander.`,
  },
  rights: {
    right: (name) => `Vous avez un droit de plus : ${name}.`,
    rightGone: (name) => `Ce droit ne s’applique plus : ${name}.`,
  },
  who: {
    otherController: (to, from) => `Le responsable est désormais ${to} (avant : ${from}).`,
    otherOfficer: (to, from) => `Le délégué à la protection des données est désormais ${to} (avant : ${from}).`,
    otherAuthority: (to, from) => `L’autorité de contrôle est désormais ${to} (avant : ${from}).`,
    controller: 'L’adresse du responsable a changé.',
    officer: 'L’adresse du délégué à la protection des données a changé.',
    authority: 'L’adresse de l’autorité de contrôle a changé.',
  },
} satisfies ChangeWords
