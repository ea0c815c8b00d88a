import { dayOf } from '../../platform/clock'
import type { Language } from '../../std/words'
import { dayIn, money, monthIn } from '../../std/written'
import { InlineForm, Select, Table } from '../../ui'
import { monthRentsOf } from '../listings'
import { placeById } from '../places'
import { type Cost, costOf } from './cost'
import type { Compared } from './queries'
import { words } from './words'

const most = 12
const usual = 10

/** The months of a stay as an address says them. */
export const monthsOf = (typed: string | undefined): number => {
  const months = /^\d{1,2}$/.test(typed ?? '') ? Number(typed) : usual
  return months >= 1 && months <= most ? months : usual
}

/** "5 months: €2,600 rent, €300 charges, €1,040 deposit, returned". */
export function costSaid({ rent, charges, deposit }: Cost, months: number, language: Language): string {
  const text = words(language).cost
  return text.all(
    months,
    [
      text.rent(money(rent, language)),
      text[charges.kind](money(charges.amount, language)),
      deposit === null ? text.noDeposit : text.deposit(money(deposit, language)),
    ].join(', '),
  )
}

/** The month in which a stay begins: when it is free, or this one. */
const firstMonth = (from: string | null, today: string): number => Number((from && from > today ? from : today).slice(5, 7))

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
      <InlineForm action={action} submit={text.compute} secondary>
        <Select
          lang={lang}
          name="months"
          label={text.stay}
          value={String(months)}
          options={Array.from({ length: most }, (_, n) => ({ value: String(n + 1), text: text.months(n + 1) }))}
        />
      </InlineForm>
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
          const first = firstMonth(advert.available_from, dayOf(now))
          const cost = costOf({ ...advert, monthRents }, months, first)
          return [
            <>
              <a href={`/${lang}/rooms/${advert.public_id}`}>{advert.title}</a>
              <span class="compared-more">
                {[advert.street, placeById(advert.place_id)?.names[lang]].filter(Boolean).join(', ')}
                <br />
                {costSaid(cost, months, lang)}
                {monthRents.length > 0 && (
                  <>
                    <br />
                    {text.fromMonth(monthIn(first, lang))}
                  </>
                )}
                {advert.lease_min_months !== null && advert.lease_min_months > months && (
                  <>
                    <br />
                    {text.tooShort(advert.lease_min_months)}
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
