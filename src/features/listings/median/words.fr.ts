import type { Words } from './words.nl'

export const fr = {
  like: (n, kind, sized) => `${n} annonces ${sized ? 'de même type et de même taille' : 'de même type'} (${kind.toLowerCase()})`,
  above: (euros, like, km) => `${euros} par mois au-dessus de la médiane de ${like} dans un rayon de ${km} km.`,
  below: (euros, like, km) => `${euros} par mois en dessous de la médiane de ${like} dans un rayon de ${km} km.`,
  same: (_, like, km) => `Au prix de la médiane de ${like} dans un rayon de ${km} km.`,
  how: 'Comment nous calculons cela',
} satisfies Words
