// Finds in a text what people should not put in public: a way to reach them outside the site, an account, a number of the state, a house.

export type FindKind = 'phone' | 'email' | 'iban' | 'nationalNumber' | 'houseNumber'
/** `start` and `end` count UTF-16 units of the text as given: `text.slice(start, end)` is what was found. */
export type Find = { kind: FindKind; start: number; end: number }

/** A text in plain lower-case letters (no accents, no wide digits, nothing invisible) with the way back to the units it came from. */
type Folded = { text: string; from: number[]; to: number[] }

function folded(given: string): Folded {
  const out: Folded = { text: '', from: [], to: [] }
  let at = 0
  for (const sign of given) {
    const plain = sign
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase()
      .replace(/[‐-―−]/g, '-')
      .replace(/’/g, "'")
    for (const unit of /\s/u.test(plain) ? ' ' : plain) {
      out.text += unit
      for (let n = 0; n < unit.length; n++) {
        out.from.push(at)
        out.to.push(at + sign.length)
      }
    }
    at += sign.length
  }
  return out
}

// ---- numbers, also in words ---------------------------------------------------------------------------------------------

const ones = {
  nl: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  fr: 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
}
const tens = {
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  fr: 'vingt trente quarante cinquante soixante septante octante nonante',
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
}

function numberWords(): Map<string, string> {
  const words = new Map<string, string>([
    ['oh', '0'],
    ['huitante', '80'],
    ['vingts', '80'],
  ])
  for (const row of Object.values(ones)) for (const [n, word] of row.split(' ').entries()) words.set(word, String(n))
  for (const row of Object.values(tens)) for (const [n, word] of row.split(' ').entries()) words.set(word, String((n + 2) * 10))
  for (const [n, ten] of tens.nl.split(' ').entries())
    for (const [one, word] of ones.nl.split(' ').slice(0, 10).entries())
      if (one > 0) words.set(`${word}en${ten}`, String((n + 2) * 10 + one))
  return words
}
const inWords = numberWords()

/** A number in the text, as digits or as a word; `gap` is what stands between it and the one before. */
type Run = { digits: string; start: number; end: number; gap: string; word: boolean }

function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(/\d+|[a-z]+/g)) {
    const word = /[a-z]/.test(match[0])
    const digits = word ? inWords.get(match[0]) : match[0]
    if (digits === undefined) continue
    runs.push({ digits, start: match.index, end: match.index + match[0].length, gap: text.slice(end, match.index), word })
    end = match.index + match[0].length
  }
  return runs
}

/** What may stand between the parts of one number. */
const joins = /^(?:[\s.,\-/()|_*·•]{0,4}|\s*\(0\)\s*|[\s-]+(?:en|et|and)[\s-]+)$/

/** Days and opening hours, which are no numbers to call. */
const times =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])\s?[-/. ]\s?(?:0?[1-9]|1[0-2])\s?[-/. ]\s?(?:19|20)\d\d|[012]\d\.[0-5]\d\s*(?:-|tot|a|to)\s*[012]\d\.[0-5]\d)(?!\d)/g

/** Belgian and French numbers have nine or ten digits with the zero, Dutch ones ten; with a country code there are eight to fifteen (ITU E.164). */
const national = /^0[1-9]\d{7,8}$/
const international = /^(?:32(?:0?[1-9]\d{7,8})|3[13]0?[1-9]\d{8}|(?!3[123])[1-9]\d{7,13})$/

