/** The European Union, Iceland, Liechtenstein and Norway. */
const eea = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '))

/** Whether a country, by its ISO 3166 code, is in the European Economic Area. */
export const inEea = (country: string): boolean => eea.has(country)
