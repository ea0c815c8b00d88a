import type { Words } from './words.nl'

export const fr = {
  usage: 'huisrecht <commande> [--lang nl|fr|en]',
  web: 'servir le site',
  setup: 'demander ce qu’il faut à un site, et écrire son dossier et ses réglages',
  help: 'afficher cette liste',
  strange: (option, usage) =>
    `${option ? `Le programme ne sait pas ce que veut dire ${option}` : 'Le programme ne comprend pas ce que vous avez tapé'}. ${usage}`,
  open: {
    noSite: (folder, name) => `Il n’y a pas de site dans ${folder} (SITE=${name}).`,
    noJson: (file, why) => `${file} n’est pas du JSON : ${why}`,
    noCompany:
      'SMTP_URL confie les e-mails à une entreprise que le site ne nomme pas. Dites dans site.ts, sous recipients, qui c’est : mail: { name, place, statement, agreement }. La déclaration de confidentialité le reprend de là.',
    noCampaigns:
      'MAUTIC_URL fait envoyer des mails par une entreprise que le site ne nomme pas. Dites dans site.ts, sous recipients, qui c’est : campaigns: { name, place, statement, agreement }. La déclaration de confidentialité le reprend de là.',
    noStatistics:
      "GA4_ID fait mesurer les visites par une entreprise que le site ne nomme pas. Dites dans site.ts, sous recipients, qui c’est : statistics: { name: 'Google Ireland Limited', place, transfer, statement, agreement }. La déclaration de confidentialité le reprend de là.",
    crisp: (what) =>
      `Le chat de Crisp et qui le gère vont ensemble : dans site.ts chat: { by: 'crisp', website } avec les fonctions chat et contact, et sous recipients chat: { name: 'Crisp IM SAS', place: 'NL', parts, host, statement, agreement } ; et dans les réglages CRISP_IDENTIFIER et CRISP_KEY, qui servent à effacer. Ici manque ou est de trop : ${what}.`,
    another: ({ folder, owner, name, file }) =>
      `Les données dans ${folder} sont du site « ${owner} », et ceci est « ${name} ». Donnez à ce site ses propres dossiers (DATA_DIR, KEYS_DIR), ou démarrez l’autre (SITE=${owner}). S’il a seulement changé de nom, supprimez ${file}.`,
    drift: (differences) => `Le registre et la base diffèrent, donc le programme ne démarre pas :\n${differences}`,
    statement: (changes) =>
      `La déclaration de confidentialité dirait autre chose que ce qui est publié, et cela concerne des personnes :\n${changes}\nSi c’est bien ce qu’il faut, publiez-la : huisrecht statement publish`,
  },
  introduction: {
    open: (site, url) => `${site} est ouvert sur ${url}`,
    advertiser: 'annonceur',
    seeker: 'chercheuse',
    staff: 'gestion',
    password: 'mot de passe',
    email: '<e-mail>',
    mail: 'e-mails',
    noMail: '(réglez SMTP_URL pour les envoyer)',
    data: 'données',
    ownDatabase: 'votre propre PostgreSQL (DATABASE_URL)',
    keys: 'clés',
    keep: '(sans elles, les données sont illisibles : huisrecht backup les garde, chiffrées)',
  },
  demoGone: (people) => `${people} personnes inventées ont été retirées, avec leurs annonces et leurs messages.`,
} satisfies Words
