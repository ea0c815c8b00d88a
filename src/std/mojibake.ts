/** What windows-1252 has from byte 80 on, where Latin 1 has control characters; the five bytes it leaves open stay those (WHATWG Encoding,
 *  index windows-1252). */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const byteOf = (sign: string): number => {
  const at = specials.indexOf(sign)
  return at < 0 ? sign.charCodeAt(0) : 0x80 + at
}
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Characters of UTF-8 read byte by byte: Latin letters and signs (from Â, Ã, Ä, Å), the signs ˆ, ˜ and ƒ (from Ë and Æ), typography and
 *  symbols (from â), pictures (from ðŸ). Only those, since "café »" and "CAFÉ :" with their no-break spaces would read as a Chinese and a
 *  phonetic sign. */
const rest = `[\\u0080-\\u00bf${specials}]`
const broken = new RegExp(`[ÂÃÄÅ]${rest}|Ë[†œ\\u0086\\u009c]|Æ[’\\u0092]|â${rest}{2}|ð[Ÿ\\u009f]${rest}{2}`, 'g')

function once(text: string): string {
  if (text.search(broken) < 0) return text
  // Beside other broken signs "Â " is a no-break space of which the second half became a plain one on the way.
  return text.replaceAll('Â ', 'Â\u00a0').replace(broken, (signs) => utf8.decode(Uint8Array.from(signs, byteOf)))
}

/** A text that was written as UTF-8 and read as windows-1252 or as Latin 1 ("PrivÃ© keuken"), up to three times over; the text as it was
 *  written out. It knows the signs of European languages in Latin letters, typography, symbols and pictures; text that is right stays as it is. */
export function repaired(text: string): string {
  let now = text
  for (let times = 0; times < 3; times++) now = once(now)
  return now
}
