import type { Counted } from '../../register'
import type { Device } from '../../std/browser'
import type { Language } from '../../std/words'
import type { Goal } from './counted'

const pages: Readonly<Record<string, string>> = {
  '/': 'De startpagina',
  '/rooms': 'Zoeken',
  '/rooms/:publicId': 'Een advertentie',
  '/adverts/new': 'Een advertentie plaatsen',
  '/register': 'Registreren',
  '/sign-in': 'Aanmelden',
  '/privacy': 'De privacyverklaring',
  '/privacy/changes': 'Wat er veranderde aan de privacyverklaring',
  '/accessibility': 'Toegankelijkheid',
  '/sources': 'Bronnen',
  '/ranking': 'Hoe de resultaten geordend zijn',
  '/blog': 'De blog',
  '/blog/tags/:tag': 'Artikels met een trefwoord',
  '/newsletter': 'Nieuwsbrief',
}
const kinds: Record<Counted, string> = {
  views: 'Bekeken',
  page: 'Pagina’s',
  source: 'Van waar men kwam',
  language: 'Talen',
  country: 'Landen',
  device: 'Toestellen',
  place: 'Waar men zocht',
  goal: 'Wat lukte',
}
const which: Record<Counted, string> = {
  views: '',
  page: 'Pagina',
  source: 'Site',
  language: 'Taal',
  country: 'Land',
  device: 'Toestel',
  place: 'Plaats',
  goal: 'Wat',
}
const devices: Record<Device, string> = { phone: 'Telefoon', tablet: 'Tablet', desktop: 'Computer' }
const goals: Record<Goal, string> = {
  form: 'Een formulier verstuurd',
  reply: 'Op een advertentie gereageerd',
  account: 'Een account bevestigd',
  advert: 'Een advertentie geplaatst',
  alert: 'Een zoekopdracht bewaard',
}
const languages: Record<Language, string> = { nl: 'Nederlands', fr: 'Frans', en: 'Engels' }

export const nl = {
  title: 'Bezoek',
  lead: 'Wat er gelezen wordt, in getallen per dag. Van wie, weet niemand: er is geen cookie, en er wordt niets over bezoekers bewaard.',
  period: 'Periode',
  days: (n: number) => (n === 365 ? '1 jaar' : `${n} dagen`),
  before: (n: number, sum: string) => `keer, en ${sum} in ${n === 365 ? 'het jaar' : `de ${n} dagen`} ervoor`,
  table: 'Dezelfde getallen als tabel',
  caption: 'Hoe vaak er een pagina bekeken werd',
  times: 'Keer',
  day: 'Dag',
  week: 'Week',
  under: (n: number) => `minder dan ${n}`,
  nothing: 'Nog niets dat genoeg voorkwam om te tonen.',
  more: (n: number) => `En nog ${n}, die in het bestand staan.`,
  csv: 'Als bestand (CSV)',
  columns: { kind: 'Wat', value: 'Welke' },
  kinds,
  which,
  devices,
  goals,
  languages,
  pages,
  none: 'Rechtstreeks, of onbekend',
  nowhere: 'Onbekend',
  other: 'Andere, samen',
  empty: {
    offTitle: 'Er wordt niet geteld',
    off: 'Hieronder kun je het aanzetten. Lees eerst wat de wet ervan zegt.',
    soonTitle: 'Nog geen getallen',
    soon: 'Er wordt geteld. Een dag verschijnt hier de nacht erna, in hele stappen van tien.',
  },
  turn: {
    title: 'Tellen: aan of uit',
    isOn: (day: string) =>
      `Er wordt geteld sinds ${day}. Zet je het uit, dan is wat nog niet getoond werd meteen weg; de rest blijft tot zijn tijd om is.`,
    isOff: 'Er wordt niets geteld.',
    on: 'Begin te tellen',
    off: 'Stop met tellen',
    owner: 'Alleen een eigenaar van de site zet dit aan of uit.',
  },
  law: {
    title: 'Wat de wet ervan zegt',
    points: [
      'Er komt niets op het toestel van bezoekers en er wordt niets uit gelezen: geen cookie, geen opslag, geen vingerafdruk. Daarover gaat artikel 5, lid 3, van de ePrivacyrichtlijn (2002/58/EG). Het programma kijkt alleen naar wat een browser bij elk verzoek uit zichzelf meestuurt, en houdt er alleen een getal aan over. Toezichthouders lezen dat artikel ruim (EDPB, richtsnoeren 2/2023).',
      'Het land wordt opgezocht bij het netwerkadres waarmee de pagina gevraagd wordt: in het geheugen, in een lijst op deze server, en daarna is er alleen het getal. Geen ander krijgt het adres, en het wordt hiervoor nergens bewaard.',
      'De Franse CNIL vraagt geen toestemming voor metingen die alleen voor de site zelf dienen, niemand herkennen, niets samenleggen met andere sites of gegevens, en waarvan bezoekers weten. Ze noemt 25 maanden als langste termijn. Deze telling doet minder: ze kent ook geen bezoek, alleen losse getallen.',
      'De Belgische Gegevensbeschermingsautoriteit schrijft in haar checklist over cookies (oktober 2023) dat ook eigen statistiekcookies toestemming vragen. Hier is er geen. Wie met Global Privacy Control of Do Not Track vraagt om niet gevolgd te worden, telt toch niet mee.',
      'De privacyverklaring zegt vanzelf dat de site kan tellen, wat, en hoe lang het blijft.',
    ],
    unverified:
      'Deze uitleg is niet nagekeken door een jurist. De regels van de CNIL en de EDPB zijn hier samengevat, en niet naast hun tekst gelegd: lees ze na, of vraag het je functionaris voor gegevensbescherming, voor je begint.',
  },
  countries: 'Welk netwerk in welk land is',
  how: {
    title: 'Hoe je deze getallen leest',
    points: (step: number, keep: string) => [
      `Elk getal komt de nacht erna, in hele stappen van ${step}. Wat daaronder bleef, telt verder bij de volgende dag: een som over een periode zit er dus minder dan ${step} naast, en er gaat niets verloren.`,
      `‘Minder dan ${step}’ kan ook nul zijn.`,
      'Elk getal wordt apart afgerond: de delen geven samen niet precies het geheel.',
      `Een pagina, site, land of plaats die in haar maand niet tot ${step} komt, staat bij ‘Andere, samen’.`,
      'Het zijn keren, geen mensen: wie drie pagina’s leest, telt drie keer. Hoeveel mensen dat zijn, weet niemand. Twee lijsten kun je niet met elkaar kruisen.',
      'Niet geteld: robots, wie hier werkt, wie nee zei tegen meten, en wie het zijn browser laat vragen (Global Privacy Control, Do Not Track). Ook niet: een pagina die een browser zelf nog had.',
      'Het land hoort bij het netwerk waarover iemand kwam: wie een VPN gebruikt of op reis is, telt voor een ander land. De lijst van netten is zo oud als het programma, of als het bestand van COUNTRIES, en niet zonder fouten.',
      `Hoe lang ze blijven: ${keep}.`,
    ],
  },
}
export type Words = typeof nl
