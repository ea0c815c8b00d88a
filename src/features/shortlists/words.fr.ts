import type { Words } from './words.nl'

export const fr = {
  title: 'Listes',
  lead: 'Comparez des kots, avec ce que votre séjour coûte vraiment, et partagez avec qui vous aide à choisir.',
  new: 'Nouvelle liste',
  name: 'Nom de la liste',
  nameMissing: 'Donnez un nom à la liste',
  which: 'Kots que vous avez gardés',
  keepFirst: 'Gardez d’abord un kot avec le cœur.',
  make: 'Créer la liste',
  saveList: 'Enregistrer',
  change: 'Modifier la liste',
  remove: 'Supprimer la liste',
  empty: 'Il n’y a pas (ou plus) de kot sur cette liste.',
  tooMany: (most) => `Vous avez déjà ${most} listes. Supprimez-en une d’abord.`,
  share: 'Partager',
  shareText: 'Qui a le lien secret voit ces kots et leur prix. Ni qui a fait la liste, ni son nom.',
  makeLink: 'Créer un lien secret',
  revoke: 'Révoquer le lien',
  shared: 'Des kots à comparer',
  sharedLead: 'Quelqu’un a mis ces kots côte à côte pour vous.',
  search: 'Chercher un kot',
  caption: (n) => `Ce que coûte un séjour de ${n} mois`,
  columns: { advert: 'Kot', perMonth: 'Par mois', total: 'À payer', returned: 'Rendu', size: 'Surface', from: 'Libre' },
  now: 'maintenant',
  honest:
    'À payer : tout ensemble, garantie comprise. Elle vous est rendue s’il n’y a pas de dégâts. Une provision pour charges est régularisée : cela peut être plus ou moins. Un + dit que tout n’est pas connu.',
} satisfies Words
