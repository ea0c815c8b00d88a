/** Each sign as its bare letter, one for one, so that a place found in it is the place in the text: "É" is "e". */
const bare = (text: string): string =>
  Array.from(text.normalize('NFC'), (sign) =>
    sign.length > 1 ? sign : (sign.normalize('NFD').toLowerCase()[0] ?? sign).replace('’', "'"),
  ).join('')

const between = '[^\\p{L}\\p{N}.!?\\n]+'
const signs = new Map([
  ['#', '\\p{N}+'],
  ['*', '[\\p{L}\\p{N}]*'],
])
const either = (word: string) =>
  word
    .split(/([#*])/)
    .map((part) => signs.get(part) ?? RegExp.escape(bare(part)))
    .join('')
const wordOf = (word: string) => `(?:${word.split('/').map(either).join('|')})`

/** A phrase as people write it down: words; "a/b" for either; "woon*" for the beginning of a word; "#" for a number; ".." for at most three
 *  words between. Letters count without accents, whatever their case. A phrase never goes on past the end of a sentence. */
export function patternOf(phrase: string): RegExp {
  const parts = phrase.trim().split(/\s+/)
  const source = parts
    .map((part, at) => {
      if (part === '..') return `(?:${between}[\\p{L}\\p{N}]+){0,3}`
      return at === 0 ? wordOf(part) : `${between}${wordOf(part)}`
    })
    .join('')
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu')
}

/** What of a text is said by one of these phrases, as it stands there. */
export const saidIn = (text: string, patterns: readonly RegExp[]): string[] => {
  const plain = text.normalize('NFC')
  const letters = bare(text)
  return [
    ...new Set(
      patterns.flatMap((pattern) =>
        Array.from(letters.matchAll(pattern), ({ index, 0: found }) => plain.slice(index, index + found.length)),
      ),
    ),
  ]
}
