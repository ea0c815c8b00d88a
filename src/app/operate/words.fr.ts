import type { Words } from './words.nl'

export const fr = {
  unreadable: (file) => `Impossible de lire ${file}.`,
  backup: {
    made: (place, files, megabytes) => `${place} : ${files} fichiers, ${megabytes} Mo.`,
    gone: (older) => (older === 1 ? '1 plus ancienne a été retirée.' : `${older} plus anciennes ont été retirées.`),
    keys: (place) => `${place} : les clés. Ne gardez que la plus récente, et à l’écart du reste.`,
  },
  restore: {
    back: (rows, files, at) => `${rows} lignes et ${files} fichiers du ${at} sont de retour.`,
    closed: (values) => `${values} valeurs ne s’ouvrent pas : elles ne permettent plus de retrouver leur propriétaire.`,
    start:
      'Démarrez le site : qui a mis fin à son compte après ce moment est effacé à nouveau avant que quiconque n’entre. Tout le monde se reconnecte.',
    shred: 'Détruisez maintenant le fichier de la clé privée, s’il est sur cette machine : shred -u FICHIER',
  },
  escrow: {
    already: (file) =>
      `Il y en a déjà une : ${file} est sa moitié publique. Si la moitié privée est perdue, faites-en une autre avec --again :`,
    after: 'les sauvegardes faites jusqu’ici ne pourront alors plus être remises, les suivantes bien.',
    this: 'Voici la clé privée qui remet les sauvegardes. Elle ne s’affiche qu’une fois, et n’est nulle part sur cette machine :',
    write:
      'Recopiez-la ou imprimez-la, deux fois, et mettez-la dans deux coffres ; ou gardez-la dans le coffre de mots de passe de deux personnes. Jamais sur ce serveur.',
    without: 'Sans elle, personne ne peut remettre une sauvegarde. Qui la possède, avec une sauvegarde, peut en lire le contenu.',
  },
  accepted:
    'Le registre des effacements continue là où en est la base. Si vous remettez une sauvegarde d’avant ce jour, mettez fin à nouveau aux comptes fermés entre-temps.',
  check: {
    closed: (file) => `${file} ne s’ouvre pas avec cette clé privée, ou n’est pas intact.`,
    other: (file, folder) => `${file} contient les clés d’un autre site que ${folder}.`,
    opens: (file, files) => `La clé privée ouvre ${file} : ${files} fichiers, les clés de ce site. Remettez-la dans son coffre.`,
  },
} satisfies Words
