import type { Words } from './words.nl'

const demo = 'Ce site contient des annonces de démonstration, dont tout le monde connaît les mots de passe.'
const statement = 'La déclaration de confidentialité le montre à tout le monde : indiquez ce qui est vrai.'

export const fr: Words = {
  title: 'Ce site n’est pas encore prêt pour des visiteurs (PRODUCTION=1) :',
  demo: `${demo} Retirez-les : huisrecht demo remove`,
  demoBeyond: `${demo} Retirez-les d’abord : npm run huisrecht -- demo remove`,
  noMail:
    'SMTP_URL n’est pas réglé : les e-mails resteraient dans la boîte des développeurs, et personne ne pourrait confirmer son adresse.',
  http: (url) => `PUBLIC_URL est ${url}. Elle doit commencer par https : les visiteurs y envoient leur mot de passe.`,
  local: (url) => `PUBLIC_URL est ${url}, donc uniquement cet ordinateur. Donnez l’adresse que tapent les visiteurs.`,
  proxy:
    'TRUST_PROXY n’est pas 1, alors que seul un proxy sur cet ordinateur peut atteindre le site : tous les visiteurs sembleraient n’en faire qu’un, avec une seule limite pour tous.',
  keysInData: (keys) =>
    `KEYS_DIR (${keys}) se trouve dans DATA_DIR : une même sauvegarde contiendrait les données et leurs clés. Mettez les clés ailleurs.`,
  open: (path, keys) => `D’autres utilisateurs de cet ordinateur peuvent lire ${path}. Fermez-le : chmod -R go= ${keys}`,
  missing: (field) => `${field} manque dans site.ts. ${statement}`,
  invented: (field, value) => `${field} dans site.ts est « ${value} », un nom de démonstration. ${statement}`,
}
