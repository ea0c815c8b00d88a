import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { money } from '../../std/written'

/** The amount on its enamel sign, and beside it what it covers. */
export const Price = ({ cents, lang, note, big }: { cents: number; lang: Language; note?: Child; big?: boolean }) => (
  <p class={big ? 'price price-big' : 'price'}>
    <span class="plate price-amount">{money(cents, lang)}</span>
    {note && <span class="price-note"> {note}</span>}
  </p>
)
