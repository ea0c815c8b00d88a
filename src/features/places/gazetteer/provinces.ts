import type { Language } from '../../../std/words'

export type Country = 'BE' | 'NL'
/** The part of a country whose housing law applies, by its ISO 3166-2 code; the Netherlands have one law for all. */
export type Region = 'BE-VLG' | 'BE-BRU' | 'BE-WAL' | 'NL'
export type Province = { readonly region: Region; readonly slug: string } & Readonly<Record<Language, string>>

const be = (region: Region, slug: string, nl: string, fr: string, en: string): Province => ({ region, slug, nl, fr, en })
const same = (slug: string, name: string, fr = name, en = name): Province => ({ region: 'NL', slug, nl: name, fr, en })

/** By GeoNames division: country and first level in the Netherlands, second level in Belgium. */
export const provinces: Record<string, Province> = {
  'BE.VLG.VAN': be('BE-VLG', 'antwerpen', 'Antwerpen', 'Anvers', 'Antwerp'),
  'BE.VLG.VBR': be('BE-VLG', 'vlaams-brabant', 'Vlaams-Brabant', 'Brabant flamand', 'Flemish Brabant'),
  'BE.VLG.VLI': be('BE-VLG', 'limburg', 'Limburg', 'Limbourg', 'Limburg'),
  'BE.VLG.VOV': be('BE-VLG', 'oost-vlaanderen', 'Oost-Vlaanderen', 'Flandre orientale', 'East Flanders'),
  'BE.VLG.VWV': be('BE-VLG', 'west-vlaanderen', 'West-Vlaanderen', 'Flandre occidentale', 'West Flanders'),
  'BE.BRU.BRU': be('BE-BRU', 'brussel', 'Brussel', 'Bruxelles', 'Brussels'),
  'BE.WAL.WBR': be('BE-WAL', 'brabant-wallon', 'Waals-Brabant', 'Brabant wallon', 'Walloon Brabant'),
  'BE.WAL.WHT': be('BE-WAL', 'hainaut', 'Henegouwen', 'Hainaut', 'Hainaut'),
  'BE.WAL.WLG': be('BE-WAL', 'liege', 'Luik', 'Liège', 'Liège'),
  'BE.WAL.WLX': be('BE-WAL', 'luxembourg', 'Luxemburg', 'Luxembourg', 'Luxembourg (Belgium)'),
  'BE.WAL.WNA': be('BE-WAL', 'namur', 'Namen', 'Namur', 'Namur'),
  'NL.01': same('drenthe', 'Drenthe'),
  'NL.02': same('friesland', 'Friesland', 'Frise'),
  'NL.03': same('gelderland', 'Gelderland', 'Gueldre'),
  'NL.04': same('groningen', 'Groningen', 'Groningue'),
  'NL.05': same('nl-limburg', 'Limburg (NL)', 'Limbourg (NL)'),
  'NL.06': same('noord-brabant', 'Noord-Brabant', 'Brabant-Septentrional', 'North Brabant'),
  'NL.07': same('noord-holland', 'Noord-Holland', 'Hollande-Septentrionale', 'North Holland'),
  'NL.09': same('utrecht', 'Utrecht'),
  'NL.10': same('zeeland', 'Zeeland', 'Zélande'),
  'NL.11': same('zuid-holland', 'Zuid-Holland', 'Hollande-Méridionale', 'South Holland'),
  'NL.15': same('overijssel', 'Overijssel'),
  'NL.16': same('flevoland', 'Flevoland'),
}
