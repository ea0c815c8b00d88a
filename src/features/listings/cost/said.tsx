import type { Child } from 'hono/jsx'
import type { Language } from '../../../std/words'
import { money, monthIn } from '../../../std/written'
import { InlineForm, Select } from '../../../ui'
import { monthRentsOf } from '../months'
import { type Cost, costOf, type Priced } from './cost'
import { words } from './words'

const most = 12
const usual = 10

/** The months of a stay as an address says them. */
export const monthsOf = (typed: string | undefined, otherwise = usual): number => {
  const months = /^\d{1,2}$/.test(typed ?? '') ? Number(typed) : otherwise
  return months >= 1 && months <= most ? months : usual
}

/** The month of the calendar with which a stay begins, as an address says it: that of the search that led there. */
export const firstOf = (typed: string | undefined): number | undefined =>
  /^(?:[1-9]|1[0-2])$/.test(typed ?? '') ? Number(typed) : undefined

/** "5 months: €2,600 rent, €300 charges, €1,040 deposit, returned". */
export function costSaid({ rent, charges, deposit }: Cost, months: number, language: Language): string {
  const text = words(language)
  return text.all(
    months,
    [
      text.rent(money(rent, language)),
      text[charges.kind](money(charges.amount, language)),
      deposit === null ? text.noDeposit : text.deposit(money(deposit, language)),
    ].join(', '),
  )
}

/** "Is let for 10 months or more", where a stay is shorter than that. */
export const tooShortSaid = (least: number | null, months: number, language: Language): string | null =>
  least !== null && least > months ? words(language).tooShort(least) : null

/** The month in which a stay begins: `first` where that is known, else when it is free, or this one. Said where it matters, since some months cost less. */
export function stayBegins(
  advert: Parameters<typeof monthRentsOf>[0] & { available_from: string | null },
  today: string,
  language: Language,
  first?: number,
): { month: number; said: string | null } {
  const { available_from: from } = advert
  const month = first ?? Number((from && from > today ? from : today).slice(5, 7))
  return { month, said: monthRentsOf(advert).length > 0 ? words(language).fromMonth(monthIn(month, language)) : null }
}

/** Asks for how long somebody would stay. */
export const StayForm = ({
  action,
  months,
  first,
  language: lang,
}: Pick<StayProps, 'action' | 'months' | 'first' | 'language'>) => {
  const text = words(lang)
  return (
    <InlineForm action={action} hidden={first ? { first: String(first) } : undefined} submit={text.compute} secondary>
      <Select
        lang={lang}
        name="months"
        label={text.stay}
        value={String(months)}
        options={Array.from({ length: most }, (_, n) => ({ value: String(n + 1), text: text.months(n + 1) }))}
      />
    </InlineForm>
  )
}

type StayProps = {
  advert: Priced & Parameters<typeof stayBegins>[0] & { lease_min_months: number | null }
  months: number
  /** The month of the calendar with which it begins, where the reader said so. */
  first?: number
  action: string
  language: Language
  today: string
}

/** What a stay in this room costs in all, on the page of its advert. */
export const Stay = ({ advert, months, first, action, language, today }: StayProps): Child => {
  const text = words(language)
  const begins = stayBegins(advert, today, language, first)
  const cost = costOf({ ...advert, monthRents: monthRentsOf(advert) }, months, begins.month)
  const isKnown = cost.charges.kind !== 'unknown' && cost.deposit !== null
  return (
    <>
      <h3 id="stay">{text.title}</h3>
      <p>
        {costSaid(cost, months, language)}.{' '}
        {isKnown && (
          <strong>{text.total(money(cost.total, language), cost.returned > 0 ? money(cost.returned, language) : null)}</strong>
        )}{' '}
        {begins.said} {tooShortSaid(advert.lease_min_months, months, language)}
      </p>
      <StayForm action={`${action}#stay`} months={months} first={first} language={language} />
    </>
  )
}

/** "5 months: €2,900": rent and charges of a stay, on a card. */
export function inAll(
  advert: Omit<Priced, 'deposit'> & Parameters<typeof monthRentsOf>[0],
  { months, first }: { months: number; first: number },
  language: Language,
): string {
  const { total } = costOf({ ...advert, deposit: 0, monthRents: monthRentsOf(advert) }, months, first)
  return words(language).inAll(months, money(total, language))
}
