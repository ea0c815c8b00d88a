import { findPersonalData } from '../../std/finder'

/** What in a message tells of a swindle: money by a way that nobody can call back, money before anything was seen, or away from here. */
export const moneySigns = ['iban', 'transfer', 'card', 'advance', 'papers', 'abroad', 'elsewhere'] as const
export type MoneySign = (typeof moneySigns)[number]

/** Plain lower-case letters: no accents, nothing invisible between them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")

const word = (...patterns: string[]) => new RegExp(`(?<![\\p{L}\\d])(?:${patterns.join('|')})(?![\\p{L}\\d])`, 'u')

const transfer = word(
  'western\\s*-?union',
  'money\\s*-?gram',
  'ria money',
  'worldremit',
  'moneytrans',
  'bitcoins?',
  'usdt',
  'krypto\\w*',
  'crypto\\w*',
)
const card = word(
  'neosurf',
  'transcash',
  'paysafe\\s?cards?',
  '(?:steam|itunes|apple|google play|amazon)[\\s-]?(?:cards?|kaarten|kaart|karten?)',
  'gift\\s?cards?',
  'cadeaukaart\\w*',
  'cadeaubon\\w*',
  'cartes?[ -]cadeaux?',
  'geschenkkarten?',
  'coupons? (?:pcs|toneo)',
)
const papers = word(
  '(?:kopie|copy|scan|foto|photo|picture|copie|ausweiskopie|kopien?)(?:\\s+\\S+){0,4}\\s+(?:paspoort|identiteitskaart|id-?kaart|rijbewijs|passport|id(?:entity)?[- ]card|passeport|carte d.identite|reisepass\\w*|personalausweis\\w*|ausweis\\w*)',
  '(?:paspoort|identiteitskaart|id-?kaart|passport|id(?:entity)?[- ]card|passeport|carte d.identite|reisepass|personalausweis|ausweis)(?:\\s+\\S+){0,4}\\s+(?:kopie|copy|scan|copie|opsturen|doorsturen|sturen|mailen|envoyer|schicken|senden)',
  'send (?:me )?(?:\\S+\\s+){0,5}(?:passport|id card|identity card)',
)
const abroad = word(
  '(?:ik ben|ben ik|ik zit|ik woon|ik werk|momenteel|nu)(?:\\s+\\S+){0,4}\\s+(?:in het buitenland|buitenlands)',
  "(?:i am|i'm|we are|we're|i live|i work|currently|now)(?:\\s+\\S+){0,4}\\s+(?:abroad|overseas|out of the country)",
  "(?:je suis|nous sommes|je vis|je travaille|actuellement)(?:\\s+\\S+){0,4}\\s+(?:a l'etranger|en mission)",
  '(?:ich bin|wir sind|ich lebe|ich arbeite|derzeit|zurzeit)(?:\\s+\\S+){0,4}\\s+(?:im ausland)',
)
const elsewhere = word('whats\\s?app', 'watsapp', 'telegram', 'wechat')

const pay = word(
  '(?:over|af|vooruit)?(?:betaal|betaalt|betalen|betaald)',
  'overmaken|overgemaakt|maak\\s.{0,30}over|overschrijven|overschrijving|storten|gestort|stort',
  'pay(?:ing|ment)?|paid|transfer(?:ring|red)?|wire|send (?:me )?(?:the )?money',
  'pay(?:er|ez|e|ement)|paiement|payes|verser|versez|verse|versement|virement|virer|virez',
  '(?:be|an)?zahl(?:en|t|ung)?|uberweis(?:en|t|ung)|uberweise',
)
const sum = word(
  '(?:huur)?waarborg(?:som)?|borg(?:som)?|eerste (?:maand(?:huur)?|huur)|aanbetaling|voorschot|reservatiekosten|reserveringskosten',
  'deposit|first (?:month|rent)|rent|holding fee|reservation fee|admin(?:istration)? fee',
  'caution|garantie(?: locative)?|premier (?:mois|loyer)|acompte|arrhes|frais de (?:dossier|reservation)|loyer',
  'kaution|erste (?:monats)?miete|anzahlung|miete',
)
const before = word(
  'voor|vooraleer|alvorens|voordat|zonder|op afstand',
  'before|without|prior to|until|remotely',
  'avant|sans|a distance',
  'bevor|vor|ohne|ehe',
)
const seen = word(
  'bezoek\\w*|bezichtig\\w*|kijk\\w*|gezien|ziet|zien|sleutels?|contract|(?:be)?kijken',
  'view(?:ing)?s?|visit\\w*|see(?:ing)?|seen|keys?|contract|lease',
  'visit\\w*|voir|vu|cles?|clefs?|bail|contrat',
  'besichtig\\w*|besuch\\w*|sehen|gesehen|schlussel|(?:miet)?vertrag',
)
const ahead = word(
  'vooraf|op voorhand|voorschot|aanbetaling|vooruitbetal\\w*',
  'in advance|up\\s?front|advance payment|to (?:reserve|hold|secure) (?:it|the|this)',
  "a l'avance|d'avance|acompte|arrhes|pour (?:reserver|bloquer)",
  'im voraus|vorab|vorkasse|anzahlung',
)
/** "You need not pay anything in advance": the opposite of what is looked for. */
const denied = word(
  "(?:geen|niets|nooit|niet|no|not|never|nothing|none|don't|rien|jamais|aucune?|pas(?: de| d')?|sans|kein\\w*|nichts|nie|nicht)(?:\\s+\\S+){0,3}\\s+(?:vooraf|op voorhand|voorschot|aanbetaling|in advance|up\\s?front|advance payment|a l'avance|d'avance|acompte|arrhes|im voraus|vorab|vorkasse|anzahlung)",
)
const after = word('pas na|na(?:dat)?|after|once|apres|une fois|nach(?:dem)?|erst')

const asksAhead = (sentence: string): boolean =>
  pay.test(sentence) &&
  !denied.test(sentence) &&
  !after.test(sentence) &&
  (ahead.test(sentence) || (sum.test(sentence) && before.test(sentence) && seen.test(sentence)))

/** The signs in a text, in Dutch, French, English and German. It judges nobody: it says to a reader where to be careful. */
export function moneySignsIn(text: string): MoneySign[] {
  const folded = plain(text)
  const found: Record<MoneySign, boolean> = {
    iban: findPersonalData(text).some((find) => find.kind === 'iban'),
    transfer: transfer.test(folded),
    card: card.test(folded),
    advance: folded.split(/[.!?;\n]+/).some(asksAhead),
    papers: papers.test(folded),
    abroad: abroad.test(folded),
    elsewhere: elsewhere.test(folded),
  }
  return moneySigns.filter((sign) => found[sign])
}
