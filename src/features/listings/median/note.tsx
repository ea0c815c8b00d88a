import type { Language } from '../../../std/words'
import { countIn, money } from '../../../std/written'
import { cardWords } from '../card.words'
import type { Listing } from '../queries'
import type { Compared } from './queries'
import { difference } from './rules'
import { words } from './words'

/** "€ 40 above the median of 63 like it within 1 km", with a link to how that is computed. */
export function MedianNote({
  advert,
  compared,
  language,
}: {
  advert: Pick<Listing, 'total' | 'kind' | 'size'>
  compared: Compared
  language: Language
}) {
  const text = words(language)
  const { euros, side } = difference(advert.total, compared.median)
  const like = text.like(countIn(compared.n, language), cardWords(language).kind[advert.kind], advert.size !== null)
  return (
    <p class="soft">
      {text[side](money(euros * 100, language), like, compared.metres / 1000)}{' '}
      <a href={`/${language}/sources#median`}>{text.how}</a>
    </p>
  )
}
