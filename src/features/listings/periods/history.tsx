import type { Language } from '../../../std/words'
import { dayIn, money } from '../../../std/written'
import { Table } from '../../../ui'
import { type Period, stateOf } from './rules'
import { words } from './words'

function daysSaid({ from, until }: Period, language: Language): string {
  const text = words(language)
  const [first, last] = [from && dayIn(from, language), until && dayIn(until, language)]
  if (first && last) return text.between(first, last)
  return first ? text.from(first) : last ? text.until(last) : text.unsaid
}

/** The times that an advert was free, for its owner; nothing before there was one. */
export function History({ periods, language, today }: { periods: readonly Period[]; language: Language; today: string }) {
  if (periods.length === 0) return null
  const text = words(language)
  return (
    <section class="flow" aria-labelledby="periods-title">
      <h2 id="periods-title">{text.title}</h2>
      <Table
        id="periods"
        caption={text.lead}
        columns={[{ title: text.free }, { title: text.price, numeric: true }, { title: text.became }]}
        rows={periods.map((period) => [
          daysSaid(period, language),
          money(period.total, language),
          text.states[stateOf(period, today)],
        ])}
      />
    </section>
  )
}

/** How many times it was free before, as a link to what became of them. */
export function FormerPeriods({
  periods,
  language,
  today,
  href,
}: {
  periods: readonly Period[]
  language: Language
  today: string
  href: string
}) {
  const former = periods.filter((period) => stateOf(period, today) !== 'runs').length
  return former === 0 ? null : (
    <p class="small">
      <a href={`${href}#periods-title`}>{words(language).former(former)}</a>
    </p>
  )
}
