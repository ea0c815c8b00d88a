import type { Words } from './words.nl'

export const en = {
  like: (n, kind, sized) => `${n} adverts of the same kind${sized ? ' and size' : ''} (${kind.toLowerCase()})`,
  above: (euros, like, km) => `${euros} a month above the median of ${like} within ${km} km.`,
  below: (euros, like, km) => `${euros} a month below the median of ${like} within ${km} km.`,
  same: (_, like, km) => `About the median of ${like} within ${km} km.`,
  how: 'How we compute this',
} satisfies Words
