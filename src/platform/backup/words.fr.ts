import type { Words } from './words.nl'

export const fr = {
  inData: (folder) => `${folder} se trouve dans DATA_DIR : ce qui emporte les données emporterait aussi la sauvegarde.`,
  withKeys: (folder) => `${folder} et KEYS_DIR sont au même endroit : gardez les clés à l’écart de toute copie des données.`,
  together: (folder, keys) =>
    `${folder} et ${keys} sont au même endroit : l’archive des clés a besoin d’une place à elle (--keys DOSSIER).`,
  keysInData: 'KEYS_DIR se trouve dans DATA_DIR. Mettez d’abord les clés ailleurs.',
  noKey: 'Il n’y a pas encore de clé pour chiffrer une sauvegarde. Faites-la, et gardez ce qui s’affiche : huisrecht keys escrow',
  drift: (first) => `La base n’est pas celle de cette version. Redémarrez d’abord le site. (${first})`,
  destroyed:
    'La clé qui protège cette sauvegarde est détruite, ou les clés sont celles d’un autre site : plus personne ne peut l’ouvrir.',
  notWhole: (archive) => `${archive} n’est pas intact : il ne correspond pas à son .sha256.`,
  taken: (folder) =>
    `Il y a déjà des données dans ${folder}. Mettez-les d’abord ailleurs, ou donnez un autre dossier avec DATA_DIR.`,
  noPrivateKey: 'Ce n’est pas une clé privée : elle commence par AGE-SECRET-KEY-1.',
  noKeys: (folder) => `Il n’y a pas de clés dans ${folder}.`,
  nameKeys: (folder) => `Il n’y a pas de clés dans ${folder}. Indiquez l’archive des clés : --keys FICHIER`,
  keysClosed: (file) => `${file} ne s’ouvre pas avec cette clé privée, ou n’est pas intact.`,
  closed: (archive, days) =>
    `${archive} ne s’ouvre pas : sa clé est détruite parce que ses ${days} jours sont passés, ou l’archive des clés est plus ancienne que cette sauvegarde, ou celle-ci n’est pas intacte.`,
  newer: (migration) =>
    `Cette sauvegarde a été faite par une version plus récente du programme (${migration}). Installez d’abord cette version ici.`,
  notEmpty: 'La base de DATABASE_URL n’est pas vide. Donnez-en une vide.',
} satisfies Words
