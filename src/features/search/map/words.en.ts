import type { Words } from './words.nl'

export const en = {
  map: 'Map',
  list: 'List',
  show: 'Show the map',
  hide: 'Hide the map',
  pins: 'Map of the rooms found',
  closer: 'Closer',
  farther: 'Farther away',
  close: 'Close',
  all: 'Show these in the list',
  failed: 'The map could not load. Everything is in the list.',
  noStreets: 'This map has no streets, and each price is in the middle of a square of 250 metres. Everything is in the list too.',
  streets: 'Each price is in the middle of a square of 250 metres, not on the house. Everything is in the list too.',
  credit: 'Map: Natural Earth',
  inView: (found) => `${found} in view`,
  cluster: (found, from) => `${found}, from ${from}`,
  one: (title, price) => `${price}: ${title}`,
  here: (found) => `Search this area: ${found}`,
} satisfies Words
