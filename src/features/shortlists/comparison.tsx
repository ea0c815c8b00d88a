import { dayOf } from '../../platform/clock'
import type { Language } from '../../std/words'
import { dayIn, money } from '../../std/written'
import { Table } from '../../ui'
import { costOf, costSaid, monthRentsOf, StayForm, stayBegins, tooShortSaid } from '../listings'
import { placeById } from '../places'
import type { Compared } from './queries'
import { words } from './words'

/** What each advert really costs for a stay of some months, side by side. */
export function Comparison({
  adverts,
  months,
  action,
  language: lang,
  now,
}: {
  adverts: readonly Compared[]
  months: number
  action: string
  language: Language
  now: Date
}) {
  const text = words(lang)
  const { columns } = text
  return (
    <>
      <StayForm action={action} months={months} language={lang} />
      <Table
        id="comparison"
        caption={text.caption(months)}
        columns={[
          { title: columns.advert },
          { title: columns.perMonth, numeric: true },
          { title: columns.total, numeric: true },
          { title: columns.returned, numeric: true },
          { title: columns.size, numeric: true },
          { title: columns.from },
        ]}
        rows={adverts.map((advert) => {
          const monthRents = monthRentsOf(advert)
          const begins = stayBegins(advert, dayOf(now), lang)
          const cost = costOf({ ...advert, monthRents }, months, begins.month)
          const tooShort = tooShortSaid(advert.lease_min_months, months, lang)
          return [
            <>
              <a href={`/${lang}/rooms/${advert.public_id}`}>{advert.title}</a>
              <span class="compared-more">
                {[advert.street, placeById(advert.place_id)?.names[lang]].filter(Boolean).join(', ')}
                <br />
                {costSaid(cost, months, lang)}
                {begins.said && (
                  <>
                    <br />
                    {begins.said}
                  </>
                )}
                {tooShort && (
                  <>
                    <br />
                    {tooShort}
                  </>
                )}
              </span>
            </>,
            money(cost.perMonth, lang),
            `${money(cost.total, lang)}${cost.charges.kind === 'unknown' || cost.deposit === null ? ' +' : ''}`,
            cost.deposit === null ? '?' : money(cost.returned, lang),
            advert.size === null ? '?' : `${advert.size} m²`,
            advert.available_from === null
              ? '?'
              : advert.available_from <= dayOf(now)
                ? text.now
                : dayIn(advert.available_from, lang),
          ]
        })}
      />
      <p class="soft small">{text.honest}</p>
    </>
  )
}
