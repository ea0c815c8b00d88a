import type { Words } from './words.nl'

export const fr = {
  map: 'Carte',
  list: 'Liste',
  show: 'Afficher la carte',
  hide: 'Masquer la carte',
  pins: 'Carte des logements trouvés',
  closer: 'Rapprocher',
  farther: 'Éloigner',
  close: 'Fermer',
  all: 'Afficher ceux-ci dans la liste',
  failed: 'La carte n’a pas pu se charger. Tout est dans la liste.',
  noStreets:
    'Cette carte ne montre pas les rues, et chaque prix est au milieu d’une case de 250 mètres. Tout est aussi dans la liste.',
  streets: 'Chaque prix est au milieu d’une case de 250 mètres, pas sur la maison. Tout est aussi dans la liste.',
  credit: 'Carte : Natural Earth',
  inView: (found) => `${found} sur la carte`,
  cluster: (found, from) => `${found}, à partir de ${from}`,
  one: (title, price) => `${price} : ${title}`,
  here: (found) => `Chercher dans cette zone : ${found}`,
} satisfies Words
