import { benelux, isIn, type Point } from './geo'

const number = String.raw`\d+(?:[.,]\d+)?`
const angle = new RegExp(
  String.raw`([NSEWOZ])?\s*(-?${number})\s*°\s*(?:(${number})\s*['′’]\s*)?(?:(${number})\s*(?:["″”]|''|′′|’’)\s*)?([NSEWOZ])?`,
  'giu',
)

/** Where a compass letter points: `O` is oost in Dutch and ouest in French, but nothing here lies west of Greenwich. */
const axes: Record<string, 'lat' | 'lon'> = { N: 'lat', S: 'lat', Z: 'lat', E: 'lon', O: 'lon', W: 'lon' }
const negative = new Set(['S', 'Z', 'W'])

const amount = (text: string | undefined) => Number((text ?? '0').replace(',', '.'))

type Angle = { value: number; axis?: 'lat' | 'lon' }

function signed(value: number, letter: string): Angle {
  const axis = axes[letter.toUpperCase()]
  return axis ? { value: negative.has(letter.toUpperCase()) ? -value : value, axis } : { value }
}

function sexagesimal(text: string): Angle[] | null {
  const found: Angle[] = []
  for (const [, before, degrees, minutes, seconds, after] of text.matchAll(angle)) {
    if (amount(minutes) >= 60 || amount(seconds) >= 60) return null
    const whole = amount(degrees)
    const value = Math.sign(whole || 1) * (Math.abs(whole) + amount(minutes) / 60 + amount(seconds) / 3600)
    found.push(signed(value, before ?? after ?? ''))
  }
  return found
}

const decimal = {
  dots: /^([NSEWOZ])?\s*(-?\d{1,3}\.\d+)\s*([NSEWOZ])?(?:\s*[,;/]\s*|\s+)([NSEWOZ])?\s*(-?\d{1,3}\.\d+)\s*([NSEWOZ])?$/i,
  commas: /^([NSEWOZ])?\s*(-?\d{1,3},\d+)\s*([NSEWOZ])?(?:\s*[,;/]\s*|\s+)([NSEWOZ])?\s*(-?\d{1,3},\d+)\s*([NSEWOZ])?$/i,
}

function decimals(text: string): Angle[] {
  const match = decimal.dots.exec(text) ?? decimal.commas.exec(text)
  if (!match) return []
  const [, before1, value1, after1, before2, value2, after2] = match
  return [signed(amount(value1), before1 ?? after1 ?? ''), signed(amount(value2), before2 ?? after2 ?? '')]
}

function point(lat: number, lon: number): Point | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

/**
 * What a person typed or pasted ("50.8798, 4.7005", "50,8798 4,7005", "50°52'47.3\"N 4°42'1.8\"E", "geo:50.8798,4.7005"); the point out, or
 * null when it is not two coordinates. Latitude comes first, unless letters say otherwise or only the other order lies in the Benelux.
 */
export function parseCoordinates(input: string): Point | null {
  const text = input
    .normalize('NFKC')
    .replace(/^\s*geo:/i, '')
    .replace(/\b(?:latitude|longitude|breedtegraad|lengtegraad|lat|lon|lng|long)\b\s*[:=]?/gi, ' ')
    .replace(/[()[\]]/g, ' ')
    .trim()
  const found = text.includes('°') ? sexagesimal(text) : decimals(text)
  if (found?.length !== 2) return null
  const [first, second] = found
  if (!first || !second || (first.axis && first.axis === second.axis)) return null
  if (first.axis === 'lon' || second.axis === 'lat') return point(second.value, first.value)
  const asTyped = point(first.value, second.value)
  if (first.axis || second.axis || (asTyped && isIn(benelux, asTyped))) return asTyped
  const swapped = point(second.value, first.value)
  return swapped && isIn(benelux, swapped) ? swapped : asTyped
}