function phones(whole: string): [number, number][] {
  const text = whole.replace(times, (time) => '#'.repeat(time.length))
  const runs = runsOf(text)
  const found: [number, number][] = []
  for (let first = 0; first < runs.length; first++) {
    const start = runs[first]
    if (!start || /[\d+]/.test(text[start.start - 1] ?? '') !== (text[start.start - 1] === '+')) continue
    const plus = /(?:\+|\bplus)\s*\(?$/.test(text.slice(Math.max(0, start.start - 7), start.start))
    if (!plus && !/^0|^4[5-9]\d/.test(start.digits)) continue
    let digits = ''
    let best: number | undefined
    for (let next = first; next < runs.length && digits.length < 20; next++) {
      const run = runs[next]
      if (!run || (next > first && !joins.test(run.gap))) break
      digits += run.digits
      const abroad = plus ? digits : digits.startsWith('00') ? digits.slice(2) : undefined
      const bare =
        /^4[5-9]\d{7}$/.test(digits) && /^4\d\d(?:([ ./-]?)\d\d\1\d\d\1\d\d|\d{6})$/.test(text.slice(start.start, run.end))
      // "trente-six" is 30 and 6: what goes on in words still belongs to it.
      const goesOn = best === next - 1 && run.word && next > first
      if (goesOn || national.test(digits) || bare || (abroad && international.test(abroad))) best = next
    }
    const last = best === undefined ? undefined : runs[best]
    if (best === undefined || !last) continue
    found.push([plus ? text.slice(0, start.start).search(/(?:\+|plus)\s*\(?$/) : start.start, last.end])
    first = best
  }
  return found
}

// ---- e-mail --------------------------------------------------------------------------------------------------------------

const at = String.raw`(?:\s?@\s?|\s?[([{<]\s?(?:at|@|a|apenstaartje|arobase)\s?[)\]}>]\s?)`
const spokenAt = String.raw`\s+(?:at|apenstaartje|apenstaart|arobase|arobas|a commercial)\s+`
const dot = String.raw`(?:\s?\.\s?|\s?[([{<]\s?(?:dot|punt|point|\.)\s?[)\]}>]\s?|\s+(?:dot|punt|point)\s+)`
const spokenDot = String.raw`(?:\s?[([{<]\s?(?:dot|punt|point|\.)\s?[)\]}>]\s?|\s+(?:dot|punt|point)\s+)`
const local = String.raw`(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63}(?:\s(?:dot|punt|point)\s[a-z0-9_-]{1,64}){0,3}`
const providers =
  'gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|proton|protonmail|telenet|skynet|proximus|ziggo|kpnmail|xs4all|orange|gmx'
const emails = [
  new RegExp(`${local}${at}[a-z0-9-]+(?:${dot}[a-z0-9-]+)*`, 'g'),
  new RegExp(`${local}${spokenAt}[a-z0-9-]+(?:${spokenDot}[a-z0-9-]+)+`, 'g'),
  new RegExp(`${local}${spokenAt}(?:${providers})${dot}[a-z]{2,}`, 'g'),
]

// ---- IBAN, national numbers ----------------------------------------------------------------------------------------------

/** Lengths of ISO 13616 by country. */
const ibanLengths: Record<string, number> = {
  ad: 24,
  at: 20,
  be: 16,
  bg: 22,
  ch: 21,
  cy: 28,
  cz: 24,
  de: 22,
  dk: 18,
  ee: 20,
  es: 24,
  fi: 18,
  fr: 27,
  gb: 22,
  gr: 27,
  hr: 21,
  hu: 28,
  ie: 22,
  is: 26,
  it: 27,
  li: 21,
  lt: 20,
  lu: 20,
  lv: 21,
  mc: 27,
  mt: 31,
  nl: 18,
  no: 15,
  pl: 28,
  pt: 25,
  ro: 24,
  se: 24,
  si: 19,
  sk: 24,
  tr: 26,
  ua: 29,
}

/** ISO 7064 mod 97-10. */
const ibanHolds = (iban: string) =>
  [...`${iban.slice(4)}${iban.slice(0, 4)}`].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0) === 1

function ibans(text: string): [number, number][] {
  return [...text.matchAll(/(?<![a-z0-9])([a-z]{2})[\s.-]?\d\s?\d/g)].flatMap((match): [number, number][] => {
    const length = ibanLengths[match[1] ?? '']
    if (!length) return []
    let iban = ''
    for (let end = match.index; end < text.length; end++) {
      const sign = text[end] ?? ''
      if (/[a-z0-9]/.test(sign)) iban += sign
      else if (!/[\s.-]/.test(sign)) return []
      if (iban.length === length) return ibanHolds(iban) ? [[match.index, end + 1]] : []
    }
    return []
  })
}

/** The Belgian national register number: a day of birth, a count, and 97 less the rest by 97, since 2000 with a 2 before it. */
function isBelgian(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 20
  const body = digits.slice(0, 9)
  return (
    month <= 12 &&
    Number(digits.slice(4, 6)) <= 31 &&
    [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === Number(digits.slice(9)))
  )
}

/** The eleven test of the Dutch burgerservicenummer. */
const isDutch = (digits: string) =>
  Number(digits) > 0 && [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0

const belgian = /(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[ .-]{0,3}\d{3}[ .-]{0,3}\d{2}(?!\d)/g
const dutch =
  /(?<!\d)(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3}\.\d{3}\.\d{3})(?!\d)|(?<=(?:bsn|sofinummer|burgerservicenummer)\W{0,3})\d{3,4} \d{2,3} \d{3}(?!\d)/g
const bare = (text: string) => text.replace(/\D/g, '')

// ---- house numbers -------------------------------------------------------------------------------------------------------

const months = 'jan|feb|maart|mars|march|apr|avril|mei|mai|may|jun|juin|jul|aug|aout|sep|okt|oct|nov|dec|fev'
/** What follows a number that is no house's: an amount, a time, a count of something, a date. */
const unit = String.raw`(?!\d|[.,:/-]\d|(?:e|de|ste|eme|st|nd|rd|th)\b|\s?(?:%|€|eur|m\b|m2|m²|km|cm|min|uur|u\b|h\b|heure|hour|dag|day|jour|week|sem|maand|mois|month|jaar|year|an\b|ans\b|kamers|rooms|chambres|kots|koten|studios|studenten|students|etudiants|pers|x\b|bus\s?lijn|tram|ligne|lijn|line|stop|halte|arret|voet|stap|pas\b|per\b|par\b|incl|alles|all\b|tout|(?:${months})))`
const number = String.raw`(?:(?:nr|no|n°|nº|num|nummer|numero|number|huisnummer)\.?\s?\d{1,4}|\d{1,3})(?:\s?(?:bis|ter)\b|[a-h]\b(?!')|[/-]\d{1,3}\b)?`
const endings =
  'straat|straatje|steenweg|laan|weg|plein|kaai|kade|dreef|lei|vest|gracht|singel|steeg|dijk|baan|pad|hof|berg|ring|park|str\\.|stwg\\.'
const houses = [
  new RegExp(
    String.raw`(?<![a-z'-])(?!onderweg|halfweg)(?:[a-z'-]{2,20}\s)?[a-z'-]{0,30}[a-z]{2}(?:${endings})\s*,?\s*${number}${unit}`,
    'g',
  ),
  new RegExp(String.raw`(?<![a-z])(?:grote|oude|nieuwe|koren|vis)\s?markt\s*,?\s*${number}${unit}`, 'g'),
  new RegExp(
    String.raw`(?<![a-z])(?:rue|avenue|av\.|boulevard|bd|bvd|place|chaussee|chemin|quai|square|allee|impasse|clos|venelle|voie|drève|dreve)\s+(?:[a-z'-]{1,30}\s){0,5}?[a-z'-]{1,30}\s*,?\s*${number}${unit}`,
    'g',
  ),
  /(?<![\d.,/-])\d{1,3}\s?(?:[a-h]|bis|ter)?\s*,?\s+(?:rue|avenue|boulevard|chaussee|chemin|quai|impasse|allee)\s+(?:de|du|des|d'|la|le|l'|saint|[a-z]{3,})/g,
  new RegExp(String.raw`(?<![a-z'-])[a-z'-]{3,30}\s(?:street|road|lane)\s*,?\s*${number}${unit}`, 'g'),
  /(?<![a-z])(?:huisnummer|huisnr\.?|house (?:number|no\.?|nr\.?)|numero de (?:la )?maison)\s*(?:is|:|=|est)?\s*\d{1,4}/g,
]
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

function housesOf(street: string): RegExp[] {
  const name = folded(street).text.trim()
  if (name.length < 2) return []
  return [
    new RegExp(String.raw`(?<![a-z])${escaped(name)}\s*,?\s*${number}${unit}`, 'g'),
    new RegExp(String.raw`(?<![\d.,/-])\d{1,3}[a-h]?\s*,?\s+${escaped(name)}(?![a-z])`, 'g'),
  ]
}

const spans = (text: string, patterns: readonly RegExp[], holds: (match: string) => boolean = () => true): [number, number][] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): [number, number][] =>
      holds(match[0]) ? [[match.index, match.index + match[0].trimEnd().length]] : [],
    ),
  )

