/** A name as people write it; its letters and digits without accents or capitals out, words parted by one space ("'s-Hertogenbosch" → "s hertogenbosch"). */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A name; the id that it has in addresses of pages out ("Louvain-la-Neuve" → "louvain-la-neuve"). */
export const slugOf = (name: string) => fold(name).replaceAll(' ', '-')

/**
 * Whether two folded words differ by at most so many typing errors: a letter too many, too few, wrong, or two neighbours swapped
 * (Damerau-Levenshtein, optimal string alignment).
 */
export function isNear(a: string, b: string, errors: number): boolean {
  if (Math.abs(a.length - b.length) > errors) return false
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + wrong)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > errors) return false
    before = above
    above = row
  }
  return (above[b.length] ?? 0) <= errors
}

/** How many typing errors a word of this length is forgiven: none in short words, where another word is too near. */
export const forgiven = (length: number) => (length < 4 ? 0 : length <= 6 ? 1 : 2)
