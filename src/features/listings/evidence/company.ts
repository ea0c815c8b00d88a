/** KBO/BCE: ten digits, of which the last two are 97 less the rest of the first eight. */
function isKbo(digits: string): boolean {
  return /^[01]\d{9}$/.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8))
}

/** A Dutch VAT number, without its country: nine digits, B, two digits. The ones of before 2020 keep the test of eleven; of the newer ones the
 *  whole, letters as numbers from A = 10, leaves 1 after division by 97. */
function isDutchVat(number: string): boolean {
  if (!/^\d{9}B\d{2}$/.test(number)) return false
  const weighed = Array.from(number.slice(0, 8), (digit, at) => Number(digit) * (9 - at)).reduce((sum, one) => sum + one, 0)
  const asNumber = Array.from(`NL${number}`, (sign) => Number.parseInt(sign, 36)).join('')
  return weighed % 11 === Number(number[8]) || BigInt(asNumber) % 97n === 1n
}

/** The number of a business as one types it: Belgian (KBO, BE…), Dutch (KvK, NL…B..). Out as it is shown, "KBO 0123.456.749"; undefined when it
 *  is none. A KvK number has eight digits and nothing to check them by. */
export function companyOf(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./-]/g, '')
  const belgian = /^(?:KBO|BCE|BTW|TVA)?(?:BE)?(\d{9,10})$/.exec(bare)?.[1]?.padStart(10, '0')
  if (belgian) return isKbo(belgian) ? `KBO ${belgian.slice(0, 4)}.${belgian.slice(4, 7)}.${belgian.slice(7)}` : undefined
  const dutch = /^(?:BTW)?NL(.{12})$/.exec(bare)?.[1]
  if (dutch) return isDutchVat(dutch) ? `BTW NL${dutch}` : undefined
  const kvk = /^(?:KVK)?(\d{8})$/.exec(bare)?.[1]
  return kvk && `KvK ${kvk}`
}