/**
 * A text that its writer is about to make public; what in it says how to reach or find a person, in the order of the text and without
 * overlaps. Numbers are known in digits and in Dutch, French and English words; IBANs and national numbers by their checksums. `street` is the
 * writer's own street, whose name alone tells that a number after it is a house's.
 */
export function findPersonalData(text: string, { street = '' }: { street?: string | undefined } = {}): Find[] {
  const plain = folded(text)
  const all: { kind: FindKind; spans: [number, number][] }[] = [
    { kind: 'iban', spans: ibans(plain.text) },
    { kind: 'email', spans: spans(plain.text, emails) },
    {
      kind: 'nationalNumber',
      spans: [
        ...spans(plain.text, [belgian], (match) => isBelgian(bare(match))),
        ...spans(plain.text, [dutch], (match) => isDutch(bare(match))),
      ],
    },
    { kind: 'phone', spans: phones(plain.text) },
    { kind: 'houseNumber', spans: spans(plain.text, [...houses, ...housesOf(street)]) },
  ]
  const finds: Find[] = []
  for (const { kind, spans } of all)
    for (const [from, to] of spans) {
      const find = { kind, start: plain.from[from] ?? 0, end: plain.to[to - 1] ?? text.length }
      if (!finds.some((other) => find.start < other.end && other.start < find.end)) finds.push(find)
    }
  return finds.sort((a, b) => a.start - b.start)
}
