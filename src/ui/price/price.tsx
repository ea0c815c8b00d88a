import type { Child } from 'hono/jsx'
import { type Language, locales } from '../../std/words'

/** Kept, since a list writes many amounts and making a format takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>()
function formatOf(lang: Language, digits: 0 | 2): Intl.NumberFormat {
  const kept = formats.get(`${lang} ${digits}`)
  if (kept) return kept
  const made = new Intl.NumberFormat(locales[lang], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  })
  formats.set(`${lang} ${digits}`, made)
  return made
}

/** An amount of whole euro cents as it is written in that language, without cents where there are none. */
export const money = (cents: number, lang: Language) => formatOf(lang, cents % 100 === 0 ? 0 : 2).format(cents / 100)

/** The amount on its enamel sign, and beside it what it covers. */
export const Price = ({ cents, lang, note, big }: { cents: number; lang: Language; note?: Child; big?: boolean }) => (
  <p class={big ? 'price price-big' : 'price'}>
    <span class="plate price-amount">{money(cents, lang)}</span>
    {note && <span class="price-note"> {note}</span>}
  </p>
)
