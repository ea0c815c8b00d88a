import type { Language } from '../../std/words'
import { capital } from '../../std/written'
import { money, Table } from '../../ui'
import { monthRentsOf, monthsByRent } from './months'
import type { Advert } from './queries'
import { words } from './words'

/** What the months cost that cost less; nothing where all are alike. */
export function MonthTable({ advert, language }: { advert: Pick<Advert, 'rent' | 'month_rents' | 'total'>; language: Language }) {
  const rows = monthsByRent(monthRentsOf(advert), language)
  if (rows.length === 0) return null
  const text = words(language).advert.months
  return (
    <>
      <Table
        id="months"
        caption={text.caption}
        columns={[{ title: text.months }, { title: text.rent, numeric: true }, { title: text.total, numeric: true }]}
        rows={rows.map(({ months, rent }) => [
          capital(months),
          money(rent, language),
          money(advert.total - advert.rent + rent, language),
        ])}
      />
      <p class="soft small">{text.ordinary}</p>
    </>
  )
}
